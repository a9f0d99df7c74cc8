"""The kernel's tables."""

from chengmai.kernel.models.ledger import (
    DeadLetter,
    IdempotencyKey,
    LedgerEntry,
    LedgerHead,
    OutboxRow,
    ReactionDone,
)

__all__ = [
    "DeadLetter",
    "IdempotencyKey",
    "LedgerEntry",
    "LedgerHead",
    "OutboxRow",
    "ReactionDone",
]
