"""The encoding of a .dbf, told by its bytes: a .cpg is often absent and sometimes wrong."""

from __future__ import annotations

import struct
from pathlib import Path

_SAMPLE_RECORDS = 3_000
_ENOUGH = 0.95


def encoding_of(path: Path, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """`utf-8` or `gb18030` for the texts of a table, and notes such as `cpg_wrong`.

    Values of Shapefiles are cut at a number of bytes, so a character may be cut in two; that
    does not count against an encoding.
    """
    texts = [text for text in _texts(path) if any(byte > 127 for byte in text)]
    said = _plain(declared)
    if not texts:
        return said or "utf-8", ()
    utf8 = sum(_is_utf8(text) for text in texts) / len(texts)
    found = "utf-8" if utf8 >= _ENOUGH else "gb18030"
    return found, (("cpg_wrong",) if said and said != found else ())


def _plain(declared: str) -> str:
    name = declared.strip().lower().replace("_", "-")
    if not name:
        return ""
    if "utf" in name or name == "65001":
        return "utf-8"
    return "gb18030" if any(word in name for word in ("gb", "936", "cp936")) else ""


def _is_utf8(text: bytes) -> bool:
    for cut in range(4):
        try:
            text[: len(text) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _texts(path: Path) -> list[bytes]:
    """Field names and texts of the first records; empty for a file that is no table."""
    with path.open("rb") as file:
        head = file.read(32)
        if len(head) < 32:
            return []
        records, size, width = struct.unpack("<4xIHH20x", head)
        if size < 33 or width < 1:
            return []
        names, columns = _columns(file.read(size - 32))
        body = file.read(width * min(records, _SAMPLE_RECORDS))
    found = list(names)
    for start in range(0, len(body) - width + 1, width):
        record = body[start : start + width]
        found += [record[a:b].rstrip(b" \x00") for a, b in columns]
    return found


def _columns(described: bytes) -> tuple[list[bytes], list[tuple[int, int]]]:
    names: list[bytes] = []
    spans: list[tuple[int, int]] = []
    start = 1
    for at in range(0, len(described) - 31, 32):
        one = described[at : at + 32]
        if one[0] == 0x0D:
            break
        names.append(one[:11].split(b"\x00")[0])
        if one[11:12] == b"C":
            spans.append((start, start + one[16]))
        start += one[16]
    return names, spans
