"""What a file is, read from its content. Pure: bytes in, a verdict or a refusal out."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import IO

from chengmai.kernel.media.boxes import has_video_track
from chengmai.kernel.media.errors import (
    BrokenFile,
    NameDisagrees,
    TooMuchUnpacked,
    UnknownContent,
)
from chengmai.kernel.media.words import MediaKind

HEAD = 4096


@dataclass(frozen=True)
class Content:
    """A kind of content that is taken, and the endings its names may have."""

    kind: MediaKind
    content_type: str
    endings: frozenset[str]


def _content(kind: MediaKind, content_type: str, *endings: str) -> Content:
    return Content(kind, content_type, frozenset(endings))


_OFFICE = "application/vnd.openxmlformats-officedocument"
JPEG = _content(MediaKind.IMAGE, "image/jpeg", "jpg", "jpeg", "jpe", "jfif")
PNG = _content(MediaKind.IMAGE, "image/png", "png")
WEBP = _content(MediaKind.IMAGE, "image/webp", "webp")
MP4 = _content(MediaKind.VIDEO, "video/mp4", "mp4", "m4v", "3gp", "mov")
MOV = _content(MediaKind.VIDEO, "video/quicktime", "mov", "qt", "mp4")
WEBM = _content(MediaKind.VIDEO, "video/webm", "webm")
M4A = _content(MediaKind.AUDIO, "audio/mp4", "m4a", "mp4", "m4b", "aac", "3gp")
WEBM_SOUND = _content(MediaKind.AUDIO, "audio/webm", "webm", "weba")
MP3 = _content(MediaKind.AUDIO, "audio/mpeg", "mp3")
WAV = _content(MediaKind.AUDIO, "audio/wav", "wav")
OGG = _content(MediaKind.AUDIO, "audio/ogg", "ogg", "oga", "opus")
AMR = _content(MediaKind.AUDIO, "audio/amr", "amr")
PDF = _content(MediaKind.DOCUMENT, "application/pdf", "pdf")
DOCX = _content(MediaKind.DOCUMENT, f"{_OFFICE}.wordprocessingml.document", "docx")
XLSX = _content(MediaKind.DOCUMENT, f"{_OFFICE}.spreadsheetml.sheet", "xlsx")
CONTENTS = (
    *(JPEG, PNG, WEBP, MP4, MOV, WEBM, M4A, WEBM_SOUND),
    *(MP3, WAV, OGG, AMR, PDF, DOCX, XLSX),
)
_ENDINGS = frozenset(ending for content in CONTENTS for ending in content.endings)

_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"ID3", MP3),
    (b"\xff\xfb", MP3),
    (b"\xff\xf3", MP3),
    (b"\xff\xf2", MP3),
    (b"\xff\xfa", MP3),
    (b"OggS", OGG),
    (b"#!AMR", AMR),
    (b"%PDF-", PDF),
)
_NOT_TAKEN = (
    (b"GIF8", "GIF", "Send a JPEG or PNG picture."),
    (b"BM", "BMP", "Send a JPEG or PNG picture."),
    (b"II*\0", "TIFF", "Send a JPEG or PNG picture."),
    (b"MM\0*", "TIFF", "Send a JPEG or PNG picture."),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save it as docx, xlsx or PDF."),
    (b"MZ", "a program", "Send a photo, video, recording or document."),
    (b"\x7fELF", "a program", "Send a photo, video, recording or document."),
    (b"Rar!", "an archive", "Send the files one by one."),
    (b"7z\xbc\xaf", "an archive", "Send the files one by one."),
)
_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
_SCREEN_REMEDY = "Set the camera to 'most compatible' (JPEG), or send a screenshot."


def recognise(file: IO[bytes], name: str) -> Content:
    """What the file holds. Refuses content that is not taken, and a name that says otherwise."""
    file.seek(0)
    content = _by_content(file, file.read(HEAD))
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in _ENDINGS and ending not in content.endings:
        raise NameDisagrees(
            f"The name says {ending}, the content is {content.content_type}.",
            field="file",
            name_says=ending,
            content_is=content.content_type,
            remedy="Send the file under its true ending.",
        )
    return content


def _by_content(file: IO[bytes], head: bytes) -> Content:
    for start, content in _STARTS:
        if head.startswith(start):
            return content
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE"):
        return WEBP if head[8:12] == b"WEBP" else WAV
    if head[4:8] in (b"ftyp", b"moov", b"wide", b"mdat"):
        return _film(file, head)
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return WEBM if b"V_VP" in head or b"V_AV1" in head else WEBM_SOUND
    if head.startswith(b"PK\x03\x04"):
        return _office(file)
    for start, what, remedy in _NOT_TAKEN:
        if head.startswith(start):
            raise UnknownContent(f"{what} is not taken.", field="file", what=what, remedy=remedy)
    raise UnknownContent(
        "The content is of no kind that is taken.",
        field="file",
        remedy="Send a photo (JPEG, PNG, WebP), video (MP4, MOV, WebM), recording or PDF.",
    )


def _film(file: IO[bytes], head: bytes) -> Content:
    """MP4 and its relatives: a picture, a film or a recording."""
    brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "
    if brand in _HEIF:
        raise UnknownContent("HEIC is not taken.", field="file", what="HEIC", remedy=_SCREEN_REMEDY)
    if brand in (b"M4A ", b"M4B ") or not has_video_track(file):
        return M4A
    return MOV if brand == b"qt  " else MP4


_MOST_PARTS = 5_000
_MOST_UNPACKED = 500_000_000
_MOST_TIMES = 200


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    """What a reader would unpack must be in proportion to the file."""
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    overlapping = len({part.header_offset for part in parts}) != len(parts)
    steep = unpacked > 10_000_000 and unpacked > _MOST_TIMES * packed
    if overlapping or steep or len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED:
        raise TooMuchUnpacked(
            "The document would unpack to far too much.",
            field="file",
            parts=len(parts),
            unpacked_bytes=unpacked,
            remedy="Save the document anew, or send it as PDF.",
        )


def _office(file: IO[bytes]) -> Content:
    """Office files are archives; only the directory is read, nothing is unpacked."""
    try:
        parts = zipfile.ZipFile(file).infolist()
        names = {part.filename for part in parts}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BrokenFile("The file is damaged.", field="file", remedy="Send it again.") from None
    _refuse_bomb(parts)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise UnknownContent(
            "A document with macros is not taken.", field="file", remedy="Save it without macros."
        )
    for part, content in (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX)):
        if part in names and "[Content_Types].xml" in names:
            return content
    raise UnknownContent(
        "An archive is not taken.", field="file", remedy="Send the files one by one."
    )
