"""Every write of cases; one function is one transaction and one story."""
