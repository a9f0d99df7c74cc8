"""Simple drawn pictures for the demo, each plainly marked as such; never taken for a photograph."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from chengmai.kernel.media.public import attach, keep_upload

SCENES = (
    "litter",
    "bin",
    "road",
    "stall",
    "bikes",
    "advert",
    "dust",
    "tree",
    "water",
    "snow",
    "lamp",
    "cover",
)
VARIANTS = 2
_FACES = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
)
_SIZE = (640, 480)
Pen = ImageDraw.ImageDraw


def keep_photos(at: datetime, seed: int) -> dict[tuple[str, str], list[int]]:
    """Draw and keep every scene before and after; media ids by (scene, "before" or "after")."""
    rng = np.random.default_rng(seed)
    found: dict[tuple[str, str], list[int]] = {}
    for scene in SCENES:
        for state in ("before", "after"):
            for number in range(VARIANTS):
                body = io.BytesIO()
                draw_scene(scene, state == "before", rng).save(body, "JPEG", quality=78)
                body.seek(0)
                card = keep_upload(
                    file=body, name=f"{scene}-{state}-{number}.jpg", owner="demo", at=at
                )
                found.setdefault((scene, state), []).append(card.id)
    attach(ids=[i for ids in found.values() for i in ids], subject="demo:photos")
    return found


def draw_scene(scene: str, wrong: bool, rng: np.random.Generator) -> Image.Image:
    """A street corner with something wrong, or the same put right."""
    wide, high = _SIZE
    tint = int(rng.integers(-14, 14))
    image = Image.new("RGB", _SIZE, (188 + tint, 205 + tint, 216))
    pen = ImageDraw.Draw(image)
    horizon = int(high * 0.42)
    for x in range(-20, wide, 118):
        top = horizon - int(rng.integers(90, 170))
        shade = int(rng.integers(150, 190))
        pen.rectangle((x, top, x + 104, horizon), fill=(shade, shade - 6, shade - 14))
        for wx in range(x + 12, x + 92, 24):
            for wy in range(top + 12, horizon - 16, 26):
                pen.rectangle((wx, wy, wx + 12, wy + 14), fill=(120, 140, 158))
    pen.rectangle((0, horizon, wide, high), fill=(168, 166, 160))
    pen.polygon(((0, high), (0, high - 120), (wide, high - 190), (wide, high)), fill=(96, 98, 102))
    pen.line(((0, high - 120), (wide, high - 190)), fill=(205, 203, 198), width=9)
    for n in range(9):
        pen.line(
            ((n * 80 - 40, horizon), (n * 110 - 180, high - 120)), fill=(156, 154, 148), width=2
        )
    _PAINT[scene](pen, wrong, rng)
    grain = rng.normal(0, 7, (high, wide, 1)) + np.linspace(6, -10, high)[:, None, None]
    noisy = np.clip(np.asarray(image, dtype=float) + grain, 0, 255).astype(np.uint8)
    finished = Image.fromarray(noisy).filter(ImageFilter.GaussianBlur(0.7))
    return _marked(finished)


def _marked(image: Image.Image) -> Image.Image:
    pen = ImageDraw.Draw(image)
    face = next((path for path in _FACES if Path(path).exists()), None)
    text = "演示图片" if face else "DEMO PICTURE"
    font = ImageFont.truetype(face, 26) if face else ImageFont.load_default(26)
    pen.rectangle((0, image.height - 40, image.width, image.height), fill=(15, 27, 42))
    pen.text((14, image.height - 36), text, fill=(255, 255, 255), font=font)
    return image


def _litter(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    if wrong:
        for _ in range(34):
            x, y, s = rng.normal(300, 85), rng.normal(300, 22), rng.uniform(6, 26)
            colour = tuple(
                int(c)
                for c in rng.choice(
                    [(235, 232, 225), (60, 60, 70), (190, 60, 50), (70, 120, 80), (210, 180, 90)]
                )
            )
            pen.ellipse((x - s, y - s * 0.6, x + s, y + s * 0.6), fill=colour)


def _bin(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    for x, colour in ((230, (46, 96, 76)), (330, (70, 84, 104))):
        pen.polygon(((x, 215), (x + 76, 215), (x + 68, 325), (x + 8, 325)), fill=colour)
        pen.rectangle((x - 4, 205, x + 80, 217), fill=(40, 46, 52))
    if wrong:
        for _ in range(22):
            left, top, s = (
                rng.uniform(225, 410),
                rng.choice([rng.uniform(185, 212), rng.uniform(318, 340)]),
                rng.uniform(8, 20),
            )
            pen.ellipse((left - s, top - s * 0.7, left + s, top + s * 0.7), fill=(225, 222, 214))


def _road(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    edge = [
        (
            330 + 95 * np.cos(a) * rng.uniform(0.75, 1.1),
            400 + 34 * np.sin(a) * rng.uniform(0.75, 1.1),
        )
        for a in np.linspace(0, 6.1, 18)
    ]
    pen.polygon(edge, fill=(46, 42, 40) if wrong else (74, 75, 78))
    if wrong:
        for _ in range(5):
            x = rng.uniform(200, 470)
            pen.line(
                [(x + n * 14, 400 + rng.normal(0, 16)) for n in range(6)],
                fill=(52, 50, 50),
                width=3,
            )


def _stall(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    if not wrong:
        return
    for x in (170, 320, 460)[: int(rng.integers(2, 4))]:
        pen.polygon(
            ((x - 66, 190), (x + 66, 190), (x + 50, 158), (x - 50, 158)), fill=(178, 58, 48)
        )
        pen.rectangle((x - 58, 262, x + 58, 318), fill=(118, 92, 66))
        for n in range(6):
            pen.ellipse((x - 52 + n * 18, 246, x - 34 + n * 18, 264), fill=(214, 150, 60))
        pen.line(((x - 56, 190), (x - 56, 318)), fill=(70, 70, 70), width=4)


def _bikes(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    for n in range(7):
        x = 120 + n * 62
        lean = float(rng.uniform(-26, 26)) if wrong else 0.0
        y = 300 + (float(rng.uniform(-22, 22)) if wrong else 0.0)
        for dx in (-22, 22):
            pen.ellipse((x + dx - 19, y - 19, x + dx + 19, y + 19), outline=(34, 38, 44), width=5)
        pen.line(((x - 22, y), (x + lean, y - 38), (x + 22, y)), fill=(38, 116, 186), width=6)


def _advert(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    pen.rectangle((240, 110, 400, 330), fill=(204, 198, 186))
    for _ in range(16 if wrong else 0):
        x, y = rng.uniform(246, 360), rng.uniform(118, 300)
        colour = tuple(
            int(c)
            for c in rng.choice(
                [(240, 232, 120), (236, 140, 130), (240, 240, 240), (150, 200, 230)]
            )
        )
        pen.rectangle((x, y, x + 34, y + 24), fill=colour, outline=(90, 90, 90))
        pen.line(((x + 5, y + 9), (x + 29, y + 9)), fill=(40, 40, 40), width=2)


def _dust(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    pen.polygon(
        ((120, 325), (300, 190), (520, 325)), fill=(150, 120, 86) if wrong else (60, 112, 78)
    )
    pen.rectangle((60, 300, 580, 330), fill=(56, 110, 160))
    for _ in range(26 if wrong else 0):
        x, y, s = rng.uniform(180, 520), rng.uniform(120, 230), rng.uniform(14, 46)
        pen.ellipse((x - s, y - s * 0.5, x + s, y + s * 0.5), fill=(196, 182, 160))


def _tree(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    pen.rectangle((306, 190, 326, 330), fill=(98, 76, 56))
    for _ in range(26):
        x, y, s = rng.normal(316, 52), rng.normal(150, 34), rng.uniform(18, 38)
        pen.ellipse((x - s, y - s, x + s, y + s), fill=(128, 116, 74) if wrong else (66, 124, 72))
    if wrong:
        pen.line(((330, 230), (440, 322), (500, 330)), fill=(98, 76, 56), width=11)


def _water(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    if wrong:
        pen.ellipse((70, 330, 590, 462), fill=(104, 126, 140))
        for _ in range(8):
            x, y = rng.uniform(140, 480), rng.uniform(355, 430)
            pen.arc((x, y, x + 70, y + 16), 0, 180, fill=(176, 196, 208), width=3)


def _snow(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    if wrong:
        pen.polygon(((0, 440), (0, 300), (640, 240), (640, 440)), fill=(234, 239, 243))
        for _ in range(60):
            x, y = rng.uniform(0, 640), rng.uniform(0, 430)
            pen.ellipse((x, y, x + 5, y + 5), fill=(250, 252, 253))
    else:
        pen.line(((0, 330), (640, 262)), fill=(226, 232, 236), width=16)


def _lamp(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    pen.rectangle((312, 60, 322, 330), fill=(60, 66, 74))
    pen.line(((317, 64), (420, 50)), fill=(60, 66, 74), width=8)
    pen.ellipse((404, 42, 448, 62), fill=(50, 54, 60) if wrong else (255, 236, 170))
    if wrong:
        sag = [(0, 120), (160, 210 + float(rng.uniform(0, 50))), (317, 96), (470, 230), (640, 130)]
        pen.line(sag, fill=(30, 30, 34), width=4)


def _cover(pen: Pen, wrong: bool, rng: np.random.Generator) -> None:
    pen.ellipse((220, 350, 420, 436), fill=(64, 62, 62))
    pen.ellipse((236, 358, 404, 428), fill=(22, 20, 20) if wrong else (92, 92, 94))
    for n in range(0 if wrong else 6):
        pen.line(((256 + n * 26, 366), (256 + n * 26, 420)), fill=(70, 70, 72), width=4)
    if wrong:
        tilt = float(rng.uniform(-12, 12))
        pen.polygon(
            ((404, 352 + tilt), (500, 372), (470, 414 + tilt), (386, 398)), fill=(92, 92, 94)
        )


_PAINT = {
    "litter": _litter, "bin": _bin, "road": _road, "stall": _stall, "bikes": _bikes, "advert": _advert,
    "dust": _dust, "tree": _tree, "water": _water, "snow": _snow, "lamp": _lamp, "cover": _cover,
}  # fmt: skip
