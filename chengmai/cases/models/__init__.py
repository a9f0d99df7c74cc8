"""The tables of the closed loop; no rules here."""

from .case import Case
from .report import Report
from .settings import Setting, StageLimit
from .work import Part, Supervision

__all__ = ["Case", "Part", "Report", "Setting", "StageLimit", "Supervision"]
