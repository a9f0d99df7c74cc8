"""Every read of census."""
