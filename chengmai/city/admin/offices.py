"""Recipes of who is responsible where, and of when offices work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chengmai.city.actions.calendars import change_day
from chengmai.city.events import OfficeHoursChanged
from chengmai.city.models import CalendarDay, OfficeHours, Responsibility, Setting
from chengmai.city.queries.handover import handover
from chengmai.city.queries.settings import DEFAULTS
from chengmai.kernel.ledger import publish
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.listing import remark
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.settings import settings_recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Words

GROUP = Words("权责与工作时间", "Responsibility and office hours")
_WEEK = (("一", "Monday"), ("二", "Tuesday"), ("三", "Wednesday"), ("四", "Thursday"),
         ("五", "Friday"), ("六", "Saturday"), ("日", "Sunday"))  # fmt: skip


def _responsibility_effects(change: Change) -> Iterable[Effect]:
    moved = handover(change)
    yield Effect(
        "classes_change_hands",
        Words("{n} 个类别换责任单位", "{n} classes change hands"),
        len(moved.classes),
        tuple(moved.classes[:8]),
    )
    yield Effect(
        "grids_change_hands",
        Words("涉及 {n} 个单元网格", "in {n} unit grids"),
        moved.grids,
        tuple(moved.communities[:8]),
    )
    yield remark(
        "dispatched_stay",
        "已派遣的案件仍由原单位处置；新派遣的案件按新的责任单位推荐。",
        "Cases that are dispatched stay where they are; new dispatches follow this row.",
    )


def _hours_effects(change: Change) -> Iterable[Effect]:
    organisation: int | None = change.after.get("organisation_id")
    if change.doing is not Doing.ADD or organisation is None:
        return
    if not OfficeHours.objects.filter(organisation_id=organisation).exists():
        yield remark(
            "own_hours_begin",
            "这个机构从此只按自己的工作时间计时，请把一周的时段都登记上。",
            "From now on only its own hours count for this organisation: enter its whole week.",
        )


def _check_hours(change: Change) -> None:
    if change.takes_away:
        return
    new = change.after
    opens, closes = str(new["opens"]), str(new["closes"])
    if closes != "00:00" and closes <= opens:
        raise BadValue(
            "It closes before it opens.", field="closes", remedy="下班时间须晚于上班时间。"
        )
    same_day = OfficeHours.objects.filter(
        organisation_id=new["organisation_id"], weekday=int(new["weekday"])
    )
    if change.row is not None:
        same_day = same_day.exclude(pk=change.row.pk)
    for row in same_day:
        end = row.closes.strftime("%H:%M")
        over = end == "00:00" or opens < end
        begins = row.opens.strftime("%H:%M")
        if over and (closes == "00:00" or begins < closes):
            raise BadValue(
                "Windows overlap.", field="opens", remedy=f"与已有时段 {begins}–{end} 重叠。"
            )


def _tell_hours(change: Change) -> None:
    publish(
        OfficeHoursChanged(
            organisation_id=change.after.get("organisation_id"),
            at=change.at,
            actor_id=change.actor.id,
        )
    )


def _change_day(change: Change) -> str:
    new = change.after
    change_day(
        day=date.fromisoformat(new["date"]),
        working=new["working"],
        name=new["name"],
        actor=change.actor,
        at=change.at,
    )
    return str(new["date"])


RESPONSIBILITIES = Recipe(
    id="city.responsibilities",
    words=Words("权责清单", "Responsibilities"),
    group=GROUP,
    right="reference",
    model=Responsibility,
    columns=(
        Column("class_prefix", Words("类别（前缀）", "Class prefix"), Kind.CODE, fixed=True,
               refers="city.classes", longest=8, pattern=r"([CE]\d{0,4})?",
               hint=Words("例如 C01；空表示所有类别。", "Such as C01; empty is every class.")),
        Column("division_prefix", Words("区划（前缀）", "Division prefix"), Kind.CODE, fixed=True,
               refers="city.divisions", longest=15, pattern=r"\d{0,15}",
               hint=Words("区划或网格代码的开头；空表示全市。", "How the code begins; empty is the city.")),
        Column("organisation_id", Words("责任单位", "Organisation"), Kind.REFERENCE, needed=True,
               refers="identity.organisations", dated=True),
        Column("source", Words("依据", "Source"), longest=80),
        Column("clause", Words("条款", "Clause"), longest=80, shown=False),
    ),
    key=("class_prefix", "division_prefix"),
    label=("class_prefix", "division_prefix", "organisation__name"),
    search=("class_prefix", "division_prefix", "organisation__name", "source"),
    order=("class_prefix", "division_prefix", "valid_from"),
    life=Dated(series=("class_prefix", "division_prefix")),
    preview=_responsibility_effects,
    forgets=("city.responsibility",),
    hint=Words("类别前缀最长者优先，其次区划前缀最长者。",
               "The longest class prefix wins, then the longest division prefix."),
)  # fmt: skip

OFFICE_HOURS = Recipe(
    id="city.office_hours",
    words=Words("工作时间", "Office hours"),
    group=GROUP,
    right="reference",
    model=OfficeHours,
    columns=(
        Column("organisation_id", Words("机构", "Organisation"), Kind.REFERENCE, fixed=True,
               refers="identity.organisations",
               hint=Words("空表示全市通用。", "Empty holds for all.")),
        Column("weekday", Words("星期", "Weekday"), Kind.CHOICE, needed=True, fixed=True,
               choices=tuple(Choice(str(number), Words(f"星期{zh}", en))
                             for number, (zh, en) in enumerate(_WEEK))),
        Column("opens", Words("上班", "Opens"), Kind.TIME, needed=True),
        Column("closes", Words("下班", "Closes"), Kind.TIME, needed=True,
               hint=Words("00:00 表示到午夜。", "00:00 is midnight.")),
        Column("source", Words("依据", "Source"), longest=60),
    ),
    key=("organisation_id", "weekday", "opens"),
    label=("organisation__name", "weekday", "opens"),
    search=("organisation__name", "source"),
    order=("organisation_id", "weekday", "opens"),
    life=None,
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END}),
    check=_check_hours,
    preview=_hours_effects,
    after=_tell_hours,
    forgets=("city.calendar",),
)  # fmt: skip

CALENDAR_DAYS = Recipe(
    id="city.calendar_days",
    words=Words("节假日与调休", "Holidays and make-up days"),
    group=GROUP,
    right="reference",
    model=CalendarDay,
    columns=(
        Column("date", Words("日期", "Day"), Kind.DATE, needed=True, fixed=True),
        Column("working", Words("上班", "Working"), Kind.FLAG),
        Column("name", Words("名称", "Name"), longest=60),
        Column("source", Words("依据", "Source"), edited=False),
    ),
    key=("date",),
    label=("date", "name"),
    search=("name", "source"),
    order=("-date",),
    life=None,
    doings=frozenset({Doing.ADD, Doing.CHANGE}),
    acts={Doing.ADD: _change_day, Doing.CHANGE: _change_day},
    forgets=("city.calendar",),
    path="/calendar",
)

SETTINGS = settings_recipe(
    "city.settings",
    Words("城市参数", "City settings"),
    Words("参数", "Settings"),
    "reference",
    Setting,
    known=lambda: DEFAULTS,
    forgets=("city.settings", "city.calendar"),
)
