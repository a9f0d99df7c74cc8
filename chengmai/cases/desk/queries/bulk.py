"""Reads of bulk moves: which moves a choice of cases allows, and how each case fared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from chengmai.cases.desk.errors import BulkNotFound, NoCases, TooManyCases
from chengmai.cases.desk.models import BulkItem, BulkMove
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.rules import WAYS_BACK, lacking, needs_its_own, number_of
from chengmai.cases.desk.words import BulkState, ItemState
from chengmai.cases.models import Case, Part
from chengmai.cases.queries.seen import cases_seen_by
from chengmai.cases.queries.verdicts import verdicts
from chengmai.cases.rules.view import Need
from chengmai.cases.words import Move
from chengmai.identity.words import Actor

_LACKS = {
    Need.PLACE: "case.place_missing",
    Need.CLASS_CODE: "case.class_missing",
    Need.CONDITION_ID: "case.condition_missing",
}


def check_bulk(actor: Actor, ids: Sequence[int], at: datetime) -> dict[str, Any]:
    """What could be done with these cases together, and for which of them not and why.

    Two statements. A case that the actor may not see is counted as not there. Raises NoCases and
    TooManyCases.
    """
    wanted = checked_ids(ids, at)
    cases = {case.pk: case for case in cases_seen_by(actor).filter(pk__in=wanted)}
    shares = _shares(list(cases))
    options: dict[Move, list[tuple[Case, dict[str, Any]]]] = defaultdict(list)
    for number in wanted:
        if (case := cases.get(number)) is None:
            continue
        for option in verdicts(case, {"parts": shares[number]}, actor, at):
            options[option["move"]].append((case, option))
    moves = [_move_card(move, found, list(cases.values())) for move, found in options.items()]
    return {
        "cases": [
            {"id": case.pk, "case_no": case.case_no, "version": case.version, "stage": case.stage}
            for number in wanted
            if (case := cases.get(number)) is not None
        ],
        "missing": [number for number in wanted if number not in cases],
        "class_codes": sorted({case.class_code for case in cases.values()}),
        "moves": sorted(moves, key=lambda card: -card["allowed"]),
    }


def checked_ids(ids: Sequence[int], at: datetime) -> list[int]:
    """The chosen numbers, each once. Raises NoCases and TooManyCases."""
    wanted = list(dict.fromkeys(ids))
    most = desk_numbers(at).bulk_max
    if not wanted:
        raise NoCases("No case was chosen.", field="items", remedy="Choose at least one case.")
    if len(wanted) > most:
        raise TooManyCases(
            "More cases than one bulk move takes.",
            field="items",
            limit=most,
            given=len(wanted),
            remedy=f"Choose at most {most} cases.",
        )
    return wanted


def _shares(ids: list[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for part in Part.objects.filter(case_id__in=ids):
        found[part.case_id].append(
            {
                "id": part.pk,
                "path": part.organisation_path,
                "done_at": part.done_at,
                "mandatory": part.mandatory,
            }
        )
    return found


def _move_card(
    move: Move, found: list[tuple[Case, dict[str, Any]]], cases: list[Case]
) -> dict[str, Any]:
    """One move as a screen offers it; `refused` names each case that cannot take it, and why."""
    needs = [Need(name) for name in found[0][1]["needs"]]
    asked = {case.pk for case, _ in found}
    one_class = len({case.class_code for case in cases}) == 1
    refused: list[dict[str, Any]] = [
        {"case_id": case.pk, "case_no": case.case_no, "why": "case.move_not_allowed"}
        for case in cases
        if case.pk not in asked
    ]
    still: set[Need] = set()
    for case, option in found:
        why = option["why"]
        if why is None:
            lacks = lacking(needs, vars(case))
            still |= set(lacks)
            why = _why_lacking(lacks, one_class)
        if why is not None:
            refused.append({"case_id": case.pk, "case_no": case.case_no, "why": why})
    fixed = {Need.PLACE, Need.CLASS_CODE, Need.CONDITION_ID}
    return {
        "move": move,
        "in_bulk": not needs_its_own(move, needs),
        "allowed": len(cases) - len(refused),
        "needs": [need for need in needs if need not in fixed or need in still - {Need.PLACE}],
        "may": [name for name in found[0][1]["may"] if Need(name) in _TEXTS],
        "refused": refused,
    }


_TEXTS = {Need.REASON, Need.TEXT, Need.UNTIL, Need.CO_ORGANISATION_IDS, Need.DAYS}


def _why_lacking(lacks: tuple[Need, ...], one_class: bool) -> str | None:
    """A condition can be chosen for all where all are of one class; a place cannot."""
    for need in lacks:
        if need is Need.CONDITION_ID and one_class and Need.CLASS_CODE not in lacks:
            continue
        if need is Need.CLASS_CODE:
            continue
        return _LACKS[need]
    return None


def bulks_of(actor: Actor) -> QuerySet[BulkMove]:
    """What this person asked for, newest first."""
    return BulkMove.objects.filter(by_id=number_of(actor)).order_by("-pk")


def get_bulk(actor: Actor, bulk_id: int, *, lock: bool = False) -> BulkMove:
    """One bulk move of one's own. Raises BulkNotFound."""
    rows = bulks_of(actor)
    if lock:
        rows = rows.select_for_update()
    found = rows.filter(pk=bulk_id).first()
    if found is None:
        raise BulkNotFound("No such bulk move.", id=bulk_id)
    return found


def bulk_card(row: BulkMove) -> dict[str, Any]:
    """A bulk move as the screen shows it; `way_back` is the move that takes it back, if any."""
    back = WAYS_BACK.get(Move(row.move))
    return {
        "id": row.pk,
        "move": row.move,
        "state": row.state,
        "total": row.total,
        "done": row.moved + row.refused + row.stale,
        "moved": row.moved,
        "refused": row.refused,
        "stale": row.stale,
        "at": row.at,
        "finished_at": row.finished_at,
        "undoes": row.undoes_id,
        "way_back": back if back and row.moved and row.state != BulkState.RUNNING else None,
    }


def items_of(row: BulkMove, state: ItemState | None = None) -> list[dict[str, Any]]:
    """How each case fared, in the order chosen."""
    items = BulkItem.objects.filter(bulk=row).order_by("place")
    if state is not None:
        items = items.filter(state=state)
    names = ("case_id", "case_no", "version", "state", "code", "detail", "new_version", "at")
    return list(items.values("place", *names))
