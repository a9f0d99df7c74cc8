"""Leave: who stands in for whom, for how long, with which duties."""
