"""Archives: what lies in a zip, unpacked under names of our own and within bounds.

A name in an archive never becomes a path. Shapefiles are put together by folder and stem; zips in
a zip are opened once where nothing else lies beside them.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from chengmai.city.census.errors import FileNotReadable, FileTooLarge, UnsafeArchive
from chengmai.city.census.gateways.contents import broken_archive, kind_of
from chengmai.city.census.words import FileKind, Limits

_MOST_ENTRIES = 5_000
_CHUNK = 1 << 20
_SIDES = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_WHOLE = (".gpkg", ".geojson", ".json", ".kml", ".csv", ".txt", ".xlsx", ".pbf", ".osm")
_SUFFIXES = {
    FileKind.GEOPACKAGE: ".gpkg", FileKind.GEOJSON: ".geojson", FileKind.KML: ".kml", FileKind.CSV: ".csv",
    FileKind.XLSX: ".xlsx", FileKind.OSM: ".osm", FileKind.SHAPEFILE: ".shp",
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One readable thing: its kind, where it lies, and what people call it."""

    kind: FileKind
    path: Path
    title: str


def parts_of(path: Path, title: str, folder: Path, limits: Limits) -> list[Part]:
    """The parts of a file, unpacked into `folder` where it is an archive.

    Raises FileNotReadable, FileTooLarge or UnsafeArchive.
    """
    kind = kind_of(path)
    if kind is not None:
        _refuse_swollen_workbook(kind, path, limits)
        return [Part(kind, path.rename(folder / f"layer{_SUFFIXES[kind]}"), title)]
    parts = _parts_of_zip(path, folder, limits, depth=0)
    if not parts:
        raise FileNotReadable(
            "The archive holds nothing that can be imported.",
            field="file",
            reason="empty_archive",
            remedy="Pack .shp, .shx, .dbf, .prj (or .gpkg, .geojson, .kml, .csv, .xlsx) into it.",
        )
    return parts


def _refuse_swollen_workbook(kind: FileKind, path: Path, limits: Limits) -> None:
    if kind is FileKind.XLSX:
        with zipfile.ZipFile(path) as box:
            _refuse_bomb(box.infolist(), limits)


def _parts_of_zip(path: Path, folder: Path, limits: Limits, depth: int) -> list[Part]:
    try:
        with zipfile.ZipFile(path) as box:
            entries = dict(safe_entries(box, limits))
            out = _Unpacker(box, folder, limits.unpacked)
            parts = [*_shapefiles(entries, out), *_whole_files(entries, out)]
            if parts:
                return parts
            return list(_inner(entries, out, limits, depth))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as problem:
        raise broken_archive() from problem


def safe_entries(
    box: zipfile.ZipFile, limits: Limits
) -> Iterator[tuple[PurePosixPath, zipfile.ZipInfo]]:
    """The files of an archive by their names. Raises UnsafeArchive, FileTooLarge, FileNotReadable."""
    infos = box.infolist()
    _refuse_bomb(infos, limits)
    for info in infos:
        name = PurePosixPath(_name(info).replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or (name.parts and ":" in name.parts[0]):
            raise _unsafe("An entry would be written outside the folder.", "path", str(name))
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _unsafe("An entry is a link.", "link", str(name))
        if info.is_dir() or "__MACOSX" in name.parts or name.name.startswith("."):
            continue
        if info.flag_bits & 1:
            raise FileNotReadable("The archive is locked with a password.", field="file", reason="encrypted", remedy="Pack it without a password.")  # fmt: skip
        yield name, info


def _unsafe(message: str, reason: str, name: str) -> UnsafeArchive:
    return UnsafeArchive(
        message, field="file", reason=reason, entry=name[:120], remedy="Pack the files anew, without folders above them."
    )  # fmt: skip


def _refuse_bomb(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    size = sum(info.file_size for info in infos)
    if size > limits.unpacked or len(infos) > _MOST_ENTRIES + limits.pictures:
        raise FileTooLarge(
            "The archive unpacks to too much.",
            field="file",
            bytes=size,
            limit=limits.unpacked,
            remedy="Divide the data into several files.",
        )


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name; archives made on Chinese systems write GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


@dataclass
class _Unpacker:
    """Writes entries under names of our own and counts what really comes out."""

    box: zipfile.ZipFile
    folder: Path
    left: int
    number: int = 0

    def fresh(self) -> Path:
        """A new empty folder."""
        self.number += 1
        made = self.folder / f"part{self.number}"
        made.mkdir(parents=True)
        return made

    def write(self, info: zipfile.ZipInfo, target: Path) -> Path:
        """Unpack one entry. Raises FileTooLarge when it is more than its header says."""
        with self.box.open(info) as source, target.open("wb") as out:
            while chunk := source.read(_CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise FileTooLarge("The archive unpacks to too much.", field="file", remedy="Divide the data into several files.")  # fmt: skip
                out.write(chunk)
        return target


def _shapefiles(entries: dict[PurePosixPath, zipfile.ZipInfo], out: _Unpacker) -> Iterator[Part]:
    for name in sorted(entries):
        if name.suffix.lower() != ".shp":
            continue
        stem = name.with_suffix("").as_posix().lower()
        sides = {
            other.suffix.lower(): info
            for other, info in entries.items()
            if other.with_suffix("").as_posix().lower() == stem and other.suffix.lower() in _SIDES
        }
        if ".dbf" not in sides:
            raise FileNotReadable(
                "A Shapefile lacks its .dbf.",
                field="file",
                reason="no_dbf",
                layer=name.stem,
                remedy="Pack .shp, .shx and .dbf of one name together.",
            )
        folder = out.fresh()
        for suffix, info in sides.items():
            out.write(info, folder / f"layer{suffix}")
        yield Part(FileKind.SHAPEFILE, folder / "layer.shp", name.stem)


def _whole_files(entries: dict[PurePosixPath, zipfile.ZipInfo], out: _Unpacker) -> Iterator[Part]:
    beside = any(name.suffix.lower() == ".shp" for name in entries)
    for name in sorted(entries):
        suffix = name.suffix.lower()
        if suffix not in _WHOLE or (beside and suffix in (".txt", ".json", ".csv")):
            continue
        path = out.write(entries[name], out.fresh() / f"layer{suffix}")
        kind = kind_of(path)
        if kind is not None:
            yield Part(kind, path.rename(path.with_name(f"whole{_SUFFIXES[kind]}")), name.stem)


def _inner(
    entries: dict[PurePosixPath, zipfile.ZipInfo], out: _Unpacker, limits: Limits, depth: int
) -> Iterator[Part]:
    zips = [name for name in sorted(entries) if name.suffix.lower() in (".zip", ".kmz")]
    if zips and depth > 0:
        raise UnsafeArchive("Archives lie in archives in archives.", field="file", reason="nested", remedy="Unpack the file once and pack the data themselves.")  # fmt: skip
    for name in zips[:20]:
        folder = out.fresh()
        path = out.write(entries[name], folder / "inner.zip")
        inner = Limits(limits.bytes, out.left, limits.rows, limits.pictures)
        yield from _parts_of_zip(path, folder, inner, depth + 1)
