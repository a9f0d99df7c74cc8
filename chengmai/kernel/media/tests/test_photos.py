"""A photo tells when and where it was taken, and then tells nobody else."""

import io
import zlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image, ImageOps

from chengmai.kernel.media.errors import BrokenFile, TooManyPixels
from chengmai.kernel.media.photos import read_photo
from chengmai.kernel.media.strip import NotWhole, stripped
from chengmai.kernel.media.tests.makers import JPEG_TIME, make_photo
from chengmai.kernel.media.words import Variant

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
EVERY_FORMAT = pytest.mark.parametrize("format", list(TYPES))


def read(data, format="JPEG", max_pixels=60_000_000):
    return read_photo(data, TYPES[format], max_pixels=max_pixels)


def pixels(data):
    return Image.open(io.BytesIO(data))


@EVERY_FORMAT
def test_time_and_place_are_read(format):
    photo = read(make_photo(format=format, taken=JPEG_TIME, gps=(119.6012, 39.9345)), format)
    assert photo.taken_at == datetime(2026, 5, 1, 0, 30, tzinfo=UTC)
    assert photo.position == pytest.approx((119.6012, 39.9345), abs=1e-6)


def test_a_camera_that_names_its_zone_is_believed():
    photo = read(make_photo(taken=JPEG_TIME, zone="+09:00"))
    assert photo.taken_at is not None
    assert photo.taken_at.utcoffset() == timedelta(hours=9)


def test_south_and_west_are_negative():
    assert read(make_photo(gps=(-43.2, -22.9))).position == pytest.approx((-43.2, -22.9))


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "rubbish", "1970:01:01 00:00:00", None])
def test_a_clock_that_was_never_set_tells_no_time(taken):
    assert read(make_photo(taken=taken)).taken_at is None


def test_nowhere_is_not_a_place():
    assert read(make_photo(gps=(0, 0))).position is None


@EVERY_FORMAT
def test_no_variant_tells_place_time_or_camera(format):
    data = make_photo(1000, 800, format=format, taken=JPEG_TIME, gps=(119.6, 39.9))
    assert b"SECRETCAM" in data
    for picture in read(data + b"SECRETTAIL", format).pictures.values():
        image = pixels(picture)
        assert not dict(image.getexif())
        for word in (b"SECRET", b"2026:05:01"):
            assert word not in picture


@EVERY_FORMAT
def test_the_original_keeps_every_pixel(format):
    data = make_photo(640, 480, format=format, taken=JPEG_TIME)
    kept = read(data, format).pictures[Variant.ORIGINAL]
    assert pixels(kept).convert("RGB").tobytes() == pixels(data).convert("RGB").tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_held_any_way_stands_upright(orientation):
    data = make_photo(400, 300, orientation=orientation)
    photo = read(data)
    upright = ImageOps.exif_transpose(pixels(data))
    assert (photo.width, photo.height) == upright.size
    view = pixels(photo.pictures[Variant.VIEW])
    assert view.size == upright.size
    for spot in ((5, 5), (upright.width - 6, upright.height - 6)):
        near = zip(view.getpixel(spot), upright.getpixel(spot), strict=True)
        assert all(abs(a - b) < 12 for a, b in near)
    original = ImageOps.exif_transpose(pixels(photo.pictures[Variant.ORIGINAL]))
    assert original.size == upright.size


def test_views_are_small_and_never_larger_than_the_photo():
    large = read(make_photo(4000, 3000)).pictures
    assert pixels(large[Variant.VIEW]).size == (1600, 1200)
    assert pixels(large[Variant.THUMB]).size == (320, 240)
    small = read(make_photo(100, 80)).pictures
    assert pixels(small[Variant.VIEW]).size == (100, 80)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "RGB"])
def test_pictures_of_every_mode_are_shown(mode):
    out = io.BytesIO()
    Image.new(mode, (50, 40)).save(out, "PNG")
    assert pixels(read(out.getvalue(), "PNG").pictures[Variant.VIEW]).mode == "RGB"


def test_what_shines_through_lies_on_white():
    out = io.BytesIO()
    Image.new("RGBA", (50, 40), (0, 0, 0, 0)).save(out, "PNG")
    view = pixels(read(out.getvalue(), "PNG").pictures[Variant.VIEW])
    assert view.getpixel((20, 20)) == (255, 255, 255)


@EVERY_FORMAT
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_half_a_picture_is_refused(format, part):
    data = make_photo(600, 400, format=format)
    with pytest.raises(BrokenFile):
        read(data[: int(len(data) * part)], format)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@EVERY_FORMAT
def test_a_picture_damaged_anywhere_is_shown_or_refused_but_never_a_crash(format):
    data = make_photo(120, 90, format=format, taken=JPEG_TIME, gps=(119.6, 39.9))
    for place in range(2, len(data), max(1, len(data) // 300)):
        damaged = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        with suppress(BrokenFile, TooManyPixels):
            read(damaged, format)


def test_a_picture_that_would_unpack_to_gigabytes_is_refused_unread():
    bomb = bytearray(make_photo(8, 8, format="PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bytes(bomb[12:29])).to_bytes(4, "big")
    with pytest.raises(TooManyPixels) as refusal:
        read(bytes(bomb), "PNG")
    assert refusal.value.facts["remedy"]


def test_more_pixels_than_the_limit_are_refused():
    with pytest.raises(TooManyPixels):
        read(make_photo(400, 300), max_pixels=400 * 300 - 1)


def test_what_hangs_behind_the_end_is_cut_off():
    data = make_photo()
    assert stripped(data + b"PK\x03\x04evil", "image/jpeg") == stripped(data, "image/jpeg")


def test_a_progressive_photo_is_followed_to_its_end():
    out = io.BytesIO()
    pixels(make_photo(300, 200)).save(out, "JPEG", progressive=True)
    kept = stripped(out.getvalue(), "image/jpeg")
    assert pixels(kept).tobytes() == pixels(out.getvalue()).tobytes()


def test_parts_that_do_not_end_are_noticed():
    with pytest.raises(NotWhole):
        stripped(b"\xff\xd8\xff\xe1\xff\xff", "image/jpeg")
