"""Facts of single sign-on; none carries a secret."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ProviderChanged(Fact):
    """A provider whose word lets people in was made or changed; `links_ended` subjects are linked
    no longer, since the issuer is another one."""

    key: str
    issuer: str
    claim: str
    second_factor: bool
    active: bool
    links_ended: int = 0

    @property
    def subject(self) -> str:
        return f"provider:{self.key}"
