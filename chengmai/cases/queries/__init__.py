"""Every read of cases; each starts from what the actor may see."""

from .seen import cases_seen_by, get_case, seen_sql

__all__ = ["cases_seen_by", "get_case", "seen_sql"]
