"""Serve a file to whoever was given its address: `GET /media/{key}/{variant}?e=…&s=…`.

The content behind a key never changes, so browsers keep it as long as the address is good. The
content type is the one that was read from the content; nothing is sniffed, nothing may run.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from urllib.parse import quote

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from chengmai.kernel.errors import NotFound
from chengmai.kernel.media import links, store
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.queries import file_by_key
from chengmai.kernel.media.words import MediaKind, Variant
from chengmai.kernel.problems import refused

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_PIECE = 256 * 1024


@require_safe
def serve_media(request: HttpRequest, key: str, variant: str) -> HttpResponseBase:
    """One variant; ranges for films, 304 for who has it; 404 problem for what is not there and
    for an address that was never given or whose time has passed, alike."""
    end, signature = request.GET.get("e", ""), request.GET.get("s", "")
    try:
        if not links.is_good(key, variant, end, signature, now=time.time()):
            raise NotFound("No such file.")
        row = file_by_key(key)
        chosen = _variant(row, variant)
        mark = f'"{row.sha256[:20]}-{chosen.value}"'
        if request.headers.get("If-None-Match") == mark:
            return _described(HttpResponse(status=304), row, chosen, mark)
        file = store.read(row.key, chosen)
    except (NotFound, store.MediaGone):
        return refused(NotFound("No such file."))
    return _described(_content(request, file), row, chosen, mark)


def _variant(row: MediaFile, name: str) -> Variant:
    try:
        variant = Variant(name)
    except ValueError:
        raise NotFound("No such variant.") from None
    if variant is not Variant.ORIGINAL and row.kind != MediaKind.IMAGE:
        raise NotFound("No such variant.")
    return variant


def _content(request: HttpRequest, file: File[bytes]) -> HttpResponseBase:
    size = file.size
    first, last, status = 0, size - 1, 200
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked and any(asked.groups()):
        head, tail = asked.groups()
        first = int(head) if head else max(0, size - int(tail))
        last = min(int(tail), size - 1) if head and tail else size - 1
        if first > last:
            file.close()
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        status = 206
    length = last - first + 1
    answer: HttpResponseBase
    if length <= _PIECE or request.method == "HEAD":
        file.seek(first)
        answer = HttpResponse(b"" if request.method == "HEAD" else file.read(length), status=status)
        file.close()
    else:
        answer = StreamingHttpResponse(_pieces(file, first, length), status=status)
    answer.headers["Content-Length"] = str(length)
    if status == 206:
        answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return answer


def _pieces(file: File[bytes], first: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(first)
        while length > 0 and (piece := file.read(min(length, _PIECE))):
            length -= len(piece)
            yield piece


def _described(
    answer: HttpResponseBase, row: MediaFile, variant: Variant, mark: str
) -> HttpResponseBase:
    content_type = row.content_type if variant is Variant.ORIGINAL else "image/jpeg"
    manner = "attachment" if row.kind == MediaKind.DOCUMENT else "inline"
    name = quote(row.name) if variant is Variant.ORIGINAL else ""
    answer.headers["Content-Type"] = content_type
    answer.headers["Content-Disposition"] = f"{manner}; filename*=UTF-8''{name}" if name else manner
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cache-Control"] = f"private, max-age={links.seconds_good()}, immutable"
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["ETag"] = mark
    return answer
