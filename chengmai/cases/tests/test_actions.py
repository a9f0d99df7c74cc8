"""Moves on a real database: the row, the fact, the statements."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengmai.cases.actions.links import link_case
from chengmai.cases.actions.move import move_case
from chengmai.cases.errors import CaseNotFound, StalePage
from chengmai.cases.models import Case, Part
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import (
    MINUTE,
    MORNING,
    PATH,
    bring_to,
    details_for,
    make_case,
    make_media,
    make_staff,
)
from chengmai.cases.words import TERMINAL, Move, Stage
from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db


def test_a_message_becomes_a_closed_case_and_the_ledger_tells_every_step():
    staff = make_staff()
    case = bring_to(make_case(), Stage.CLOSED, staff)

    case.refresh_from_db()
    assert (case.stage, case.version, case.check_passed) == (Stage.CLOSED, 10, True)
    assert case.closed_at == MORNING + 9 * MINUTE
    assert case.handled_in_time is True
    told = entries_of(f"case:{case.pk}")
    assert [row.payload.get("move") for row in told[1:]] == [move.value for _, move, _ in PATH]
    assert told[3].payload["organisation_id"] == staff.unit.pk


def test_an_ordinary_move_takes_at_most_six_statements():
    staff = make_staff()
    case, counted = make_case(), {}
    for _, move, who in PATH:
        details = details_for(staff, staff[who], move)
        with CaptureQueriesContext(connection) as queries:
            case = move_case(
                case_id=case.pk, move=move, actor=staff[who], at=MORNING, version=case.version,
                details=details,
            )  # fmt: skip
        counted[move] = len([q for q in queries if "SAVEPOINT" not in str(q["sql"])])
    assert max(counted.values()) <= 6, counted
    assert counted[Move.CLOSE] == counted[Move.CONFIRM] == 3


def test_a_stale_page_moves_nothing():
    staff = make_staff()
    case = make_case()
    go = {"case_id": case.pk, "actor": staff["operator"], "at": MORNING, "version": case.version}
    move_case(**go, move=Move.SEND_VERIFY)
    with pytest.raises(StalePage) as refused:
        move_case(**go, move=Move.ACCEPT)
    assert refused.value.facts == {"version": 2, "given": 1}
    assert Case.objects.get(pk=case.pk).stage == Stage.VERIFYING


def test_another_office_cannot_tell_that_the_case_exists():
    staff = make_staff()
    case = bring_to(make_case(), Stage.HANDLING, staff)
    for number in (case.pk, case.pk + 1000):
        with pytest.raises(CaseNotFound):
            move_case(case_id=number, move=Move.APPLY_RETURN, actor=staff["other"], at=MORNING)


def test_somebody_else_s_photo_is_no_photo():
    staff = make_staff()
    case = bring_to(make_case(), Stage.HANDLING, staff)
    stolen = Details(text="已办", media_after=(make_media(staff["collector"]),))
    with pytest.raises(Refusal) as refused:
        move_case(
            case_id=case.pk, move=Move.FINISH, actor=staff["handler"], at=MORNING, details=stolen
        )
    assert refused.value.code == "media.not_found"
    assert Case.objects.get(pk=case.pk).stage == Stage.HANDLING, "nothing is half done"


def test_photos_lie_where_they_belong():
    staff = make_staff()
    case = bring_to(make_case(media_ids=[make_media()]), Stage.CLOSED, staff)
    case.refresh_from_db()
    assert {role: len(ids) for role, ids in case.media.items()} == {
        "before": 1, "after": 1, "check": 1,
    }  # fmt: skip


def test_a_joint_handling_has_a_share_for_each_co_unit():
    staff = make_staff()
    case = bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
    details = Details(organisation_id=staff.unit.pk, co_organisation_ids=(staff.other.pk,))
    go = {"case_id": case.pk, "at": MORNING}
    case = move_case(**go, move=Move.DISPATCH, actor=staff["dispatcher"], details=details)
    part = Part.objects.get(case=case)
    assert (part.organisation_id, part.due_at) == (staff.other.pk, case.due_at)
    assert (case.open_parts, case.has_parts) == (1, True)

    done = Details(text="绿地已修", media_after=(make_media(staff["other"]),))
    move_case(**go, move=Move.FINISH_PART, actor=staff["other"], details=done)
    part.refresh_from_db()
    assert (part.done_at, part.words) == (MORNING, "绿地已修")
    assert Case.objects.get(pk=case.pk).open_parts == 0


def test_a_returned_case_leaves_the_unit_and_its_shares():
    staff = make_staff()
    case = bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
    go = {"case_id": case.pk, "at": MORNING}
    details = Details(organisation_id=staff.unit.pk, co_organisation_ids=(staff.other.pk,))
    move_case(**go, move=Move.DISPATCH, actor=staff["dispatcher"], details=details)
    why = Details(reason="不是我处职责")
    case = move_case(**go, move=Move.APPLY_RETURN, actor=staff["department"], details=why)
    assert (case.pending_kind, case.pending_duty) == ("return", "dispatcher")
    case = move_case(**go, move=Move.APPROVE_RETURN, actor=staff["dispatcher"])
    assert (case.organisation_id, case.due_at, case.pending_kind) == (None, None, "")
    assert not Part.objects.exists()
    told = entries_of(f"case:{case.pk}")[-1].payload
    assert told["organisation_path"] == staff.unit.path, "the unit hears that the case is gone"


def test_a_reopened_case_keeps_its_first_closing():
    staff = make_staff()
    case = bring_to(make_case(), Stage.CLOSED, staff)
    closed = case.closed_at
    later = MORNING + 600 * MINUTE
    case = move_case(
        case_id=case.pk, move=Move.REOPEN, actor=staff["inspector"], at=later,
        details=Details(reason="市民不满意"),
    )  # fmt: skip
    assert (case.stage, case.closed_at, case.first_closed_at) == (Stage.HANDLING, None, closed)
    assert case.rework_no == 1


def test_a_case_is_tied_to_an_enforcement_case_once():
    staff = make_staff()
    case = make_case()
    link = {"case_id": case.pk, "kind": "enforcement_case", "ref": "罚2026-7", "at": MORNING}
    link_case(**link, actor=staff["dispatcher"])
    link_case(**link, actor=staff["dispatcher"])
    case.refresh_from_db()
    assert [entry["ref"] for entry in case.links] == ["罚2026-7"]
    with pytest.raises(Refusal, match="Another duty"):
        link_case(**link, actor=staff["operator"])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": "空\x00字"}, "text"),
        ({"reason": "长" * 10_001}, "reason"),
        ({"until": datetime(2026, 5, 1)}, "until"),
        ({"lon": float("nan"), "lat": 39.93}, "place"),
        ({"lon": 119.6}, "place"),
        ({"collector_id": 2**70}, "id"),
        ({"media_other": (-1,)}, "id"),
        ({"co_organisation_ids": tuple(range(1, 30))}, "co_organisation_ids"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_no_row_could_hold_is_refused_by_name(given, field):
    staff = make_staff()
    case = make_case()
    with pytest.raises(BadInput) as refused:
        move_case(
            case_id=case.pk, move=Move.SEND_VERIFY, actor=staff["operator"], at=MORNING,
            details=Details(**given),
        )  # fmt: skip
    assert refused.value.facts["field"] == field


def test_only_a_collector_is_sent_to_look():
    staff = make_staff()
    case = make_case()
    with pytest.raises(BadInput) as refused:
        move_case(
            case_id=case.pk, move=Move.SEND_VERIFY, actor=staff["operator"], at=MORNING,
            details=Details(collector_id=staff["handler"].id),
        )  # fmt: skip
    assert refused.value.facts["field"] == "collector_id"


def test_words_of_any_kind_are_kept_as_words():
    staff = make_staff()
    case = make_case()
    evil = "'; DROP TABLE cases_case; -- <script>alert(1)</script> %s {0}"
    move_case(
        case_id=case.pk, move=Move.REJECT, actor=staff["operator"], at=MORNING,
        details=Details(reason=evil),
    )  # fmt: skip
    assert entries_of(f"case:{case.pk}")[-1].payload["reason"] == evil


def test_reports_are_conserved():
    staff = make_staff()
    for stage in (Stage.REPORTED, Stage.HANDLING, Stage.CLOSED):
        bring_to(make_case(), stage, staff)
    twin, master = make_case(), make_case()
    move_case(
        case_id=twin.pk, move=Move.MERGE, actor=staff["operator"], at=MORNING,
        details=Details(master_id=master.pk),
    )  # fmt: skip
    assert Case.objects.exclude(stage__in=TERMINAL).count() == 3
    assert Case.objects.filter(stage__in=TERMINAL).count() == 2
    assert sum(Case.objects.filter(merged_into=None).values_list("report_count", flat=True)) == 5
