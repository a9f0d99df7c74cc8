"""Second factors: one-time codes, recovery codes, passkeys."""
