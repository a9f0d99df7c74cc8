"""A small map as SVG: our base data around a case, its marker, a scale. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import islice

from chengmai.city.public import DrawnShape

WIDTH, HEIGHT = 680, 300  # pixels of the drawing; the page scales it
METRES = 320  # on the ground from the middle to the left edge
_GROUND = "#f6f4ef"
_FILLS = {"land": "#f6f4ef", "green": "#dcebd5", "water": "#bcd9ec", "building": "#e3ded6"}
# Colour of the casing, colour and width of the road, by rank.
_ROADS = {
    1: ("#c9a86a", "#fbe3a8", 11), 2: ("#cbb88a", "#fdf0c8", 9), 3: ("#c9c5bb", "#ffffff", 7),
    4: ("#d3cfc6", "#ffffff", 5), 5: ("#dad6cd", "#ffffff", 3.5),
}  # fmt: skip
_MARK = "#c0392b"
_INK = "#4a4f57"
_MOST_NAMES = 24


def draw_map(shapes: Iterable[DrawnShape], *, metres: float = METRES) -> str:
    """An SVG of `WIDTH` × `HEIGHT` with the case in its middle."""
    known = list(shapes)
    roads = [shape for shape in known if shape.kind == "road"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_GROUND}"/>',
        *(_area(shape) for shape in known if shape.kind in _FILLS),
        *(_road(shape, casing=True) for shape in roads),
        *(_road(shape, casing=False) for shape in roads),
        *_names(roads),
        _marker(),
        _scale(metres),
        "</svg>",
    ]
    return "".join(parts)


def _area(shape: DrawnShape) -> str:
    edge = ' stroke="#d3cdc2" stroke-width="0.6"' if shape.kind == "building" else ""
    return f'<path d="{shape.path}" fill="{_FILLS[shape.kind]}" fill-rule="evenodd"{edge}/>'


def _road(shape: DrawnShape, *, casing: bool) -> str:
    outer, inner, width = _ROADS.get(shape.rank, _ROADS[5])
    colour, wide = (outer, width + 1.6) if casing else (inner, width)
    return (
        f'<path d="{shape.path}" fill="none" stroke="{colour}" stroke-width="{wide}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _names(roads: list[DrawnShape]) -> Iterable[str]:
    """Each road's name once, along its longest part, where it fits and nothing is written yet."""
    longest: dict[str, DrawnShape] = {}
    for road in roads:
        if road.at and road.length > longest.get(road.name, road).length - 1:
            longest[road.name] = road
    taken: list[tuple[float, float]] = []
    ordered = sorted(longest.values(), key=lambda road: (road.rank, -road.length))
    for road in islice(ordered, _MOST_NAMES):
        x, y = road.at or (0.0, 0.0)
        near_mark = abs(x - WIDTH / 2) < 34 and abs(y - HEIGHT / 2) < 34
        crowded = any((x - a) ** 2 + (y - b) ** 2 < 44**2 for a, b in taken)
        outside = not (24 < x < WIDTH - 24 and 12 < y < HEIGHT - 30)
        if near_mark or crowded or outside or road.length < 13 * len(road.name):
            continue
        taken.append((x, y))
        yield _label(road.name, x, y, _upright(road.angle))


def _upright(angle: float) -> float:
    """The angle at which nobody has to turn the page."""
    while angle > 90:
        angle -= 180
    while angle <= -90:
        angle += 180
    return angle


def _label(name: str, x: float, y: float, angle: float) -> str:
    place = f'transform="translate({x:.1f} {y:.1f}) rotate({angle:.1f})" text-anchor="middle"'
    face = 'font-family="Noto Sans CJK SC" font-size="11" dy="4"'
    text = escape(name)
    return (
        f'<text {place} {face} fill="#fff" stroke="#fff" stroke-width="3">{text}</text>'
        f'<text {place} {face} fill="{_INK}">{text}</text>'
    )


def _marker() -> str:
    x, y = WIDTH / 2, HEIGHT / 2
    return (
        f'<path d="M {x} {y} c -3 -9 -11 -13 -11 -21 a 11 11 0 0 1 22 0 c 0 8 -8 12 -11 21 z"'
        f' fill="{_MARK}" stroke="#fff" stroke-width="2"/>'
        f'<circle cx="{x}" cy="{y - 21}" r="4" fill="#fff"/>'
    )


def _scale(metres: float) -> str:
    bar = 100 * WIDTH / (2 * metres)
    y = HEIGHT - 14
    return (
        f'<path d="M 14 {y - 4} v 4 h {bar:.1f} v -4" fill="none" stroke="{_INK}"/>'
        f'<text x="{14 + bar / 2:.1f}" y="{y - 5}" text-anchor="middle" font-size="10"'
        f' font-family="Noto Sans CJK SC" fill="{_INK}">100 米</text>'
        f'<text x="{WIDTH - 12}" y="{HEIGHT - 8}" text-anchor="end" font-size="10"'
        f' font-family="Noto Sans CJK SC" fill="{_INK}">北 ↑</text>'
    )
