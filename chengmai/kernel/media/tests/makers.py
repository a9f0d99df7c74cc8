"""Files as phones and offices make them."""

import io
import random
import struct
import zipfile

from PIL import ExifTags, Image

JPEG_TIME = "2026:05:01 08:30:00"


def make_photo(
    width=400,
    height=300,
    *,
    format="JPEG",
    orientation=None,
    gps=None,
    taken=None,
    zone=None,
    seed=1,
) -> bytes:
    """A picture with sky above and ground below, and what a camera writes beside it."""
    image = Image.new("RGB", (width, height), (90, 150, 230))
    image.paste((120, 100, 60), (0, height // 2, width, height))
    noise = Image.frombytes("L", (64, 64), random.Random(seed).randbytes(4096))
    image.paste(noise.resize((width // 2, height // 2)), (width // 4, height // 4))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SECRETCAM"
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    if taken:
        block = exif.get_ifd(ExifTags.IFD.Exif)
        block[ExifTags.Base.DateTimeOriginal] = taken
        if zone:
            block[ExifTags.Base.OffsetTimeOriginal] = zone
    if gps:
        lon, lat = gps
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {
                ExifTags.GPS.GPSLatitudeRef: "N" if lat >= 0 else "S",
                ExifTags.GPS.GPSLatitude: _parts(abs(lat)),
                ExifTags.GPS.GPSLongitudeRef: "E" if lon >= 0 else "W",
                ExifTags.GPS.GPSLongitude: _parts(abs(lon)),
            }
        )
    out = io.BytesIO()
    extra = {"comment": b"SECRETCOMMENT"} if format == "JPEG" else {}
    image.save(out, format, exif=exif, **extra)
    return out.getvalue()


def _parts(degrees):
    whole = int(degrees)
    minutes = int((degrees - whole) * 60)
    return (float(whole), float(minutes), round((degrees - whole - minutes / 60) * 3600, 4))


def box(kind: bytes, *inside: bytes) -> bytes:
    """One MP4 box."""
    body = b"".join(inside)
    return struct.pack(">L4s", 8 + len(body), kind) + body


def make_film(
    *, brand=b"isom", handler=b"vide", place=b"+39.9300+119.6000/", tail=b"\x11" * 2000
) -> bytes:
    """A film with one track, as a phone writes it; the picture data is not real."""
    mvhd = box(b"mvhd", b"\0\0\0\0", struct.pack(">LL", 3_860_000_000, 3_860_000_000), b"\0" * 88)
    hdlr = box(b"hdlr", b"\0" * 8, handler, b"\0" * 12, b"SECRETMAKER\0")
    udta = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(place), 0x15C7), place))
    moov = box(b"moov", mvhd, box(b"trak", box(b"mdia", hdlr)), udta)
    return box(b"ftyp", brand, b"\0\0\2\0") + moov + box(b"mdat", tail)


def make_office(part="word/document.xml", *more) -> bytes:
    """An Office file with hardly anything in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("[Content_Types].xml", part, *more):
            archive.writestr(name, "<x/>")
    return out.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
WEBM_FILM = (
    b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm"
    + b"\0" * 90
    + b"\x86\x85V_VP8"
    + b"\0" * 300
)
WEBM_SOUND = (
    b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm"
    + b"\0" * 90
    + b"\x86\x86A_OPUS"
    + b"\0" * 300
)
WAV = b"RIFF" + struct.pack("<L", 36) + b"WAVEfmt " + b"\0" * 28
