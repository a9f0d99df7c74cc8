"""How much one person, one device or the census may send in a day; the numbers are rows of the settings."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection
from prometheus_client import Counter

from chengmai.kernel.media.errors import QuotaReached
from chengmai.kernel.settings import setting

REFUSED = Counter("chengmai_media_quota_refused", "Uploads beyond the quota of a day", ["owner"])
_SPENT = """
SELECT count(*), coalesce(sum(bytes), 0) FROM media_mediafile
WHERE owner = %s AND created_at > %s
"""


def refuse_beyond_quota(*, owner: str, size: int, at: datetime) -> None:
    """Raise QuotaReached where this file of `size` bytes is too much for the last 24 hours.

    One statement. Uploads that run at the same moment do not see each other, so the quota can be
    overstepped by as many files as a sender has connections.
    """
    kind = _kind_of(owner)
    files, size_limit = (
        setting(f"media_files_per_day_{kind}"),
        setting(f"media_bytes_per_day_{kind}"),
    )
    with connection.cursor() as cursor:
        cursor.execute(_SPENT, [owner, at - timedelta(days=1)])
        sent, spent = cursor.fetchone() or (0, 0)
    if sent < files and int(spent) + size <= size_limit:
        return
    REFUSED.labels(kind).inc()
    raise QuotaReached(
        "Too much was sent within a day.",
        field="file",
        files=sent,
        most_files=files,
        bytes=int(spent),
        most_bytes=size_limit,
        remedy="Send the rest tomorrow, or ask the administrator for a larger quota.",
    )


def _kind_of(owner: str) -> str:
    if owner == "census":  # pictures that come with the city's own data
        return "census"
    return "person" if owner.startswith("actor:") else "device"
