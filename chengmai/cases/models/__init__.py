"""The tables of the closed loop; no rules here."""

from ..intake.models import ColumnMapping, ImportBatch, ImportRow
from .case import Case
from .report import Report
from .settings import Setting, StageLimit
from .work import Part, Supervision

__all__ = [
    "Case",
    "ColumnMapping",
    "ImportBatch",
    "ImportRow",
    "Part",
    "Report",
    "Setting",
    "StageLimit",
    "Supervision",
]
