"""The kernel's tables."""

from chengmai.kernel.models.ledger import (
    DeadLetter,
    IdempotencyKey,
    LedgerEntry,
    LedgerHead,
    OutboxRow,
    ReactionDone,
)
from chengmai.kernel.models.settings import Setting

__all__ = [
    "DeadLetter",
    "IdempotencyKey",
    "LedgerEntry",
    "LedgerHead",
    "OutboxRow",
    "ReactionDone",
    "Setting",
]
