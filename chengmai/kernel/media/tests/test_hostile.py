"""Files made to harm: bombs, files of two kinds, scripts in pictures, malware, and too many."""

import io
import os
import shutil
import socket
import struct
import subprocess
import time
import zipfile
import zlib
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

from chengmai.kernel.media import store
from chengmai.kernel.media.actions import keep_upload
from chengmai.kernel.media.errors import (
    BrokenFile,
    Infected,
    NameDisagrees,
    NotScanned,
    QuotaReached,
    TooManyPixels,
    TooMuchUnpacked,
    UnknownContent,
)
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.scan import scanner_version
from chengmai.kernel.media.tests.makers import PDF, make_office, make_photo
from chengmai.kernel.media.words import Variant
from chengmai.kernel.models import Setting
from chengmai.kernel.reference import forget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_folder")]
NOW = timezone.now()
# The harmless test file that every scanner knows, in two halves so that none stops at this one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def keep(data, name="a.jpg", owner="device:x", at=NOW):
    return keep_upload(file=io.BytesIO(data), name=name, owner=owner, at=at)


def chunk(kind, body):
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def png(width, height, *more, rows=b""):
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def stored(card):
    row = MediaFile.objects.get(pk=card.id)
    with store.read(row.key, Variant.ORIGINAL) as file:
        return file.read()


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded():
    with pytest.raises(TooManyPixels) as refusal:
        keep(png(9_000, 9_000), "a.png")
    assert refusal.value.facts["width"] == 9_000
    with pytest.raises(TooManyPixels):
        keep(png(60_000, 60_000), "a.png")


def test_a_picture_whose_colour_profile_unpacks_to_a_gigabyte_is_refused_or_kept_small():
    bomb = b"x\0\0" + zlib.compress(bytes(200_000_000), 9)
    rows = b"".join(b"\0" + bytes(30) for _ in range(10))
    before = time.process_time()
    try:
        card = keep(png(10, 10, chunk(b"iCCP", bomb), rows=rows), "a.png")
    except BrokenFile:
        card = None
    assert time.process_time() - before < 10
    if card is not None:
        assert len(stored(card)) < 1_000_000


def test_texts_hidden_in_a_picture_are_neither_unpacked_nor_kept():
    rows = b"".join(b"\0" + bytes(30) for _ in range(10))
    secret = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"SECRET" * 10_000_000, 9))
    try:
        assert b"zTXt" not in stored(keep(png(10, 10, secret, rows=rows), "a.png"))
    except BrokenFile:
        assert MediaFile.objects.count() == 0


@pytest.mark.parametrize(
    "tail",
    [
        b"<html><script>alert(1)</script></html>",
        make_office("evil.js"),
        b"<?php system($_GET[0]); ?>",
    ],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_is_a_second_thing_behind_its_end_is_only_a_picture_after(format, tail):
    picture = make_photo(format=format) + tail
    kept = stored(keep(picture, f"a.{format.lower()}"))
    assert tail not in kept
    Image.open(io.BytesIO(kept)).load()


def test_a_script_in_the_comment_of_a_jpeg_is_gone():
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG", comment=b"*/=alert(1)/*<script>")
    assert b"alert" not in stored(keep(out.getvalue()))


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.jpg", "a"])
@pytest.mark.parametrize(
    "start", [b"", b"\xef\xbb\xbf", b'<?xml version="1.0"?>\n', b"<!-- -->\n", b"\n\n  "]
)
def test_svg_is_refused_whatever_it_is_called(name, start):
    drawing = start + b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    with pytest.raises(UnknownContent):
        keep(drawing, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [(PDF, "a.docx"), (make_office(), "a.pdf"), (make_photo(), "a.pdf"), (PDF, "a.html")],
)
def test_a_name_that_says_otherwise_is_refused_or_cannot_make_a_page_of_it(data, name):
    try:
        card = keep(data, name)
    except NameDisagrees:
        return
    assert card.content_type == "application/pdf"


def zipped(*parts, level=9):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, body in parts:
            archive.writestr(name, body)
    return out.getvalue()


WORKBOOK = [("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")]


def test_a_workbook_that_unpacks_to_hundreds_of_times_its_size_is_refused():
    bomb = zipped(*WORKBOOK, ("xl/sheet1.xml", bytes(40_000_000)))
    with pytest.raises(TooMuchUnpacked) as refusal:
        keep(bomb, "a.xlsx")
    assert refusal.value.facts["remedy"]


def test_a_workbook_of_many_thousand_parts_is_refused():
    with pytest.raises(TooMuchUnpacked):
        keep(zipped(*WORKBOOK, *((f"xl/{n}", "") for n in range(6000))), "a.xlsx")


def test_an_honest_workbook_of_some_megabytes_is_taken():
    rows = "".join(f"<c>{n * 7919 % 104729}</c>" for n in range(300_000))
    assert keep(zipped(*WORKBOOK, ("xl/sheet1.xml", rows)), "a.xlsx").content_type.endswith("sheet")


@pytest.fixture
def small_quota():
    Setting.objects.create(
        key="media_files_per_day_device", value=2, valid_from=NOW.date() - timedelta(9), source="t"
    )
    forget("kernel.settings")
    yield
    forget("kernel.settings")


def test_a_device_may_send_so_many_files_a_day_and_the_next_one_tomorrow(small_quota):
    keep(make_photo(seed=1))
    keep(make_photo(seed=2))
    with pytest.raises(QuotaReached) as refusal:
        keep(make_photo(seed=3))
    assert (refusal.value.status, refusal.value.facts["most_files"]) == (429, 2)
    keep(make_photo(seed=1))  # the same file again is no new one
    keep(make_photo(seed=3), owner="device:y")
    keep(make_photo(seed=3), at=NOW + timedelta(hours=25))


@pytest.fixture
def clamd(tmp_path, monkeypatch):
    """The real daemon, with one signature of our own instead of the downloaded millions."""
    program = shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("clamd is not installed (Debian package clamav-daemon)")
    signatures, talk = tmp_path / "signatures", tmp_path / "clamd.sock"
    signatures.mkdir()
    (signatures / "own.ndb").write_text(f"Own.Test.File:0:*:{EICAR.hex()}\n")
    config = tmp_path / "clamd.conf"
    config.write_text(
        f"DatabaseDirectory {signatures}\nLocalSocket {talk}\nForeground yes\n"
        f"LogFile {tmp_path / 'clamd.log'}\nTemporaryDirectory {tmp_path}\nMaxThreads 2\n"
    )
    daemon = subprocess.Popen([program, "--config-file", str(config)])
    monkeypatch.setenv("CHENGMAI_CLAMD", f"unix:{talk}")
    for _ in range(200):
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(str(talk)) == 0:
                break
        time.sleep(0.1)
    yield daemon
    daemon.terminate()
    daemon.wait(20)


def test_what_the_scanner_knows_is_refused_and_what_it_does_not_is_kept(clamd):
    assert scanner_version().startswith("ClamAV")
    with pytest.raises(Infected) as refusal:
        keep(PDF + EICAR, "a.pdf")
    assert "Own.Test.File" in refusal.value.facts["found"]
    assert MediaFile.objects.count() == 0
    assert keep(PDF, "a.pdf").bytes == len(PDF)


@pytest.mark.parametrize("address", ["unix:/nowhere/clamd.sock", "tcp:127.0.0.1:1", "nonsense"])
def test_while_the_scanner_does_not_answer_nothing_is_kept(monkeypatch, address):
    monkeypatch.setenv("CHENGMAI_CLAMD", address)
    with pytest.raises(NotScanned) as refusal:
        keep(PDF, "a.pdf")
    assert (refusal.value.status, MediaFile.objects.count()) == (503, 0)
