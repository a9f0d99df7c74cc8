"""Facts that the kernel's own tests tell."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class LampLit(Fact):
    """A street lamp was lit."""

    lamp: str
    words: str = ""
    brightness: float = 1.0
    people: tuple[int, ...] = ()

    @property
    def subject(self) -> str:
        return f"lamp:{self.lamp}"


@dataclass(frozen=True, kw_only=True)
class LampBroke(Fact):
    """A street lamp broke."""

    lamp: str

    @property
    def subject(self) -> str:
        return f"lamp:{self.lamp}"
