"""The short way to a kept tile, before Django: a map asks for forty tiles at once.

Only what lies in the cache in its present version goes this way; everything else, every refusal
and every error goes on to the application. A layer of staff is answered only after the session
has been asked for in the database, with the same statement as everywhere, for every single tile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import Error, connection
from django.utils import timezone

from chengmai.city.atlas.cache import ANSWERS, TILES
from chengmai.city.atlas.catalogue import BASE, Snapshot, fresh_snapshot
from chengmai.city.atlas.serving import CONTENT_TYPE, headers_of
from chengmai.city.errors import LayerNotFound
from chengmai.identity.public import actor_for_token
from chengmai.identity.words import Actor

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

_ADDRESS = re.compile(r"/tiles/([-\w]{1,40})/(\d{1,2})/(\d{1,8})/(\d{1,8})\.mvt")
_COOKIE = re.compile(r"(?:^|;\s*)chengmai_session=([^;\s]+)")
_KEPT = ANSWERS.labels("short way")
_SAME = ANSWERS.labels("not modified")


def with_kept_tiles(application: Application) -> Application:
    """The application behind the short way."""

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith("/tiles/") and environ["REQUEST_METHOD"] == "GET":
            quick = _kept(environ)
            if quick is not None:
                status, headers, body = quick
                start_response(status, headers)
                return [body]
        return application(environ, start_response)

    return answer


def _kept(environ: Environ) -> tuple[str, list[tuple[str, str]], bytes] | None:
    address = _ADDRESS.fullmatch(environ["PATH_INFO"])
    now = fresh_snapshot()
    if address is None or now is None or environ.get("HTTP_AUTHORIZATION"):
        return None
    layer, z, x, y = address[1], int(address[2]), int(address[3]), int(address[4])
    tag = now.tags.get(layer)
    if tag is None or not _may_see(now, layer, environ):
        return None
    kept = TILES.get((layer, z, x, y, tag))
    if kept is None:
        return None
    headers = list(headers_of(layer, tag).items())
    if f'"{tag}"' in environ.get("HTTP_IF_NONE_MATCH", ""):
        _SAME.inc()
        return "304 Not Modified", headers, b""
    _KEPT.inc()
    if not kept.body:
        return "204 No Content", headers, b""
    body = kept.body
    if kept.zipped and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        headers.append(("Content-Encoding", "gzip"))
    elif kept.zipped:
        body = kept.plain()
    if kept.truncated:
        headers.append(("X-Tile-Truncated", "1"))
    headers += [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(body)))]
    return "200 OK", headers, body


def _may_see(now: Snapshot, layer: str, environ: Environ) -> bool:
    """Whether this request may be answered here; a doubt is left to the application."""
    if layer == BASE:
        return True
    recipe = now.recipes[layer]
    if recipe.public:
        return True
    token = _COOKIE.search(environ.get("HTTP_COOKIE", ""))
    if token is None:
        return False
    try:
        actor: Actor | None = actor_for_token(token[1], timezone.now())
    except Error:
        connection.close()  # the application answers, and says what is wrong
        return False
    try:
        return actor is not None and bool(now.parts(layer, actor))
    except LayerNotFound:
        return False
