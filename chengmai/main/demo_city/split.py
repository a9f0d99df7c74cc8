"""Cutting land into pieces of a wanted size, along the longer side, again and again."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon

_FAR = 20000.0


def polygons_of(area: shapely.Geometry) -> list[Polygon]:
    """The polygons of any geometry, without the crumbs."""
    return [
        part for part in shapely.get_parts(area) if isinstance(part, Polygon) and part.area > 1.0
    ]


def split_area(
    area: Polygon, target: float, rng: np.random.Generator, *, jitter: float = 0.08
) -> tuple[list[Polygon], list[LineString]]:
    """Pieces of about `target` m² and the cuts between them, in order from coarse to fine."""
    todo, done, cuts = [area], [], []
    while todo:
        piece = todo.pop(0)
        count = round(piece.area / target)
        if count < 2:
            done.append(piece)
            continue
        share = 0.5 if count % 2 == 0 else (count // 2) / count
        low, high, cut = _halve(piece, share + rng.uniform(-jitter, jitter) / math.sqrt(count))
        parts = polygons_of(low) + polygons_of(high)
        if len(parts) < 2:
            done.append(piece)
            continue
        cuts.append(cut)
        todo.extend(parts)
    return done, cuts


def _halve(
    piece: Polygon, share: float
) -> tuple[shapely.Geometry, shapely.Geometry, LineString | MultiPolygon]:
    """Two sides of a straight cut across the longer axis, and the cut inside the piece."""
    corners = shapely.get_coordinates(shapely.oriented_envelope(piece))[:4]
    a, b = corners[1] - corners[0], corners[3] - corners[0]
    if np.hypot(*a) < np.hypot(*b):
        a, b = b, a
    length = float(np.hypot(*a))
    along = a / length
    across = np.array([-along[1], along[0]])
    middle = corners[0] + along * length * share
    left, right = middle + across * _FAR, middle - across * _FAR
    ahead = along * _FAR
    cut = LineString([left, right])
    return (
        piece.intersection(Polygon([left, right, right - ahead, left - ahead])),
        piece.intersection(Polygon([left, right, right + ahead, left + ahead])),
        piece.intersection(cut),
    )
