"""A case of another office leaves no trace: not in counts, lists, search, tiles, files, live news."""

import gzip
import io
import json
import math
from statistics import median
from time import perf_counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from chengmai.cases.public import Details, count_all_days, move_case
from chengmai.cases.tests.makers import MORNING, Case, make_case, make_media
from chengmai.cases.words import Move
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import actor_of
from chengmai.kernel.exports.actions import make_export
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.media.models import MediaFile
from chengmai.main.push import may_hear

pytestmark = pytest.mark.django_db
OTHERS = ("other_department", "other_handler")


@pytest.fixture
def asked(scene):
    """Ask as the case's own unit, or as another office; JSON where the answer is JSON."""

    def ask(who, path, body=None):
        client = scene.clients[who]
        if body is None:
            answer = client.get(f"/api/v1{path}")
        else:
            answer = client.post(f"/api/v1{path}", body, content_type="application/json")
        assert answer.status_code < 300, answer.content[:300]
        return answer.json()

    return ask


PERIOD = "since=2026-01-01T00:00:00Z&until=2027-01-01T00:00:00Z"


@pytest.mark.parametrize(
    "query",
    [
        "", "?q={case_no}", "?q=路面", "?q={tail}", "?queue=open", "?area=130302", "?stage=handling",
        "?class_code=E01", "?grid_code=130302001001001", "?organisation_id={unit}", "?kind=matter",
        "?order=oldest", "?order=due",
    ],
)  # fmt: skip
def test_no_filter_and_no_search_finds_it(scene, asked, query):
    case = scene.handled
    query = query.format(case_no=case.case_no, tail=case.case_no[-6:], unit=case.organisation_id)
    assert case.id in {row["id"] for row in asked("department", f"/cases{query}")["items"]}
    for other in OTHERS:
        assert asked(other, f"/cases{query}")["items"] == []


def numbers_in(value):
    if isinstance(value, dict):
        return [n for key, part in value.items() if key not in LABELS for n in numbers_in(part)]
    if isinstance(value, list):
        return [n for part in value for n in numbers_in(part)]
    return [value] if isinstance(value, int | float) and not isinstance(value, bool) else []


LABELS = {"pending_days", "hour", "organisation_id", "id", "key", "limits"}


@pytest.mark.parametrize(
    "path",
    [
        "/cases/queues", "/cases/today", "/cases/count?stage=handling", "/cases/count?q=路面",
        f"/cases/statistics?{PERIOD}&by=class", f"/cases/statistics?{PERIOD}&by=district",
        f"/cases/statistics?{PERIOD}&by=organisation", f"/cases/statistics?{PERIOD}&by=month",
    ],
)  # fmt: skip
def test_no_count_counts_it(asked, path):
    """`pending_days` is left aside: it says of the whole city that a roll-up is behind."""
    count_all_days()
    assert any(numbers_in(asked("department", path))), "the own unit's figures are there"
    for other in OTHERS:
        assert not any(numbers_in(asked(other, path)))


def test_no_tile_shows_it_at_any_zoom(scene):
    case = scene.handled
    seen = 0
    for layer in ("open_cases", "cases"):
        for zoom in range(8, 18):
            address = tile(layer, zoom)
            own = scene.clients["department"].get(address)
            seen += own.status_code == 200 and len(body(own)) > 0
            for other in OTHERS:
                answer = scene.clients[other].get(address)
                assert answer.status_code in (200, 204, 404)
                assert case.case_no.encode() not in body(answer)
                assert body(answer) == b"" or answer.status_code == 404, (layer, zoom)
    assert seen > 5


def tile(layer, zoom):
    x = int((LON + 180) / 360 * 2**zoom)
    y = int((1 - math.asinh(math.tan(math.radians(LAT))) / math.pi) / 2 * 2**zoom)
    return f"/tiles/{layer}/{zoom}/{x}/{y}.mvt?since=2026-01-01&until=2027-01-01"


def body(answer):
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.status_code >= 400:
        return b""
    return gzip.decompress(data) if answer.headers.get("Content-Encoding") == "gzip" else data


def test_no_workbook_lists_it(scene, asked):
    rows = {}
    for who in ("department", "other_department"):
        order = {"order": "newest", "columns": [], "title": "全部"}
        number = asked(who, "/cases/exports", order)["id"]
        make_export(export_id=number, clock=timezone.now)
        file = scene.clients[who].get(f"/api/v1/exports/{number}/file")
        sheet = load_workbook(io.BytesIO(b"".join(file.streaming_content))).active
        rows[who] = "\n".join(
            str(cell) for row in sheet.iter_rows(values_only=True) for cell in row
        )
        stranger = "other_handler" if who == "other_department" else "other_department"
        for path in (f"/exports/{number}", f"/exports/{number}/file"):
            assert scene.clients[stranger].get(f"/api/v1{path}").status_code == 404
    assert scene.handled.case_no in rows["department"]
    assert scene.handled.case_no not in rows["other_department"]


def test_many_at_once_say_of_it_what_they_say_of_none(scene, asked):
    case = scene.handled
    hidden, missing = (
        json.dumps(
            asked("other_department", "/cases/bulk/check", {"move": "assign", "case_ids": [n]})
        )
        for n in (case.pk, 2**40)
    )
    assert hidden.replace(str(case.pk), "N") == missing.replace(str(2**40), "N")
    own = json.dumps(
        asked("department", "/cases/bulk/check", {"move": "assign", "case_ids": [case.pk]})
    )
    assert own != hidden


def test_the_page_of_a_neighbouring_case_names_it_neither_as_double_nor_as_merged(scene, asked):
    near = asked("operator", f"/cases/{scene.case.pk}")
    assert scene.handled.pk in {one["id"] for one in near["possible_duplicates"]}
    scene.case.organisation_id = scene.staff.other.pk
    scene.case.organisation_path = scene.staff.other.path
    scene.case.save(update_fields=["organisation_id", "organisation_path"])
    own = asked("other_department", f"/cases/{scene.case.pk}")
    assert own["possible_duplicates"] == []


def test_a_case_merged_into_a_hidden_one_does_not_name_it(scene):
    """The page, the timeline and the print of one's own case say that it was merged, not where."""
    case, master = scene.case, make_case()
    move_case(
        case_id=case.pk, move_name=Move.MERGE, actor=scene.staff["operator"], at=MORNING,
        details=Details(reason="同一问题", master_id=master.pk),
    )  # fmt: skip
    Case.objects.filter(pk=case.pk).update(organisation_path=scene.staff.other.path)
    own, whole = scene.clients["other_department"], scene.clients["operator"]
    page = f"/api/v1/cases/{case.pk}"
    assert whole.get(page).json()["merged_into"] == {"id": master.pk, "case_no": master.case_no}
    for tail in PATHS:
        answer = own.get(f"{page}{tail}")
        text = answer.content.decode()
        assert answer.status_code == 200 and '"merge' in text
        assert master.case_no not in text and '"master_id"' not in text
    assert own.get(page).json()["merged_into"] is None


def test_nobody_hears_live_who_looked_behind_a_mask(scene):
    actor = actor_of(scene.people["operator"].id)
    told = {"organisation_path": "", "division": "", "people": (actor.id,)}
    assert may_hear(actor, {"name": "cases.CaseMoved", "payload": told})
    assert not may_hear(actor, {"name": "cases.ReportRevealed", "payload": told})


def test_no_live_news_tells_of_it(scene):
    entries = entries_of(f"case:{scene.handled.pk}")
    facts = [{"name": row.name, "payload": row.payload} for row in entries]
    own, other = (actor_of(scene.people[who].id) for who in ("department", "other_department"))
    assert any(may_hear(own, fact) for fact in facts)
    assert not any(may_hear(other, fact) for fact in facts)


def test_a_picture_opens_by_its_signed_address_only(scene):
    row = MediaFile.objects.get(pk=make_media(scene.staff["handler"]))
    client = scene.clients["other_department"]
    for address in (f"/media/{row.key}/view", f"/media/{row.key}/original?e=9999999999&s=x"):
        answer = client.get(address)
        assert (answer.status_code, answer.json()["code"]) == (404, "kernel.not_found")


PATHS = ("", "/timeline", "/print")


@pytest.mark.parametrize("tail", PATHS)
def test_a_hidden_case_costs_what_a_missing_one_costs(scene, tail):
    """As many statements, and no measurable difference in time (medians within a factor of 2)."""
    client = scene.clients["other_department"]
    hidden, missing = (f"/api/v1/cases/{n}{tail}" for n in (scene.handled.pk, 2**40))
    counts, times = {}, {hidden: [], missing: []}
    for path in (hidden, missing) * 15:
        start = perf_counter()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 404
        times[path].append(perf_counter() - start)
        counts[path] = len(queries)
    assert counts[hidden] == counts[missing]
    assert 0.5 < median(times[hidden]) / median(times[missing]) < 2
