"""Facts that notices announces; single messages are no facts."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact
from chengmai.notices.words import Channel


@dataclass(frozen=True, kw_only=True)
class ChannelChanged(Fact):
    """Another gateway stands behind a channel; its settings are not told."""

    channel: Channel
    real: bool

    @property
    def subject(self) -> str:
        return f"channel:{self.channel}"
