"""Is it alive, is it ready, what is wrong, how is it doing: plain views and their URLs."""

from __future__ import annotations

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone

from chengmai.kernel import lookout
from chengmai.kernel.backups import backup_state
from chengmai.kernel.metrics import exposition, relay_state
from chengmai.kernel.settings import setting


def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "alive"})


def readyz(_request: HttpRequest) -> HttpResponse:
    """The database and NATS answer, and the relay keeps up; else 503 naming what does not.

    A late or failed backup is named too (`backup`), but does not make the city unready.
    """
    now = lookout.look_anew()
    checks: dict[str, object] = {"nats": now.nats}
    try:
        depth, lag, dead = relay_state()
        checks["backup"] = backup_state(timezone.now()).word
        late = lag > setting("messages_late_seconds")
    except Error:
        checks["database"] = False
    else:
        checks |= {"database": True, "relay": not late}
        checks |= {"outbox_depth": depth, "relay_lag_seconds": round(lag, 1), "dead_letters": dead}
    ready = all(checks.get(name) is True for name in ("database", "nats", "relay"))
    wrong = [trouble.code for trouble in now.troubles]
    body = {"status": "ready" if ready else "not ready", **checks, "troubles": wrong}
    return JsonResponse(body, status=200 if ready else 503)


def metrics(_request: HttpRequest) -> HttpResponse:
    """The figures of all processes in the text format of Prometheus."""
    return HttpResponse(exposition(), content_type="text/plain; version=0.0.4; charset=utf-8")


urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
]
