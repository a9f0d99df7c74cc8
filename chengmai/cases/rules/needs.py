"""What a step must be given, and the refusal that names what is missing."""

from __future__ import annotations

from chengmai.kernel.errors import BadInput

from .. import errors as no
from ..words import Move
from .steps import Step
from .view import Details, Need, Situation

_NAMES = {
    Need.REASON: (no.ReasonMissing, "Please say why."),
    Need.TEXT: (no.InputMissing, "Please say what was done."),
    Need.PLACE: (no.PlaceMissing, "Please say where."),
    Need.CLASS_CODE: (no.ClassMissing, "Please choose a class."),
    Need.CONDITION_ID: (no.ConditionMissing, "Please choose a condition for filing."),
    Need.MEDIA_BEFORE: (no.PhotoMissing, "A photo is missing."),
    Need.MEDIA_AFTER: (no.PhotoMissing, "A photo is missing."),
    Need.MEDIA_OTHER: (no.PhotoMissing, "Evidence is missing."),
    Need.CLOSE_CONDITION_MET: (
        no.CloseConditionUnmet,
        "Please tick that the closing condition is met.",
    ),
}
_KEPT = {Need.CLASS_CODE, Need.CONDITION_ID}  # the case may have these already


def refuse_missing(step: Step, s: Situation) -> None:
    """Raise the refusal for the first need that is not met."""
    for need in step.needs:
        if not _given(need, s):
            kind, words = _NAMES.get(need, (no.InputMissing, "Something is missing."))
            raise kind(words, field=need.value, move=s.move.value)


def _given(need: Need, s: Situation) -> bool:
    if need is Need.PLACE:
        if s.move is Move.REGISTER:
            return bool(s.case.grid_code) or s.known.place is not None
        return s.details.lon is not None or not s.case.has_place
    value = getattr(s.details, need.value)
    if isinstance(value, str):
        value = value.strip()
    if not value and need in _KEPT:
        value = getattr(s.case, need.value)
    return bool(value)


def refuse_unusable(details: Details, text_max: int) -> None:
    """Words have an end, places lie on the earth, times have a zone, ids fit a row."""
    for name in ("reason", "text"):
        said = getattr(details, name)
        if len(said) > text_max:
            raise no.TextTooLong("The text is too long.", field=name, limit=text_max)
        if "\x00" in said:
            raise BadInput("The text holds a sign that no text holds.", field=name)
    if len(details.co_organisation_ids) > 20:
        raise BadInput("Too many co-units.", field="co_organisation_ids", limit=20)
    if details.until is not None and details.until.tzinfo is None:
        raise BadInput("A time needs its zone.", field="until", remedy="Add +08:00.")
    _refuse_nowhere(details.lon, details.lat)
    _refuse_no_id(details)


def _refuse_nowhere(lon: float | None, lat: float | None) -> None:
    if (lon is None) != (lat is None):
        raise no.PlaceMissing("A place is longitude and latitude.", field="place")
    if lon is None or lat is None:
        return
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):  # also not-a-number
        raise BadInput("No place on the earth.", field="place")


def _refuse_no_id(details: Details) -> None:
    single = (
        details.condition_id,
        details.organisation_id,
        details.handler_id,
        details.collector_id,
        details.master_id,
    )
    photos = (*details.media_before, *details.media_after, *details.media_other)
    for number in (*single, *details.co_organisation_ids, *photos):
        if number is not None and not 0 < number < 2**63:
            raise BadInput("Not a number of anything.", field="id", given=str(number)[:40])
