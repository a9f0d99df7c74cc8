"""Every read of addresses."""
