"""A small city with honest defaults: one street of four unit grids around 119.60° E, 39.93° N."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from chengmai.city.models import (
    CalendarDay,
    CodeSystem,
    Component,
    Condition,
    Division,
    DutyGrid,
    MatterClass,
    OfficeHours,
    Responsibility,
    UnitGrid,
)
from chengmai.city.models import ClassSuccession as ClassSuccession
from chengmai.identity.tests.makers import Organisation, Person, Post
from chengmai.kernel.reference import forget

SINCE = date(2020, 1, 1)
LON, LAT = 119.60, 39.93
WIDTH, HEIGHT = 0.0012, 0.0009
CITY, DISTRICT, STREET = "1303", "130302", "130302001"
COMMUNITY = "130302001001"
CLASSES: tuple[tuple[str, str, str, str, bool, tuple[tuple[str, int, str, str], ...]], ...] = (
    ("C0101", "component", "公用设施", "上水井盖", False, (
        ("井盖缺失、移位或开裂，行人车辆可能掉落受伤", 2, "eh", "井盖复位或更换，井口安全"),
        ("井盖局部破损超过25平方厘米", 4, "wh", "破损的井盖已更换或修复"),
        ("车辆驶过时井盖弹跳、发出异响", 2, "wd", "井盖稳固，不再作响"),
        ("井周路面下沉或隆起，高差超过2厘米", 5, "wd", "井周路面平整"),
    )),
    ("C0137", "component", "公用设施", "路灯", False, (
        ("单盏路灯夜间不亮", 2, "wd", "路灯恢复照明"),
        ("成片路灯未按时启闭", 2, "wh", "路灯按时启闭"),
    )),
    ("C0305", "component", "市容环境设施", "垃圾箱", True, (
        ("垃圾箱箱体破损或倾倒", 1, "wd", "箱体修复、摆放整齐"),
    )),
    ("E0110", "matter", "市容环境", "暴露生活垃圾", True, (
        ("生活垃圾散落在容器之外", 4, "wh", "垃圾清理干净"),
    )),
    ("E0112", "matter", "市容环境", "道路不洁", True, (
        ("路面有果皮、纸屑、油污或明显积灰", 2, "wh", "路面清扫干净"),
    )),
    ("E0201", "matter", "宣传广告", "非法小广告", True, (
        ("墙面、杆体或地面有张贴、喷涂的小广告", 1, "wd", "小广告清除，不留明显痕迹"),
    )),
    ("E0405", "matter", "街面秩序", "店外经营", False, (
        ("商户越出门窗外墙摆放商品或经营", 2, "eh", "店外物品收回，通行恢复"),
    )),
    ("E0501", "matter", "突发事件", "供水管道破裂", False, (
        ("供水管道破裂，水流跑冒", 1, "eh", "止水并围护现场"),
        ("抢修后路面尚未恢复", 5, "wd", "路面恢复原状"),
    )),
)  # fmt: skip


@dataclass
class MadeCity:
    """What `make_city` made."""

    district: Division
    street: Division
    community: Division
    grids: list[UnitGrid]
    duty_grid: DutyGrid
    classes: dict[str, MatterClass]
    conditions: dict[str, list[Condition]] = field(default_factory=dict)

    @property
    def point(self) -> tuple[float, float]:
        """The middle of the first unit grid (lon, lat)."""
        return (LON, LAT)


def make_city(
    *, collector: Person | None = None, responsible: Organisation | None = None
) -> MadeCity:
    """One district, street and community with four unit grids of 100 m, one duty grid, eight
    classes, office hours 8–12 and 14–18 and the holidays around 1 May 2026. `collector` walks the
    duty grid; `responsible` handles every class everywhere."""
    make_division(CITY, "city", "滨海市", _box(119.50, 39.85, 119.70, 40.00))
    district = make_division(DISTRICT, "district", "海港区", _box(119.55, 39.90, 119.65, 39.96))
    street = make_division(STREET, "street", "文化路街道", _box(119.59, 39.92, 119.61, 39.94))
    west, south = LON - WIDTH / 2, LAT - HEIGHT / 2
    whole = _box(west, south, west + 2 * WIDTH, south + 2 * HEIGHT)
    community = make_division(COMMUNITY, "community", "金三角社区", whole)
    duty_grid = DutyGrid.objects.create(
        code=f"{STREET}R01", name="文化路一号责任网格", geometry=whole, collector=collector,
        valid_from=SINCE,
    )  # fmt: skip
    if collector is not None:
        Post.objects.filter(person=collector, duty="collector").update(duty_grids=[duty_grid.code])
    grids = [
        UnitGrid.objects.create(
            code=f"{COMMUNITY}{number + 1:03}",
            community=community,
            duty_grid=duty_grid,
            management_level="A" if number == 0 else "B",
            geometry=_box(
                west + (number % 2) * WIDTH,
                south + (number // 2) * HEIGHT,
                west + (number % 2 + 1) * WIDTH,
                south + (number // 2 + 1) * HEIGHT,
            ),
            opened_at=SINCE,
        )
        for number in range(4)
    ]
    made = MadeCity(district, street, community, grids, duty_grid, {})
    _make_classes(made)
    make_office_hours()
    make_holidays()
    if responsible is not None:
        Responsibility.objects.create(organisation=responsible, valid_from=SINCE)
    forget_city()
    return made


def forget_city() -> None:
    """Let the cached reference data of city and identity be read again."""
    for name in ("classes", "responsibility", "calendar", "outline", "settings", "layers"):
        forget(f"city.{name}")
    forget("identity.organisations")


def make_division(code: str, level: str, name: str, geometry: MultiPolygon) -> Division:
    """A division in force since 2020."""
    return Division.objects.create(
        code=code, level=level, name=name, geometry=geometry, valid_from=SINCE, source="示例"
    )


def make_component(
    code: str = "1303020101000001",
    *,
    class_code: str = "C0101",
    lon: float = LON,
    lat: float = LAT,
    grid_code: str = f"{COMMUNITY}001",
    **values: Any,
) -> Component:
    """A cover in the first unit grid."""
    return Component.objects.create(
        code=code, class_code=class_code, point=Point(lon, lat, srid=4326), grid_id=grid_code,
        recorded_on=SINCE, **values,
    )  # fmt: skip


def make_office_hours(organisation: Organisation | None = None) -> None:
    """Monday to Friday, 8–12 and 14–18."""
    OfficeHours.objects.bulk_create(
        OfficeHours(organisation=organisation, weekday=weekday, opens=opens, closes=closes)
        for weekday in range(5)
        for opens, closes in ((time(8), time(12)), (time(14), time(18)))
    )


def make_holidays() -> None:
    """The first of May 2026 with its make-up Saturday."""
    days = [(date(2026, 5, day), False, "劳动节") for day in range(1, 6)]
    days.append((date(2026, 5, 9), True, "劳动节调休上班"))
    CalendarDay.objects.bulk_create(
        CalendarDay(date=day, working=working, name=name, source="国务院办公厅通知")
        for day, working, name in days
    )


def _make_classes(made: MadeCity) -> None:
    system = CodeSystem.objects.create(tag="test", name="试用分类", source="示例", valid_from=SINCE)
    for code, kind, major_name, name, self_disposable, conditions in CLASSES:
        made.classes[code] = matter_class = MatterClass.objects.create(
            system=system, code=code, kind=kind, major_code=code[:3], major_name=major_name,
            name=name, self_disposable=self_disposable, valid_from=SINCE, source="示例",
        )  # fmt: skip
        made.conditions[code] = [
            Condition.objects.create(
                matter_class=matter_class, no=no, text=text, close_condition=closing,
                limits={level: [amount, unit] for level in "ABC"},
                valid_from=SINCE, source="示例",
            )
            for no, (text, amount, unit, closing) in enumerate(conditions, 1)
        ]  # fmt: skip


def _box(west: float, south: float, east: float, north: float) -> MultiPolygon:
    polygon = Polygon.from_bbox((west, south, east, north))
    polygon.srid = 4326
    return MultiPolygon(polygon, srid=4326)


def fill_gazetteer() -> None:
    """Two roads, house numbers and places in the made city, and the index of addresses."""
    from chengmai.city.addresses.tests.makers import fill_gazetteer as fill  # imports this module

    fill()


def graded_addresses(part: str, geocode: Any) -> Any:
    """The marks of one part of the labelled addresses (`open` or `held`), by form."""
    from chengmai.city.addresses.tests.grading import grade, labelled

    return grade(labelled(part), geocode)
