"""The kernel's tables."""

from chengmai.kernel.models.ledger import (
    DeadLetter,
    IdempotencyKey,
    LedgerEntry,
    LedgerHead,
    LedgerYear,
    OutboxRow,
    ReactionDone,
)
from chengmai.kernel.models.rates import RateRule
from chengmai.kernel.models.retention import RetentionRule, RetentionRun
from chengmai.kernel.models.settings import Setting
from chengmai.kernel.models.troubles import Trouble
from chengmai.kernel.models.upkeep import Anchor, BackupRun, ReactionFloor

__all__ = [
    "Anchor",
    "BackupRun",
    "DeadLetter",
    "IdempotencyKey",
    "LedgerEntry",
    "LedgerHead",
    "LedgerYear",
    "OutboxRow",
    "RateRule",
    "ReactionDone",
    "ReactionFloor",
    "RetentionRule",
    "RetentionRun",
    "Setting",
    "Trouble",
]
