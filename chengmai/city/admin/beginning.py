"""What city says an empty city still needs."""

from __future__ import annotations

from chengmai.city.models import Condition, DutyGrid, OfficeHours, Responsibility, UnitGrid
from chengmai.kernel.tables.words import Step, Words

BEGINNING = (
    Step(
        "grids",
        Words("导入区划和单元网格", "Import divisions and unit grids"),
        Words("用普查数据导入（Shapefile、GeoPackage、GeoJSON 等）。",
              "By census import (Shapefile, GeoPackage, GeoJSON and others)."),
        lambda: UnitGrid.objects.filter(closed_at__isnull=True).count(),
        "/census",
    ),
    Step(
        "collectors",
        Words("给责任网格指定监督员", "Give duty grids their collectors"),
        Words("每个责任网格一名监督员。", "One collector each."),
        lambda: DutyGrid.objects.filter(collector__isnull=False, valid_to__isnull=True).count(),
        "/tables/city.duty_grids",
    ),
    Step(
        "classes",
        Words("核对类别、立案条件和时限", "Check classes, conditions and limits"),
        Words("已按国家标准装入，可改成本市的规定。", "The standard's are loaded; make them the city's."),
        lambda: Condition.objects.filter(valid_to__isnull=True).count(),
        "/tables/city.conditions",
    ),
    Step(
        "responsibilities",
        Words("登记权责清单", "Say who is responsible"),
        Words("哪类案件在哪里由哪个单位处置。", "Which unit handles which class where."),
        lambda: Responsibility.objects.filter(valid_to__isnull=True).count(),
        "/tables/city.responsibilities",
    ),
    Step(
        "office_hours",
        Words("核对工作时间", "Check the office hours"),
        Words("时限按工作时间和日历计算。", "Limits are counted by them and the calendar."),
        lambda: OfficeHours.objects.count(),
        "/tables/city.office_hours",
    ),
)  # fmt: skip
