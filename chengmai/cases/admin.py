"""The back office of cases: stage limits and thresholds, and what changes below do to open cases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from chengmai.cases.desk.words import PhraseLevel, desk_numbers_from
from chengmai.cases.models import Case, Phrase, Setting, StageLimit
from chengmai.cases.models.lists import OPEN_STAGES
from chengmai.cases.queries.settings import shipped_rows
from chengmai.cases.rules.limits import settings_from
from chengmai.cases.words import ClockKind, Move
from chengmai.city.public import organisations_with_hours
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.listing import listed, remark
from chengmai.kernel.tables.recipe import Change, Recipe, Watcher
from chengmai.kernel.tables.settings import settings_recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Step, Words

GROUP = Words("案件流程", "The loop of cases")
_CLOCKS = {
    ClockKind.ACCEPT: Words("受理", "Accepting"),
    ClockKind.VERIFY: Words("核实", "Verifying"),
    ClockKind.REGISTER: Words("立案", "Registering"),
    ClockKind.DISPATCH: Words("派遣", "Dispatching"),
    ClockKind.CHECK: Words("核查", "Checking"),
    ClockKind.CLOSE: Words("结案", "Closing"),
}
# Laps that run or wait in working time, in the clock book of a case (decision 0060).
_IN_WORKING_TIME = (
    '$.*[*] ? ((@.state == "running" || @.state == "paused")'
    ' && (@.limit[1] == "wh" || @.limit[1] == "wd"))'
)


def _open() -> QuerySet[Case]:
    return Case.objects.filter(stage__in=OPEN_STAGES)


def _with_lap(path: str) -> QuerySet[Case]:
    """Open cases whose clock book has such a lap (an SQL/JSON path)."""
    has = Func(
        F("clocks"),
        Value(path),
        template="jsonb_path_exists(%(expressions)s::jsonpath)",
        output_field=BooleanField(),
    )
    return _open().filter(has)


def _stage_limit_effects(change: Change) -> Iterable[Effect]:
    clock = str(change.after.get("clock") or change.before.get("clock") or "")
    running = _with_lap(f'$.{clock}[*] ? (@.state == "running")')
    yield listed(
        "clocks_keep",
        Words("{n} 件在办案件正在走这个时限，已开始的计时不变",
              "{n} open cases run on this clock and keep their limit"),
        running, "case_no",
    )  # fmt: skip
    yield remark(
        "next_clocks", "此后开始的计时按新时限。", "Clocks that start afterwards get the new limit."
    )


def _setting_effects(_: Change) -> Iterable[Effect]:
    yield listed(
        "open_cases", Words("{n} 件在办案件此后按新规定流转", "{n} open cases go on by the new rule"),
        _open(), "case_no",
    )  # fmt: skip


def _check_setting(change: Change) -> None:
    """The loop must be able to read all its settings together with the new value."""
    values = {row["key"]: row["value"] for row in shipped_rows()["settings"]}
    limits = {r["clock"]: (r["amount"], r["unit"]) for r in shipped_rows()["stage_limits"]}
    values[change.after["key"]] = change.after["value"]
    try:
        settings_from(limits, values)
        desk_numbers_from(values)
    except (TypeError, ValueError, KeyError, ZeroDivisionError, IndexError):
        raise BadValue(
            "The loop cannot use this value.",
            field="value",
            remedy="请填写与原值同样形式、可用的值。",
        ) from None


def condition_changes(change: Change) -> Iterable[Effect]:
    """A new limit: cases keep that of the condition by which they were filed."""
    if change.row is None:
        return
    mine = _open().filter(condition_id=change.row.pk)
    yield listed(
        "clocks_keep",
        Words("{n} 件已派遣的在办案件按原时限处置，截止时间不变",
              "{n} dispatched cases keep their limit and deadline"),
        mine.filter(due_at__isnull=False), "case_no",
    )  # fmt: skip
    yield listed(
        "limits_of_their_day",
        Words("{n} 件已立案、尚未派遣的案件按其立案时的时限处置",
              "{n} filed cases that are not dispatched keep the limit by which they were filed"),
        mine.filter(due_at__isnull=True), "case_no",
    )  # fmt: skip


def class_changes(change: Change) -> Iterable[Effect]:
    """A class that ends: its open cases stay what they are."""
    if change.row is not None and change.takes_away:
        yield listed(
            "cases_of_class",
            Words("{n} 件在办案件属于此类，继续办到结案",
                  "{n} open cases are of this class and go on"),
            _open().filter(class_code=change.row.code), "case_no",
        )  # fmt: skip


def grid_changes(change: Change) -> Iterable[Effect]:
    """Another level of a grid: cases not yet dispatched get the other limit."""
    if change.row is not None and "management_level" in change.changed:
        yield listed(
            "limits_other",
            Words("网格内 {n} 件尚未派遣的案件按立案时的级别办理，新案件按新级别",
                  "{n} cases here that are not dispatched keep their level; new ones get the new level"),
            _open().filter(grid_code=change.row.code, due_at__isnull=True), "case_no",
        )  # fmt: skip


def duty_grid_changes(change: Change) -> Iterable[Effect]:
    """Another collector: open cases of the area."""
    if change.row is not None and "collector_id" in change.changed:
        yield listed(
            "open_cases_here",
            Words("责任网格内有 {n} 件在办案件，之后的核实核查派给新监督员",
                  "{n} open cases here: later checks go to the new collector"),
            _open().filter(duty_grid_code=change.row.code), "case_no",
        )  # fmt: skip


def hours_change(change: Change) -> Iterable[Effect]:
    """Office hours: running working-time clocks are computed anew."""
    organisation = change.after.get("organisation_id")
    rows = _with_lap(_IN_WORKING_TIME)
    if organisation is not None:
        rows = rows.filter(organisation_id=organisation)
    else:
        own = organisations_with_hours()
        rows = rows.filter(Q(organisation_id__isnull=True) | ~Q(organisation_id__in=own))
    yield listed(
        "clocks_move",
        Words("{n} 件在办案件按工作时间计时，截止时间将重新计算",
              "{n} open cases count working time: their deadlines are computed anew"),
        rows, "case_no",
    )  # fmt: skip


def organisation_changes(change: Change) -> Iterable[Effect]:
    """An organisation cannot end while cases are open there."""
    if change.row is None:
        return
    mine = _open().filter(organisation_path__startswith=change.row.path)
    if change.takes_away:
        yield listed(
            "open_cases", Words("还有 {n} 件在办案件由它处置", "{n} open cases are with it"),
            mine, "case_no", refuses=True,
        )  # fmt: skip
    elif "parent_id" in change.changed:
        yield listed(
            "cases_move",
            Words("{n} 件在办案件的可见范围随之改变", "{n} open cases are seen by others"),
            mine, "case_no",
        )  # fmt: skip


def person_changes(change: Change) -> Iterable[Effect]:
    """Somebody leaves: cases they handle or check need somebody else."""
    if change.takes_away:
        mine = Q(handler_id=change.row.pk) | Q(collector_id=change.row.pk)
        yield listed(
            "cases_in_hand",
            Words("{n} 件在办案件在其手中，须另派他人", "{n} open cases need somebody else"),
            _open().filter(mine), "case_no",
        )  # fmt: skip


STAGE_LIMITS = Recipe(
    id="cases.stage_limits",
    words=Words("环节时限", "Stage limits"),
    group=GROUP,
    right="reference",
    model=StageLimit,
    columns=(
        Column("clock", Words("环节", "Stage"), Kind.CHOICE, needed=True, fixed=True, choices=tuple(
            Choice(clock.value, words) for clock, words in _CLOCKS.items())),
        Column("limit", Words("时限", "Limit"), Kind.LIMIT, needed=True, dated=True,
               pair=("amount", "unit"), units=("em", "eh", "wh", "wd")),
        Column("source", Words("依据", "Source"), needed=True, longest=80),
        Column("clause", Words("条款", "Clause"), longest=80),
    ),
    key=("clock",),
    label=("clock",),
    search=("clock", "source", "clause"),
    order=("clock", "valid_from"),
    life=Dated(last_day_counts=True, series=("clock",)),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.WITHDRAW}),
    preview=_stage_limit_effects,
    forgets=("cases.settings",),
)  # fmt: skip

PHRASES = Recipe(
    id="cases.phrases",
    words=Words("全市常用语", "Standard phrases of the city"),
    group=GROUP,
    right="reference",
    model=Phrase,
    columns=(
        Column("move", Words("用于哪一步", "For which move"), Kind.CHOICE, choices=tuple(
            Choice(move.value, Words(move.value, move.value)) for move in Move)),
        Column("text", Words("文字", "Text"), Kind.LONG_TEXT, needed=True, longest=300),
        Column("rank", Words("次序", "Order"), Kind.INTEGER, least=1, most=99, default=9),
        Column("source", Words("依据", "Source"), longest=80, shown=False),
        Column("clause", Words("条款", "Clause"), longest=80, shown=False),
    ),
    key=("move", "text"),
    label=("text",),
    search=("move", "text"),
    order=("move", "rank"),
    only={"level": PhraseLevel.CITY.value},
    life=Dated(last_day_counts=True),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
)  # fmt: skip

TABLES: tuple[Recipe, ...] = (
    STAGE_LIMITS,
    PHRASES,
    settings_recipe(
        "cases.settings",
        Words("流程规定", "Rules of the loop"),
        GROUP,
        "reference",
        Setting,
        ends="valid_to",
        titled=True,
        forgets=("cases.settings",),
        known=lambda: {row["key"]: row["value"] for row in shipped_rows()["settings"]},
        check=_check_setting,
        preview=_setting_effects,
    ),
)

WATCHERS = (
    Watcher("city.conditions", condition_changes),
    Watcher("city.classes", class_changes),
    Watcher("city.unit_grids", grid_changes),
    Watcher("city.duty_grids", duty_grid_changes),
    Watcher("city.office_hours", hours_change),
    Watcher("identity.organisations", organisation_changes),
    Watcher("identity.people", person_changes),
)


def _some_case() -> Any:
    return Case.objects.all()[:1].count()


BEGINNING = (
    Step(
        "cases",
        Words("上报第一件案件", "Report the first case"),
        Words("受理员登记，或市民在手机上报。", "By an operator, or by a citizen's phone."),
        _some_case,
        "/report",
    ),
)
