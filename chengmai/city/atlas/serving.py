"""GET /tiles/{layer}/{z}/{x}/{y}.mvt"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from chengmai.city.atlas.cache import KeptTile
from chengmai.city.atlas.catalogue import BASE, snapshot
from chengmai.city.atlas.tiles import kept_tile, tag_of
from chengmai.city.errors import NoSuchTile
from chengmai.city.rules import tile_exists
from chengmai.identity.edge import actor_or_none
from chengmai.kernel.errors import Refusal
from chengmai.kernel.problems import refused

CONTENT_TYPE = "application/vnd.mapbox-vector-tile"
PUBLIC_SECONDS = 60  # so long a browser shows a public tile without asking again


def serve_tile(request: HttpRequest, layer: str, z: int, x: int, y: int) -> HttpResponse:
    """One vector tile; 304 where the browser has it, 204 where it is empty."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    actor = actor_or_none(request)
    try:
        tag = tag_of(layer, actor)
        if not tile_exists(z, x, y):
            raise NoSuchTile("There is no such tile.", field="tile")
        headers = headers_of(layer, tag)
        if tag is not None and headers["ETag"] in request.headers.get("If-None-Match", ""):
            return HttpResponse(status=304, headers=headers)
        filters = {name: request.GET[name][:80] for name in request.GET}
        kept = kept_tile(layer, z, x, y, actor, filters)
    except Refusal as refusal:
        return refused(refusal)
    return _answer(kept, headers, "gzip" in request.headers.get("Accept-Encoding", ""))


def headers_of(layer: str, tag: str | None) -> dict[str, str]:
    """How long who may keep a tile: a public one a minute, one of staff never without asking."""
    if tag is None:
        return {"Cache-Control": "private, no-store"}
    if layer == BASE or snapshot().recipes[layer].public:
        control = f"public, max-age={PUBLIC_SECONDS}"
    else:
        control = "private, no-cache"
    return {"ETag": f'"{tag}"', "Cache-Control": control, "Vary": "Accept-Encoding"}


def _answer(kept: KeptTile, headers: dict[str, str], takes_gzip: bool) -> HttpResponse:
    if not kept.body:
        return HttpResponse(status=204, headers=headers)
    if kept.truncated:
        headers = {**headers, "X-Tile-Truncated": "1"}
    if kept.zipped and takes_gzip:
        headers = {**headers, "Content-Encoding": "gzip"}
        return HttpResponse(kept.body, content_type=CONTENT_TYPE, headers=headers)
    return HttpResponse(kept.plain(), content_type=CONTENT_TYPE, headers=headers)
