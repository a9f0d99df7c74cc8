"""Idempotency keys: a creating request that is sent again gets the answer of the first.

The key is claimed in the transaction of the effect. A crash in the middle leaves neither, so the
repetition does the work; after the commit the repetition reads the kept answer. Two statements
are added to a request that carries a key, none to one that does not.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.problems import refused

HEADER = "Idempotency-Key"
DEVICE_COOKIE = "chengmai_device"
_ACCEPTABLE = re.compile(r"[\x21-\x7e]{8,100}")

# The advisory lock is held until the end of the transaction: who does not get it meets a request
# with the same key still at work, and need not wait for it.
_CLAIM = """
INSERT INTO kernel_idempotency (scope, key, fingerprint, status, body)
SELECT %(scope)s::varchar, %(key)s::varchar, %(fingerprint)s::varchar, 0, ''
WHERE pg_try_advisory_xact_lock(
    hashtextextended(%(scope)s::varchar || ' ' || %(key)s::varchar, 7211))
ON CONFLICT (scope, key) DO NOTHING RETURNING id
"""
_KEEP = "UPDATE kernel_idempotency SET status = %s, body = %s WHERE id = %s"
_FIND = "SELECT fingerprint, status, body FROM kernel_idempotency WHERE scope = %s AND key = %s"


class KeyReused(Refusal):
    """The key belongs to another request."""

    code = "kernel.idempotency_reused"
    status = 422


class StillAtWork(Refusal):
    """The first request with this key has not been answered yet."""

    code = "kernel.idempotency_in_progress"
    status = 409


View = Callable[..., HttpResponse]


def idempotently(view: View) -> View:
    """Wrap a view so that the header `Idempotency-Key` makes its effect happen once.

    The scope of a key is the person signed in, else the device, else the public. Only answers
    below 400 are kept; a refused request has no effect and may be mended and sent again.
    """

    @functools.wraps(view)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.headers.get(HEADER)
        if key is None:
            return view(request, *args, **kwargs)
        if not _ACCEPTABLE.fullmatch(key):
            return refused(
                BadInput(
                    "The idempotency key cannot be used.",
                    field=HEADER,
                    remedy="Send 8 to 100 letters and digits, such as a UUID.",
                )
            )
        scope, print_ = scope_of(request), fingerprint_of(request)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_CLAIM, {"scope": scope, "key": key, "fingerprint": print_})
            if claimed := cursor.fetchone():
                answer = view(request, *args, **kwargs)
                if answer.status_code >= 400 or answer.streaming:
                    transaction.set_rollback(True)
                else:
                    cursor.execute(_KEEP, [answer.status_code, answer.content.decode(), claimed[0]])
                return answer
            cursor.execute(_FIND, [scope, key])
            return _answer_again(cursor.fetchone(), print_)

    return once


def scope_of(request: HttpRequest) -> str:
    """Whose key it is: `actor:17`, a digest of the device's cookie, or `public`."""
    actor_id = getattr(getattr(request, "actor", None), "id", None)
    if actor_id is not None:
        return f"actor:{actor_id}"
    device = request.COOKIES.get(DEVICE_COOKIE)
    return f"device:{hashlib.sha256(device.encode()).hexdigest()}" if device else "public"


def fingerprint_of(request: HttpRequest) -> str:
    """A digest of address and body; of the fields and files where the body is multipart."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if request.content_type == "multipart/form-data":
        for name, values in sorted(request.POST.lists()):
            digest.update(repr((name, values)).encode())
        for name, uploads in sorted(request.FILES.lists(), key=lambda item: item[0]):
            for upload in uploads:
                digest.update(repr((name, upload.name, upload.size)).encode())
                for chunk in upload.chunks():
                    digest.update(chunk)
                upload.seek(0)
    else:
        digest.update(request.body)
    return digest.hexdigest()


def purge_keys(before: datetime) -> int:
    """Forget the answers given before this moment; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_idempotency WHERE created_at < %s", [before])
        return int(cursor.rowcount)


def forget_answers_to(scope: str, naming: Iterable[str] = ()) -> int:
    """Forget every kept answer to one person or device (`scope_of`), and those of the public that
    name one of these words, for a phone has no key yet when it first writes; returns how many."""
    named = [f"%{word}%" for word in naming]
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM kernel_idempotency WHERE scope = %s"
            " OR (scope = 'public' AND body LIKE ANY (%s::text[]))",
            [scope, named],
        )
        return int(cursor.rowcount)


def _answer_again(found: tuple[str, int, str] | None, fingerprint: str) -> HttpResponse:
    if found is None:
        answer: HttpResponse = refused(
            StillAtWork("The same request is still being answered.", remedy="Ask again shortly.")
        )
        answer["Retry-After"] = "1"
        return answer
    kept_print, status, body = found
    if kept_print != fingerprint:
        return refused(
            KeyReused(
                "This idempotency key was used for another request.",
                field=HEADER,
                remedy="Use a new key for a new request.",
            )
        )
    answer = HttpResponse(body, status=status, content_type="application/json; charset=utf-8")
    answer["Idempotent-Replayed"] = "true"
    return answer
