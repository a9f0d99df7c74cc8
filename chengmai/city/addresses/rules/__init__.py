"""Reading addresses: pure text, arithmetic and geometry in a local plane."""
