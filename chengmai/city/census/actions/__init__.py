"""Every write of census."""
