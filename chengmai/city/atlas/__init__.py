"""The one map's layers: who sees them, how they look, and their tiles."""
