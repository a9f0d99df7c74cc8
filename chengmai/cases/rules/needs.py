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


def refuse_too_long(details: Details, text_max: int) -> None:
    """Words have an end; ten megabytes of text are no reason."""
    for name in ("reason", "text"):
        if len(getattr(details, name)) > text_max:
            raise no.TextTooLong("The text is too long.", field=name, limit=text_max)
    if len(details.co_organisation_ids) > 20:
        raise BadInput("Too many co-units.", field="co_organisation_ids", limit=20)
