"""Signing in and staying signed in: steps, sessions as devices, passwords, the policy."""
