"""The lamp in SQL, for lists, counts and tiles; a test pins it to `rules.lamps`."""

from __future__ import annotations

from chengmai.cases.words import TERMINAL, Lamp, Stage

OPEN_STAGES = sorted(stage.value for stage in Stage if stage not in TERMINAL)
OPEN_SQL = "cases_case.stage IN ({})".format(", ".join(f"'{stage}'" for stage in OPEN_STAGES))

ENDED_STAGES = sorted(stage.value for stage in TERMINAL)
ENDED_SQL = "cases_case.closed_at IS NOT NULL"


def lamp_sql(now: str = "now()") -> str:
    """The lamp of `cases_case` at the moment that the SQL expression `now` gives."""
    return (
        f"CASE WHEN cases_case.stage = '{Stage.SUSPENDED}' THEN '{Lamp.SUSPENDED}'"
        f" WHEN cases_case.lamp_due_at IS NULL THEN '{Lamp.NONE}'"
        f" WHEN {now} > cases_case.lamp_due_at THEN '{Lamp.OVERDUE}'"
        f" WHEN {now} >= cases_case.lamp_warn_at THEN '{Lamp.DUE_SOON}'"
        f" ELSE '{Lamp.IN_TIME}' END"
    )


# Conditions for a WHERE; `clock.at` is the moment, given by the query's FROM.
LAMP_CONDITIONS: dict[Lamp, str] = {
    Lamp.SUSPENDED: f"cases_case.stage = '{Stage.SUSPENDED}'",
    Lamp.NONE: f"cases_case.lamp_due_at IS NULL AND cases_case.stage <> '{Stage.SUSPENDED}'",
    Lamp.OVERDUE: f"cases_case.lamp_due_at < clock.at AND cases_case.stage <> '{Stage.SUSPENDED}'",
    Lamp.DUE_SOON: (
        "cases_case.lamp_due_at >= clock.at AND cases_case.lamp_warn_at <= clock.at"
        f" AND cases_case.stage <> '{Stage.SUSPENDED}'"
    ),
    Lamp.IN_TIME: (
        "cases_case.lamp_due_at >= clock.at AND cases_case.lamp_warn_at > clock.at"
        f" AND cases_case.stage <> '{Stage.SUSPENDED}'"
    ),
}
