"""Workbooks that are none, or that unpack to more than they show: refused at every door."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
DOORS = {
    "/tables/city.classes/sheet": Duty.ADMIN,
    "/cases/imports": Duty.OPERATOR,
    "/roster/imports": Duty.ADMIN,
}
SHEET, STYLES, STRINGS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>'


def with_part(name: str, content: bytes) -> bytes:
    """A workbook of two lines in which one part is another."""
    whole, out = io.BytesIO(), io.BytesIO()
    book = Workbook()
    for line in (["编号", "名称"], ["code", "name"], ["E0112", "道路不洁"]):
        book.active.append(line)
    book.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return out.getvalue()


def bomb() -> bytes:
    """Half a megabyte that says, and is, 500 MB of shared strings."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_part("", b""))) as old:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for one in old.namelist():
                if one != STRINGS:
                    new.writestr(one, old.read(one))
            with new.open(STRINGS, "w", force_zip64=True) as part:
                for _ in range(500):
                    part.write(bytes(1024 * 1024))
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        with_part(SHEET, b"<x"),
        with_part(SHEET, b""),
        with_part(SHEET, DOCTYPE + b"<worksheet><sheetData>&e;&a;</sheetData></worksheet>"),
        with_part(STYLES, b""),
        with_part("[Content_Types].xml", b"<x/>"),
        with_part("xl/workbook.xml", b"<x/>"),
        b"PK\x03\x04 nothing",
        bomb(),
    ],
    ids=["torn", "empty", "entities", "styles", "types", "book", "no zip", "bomb"],
)
@pytest.mark.parametrize("path", DOORS)
def test_a_workbook_that_is_none_is_refused_and_never_read(path, content):
    forget()
    client = signed_in_client(make_person([DOORS[path]]))
    answer = client.post(f"/api/v1{path}", {"file": SimpleUploadedFile("a.xlsx", content)})
    assert answer.status_code in (413, 422), answer.content
    assert b"root:" not in answer.content
