"""Printing: one case at once, several as an export in the background."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.cases.casefile.events import CaseFilePrinted
from chengmai.cases.casefile.page import pages_of, photos_in, style
from chengmai.cases.casefile.queries import CaseFile, heading, read_case_file
from chengmai.cases.desk.actions.sheet import limits_at, refuse_other_scope
from chengmai.cases.desk.errors import NoCases, TooManyCases
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.queries.sheet import scope_mark
from chengmai.cases.desk.rules import number_of
from chengmai.cases.errors import CaseNotFound
from chengmai.cases.queries.seen import cases_seen_by
from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.public import Kind, Made, Order, ask_export, offer
from chengmai.kernel.ledger import publish
from chengmai.kernel.media.public import read_view

PDF = "application/pdf"
FILE = "cases.file"


def print_case(*, actor: Actor, case_id: int, at: datetime, origin: str) -> tuple[str, bytes]:
    """The case's number and its file as PDF. `origin` is where staff open the code's address.

    Raises CaseNotFound.
    """
    one = read_case_file(actor, case_id, at)
    made = _pressed([one], actor, at, origin)
    _tell([one], actor, at)
    return str(one.case["case_no"]), made


def _pressed(files: list[CaseFile], actor: Actor, at: datetime, origin: str) -> bytes:
    # WeasyPrint takes a second to import: only who prints waits for it.
    from chengmai.cases.casefile.press import Pictures, press

    html = pages_of(files, bureau=heading(), by=actor.name, at=at, origin=origin)
    return press(html, style(), Pictures(read_view, photos_in(files)))


@transaction.atomic
def _tell(files: list[CaseFile], actor: Actor, at: datetime) -> None:
    for one in files:
        publish(
            CaseFilePrinted(
                at=at,
                actor_id=actor.id,
                case_id=one.case["id"],
                case_no=one.case["case_no"],
                seq=one.seq,
                people=() if actor.id is None else (actor.id,),
            )
        )


def ask_files(*, actor: Actor, case_ids: Sequence[int], at: datetime, origin: str) -> Export:
    """Order several cases in one PDF. Raises NoCases, TooManyCases, CaseNotFound, TooManyExports."""
    wanted = list(dict.fromkeys(case_ids))
    most = desk_numbers(at).file_cases_max
    if not wanted:
        raise NoCases("No case was chosen.", field="case_ids", remedy="Choose at least one case.")
    if len(wanted) > most:
        raise TooManyCases(
            "More cases than one file holds.",
            field="case_ids",
            limit=most,
            remedy=f"Choose at most {most} cases.",
        )
    seen = set(cases_seen_by(actor).filter(pk__in=wanted).values_list("pk", flat=True))
    for number in wanted:
        if number not in seen:
            raise CaseNotFound("No such case.", case_id=number)
    return ask_export(
        kind=FILE,
        title=f"案件办理档案（{len(wanted)} 件）",
        file_name=f"案件办理档案 {len(wanted)}件 {timezone.localtime(at):%Y-%m-%d %H%M}.pdf",
        asked_by=number_of(actor),
        params={"case_ids": wanted, "origin": origin},
        total=len(wanted),
        limits=limits_at(at),
        at=at,
    )


def make_files(order: Order) -> Made:
    """Print what the person may see now; a case that has left their scope fails the whole file."""
    now = timezone.now()
    actor = actor_of(order.asked_by)
    ids: list[int] = order.params["case_ids"]
    files = []
    for done, number in enumerate(ids, 1):
        files.append(read_case_file(actor, number, now))
        order.progress(done - 1, len(ids))
    order.path.write_bytes(_pressed(files, actor, now, order.params["origin"]))
    order.progress(len(ids), len(ids))
    _tell(files, actor, now)
    return Made(rows=len(ids), told={"case_ids": ids}, scope=scope_mark(actor))


def may_fetch(person: int, params: dict[str, Any], scope: str) -> None:
    """The same scope as when it was made, and every case still seen. Raises CaseNotFound too."""
    refuse_other_scope(person, params, scope)
    wanted = params["case_ids"]
    if cases_seen_by(actor_of(person)).filter(pk__in=wanted).count() < len(wanted):
        raise CaseNotFound("A case of this file is no longer yours to see.")


offer(Kind(FILE, PDF, make_files, may_fetch))
