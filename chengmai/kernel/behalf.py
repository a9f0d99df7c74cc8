"""Acting for somebody else: whatever is done meanwhile carries both names into the ledger.

Set once for a request, read where a fact is written down, so that no action can forget it.
Importing this module loads no framework.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_absent: ContextVar[int | None] = ContextVar("on_behalf_of", default=None)
FIELD = "on_behalf_of"  # of a fact's payload in the ledger


@contextmanager
def acting_for(person_id: int | None) -> Iterator[None]:
    """While the block runs, facts with an actor say that it was on behalf of this person."""
    mark = _absent.set(person_id)
    try:
        yield
    finally:
        _absent.reset(mark)


def absent_person() -> int | None:
    """On whose behalf is being acted now; None for oneself."""
    return _absent.get()
