"""Photos for the journeys: drawn here, each different, as a phone would send them."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageDraw


def photo(words: str, size: tuple[int, int] = (1280, 960)) -> bytes:
    """A JPEG of a street corner that differs with `words`; no text, no position in it."""
    seed = hashlib.sha256(words.encode()).digest()
    wide, high = size
    picture = Image.new("RGB", size, (176 + seed[0] % 40, 196 + seed[1] % 30, 214))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, high * 0.55, wide, high), fill=(120 + seed[2] % 30, 118, 112))
    for n in range(5):
        left = wide * n / 5 + seed[3 + n] % 40
        tone = 140 + seed[8 + n] % 80
        draw.rectangle(
            (left, high * 0.2 + seed[13 + n] % 90, left + wide / 6, high * 0.55),
            fill=(tone, tone - 10, tone - 22),
        )
    for n in range(9):
        x, y = wide * (0.3 + seed[18 + n] / 640), high * (0.66 + seed[4 + n] / 1500)
        tone = seed[9 + n]
        draw.ellipse((x, y, x + 90, y + 60), fill=(tone, 90 + tone // 3, 60), outline=(40, 40, 40))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def photo_file(words: str) -> dict[str, object]:
    """The same as what a file chooser hands to a page."""
    return {"name": "IMG_2024.jpg", "mimeType": "image/jpeg", "buffer": photo(words)}
