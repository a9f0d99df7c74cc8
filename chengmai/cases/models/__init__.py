"""The tables of the closed loop; no rules here."""

from ..desk.models import BulkItem, BulkMove, FirstView, Phrase, PhraseUse, SavedView
from ..intake.models import ColumnMapping, ImportBatch, ImportRow
from .case import Case
from .component import CaseComponent
from .dayfigure import DayChanged, DayFigure
from .report import Report
from .searched import CaseWords
from .settings import Setting, StageLimit
from .work import Part, Supervision

__all__ = [
    "BulkItem",
    "BulkMove",
    "Case",
    "CaseComponent",
    "CaseWords",
    "ColumnMapping",
    "DayChanged",
    "DayFigure",
    "FirstView",
    "ImportBatch",
    "ImportRow",
    "Part",
    "Phrase",
    "PhraseUse",
    "Report",
    "SavedView",
    "Setting",
    "StageLimit",
    "Supervision",
]
