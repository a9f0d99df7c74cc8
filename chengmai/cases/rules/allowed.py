"""The moves that a case could take from where it stands, and for this actor why not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chengmai.identity.words import Duty
from chengmai.kernel.errors import Refusal

from ..words import Move
from .approvals import DECIDES
from .decide import permit
from .guards import has_open_part
from .steps import steps_from
from .view import Situation


@dataclass(frozen=True)
class MoveOption:
    """One arrow as a screen shows it. `why` is the code of the refusal; `may` is optional input."""

    move: Move
    allowed: bool
    why: str | None
    needs: tuple[str, ...]
    may: tuple[str, ...]


def moves_for(s: Situation) -> list[MoveOption]:
    """Every arrow that leaves the case's stage, but for the system's own and empty decisions."""
    options = []
    for step in steps_from(s.case.stage):
        if step.duties == (Duty.SYSTEM,) or _decides_on_nothing(step.move, s):
            continue
        situation = replace(s, move=step.move)
        why = None
        try:
            permit(step, situation)
            if has_open_part in step.checks:
                has_open_part(situation)
        except Refusal as refusal:
            why = refusal.code
        options.append(
            MoveOption(
                step.move,
                why is None,
                why,
                tuple(need.value for need in step.needs),
                tuple(need.value for need in step.may),
            )
        )
    return options


def _decides_on_nothing(move: Move, s: Situation) -> bool:
    kind = DECIDES.get(move)
    return kind is not None and (s.case.pending is None or s.case.pending.kind is not kind)
