"""For every reference table: what a new row says, what changes, and what is done to it then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from chengmai.cases import public as cases
from chengmai.city import public as city
from chengmai.city.tests.makers import COMMUNITY, MadeCity, forget_city, make_city
from chengmai.identity import public as identity
from chengmai.identity.tests.makers import make_organisation, make_person
from chengmai.identity.words import Duty
from chengmai.kernel.retention import keepers
from chengmai.kernel.settings import load_default_settings
from chengmai.notices.public import load_default_templates

SINCE = date(2024, 1, 1)


@dataclass
class Ground:
    """A small city with offices and people, for one walk."""

    city: MadeCity
    office: Any
    person: Any


@dataclass(frozen=True)
class Sample:
    """`add` empty: the walk takes the row that `find` finds. `changed_on`: from which day."""

    add: dict[str, Any] = field(default_factory=dict)
    change: dict[str, Any] = field(default_factory=dict)
    then: tuple[str, ...] = ()
    find: str = ""
    on: str | None = None
    changed_on: str | None = None


def prepare() -> Ground:
    """Everything that the recipes' rows refer to."""
    made = make_city()
    identity.load_default_settings(SINCE)
    city.load_default_settings(valid_from=SINCE)
    cases.load_default_settings()
    load_default_settings(SINCE)
    load_default_templates(SINCE)
    office = make_organisation("市容管理处")
    person = make_person([Duty.COLLECTOR], office)
    forget_city()
    return Ground(made, office, person)


def today(days: int = 0) -> str:
    """The city's day, so many days from now."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def _of(sample: Sample) -> Callable[[Ground], Sample]:
    return lambda _: sample


SAMPLES: dict[str, Callable[[Ground], Sample]] = {
    "identity.organisations": lambda ground: Sample(
        {"name": "照明所", "kind": "unit", "parent_id": ground.office.pk},
        {"name": "路灯管理所"},
        ("end", "reinstate"),
    ),
    "identity.people": lambda ground: Sample(
        {
            "username": "lamplighter",
            "name": "赵明",
            "organisation_id": ground.office.pk,
            "password": "Hai-An-2026-deng",
        },
        {"name": "赵光明"},
        ("end", "reinstate"),
    ),
    "identity.posts": lambda ground: Sample(
        {
            "person_id": ground.person.pk,
            "duty": "handler",
            "organisation_id": ground.office.pk,
        },
        {"division": "130302"},
        ("end",),
    ),
    "identity.settings": _of(
        Sample({}, {"value": 20}, (), "lock_minutes", changed_on=today(1)),
    ),
    "identity.shifts": lambda ground: Sample(
        {"organisation_id": ground.office.pk, "name": "早班", "begins": "06:00", "ends": "14:00"},
        {},
        ("end",),
    ),
    "identity.providers": _of(
        Sample(
            {
                "key": "city-id",
                "name": "市统一身份",
                "issuer": "https://id.example.cn",
                "client_id": "chengmai",
                "client_secret": "shi-yong-zhe-23",
            },
            {"name": "市统一认证"},
            ("end", "reinstate"),
        )
    ),
    "kernel.rates": _of(
        Sample(
            {
                "name": "report",
                "asker": "device",
                "path": "/api/v1/citizen/",
                "amount": 9,
                "seconds": 60,
                "burst": 3,
                "source": "本市",
            },
            {"amount": 12},
            ("end", "reinstate"),
        )
    ),
    "kernel.terms": lambda _: Sample(
        {"name": keepers()[0].name, "keep_days": 4000, "source": "本市"},
        {"keep_days": 4500},
        ("end", "reinstate"),
    ),
    "cases.phrases": _of(
        Sample(
            {"move": "dispatch", "text": "不属于我单位职责", "rank": 3},
            {"rank": 2},
            (),
        )
    ),
    "city.place_kinds": _of(
        Sample(
            {
                "code": "kiosk",
                "name": "报刊亭",
                "colour": "#336699",
                "symbol": "dot",
                "source": "市标",
            },
            {"name": "便民亭"},
            ("end", "reinstate"),
        )
    ),
    "city.area_kinds": _of(
        Sample(
            {
                "code": "snow",
                "name": "扫雪责任区",
                "family": "responsibility",
                "colour": "#336699",
                "levels": ["一级"],
                "source": "市标",
            },
            {"name": "除雪责任区"},
            ("end", "reinstate"),
        )
    ),
    "city.aliases": _of(
        Sample(
            {"alias": "老市委", "name": "文化路1号", "source": "市民习惯"},
            {"note": "2019 年迁出"},
            ("end", "reinstate"),
        )
    ),
    "city.code_systems": _of(
        Sample(
            {"tag": "local-2026", "name": "本市分类", "source": "市标"},
            {"name": "本市分类 2026"},
            ("end", "reinstate"),
        )
    ),
    "city.classes": lambda ground: Sample(
        {
            "system_id": ground.city.classes["C0101"].system_id,
            "code": "E0999",
            "kind": "matter",
            "major_code": "E09",
            "major_name": "其他事件",
            "name": "共享单车乱停",
            "source": "市标",
        },
        {"name": "共享单车乱停放"},
        ("end", "reinstate"),
    ),
    "city.conditions": lambda ground: Sample(
        {
            "matter_class_id": ground.city.classes["E0112"].pk,
            "no": 9,
            "text": "路面结冰",
            "limit_a": "2eh",
            "limit_b": "4eh",
            "limit_c": "8eh",
            "close_condition": "冰面清除",
            "source": "市标",
        },
        {"limit_a": "1eh"},
        ("withdraw",),
        changed_on=today(7),
    ),
    "city.divisions": _of(Sample({}, {"name": "新名社区"}, (), COMMUNITY)),
    "city.duty_grids": lambda ground: Sample({}, {"collector_id": ground.person.pk}, (), "R01"),
    "city.unit_grids": _of(
        Sample({}, {"management_level": "C"}, ("end",), f"{COMMUNITY}004"),
    ),
    "city.responsibilities": lambda ground: Sample(
        {"class_prefix": "E01", "division_prefix": "1303", "organisation_id": ground.office.pk},
        {"organisation_id": make_organisation("环卫处").pk},
        ("withdraw",),
        changed_on=today(3),
    ),
    "city.office_hours": lambda ground: Sample(
        {
            "organisation_id": ground.office.pk,
            "weekday": "5",
            "opens": "09:00",
            "closes": "12:00",
            "source": "市标",
        },
        {"closes": "13:00"},
        ("end",),
    ),
    "city.calendar_days": _of(
        Sample({"date": "2027-02-06", "working": False, "name": "春节"}, {"name": "除夕"})
    ),
    "city.settings": _of(Sample({}, {"value": 7}, (), "day_hours", changed_on=today(1))),
    "cases.stage_limits": _of(
        Sample({}, {"limit": "20em"}, ("withdraw",), "acc", changed_on=today(1)),
    ),
    "cases.settings": _of(
        Sample({}, {"value": 3}, ("withdraw",), "extension_max", changed_on=today(1)),
    ),
    "citizen.notices": _of(
        Sample(
            {
                "version": "2026-12",
                "title": "隐私告知",
                "text": "我们只收必要的信息。",
                "source": "本市",
            },
            {"title": "隐私告知（新版）"},
        )
    ),
    "notices.templates": _of(
        Sample(
            {},
            {"title": "有新案件 {class_name}"},
            ("withdraw",),
            "case_dispatched",
            changed_on=today(1),
        )
    ),
    "citizen.rations": _of(Sample({}, {"most": 12}, (), "device")),
    "kernel.settings": _of(
        Sample({}, {"value": 90}, (), "media_link_minutes", changed_on=today(1)),
    ),
    "media.limits": _of(Sample({}, {"max_bytes": 26_000_000}, (), "image")),
}
