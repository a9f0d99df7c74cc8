"""The stand-in: sends nothing, keeps what it would have sent, so that one can look at it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.utils import timezone

from chengmai.notices.gateways.parcel import Parcel
from chengmai.notices.models import Kept


@dataclass(frozen=True)
class StandIn:
    """Stands behind a channel until a city sets up a real one; never fails."""

    channel: str

    def send(self, parcel: Parcel) -> str:
        """A number of our own."""
        kept = Kept.objects.create(
            message_id=parcel.message_id,
            channel=self.channel,
            to=json.dumps(dict(parcel.address), ensure_ascii=False),
            title=parcel.title,
            body=parcel.body,
            at=timezone.now(),
        )
        return f"stand-in-{kept.pk}"
