"""Conditions on what came with a move: people, units, places, reasons that can be used."""

from __future__ import annotations

from datetime import timedelta

from .. import errors as no
from ..words import TERMINAL, SpecialReason, SupervisionLevel, VerifyResult
from .guards import is_one_of
from .view import Situation


def checker_did_not_handle(s: Situation) -> None:
    """Nobody who handled is sent to check."""
    sent = s.details.collector_id or s.known.suggested_collector_id
    if is_one_of(sent, s.case.handler_id, s.case.finished_by_id):
        raise no.SelfApproval("Who handled a case does not check it.", field="collector_id")


def days_are_few(s: Situation) -> None:
    """Stated days are not negative and not absurd."""
    if not 0 <= s.details.days <= s.known.settings.suspension_max_days:
        raise no.TooLong("An extension is a number of working days.", field="days")


def until_is_near(s: Situation) -> None:
    """In the future, at most a year ahead (row 20)."""
    until, most = s.details.until, s.known.settings.suspension_max_days
    if until is None or until <= s.at:
        raise no.TooLong("A suspension ends in the future.", field="until")
    if until > s.at + timedelta(days=most):
        raise no.TooLong("A suspension is too long.", field="until", limit=most)


def master_is_open(s: Situation) -> None:
    """The master is another case that is open (row 3)."""
    stage = s.known.master_stage
    if stage is None or stage in TERMINAL or s.details.master_id == s.case.id:
        raise no.MasterNotOpen("Merge into another open case.", field="master_id")


def collector_is_known(s: Situation) -> None:
    """Somebody can be sent: named, or the collector of the duty grid."""
    if not s.known.named_collector_is_one:
        raise no.InputMissing("Not a collector.", field="collector_id")
    if s.details.collector_id is None and s.known.suggested_collector_id is None:
        raise no.InputMissing("Please name a collector.", field="collector_id")


def verify_result_is_known(s: Situation) -> None:
    """True, not found, or another class (row 5); another class is named."""
    if s.details.result not in set(VerifyResult):
        raise no.InputMissing("Unknown result.", field="result", known=sorted(VerifyResult))
    if s.details.result == VerifyResult.WRONG_CLASS and not s.details.class_code:
        raise no.ClassMissing("Please name the right class.", field="class_code")


def special_reason_is_known(s: Situation) -> None:
    """A typed reason (row 31)."""
    if s.details.result not in set(SpecialReason):
        raise no.InputMissing("Unknown reason.", field="result", known=sorted(SpecialReason))


def level_is_known(s: Situation) -> None:
    """Yellow, red or an instruction (row 32)."""
    if s.details.level not in set(SupervisionLevel):
        raise no.InputMissing("Unknown level.", field="level", known=sorted(SupervisionLevel))


def limit_is_known(s: Situation) -> None:
    """The condition belongs to the class and gives a limit at this place (row 8)."""
    if s.known.limit is None:
        raise no.ClassUnknown("This class has no such condition.", field="condition_id")


def unit_is_known(s: Situation) -> None:
    """The unit exists."""
    if s.known.organisation is None:
        raise no.OrganisationUnknown("No such unit.", field="organisation_id")


def co_units_are_others(s: Situation) -> None:
    """Co-units exist, and none of them is the lead (row 33)."""
    for wanted in s.details.co_organisation_ids:
        if wanted == s.details.organisation_id or wanted not in s.known.co_organisations:
            raise no.OrganisationUnknown("Not a co-unit.", field="co_organisation_ids")


def unit_is_own_child(s: Situation) -> None:
    """Down to a unit below the one that holds the case (row 34)."""
    unit, path = s.known.organisation, s.case.organisation_path
    if unit is None or unit.path == path or not unit.path.startswith(path):
        raise no.NotOwnChild("Not a unit of yours.", field="organisation_id")


def handler_is_ours(s: Situation) -> None:
    """The handler belongs to the unit (row 14)."""
    if s.known.handler_path is None or not s.known.handler_path.startswith(
        s.case.organisation_path
    ):
        raise no.OrganisationUnknown("Not a person of this unit.", field="handler_id")


def within_radius(s: Situation) -> None:
    """The check is made on the spot (row 27)."""
    limit = s.known.settings.check_radius_metres
    if s.known.metres is not None and s.known.metres > limit:
        raise no.TooFarAway(
            "Too far from the case.",
            field="place",
            metres=round(s.known.metres),
            limit=limit,
        )


def near_if_placed(s: Situation) -> None:
    """The after-photo is of the same place, where the phone says where it is (row 22)."""
    within_radius(s)
