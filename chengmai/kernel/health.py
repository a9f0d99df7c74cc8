"""Is it alive, is it ready, how is it doing: three plain views and their URLs."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from chengmai.kernel.metrics import exposition, relay_state

LAG_LIMIT_SECONDS = 60


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "alive"})


def readyz(_request: HttpRequest) -> HttpResponse:
    """The database and NATS answer, and the relay keeps up; else 503 naming what does not."""
    checks: dict[str, object] = {"nats": nats_answers(settings.NATS_URL)}
    try:
        depth, lag, dead = relay_state()
    except Error:
        checks["database"] = False
    else:
        checks |= {"database": True, "relay": lag <= LAG_LIMIT_SECONDS}
        checks |= {"outbox_depth": depth, "relay_lag_seconds": round(lag, 1), "dead_letters": dead}
    ready = all(checks.get(name) is True for name in ("database", "nats", "relay"))
    body = {"status": "ready" if ready else "not ready", **checks}
    return JsonResponse(body, status=200 if ready else 503)


def metrics(_request: HttpRequest) -> HttpResponse:
    """The figures of all processes in the text format of Prometheus."""
    return HttpResponse(exposition(), content_type="text/plain; version=0.0.4; charset=utf-8")


def nats_answers(url: str, seconds: float = 0.5) -> bool:
    """Whether a NATS server greets us there."""
    parts = urlsplit(url.split(",")[0])
    try:
        with socket.create_connection(
            (parts.hostname or "127.0.0.1", parts.port or 4222), seconds
        ) as line:
            line.settimeout(seconds)
            return line.recv(4) == b"INFO"
    except OSError:
        return False


urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
]
