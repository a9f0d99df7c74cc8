"""The door of exports."""

from __future__ import annotations

from chengmai.kernel.exports.actions import ask_export
from chengmai.kernel.exports.errors import ScopeChanged
from chengmai.kernel.exports.queries import export_card
from chengmai.kernel.exports.registry import offer
from chengmai.kernel.exports.words import ExportLimits, Kind, Made, Order

__all__ = [
    "ExportLimits",
    "Kind",
    "Made",
    "Order",
    "ScopeChanged",
    "ask_export",
    "export_card",
    "offer",
]
