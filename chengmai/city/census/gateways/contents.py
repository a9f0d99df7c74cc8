"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from chengmai.city.census.errors import FileNotReadable
from chengmai.city.census.words import FileKind

_HEAD = 4096
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "old_xls", "Save the old .xls file as .xlsx or CSV."),
    (b"\x00\x00\x27\x0a", "bare_shp", "Put .shp, .shx, .dbf and .prj together into one zip."),
    (b"Rar!", "rar", "Pack the files as .zip."),
    (b"7z\xbc\xaf", "seven_zip", "Pack the files as .zip."),
    (b"\x1f\x8b", "gzip", "Unpack the file, or pack it as .zip."),
    (b"%PDF", "pdf", "Send the table or the drawing itself, not a print of it."),
    (b"AC10", "dwg", "Export the drawing as a Shapefile or GeoPackage."),
)


def kind_of(path: Path) -> FileKind | None:
    """The kind of a file; None for an archive. Raises FileNotReadable, naming the remedy."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise FileNotReadable("The file is empty.", field="file", reason="empty", remedy="Choose another file.")  # fmt: skip
    for mark, reason, remedy in _REFUSED:
        if head.startswith(mark):
            raise FileNotReadable("This kind of file cannot be read.", field="file", reason=reason, remedy=remedy)  # fmt: skip
    if head[:2] == b"PK":
        return FileKind.XLSX if _is_workbook(path) else None
    if head.startswith(b"SQLite format 3\x00"):
        return FileKind.GEOPACKAGE
    if b"OSMHeader" in head[:64]:
        return FileKind.OSM
    return _kind_of_text(head)


def _is_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as box:
            names = set(box.namelist())
    except (zipfile.BadZipFile, ValueError, OSError) as problem:
        raise broken_archive() from problem
    return "[Content_Types].xml" in names and any(n.startswith("xl/") for n in names)


def broken_archive() -> FileNotReadable:
    """A zip that cannot be opened."""
    return FileNotReadable(
        "The archive is damaged or cut off.", field="file", reason="bad_archive", remedy="Pack it again."
    )  # fmt: skip


def _kind_of_text(head: bytes) -> FileKind:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")):
        return FileKind.GEOJSON
    if text.startswith(b"<"):
        if re.search(rb"<!DOCTYPE|<!ENTITY", head):
            raise FileNotReadable("The file declares entities.", field="file", reason="entities", remedy="Export the file again without a DOCTYPE.")  # fmt: skip
        if re.search(rb"<(\w+:)?kml[\s>]", head):
            return FileKind.KML
        if b"<osm" in head:
            return FileKind.OSM
        raise FileNotReadable("This XML is no KML.", field="file", reason="xml", remedy="Export it as GeoPackage or Shapefile.")  # fmt: skip
    return FileKind.CSV
