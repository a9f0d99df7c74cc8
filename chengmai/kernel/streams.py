"""How facts look on JetStream: the stream, the subjects, the messages, and the way to connect.

The stream is bounded (seven days or FACT_STREAM_BYTES, the oldest go first): PostgreSQL is the
record, the stream only carries. See docs/decisions/0020-ledger-and-relay.md.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

import nats
from django.conf import settings
from django.db import connections
from nats.aio.client import Client
from nats.js import JetStreamContext
from nats.js.api import DiscardPolicy, RetentionPolicy, StorageType, StreamConfig
from nats.js.errors import BadRequestError

DUPLICATE_WINDOW_SECONDS = 600
MAX_AGE_SECONDS = 7 * 24 * 3600
_UNFIT = re.compile(r"[^\w.=@+-]")


def subject_prefix() -> str:
    """`facts` for the stream FACTS; a stream of its own name has subjects of its own."""
    return str(settings.FACT_STREAM).lower()


def bus_subject(name: str, subject: str) -> str:
    """`cases.CaseMoved` about `case:17` travels as `facts.cases.CaseMoved.case.17`."""
    tail = ".".join(_UNFIT.sub("_", part) or "_" for part in re.split("[:.]", subject))
    return f"{subject_prefix()}.{name}.{tail}"


def message_body(
    *,
    ledger_id: int,
    name: str,
    subject: str,
    seq: int,
    actor_id: int | None,
    at: datetime,
    place: tuple[float, float] | None,
    payload_text: str,
) -> bytes:
    """The JSON message of one ledger row; the payload's text is taken as it is."""
    head = json.dumps(
        {
            "id": ledger_id,
            "name": name,
            "subject": subject,
            "seq": seq,
            "actor_id": actor_id,
            "at": at.isoformat(),
            "place": place,
        },
        ensure_ascii=False,
    )
    return f'{head[:-1]}, "payload": {payload_text}}}'.encode()


async def connect(name: str) -> Client:
    """A connection that, once broken, stays closed: who uses it begins again with a fresh one."""
    return await nats.connect(
        settings.NATS_URL,
        name=name,
        allow_reconnect=False,
        connect_timeout=3,
        ping_interval=10,
        max_outstanding_pings=2,
        error_cb=_heard,
    )


async def _heard(_error: Exception) -> None:
    """Errors also arrive where they matter, as exceptions; nats-py would print them twice."""


async def ensure_stream(bus: JetStreamContext) -> None:
    """Make the stream, or bring its bounds up to date."""
    config = StreamConfig(
        name=settings.FACT_STREAM,
        subjects=[f"{subject_prefix()}.>"],
        retention=RetentionPolicy.LIMITS,
        storage=StorageType.FILE,
        discard=DiscardPolicy.OLD,
        max_age=MAX_AGE_SECONDS,
        max_bytes=settings.FACT_STREAM_BYTES,
        duplicate_window=DUPLICATE_WINDOW_SECONDS,
        allow_direct=True,
    )
    try:
        await bus.add_stream(config)
    except BadRequestError:
        await bus.update_stream(config)


def database_parameters() -> dict[str, Any]:
    """The parameters of a direct connection to Django's database, outside Django's own."""
    known = connections["default"].settings_dict
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
    given: dict[str, Any] = {ours: known[theirs] for theirs, ours in names.items() if known[theirs]}
    if known["PORT"]:
        given["port"] = known["PORT"]
    return given | {"connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5}
