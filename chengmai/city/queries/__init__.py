"""Every read of city."""
