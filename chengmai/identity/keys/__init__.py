"""API clients: scopes, keys shown once, quotas."""
