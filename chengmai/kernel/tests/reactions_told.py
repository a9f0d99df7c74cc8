"""Handlers for the tests of the reactor. Their effect is a fact about `echo:<lamp>`."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from chengmai.kernel.facts import Fact, Reaction
from chengmai.kernel.ledger import last_seq, publish
from chengmai.kernel.reference import cached
from chengmai.kernel.tests.facts_told import LampLit

LOCK = 7_211_900


@dataclass(frozen=True, kw_only=True)
class Echoed(Fact):
    """A handler has heard of a lamp."""

    lamp: str

    @property
    def subject(self) -> str:
        return f"echo:{self.lamp}"


def echo(fact: LampLit) -> None:
    """Answers once; fails while the lamp's words say so and nobody mended it."""
    publish(Echoed(at=fact.at, lamp=fact.lamp))
    if fact.words == "fail" and not cached(f"mended:{fact.lamp}", lambda: False, seconds=600):
        raise ValueError("the lamp is out")
    if fact.words == "wait":  # until the test lets go of its lock
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def echoes(lamp: str) -> int:
    """How often the handler has had an effect."""
    return last_seq(f"echo:{lamp}")


ECHO = Reaction("kernel-echo", LampLit, echo)
BRIGHT_ONLY = Reaction("kernel-bright", LampLit, echo, {"words": {"bright"}})
