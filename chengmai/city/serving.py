"""GET /tiles/{layer}/{z}/{x}/{y}.mvt"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from chengmai.city.errors import NoSuchTile
from chengmai.city.rules import tile_exists
from chengmai.city.tiles import BASE, etag, recipes, tile
from chengmai.identity.edge import actor_or_none
from chengmai.kernel.errors import Refusal
from chengmai.kernel.problems import refused

CONTENT_TYPE = "application/vnd.mapbox-vector-tile"


def serve_tile(request: HttpRequest, layer: str, z: int, x: int, y: int) -> HttpResponse:
    """One vector tile; 304 where the browser has it, 204 where it is empty."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    actor = actor_or_none(request)
    try:
        version = etag(layer, actor)
        if not tile_exists(z, x, y):
            raise NoSuchTile("There is no such tile.", field="tile")
        headers = _headers(layer, version)
        if version is not None and headers["ETag"] in request.headers.get("If-None-Match", ""):
            return HttpResponse(status=304, headers=headers)
        body = tile(layer, z, x, y, actor)
    except Refusal as refusal:
        return refused(refusal)
    if body is None:
        return HttpResponse(status=204, headers=headers)
    return HttpResponse(body, content_type=CONTENT_TYPE, headers=headers)


def _headers(layer: str, version: str | None) -> dict[str, str]:
    if version is None:
        return {"Cache-Control": "private, no-store"}
    open_to_all = layer == BASE or recipes()[layer].public
    return {
        "ETag": f'"{version}"',
        "Cache-Control": f"{'public' if open_to_all else 'private'}, max-age=300",
    }
