"""The kernel: facts and the ledger, working time, places, media, errors. It knows nobody."""
