"""Row 1 and row 35: where a new report enters the loop, and what it must bring."""

from __future__ import annotations

from dataclasses import dataclass

from .. import errors as no
from ..words import CaseSource, ClockKind, Stage
from .limits import LoopSettings


@dataclass(frozen=True)
class NewReport:
    """What decides where a report enters; counts are numbers of photos."""

    source: CaseSource
    text: str
    has_class: bool
    has_grid: bool
    self_disposable: bool
    self_disposed: bool
    before: int
    after: int
    by_collector: bool = True


def entry_of(report: NewReport, settings: LoopSettings) -> tuple[Stage, ClockKind]:
    """The first stage and the clock that starts there, or a refusal that names what is missing."""
    if len(report.text) > settings.text_max:
        raise no.TextTooLong("The text is too long.", field="description", limit=settings.text_max)
    if report.source is CaseSource.COLLECTOR:
        _refuse_bare_collector_report(report)
    if report.self_disposed:
        _refuse_bare_self_disposal(report)
        return Stage.SELF_AUDIT, ClockKind.ACCEPT
    if report.source is CaseSource.COLLECTOR and settings.collector_fast_track:
        return Stage.PENDING_REGISTER, ClockKind.REGISTER
    return Stage.REPORTED, ClockKind.ACCEPT


def _refuse_bare_collector_report(report: NewReport) -> None:
    if not report.by_collector:
        raise no.NotYourDuty("Only collectors report as collectors.", duties=["collector"])
    if not report.has_class:
        raise no.ClassMissing("A collector names the class.", field="class_code")
    if not report.has_grid:
        raise no.PlaceMissing("A collector says where.", field="point")
    if not report.before:
        raise no.PhotoMissing("A collector takes a photo.", field="media_ids")


def _refuse_bare_self_disposal(report: NewReport) -> None:
    if report.source is not CaseSource.COLLECTOR:
        raise no.NotYourDuty("Only collectors dispose of a problem themselves.")
    if not report.self_disposable:
        raise no.NotSelfDisposable("Not a class to dispose of on the spot.", field="class_code")
    if not report.after:
        raise no.PhotoMissing("A photo of the result is missing.", field="media_after_ids")
