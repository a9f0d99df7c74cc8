"""The numbers of the loop, read from rows; `fixtures/loop.json` holds the ones we ship."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chengmai.kernel.worktime import Allowance, Unit

from ..words import ClockKind


@dataclass(frozen=True)
class LoopSettings:
    """All thresholds that hold on one day. Days are calendar days, metres are on the ground."""

    stage_limits: Mapping[ClockKind, Allowance]
    warn_fraction: float  # the lamp turns yellow when less than this share is left
    extension_max: int  # approvals per case
    extension_first_level_days: int  # more days than this, or a second one, go to the leader
    suspension_max: int
    suspension_max_days: int
    suspension_reminder_days: int
    return_max: int  # applications per dispatch
    return_before_fraction: float  # of the handling time
    return_needs_duty_leader: bool
    check_radius_metres: int
    void_second_person_days: int
    rework_keeps_rest: bool  # a rework gets what was left; otherwise the original limit again
    collector_fast_track: bool
    supervision_hours: int  # working hours to answer an urging
    text_max: int  # characters


def settings_from(limits: Mapping[str, tuple[int, str]], values: Mapping[str, Any]) -> LoopSettings:
    """The settings that these rows say. Raises KeyError naming a missing one."""
    return LoopSettings(
        stage_limits={
            ClockKind(clock): Allowance(amount, Unit(unit))
            for clock, (amount, unit) in limits.items()
        },
        warn_fraction=values["warn_fraction"][0] / values["warn_fraction"][1],
        extension_max=values["extension_max"],
        extension_first_level_days=values["extension_first_level_days"],
        suspension_max=values["suspension_max"],
        suspension_max_days=values["suspension_max_days"],
        suspension_reminder_days=values["suspension_reminder_days"],
        return_max=values["return_max"],
        return_before_fraction=values["return_before_fraction"],
        return_needs_duty_leader=values["return_needs_duty_leader"],
        check_radius_metres=values["check_radius_metres"],
        void_second_person_days=values["void_second_person_days"],
        rework_keeps_rest=values["rework_keeps_rest"],
        collector_fast_track=values["collector_fast_track"],
        supervision_hours=values["supervision_hours"],
        text_max=values["text_max"],
    )
