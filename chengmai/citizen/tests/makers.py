"""Makers with honest defaults: a phone that has a device cookie, and what it sends."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from chengmai.citizen.models import Notice, RationLimit
from chengmai.city.tests.makers import LAT, LON
from chengmai.kernel.reference import forget

VERSION = "2026-1"


def make_notice(version: str = VERSION) -> Notice:
    """The privacy notice in force, and generous rations."""
    forget("citizen.notice")
    forget("citizen.rations")
    for kind in ("device", "address"):
        RationLimit.objects.update_or_create(kind=kind, defaults={"most": 100, "source": "test"})
    made, _ = Notice.objects.update_or_create(
        version=version,
        defaults={
            "title": "个人信息保护告知",
            "text": "我们收集……",
            "valid_from": datetime(2026, 1, 1, tzinfo=UTC),
            "source": "个人信息保护法",
        },
    )
    return made


class Phone:
    """A citizen's browser: keeps its cookies and sends the header that our pages send."""

    def __init__(self) -> None:
        self.client = Client(headers={"X-Chengmai-Client": "test"})

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1/citizen{path}", query)

    def post(self, path: str, body: dict[str, Any], **headers: str) -> Any:
        return self.client.post(
            f"/api/v1/citizen{path}",
            json.dumps(body),
            content_type="application/json",
            headers=headers,
        )

    def put(self, path: str, body: dict[str, Any]) -> Any:
        return self.client.put(
            f"/api/v1/citizen{path}", json.dumps(body), content_type="application/json"
        )

    def report(self, **values: Any) -> Any:
        """Send a report about a dirty road."""
        body = {"text": "路面很脏", "lon": LON, "lat": LAT, "notice_version": VERSION}
        return self.post("/reports", body | values)
