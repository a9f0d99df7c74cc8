"""The printed file: what stands on it, what never does, and that its code can be checked."""

import re
import socket
import time
import zlib
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import storages
from PIL import Image

from chengmai.cases.casefile.actions import print_case
from chengmai.cases.casefile.drawing import draw_map
from chengmai.cases.casefile.page import pages_of, photos_in
from chengmai.cases.casefile.press import AddressRefused, Pictures, press
from chengmai.cases.casefile.queries import check_code, read_case_file
from chengmai.cases.casefile.words import CLOCKS, DUTIES, MOVES, SOURCES, STAGES
from chengmai.cases.errors import CaseNotFound
from chengmai.cases.models import Case
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_media, make_staff
from chengmai.cases.words import CaseSource, ClockKind, Move, Stage
from chengmai.city.public import DrawnShape, surroundings
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import remember_contact
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.reference import forget

LATER = MORNING + timedelta(hours=1)
ORIGIN = "https://city.example"


@pytest.fixture
def staff(db):
    forget()
    return make_staff()


def html_of(actor, case):
    files = [read_case_file(actor, case.pk, LATER)]
    return pages_of(files, bureau="城市管理局", by=actor.name, at=LATER, origin=ORIGIN)


def stored_photo(actor):
    number = make_media(actor)
    made = BytesIO()
    Image.new("RGB", (64, 48), "navy").save(made, "JPEG")
    made.seek(0)
    row = MediaFile.objects.get(pk=number)
    storages["media"].save(f"{row.key[:2]}/{row.key}/view", made)
    return number


def unpacked(pdf):
    """The document with its packed streams opened."""
    parts = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return b"".join(parts)


def test_every_word_of_the_trade_has_its_chinese_word():
    for words, known in (
        (STAGES, Stage), (MOVES, Move), (CLOCKS, ClockKind), (DUTIES, Duty), (SOURCES, CaseSource),
    ):  # fmt: skip
        assert set(known) - set(words) == set()


def test_the_printed_words_are_those_of_the_screens():
    root = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
    screen = (root / "web/packages/kit/src/words/zh.ts").read_text()
    for words in (STAGES, MOVES, CLOCKS, DUTIES, SOURCES):
        for key, word in words.items():
            assert re.search(rf"\b{key}: '{re.escape(word)}'", screen), (key, word)


def test_a_file_tells_the_whole_story_and_keeps_contacts_behind_masks(staff):
    contact = remember_contact(name="王建国", phone="13912345678", at=MORNING)
    words = "路面有积灰，联系 13987654321 <b>快</b>"
    case = make_case(contact_id=contact, description=words)
    case = bring_to(case, Stage.PENDING_DISPATCH, staff)
    html = html_of(staff["operator"], case)
    for expected in (
        "案件办理档案",
        case.case_no,
        "道路不洁",
        "受理",
        "立案",
        "王**",
        "139****5678",
    ):
        assert expected in html
    for never in ("13912345678", "13987654321", "王建国", "<b>快"):
        assert never not in html
    assert "139****4321" in html
    assert f"{ORIGIN}/verify/" not in html  # it stands in the picture of the code only
    assert "<svg" in html


def test_the_pdf_embeds_its_fonts_and_the_photos(staff):
    case = make_case(media_ids=[])
    case.media = {"before": [stored_photo(staff["operator"])]}
    case.save(update_fields=["media"])
    number, content = print_case(actor=staff["operator"], case_id=case.pk, at=LATER, origin=ORIGIN)
    assert number == case.case_no
    assert content.startswith(b"%PDF-")
    inside = unpacked(content)
    assert b"/FontFile3" in inside
    assert b"/DCTDecode" in inside
    (fact,) = entries_of(f"casefile:{case.pk}")
    assert (fact.name, fact.actor_id) == ("cases.CaseFilePrinted", staff["operator"].id)
    assert len(entries_of(f"case:{case.pk}")) == 1


def test_another_office_cannot_print_a_case_nor_tell_that_it_exists(staff):
    case = bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    for number in (case.pk, 10**9):
        with pytest.raises(CaseNotFound):
            print_case(actor=staff["other"], case_id=number, at=LATER, origin=ORIGIN)
        with pytest.raises(CaseNotFound):
            check_code(staff["other"], number, 1, "0" * 16)


def test_the_code_agrees_until_somebody_forges_it_and_counts_later_steps(staff):
    case = make_case()
    one = read_case_file(staff["operator"], case.pk, LATER)
    assert check_code(staff["operator"], case.pk, one.seq, one.code)["agrees"] is True
    bring_to(Case.objects.get(pk=case.pk), Stage.PENDING_REGISTER, staff)
    later = check_code(staff["operator"], case.pk, one.seq, one.code.upper())
    assert (later["agrees"], later["later_steps"]) == (True, 1)
    forged = check_code(staff["operator"], case.pk, one.seq, "0" * 16)
    assert (forged["agrees"], forged["at"]) == (False, None)
    assert check_code(staff["operator"], case.pk, 99, one.code)["agrees"] is False


class Door:
    """A server that would answer; a document that fetches anything knocks here."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.port = self.socket.getsockname()[1]

    def was_knocked_at(self):
        try:
            self.socket.accept()
        except TimeoutError:
            return False
        return True


@pytest.mark.parametrize(
    "what",
    [
        '<img src="http://127.0.0.1:{port}/x.png">',
        '<img src="file:///etc/hostname">',
        '<link rel="stylesheet" href="http://127.0.0.1:{port}/x.css">',
        '<style>@import url("http://127.0.0.1:{port}/y.css"); p {{ color: red }}</style><p>x</p>',
        '<p style="background: url(http://127.0.0.1:{port}/z.png)">x</p>',
        '<svg><image href="file:///etc/passwd" width="9" height="9"/></svg>',
        '<img src="picture:7">',
        '<img src="picture:../../secret">',
        '<img src="data:image/svg+xml,%3Csvg/%3E">',
    ],
)
def test_a_document_fetches_nothing_that_was_not_handed_to_it(what):
    door, read = Door(), []
    pictures = Pictures(lambda number: read.append(number), frozenset({1}))
    with pytest.raises(AddressRefused):
        press(f"<body>{what.format(port=door.port)}</body>", "", pictures)
    assert not door.was_knocked_at()
    assert read == []


def test_a_picture_that_is_gone_leaves_a_gap_and_not_a_failure():
    made = press(
        '<body><img src="picture:1"/></body>', "", Pictures(lambda _: None, frozenset({1}))
    )
    assert made.startswith(b"%PDF-")


def test_only_the_case_own_pictures_are_handed_over(staff):
    case = make_case()
    case.media = {"before": [make_media(staff["operator"])]}
    case.save(update_fields=["media"])
    make_media(staff["operator"])
    one = read_case_file(staff["operator"], case.pk, LATER)
    assert photos_in([one]) == frozenset(case.media["before"])


def test_the_map_is_drawn_from_one_statement(staff, django_assert_num_queries):
    with django_assert_num_queries(1):
        surroundings(LON, LAT, metres=300, width=600, height=300)


def test_a_road_is_drawn_and_named_once_and_its_name_is_plain_text():
    road = DrawnShape(
        "road", "main", 2, "M 0 60 L 680 60", "人民路<script>", (340.0, 60.0), 680.0, 178.0
    )
    drawn = draw_map([road, road])
    assert drawn.count("人民路") == 2  # the white edge and the letters
    assert "<script" not in drawn
    assert "rotate(-2.0)" in drawn


@pytest.mark.parametrize("words", ["海阳路" * 1_600, "x" * 4_900, "1 3 9-1 " * 600])
def test_a_text_as_long_as_a_citizen_may_send_does_not_hold_up_the_printer(staff, words):
    """Widths found by content took the square of the longest text: minutes for one report."""
    case = make_case(description=words)
    print_case(actor=staff["operator"], case_id=make_case().pk, at=LATER, origin=ORIGIN)
    began = time.process_time()
    number, made = print_case(actor=staff["operator"], case_id=case.pk, at=LATER, origin=ORIGIN)
    assert number == case.case_no and made.startswith(b"%PDF")
    assert time.process_time() - began < 10  # seconds of this process; before 30 and more
