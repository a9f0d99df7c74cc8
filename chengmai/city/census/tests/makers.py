"""Files of the city's own data, made on the spot, and an import of one from end to end."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely
from openpyxl import Workbook
from pyogrio import raw

from chengmai.city.census.actions.checking import start_check
from chengmai.city.census.actions.receiving import receive_file
from chengmai.city.census.actions.taking import go_on, start_take, start_undo
from chengmai.city.census.models import CensusImport
from chengmai.city.census.words import ImportState
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.words import SYSTEM, Actor

NOW = datetime(2026, 5, 20, 4, 0, tzinfo=UTC)
_serial = itertools.count(1)


def clock() -> datetime:
    """The time of every test."""
    return NOW


def code(serial: int, class_digits: str = "0101", division: str = "130302") -> str:
    """A component's code of 16 digits."""
    return f"{division}{class_digits}{serial:06d}"


def shapefile(
    columns: Mapping[str, Sequence[Any]],
    shapes: Sequence[Any],
    *,
    name: str = "部件",
    encoding: str = "gb18030",
    crs: str | None = "EPSG:4490",
    cpg: bool = False,
    kind: str = "Point",
    zipped: bool = True,
    folder: str = "",
) -> bytes:
    """A Shapefile as a zip."""
    with TemporaryDirectory() as place:
        path = Path(place) / "x.shp"
        raw.write(
            path,
            np.array([None if s is None else shapely.to_wkb(s) for s in shapes], dtype=object),
            [np.array(values, dtype=object) for values in columns.values()],
            np.array(list(columns), dtype=object),
            geometry_type=kind,
            driver="ESRI Shapefile",
            crs=crs,
            encoding=encoding,
        )
        files = {p.suffix: p.read_bytes() for p in Path(place).iterdir()}
    if not cpg:
        files.pop(".cpg", None)
    if not zipped:
        return files[".shp"]
    return zip_of({f"{folder}{name}{suffix}": content for suffix, content in files.items()})


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in files.items():
            box.writestr(name, content)
    return out.getvalue()


def workbook(rows: Sequence[Sequence[Any]], *, merges: Sequence[str] = (), hidden: bool = False) -> bytes:  # fmt: skip
    """A workbook of one sheet; with `hidden`, a hidden one stands before it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if hidden:
        sheet.title = "字典"
        sheet.append(["代码", "含义"])
        sheet.append(["1", "完好"])
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet("数据")
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    book.active = len(book.worksheets) - 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(rows: Sequence[Sequence[Any]], encoding: str = "utf-8") -> bytes:
    """A table as text."""
    return "\r\n".join(",".join(str(cell) for cell in row) for row in rows).encode(encoding)


def points(number: int, lon: float = LON, lat: float = LAT) -> list[shapely.Point]:
    """Points in the first grid of `make_city`."""
    return [shapely.Point(lon + n * 1e-6, lat) for n in range(number)]


def components(number: int, **more: Sequence[Any]) -> dict[str, Sequence[Any]]:
    """Columns with the national names."""
    return {
        "ObjID": [code(n + 1) for n in range(number)],
        "ObjState": ["完好"] * number,
        "ORDate": ["2024-05-01"] * number,
        "LocateDSC": [f"海阳路{n}号旁" for n in range(number)],
        **more,
    }


def sent(content: bytes, name: str = "部件.zip", actor: Actor = SYSTEM) -> CensusImport:
    """A received file that a worker has looked into."""
    row = receive_file(content=io.BytesIO(content), file_name=name, actor=actor, at=NOW)
    return done(row)


def done(row: CensusImport) -> CensusImport:
    """The import after a worker did what waits."""
    found = go_on(row.pk, clock=clock)
    assert found is not None
    return found


def checked(content: bytes, name: str = "部件.zip", *, target: str = "", **choices: Any) -> CensusImport:  # fmt: skip
    """A file that was looked into and checked, with the guessed choices and these."""
    row = sent(content, name)
    assert row.state == ImportState.FOUND, row.error
    start_check(
        import_id=row.pk, target=target or row.target, choices={**row.choices, **choices},
        actor=SYSTEM, at=NOW,
    )  # fmt: skip
    return done(row)


def taken(content: bytes, name: str = "部件.zip", **choices: Any) -> CensusImport:
    """A file that was checked and taken."""
    row = checked(content, name, **choices)
    assert row.state == ImportState.CHECKED, row.error
    start_take(import_id=row.pk, actor=SYSTEM, at=NOW)
    return done(row)


def check_again(row: CensusImport, **choices: Any) -> CensusImport:
    """A file that was looked into, checked with the guessed choices and these."""
    start_check(
        import_id=row.pk, target=row.target, choices={**row.choices, **choices}, actor=SYSTEM, at=NOW
    )  # fmt: skip
    return done(row)


def take(row: CensusImport) -> CensusImport:
    """A checked import after it was taken."""
    assert row.state == ImportState.CHECKED, row.error
    start_take(import_id=row.pk, actor=SYSTEM, at=NOW)
    return done(row)


def undone(row: CensusImport) -> CensusImport:
    """The import after it was taken back."""
    start_undo(import_id=row.pk, actor=SYSTEM, at=NOW)
    return done(row)


def counts(row: CensusImport) -> tuple[int, int, int, int]:
    """Added, changed, unchanged, refused."""
    return row.added, row.changed, row.unchanged, row.refused
