"""What a file is, is read from its content and never believed from its name."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengmai.kernel.errors import Refusal
from chengmai.kernel.media.boxes import clean_film, recorded
from chengmai.kernel.media.contents import recognise
from chengmai.kernel.media.errors import BrokenFile, NameDisagrees, UnknownContent
from chengmai.kernel.media.tests.makers import (
    PDF,
    WAV,
    WEBM_FILM,
    WEBM_SOUND,
    box,
    make_film,
    make_office,
    make_photo,
)


def kind_of(data: bytes, name: str = "") -> str:
    return recognise(io.BytesIO(data), name).content_type


@pytest.mark.parametrize(
    ("data", "name", "content_type"),
    [
        (make_photo(), "IMG_1.JPG", "image/jpeg"),
        (make_photo(format="PNG"), "a.png", "image/png"),
        (make_photo(format="WEBP"), "微信图片.webp", "image/webp"),
        (make_film(), "v.mp4", "video/mp4"),
        (make_film(brand=b"qt  "), "v.MOV", "video/quicktime"),
        (make_film(handler=b"soun"), "voice.m4a", "audio/mp4"),
        (make_film(brand=b"M4A "), "voice.m4a", "audio/mp4"),
        (WEBM_FILM, "blob", "video/webm"),
        (WEBM_SOUND, "blob", "audio/webm"),
        (b"ID3\x04" + b"\0" * 50, "a.mp3", "audio/mpeg"),
        (b"\xff\xfb\x90" + b"\0" * 50, "a.mp3", "audio/mpeg"),
        (WAV, "a.wav", "audio/wav"),
        (b"OggS\0\2" + b"\0" * 50, "a.ogg", "audio/ogg"),
        (b"#!AMR\n" + b"\0" * 50, "a.amr", "audio/amr"),
        (PDF, "现场 记录.v2.pdf", "application/pdf"),
        (
            make_office(),
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            make_office("xl/workbook.xml"),
            "a.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_every_kind_that_is_taken_is_known_by_content(data, name, content_type):
    assert kind_of(data, name) == content_type
    assert kind_of(data, "no ending") == content_type


def test_a_pdf_named_jpg_is_refused_and_both_are_named():
    with pytest.raises(NameDisagrees) as refusal:
        kind_of(PDF, "photo.jpg")
    assert refusal.value.facts["name_says"] == "jpg"
    assert refusal.value.facts["content_is"] == "application/pdf"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"GIF89a" + b"\0" * 20, "GIF"),
        (box(b"ftyp", b"heic", b"\0\0\0\0mif1") + b"\0" * 100, "HEIC"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"MZ\x90\0", "a program"),
        (b"\x7fELF\2", "a program"),
    ],
)
def test_what_is_not_taken_is_named_with_a_remedy(data, what):
    with pytest.raises(UnknownContent) as refusal:
        kind_of(data, "photo.jpg")
    assert refusal.value.facts["what"] == what
    assert refusal.value.facts["remedy"]


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"plain text",
        b"\0" * 5000,
        b"x",
        make_office("some/other.xml"),
        make_office("word/document.xml", "word/vbaProject.bin"),
    ],
)
def test_scripts_archives_macros_and_rubbish_are_refused(data):
    with pytest.raises(UnknownContent):
        kind_of(data, "a.jpg")


def test_a_damaged_office_file_is_refused():
    with pytest.raises(BrokenFile):
        kind_of(make_office()[:40], "a.docx")


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\0\0\0\x18ftypisom", b"RIFF\0\0\0\0WEBP"]),
)
def test_no_content_whatever_breaks_the_reader(data, start):
    try:
        recognise(io.BytesIO(start + data), "x.bin")
    except Refusal as refusal:
        assert refusal.facts["field"] == "file"


def test_a_film_tells_when_and_where_and_then_no_longer():
    film = io.BytesIO(make_film())
    size = len(film.getvalue())
    when, where = recorded(film)
    assert when is not None
    assert when.year == 2026
    assert where == (119.6, 39.93)

    clean_film(film)

    assert recorded(film)[1] is None
    assert b"+39.9300" not in film.getvalue()
    assert len(film.getvalue()) == size
    assert kind_of(film.getvalue(), "v.mp4") == "video/mp4"


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_a_film_cut_anywhere_only_ends(cut):
    data = make_film()[:cut]
    recorded(io.BytesIO(data))
    clean_film(io.BytesIO(data))


def test_boxes_that_contain_themselves_end():
    evil = struct.pack(">L4s", 8, b"moov") * 50_000
    assert recorded(io.BytesIO(box(b"moov", evil))) == (None, None)
