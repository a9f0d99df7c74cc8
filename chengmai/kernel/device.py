"""The device of a person who has not signed in: a random cookie, known here only by its digest."""

from __future__ import annotations

import re
import secrets

from django.http import HttpRequest, HttpResponse

from chengmai.kernel.errors import Forbidden
from chengmai.kernel.idempotency import DEVICE_COOKIE, scope_of

CLIENT_HEADER = "X-Chengmai-Client"
_ACCEPTABLE = re.compile(r"[A-Za-z0-9_-]{22,64}")
_SECONDS = 400 * 86_400  # the longest that browsers keep a cookie


def ensure_owner(request: HttpRequest, response: HttpResponse) -> str:
    """Whose doing this request is: `actor:17`, or `device:<digest>`; a device without a cookie is
    given one on `response`.

    A device cookie counts only together with the header that our pages send, since a foreign
    page can make a browser send the cookie but not the header. Raises Forbidden.
    """
    if getattr(getattr(request, "actor", None), "id", None) is not None:
        return scope_of(request)
    if not request.headers.get(CLIENT_HEADER):
        raise Forbidden(
            "This request did not come from our pages.", remedy=f"Send the header {CLIENT_HEADER}."
        )
    if not _ACCEPTABLE.fullmatch(request.COOKIES.get(DEVICE_COOKIE, "")):
        token = secrets.token_urlsafe(16)
        request.COOKIES[DEVICE_COOKIE] = token
        response.set_cookie(
            DEVICE_COOKIE,
            token,
            max_age=_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return scope_of(request)
