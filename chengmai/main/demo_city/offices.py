"""Organisations, people and responsibilities of the demo city, as plain rows (no database)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from chengmai.identity.words import Duty, OrganisationKind
from chengmai.main.demo_city import names
from chengmai.main.demo_city.divisions import Divisions
from chengmai.main.demo_city.people_names import person_names

K = OrganisationKind


@dataclass(frozen=True)
class Office:
    """One organisation; `key` is how responsibilities name it, `parent` the key of the one above."""

    key: str
    name: str
    kind: OrganisationKind
    parent: str = ""
    division: str = ""


@dataclass(frozen=True)
class Worker:
    """One member of staff with one duty."""

    username: str
    name: str
    office: str
    duty: Duty
    division: str = ""
    duty_grids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Staff:
    """Everybody, and who handles what where: (class prefix, division prefix, office key)."""

    offices: list[Office]
    workers: list[Worker]
    responsibilities: list[tuple[str, str, str]] = field(default_factory=list)


_DEPARTMENTS = (
    ("municipal", "岚海市市政设施管理处"), ("sanitation", "岚海市环境卫生管理处"), ("green", "岚海市园林绿化管理处"),
    ("water", "岚海市供水有限责任公司"), ("drain", "岚海市排水管理处"), ("gas", "岚海市燃气集团有限公司"),
    ("heat", "岚海市热力总公司"), ("power", "岚海供电公司"), ("telecom", "岚海市通信发展管理办公室"),
    ("police", "岚海市公安交通警察支队"), ("housing", "岚海市住房和城乡建设局"), ("rivers", "岚海市水务局"),
)  # fmt: skip
_UNITS = {
    "municipal": ("道路养护所", "路灯管理所", "桥涵养护所"), "sanitation": ("清扫一队", "清扫二队", "清运队", "公厕管理所"),
    "green": ("绿化一队", "绿化二队", "公园管理所"), "water": ("管网抢修中心", "水表管理所"), "drain": ("疏通队", "泵站管理所"),
    "gas": ("抢修中心", "调压站管理所"), "heat": ("管网维修中心", "客服中心"), "power": ("配电抢修班",), "telecom": ("线路整治组",),
    "police": ("设施大队", "秩序大队"), "housing": ("工地监管科", "房屋安全科"), "rivers": ("河道管理所",),
}  # fmt: skip
_CONTRACTORS = (
    ("sanitation", "洁岚环境服务有限公司"), ("sanitation", "海韵保洁有限公司"), ("green", "绿洲园林工程有限公司"),
    ("municipal", "岚建市政养护有限公司"), ("municipal", "明珠照明工程有限公司"), ("drain", "畅通管道疏浚有限公司"),
)  # fmt: skip
_BY_CLASS = (
    ("C01", "municipal"), ("C0101", "water"), ("C0102", "drain"), ("C0103", "drain"), ("C0104", "drain"), ("C0110", "heat"), ("C0111", "gas"),
    ("C0114", "green"), ("C0118", "sanitation"), ("C0125", "water"), ("C0126", "drain"), ("C0127", "telecom"), ("C0128", "power"), ("C0129", "power"),
    ("C0130", "power"), ("C0131", "telecom"), ("C0149", "gas"), ("C0150", "police"), ("C0151", "police"), ("C0157", "gas"), ("C0192", "heat"), ("C0193", "water"),
    ("C02", "municipal"), ("C0211", "police"), ("C0212", "police"), ("C0217", "police"), ("C0219", "police"), ("C0220", "police"), ("C0225", "*"), ("C0230", "rivers"), ("C0283", "police"),
    ("C03", "sanitation"), ("C0306", "*"), ("C0307", "*"), ("C0308", "*"), ("C0396", "housing"), ("C04", "green"),
    ("C05", "municipal"), ("C0503", "housing"), ("C0504", "gas"), ("C0506", "rivers"), ("C0507", "rivers"), ("C0508", "rivers"),
    ("E01", "*"), ("E0110", "sanitation"), ("E0111", "sanitation"), ("E0112", "sanitation"), ("E0113", "municipal"), ("E0114", "sanitation"), ("E0117", "green"), ("E0118", "green"),
    ("E0119", "green"), ("E0121", "green"), ("E0122", "green"), ("E0125", "rivers"), ("E0126", "rivers"), ("E0137", "sanitation"), ("E0179", "green"), ("E0180", "telecom"),
    ("E0181", "rivers"), ("E0182", "rivers"), ("E0191", "green"), ("E0192", "sanitation"), ("E0193", "sanitation"), ("E0195", "sanitation"),
    ("E02", "*"), ("E03", "housing"), ("E0302", "*"), ("E0303", "municipal"), ("E04", "*"), ("E0501", "water"), ("E0502", "gas"), ("E0503", "drain"), ("E0504", "heat"),
    ("E05", "housing"), ("E0505", "municipal"), ("E0506", "drain"), ("E0507", "sanitation"), ("E0508", "telecom"), ("E06", "*"),
)  # fmt: skip


def staff_of(divisions: Divisions, rng: np.random.Generator, *, people: int = 400) -> Staff:
    """The organisation tree, `people` members of staff, and the table of responsibilities."""
    offices = [
        Office("bureau", "岚海市城市管理综合行政执法局", K.BUREAU),
        Office("supervision", "岚海市数字城管监督中心", K.SUPERVISION_CENTRE, "bureau"),
        Office("command", "岚海市城市管理指挥中心", K.COMMAND_CENTRE, "bureau"),
    ]
    offices += [Office(key, name, K.DEPARTMENT, "bureau") for key, name in _DEPARTMENTS]
    responsible: list[tuple[str, str, str]] = []
    for code, name, _ in names.DISTRICTS:
        offices.append(Office(code, f"{name}城市管理局", K.DEPARTMENT, "bureau", code))
        for street in divisions.of_level("street"):
            if street.code.startswith(code):
                offices.append(
                    Office(street.code, f"{name}城管局{street.name}中队", K.UNIT, code, street.code)
                )
    for key, units in _UNITS.items():
        offices += [Office(f"{key}/{n}", unit, K.UNIT, key) for n, unit in enumerate(units)]
    offices += [
        Office(f"{key}/c{n}", name, K.CONTRACTOR, key) for n, (key, name) in enumerate(_CONTRACTORS)
    ]
    for prefix, key in _BY_CLASS:
        if key == "*":
            responsible += [(prefix, code, code) for code, _, _ in names.DISTRICTS]
        else:
            responsible.append((prefix, "", key))
    return Staff(offices, _workers(offices, divisions, rng, people), responsible)


def _workers(
    offices: list[Office], divisions: Divisions, rng: np.random.Generator, people: int
) -> list[Worker]:
    fresh = person_names(rng)
    count: dict[str, int] = {}
    workers: list[Worker] = []

    def hire(
        stem: str,
        office: str,
        duty: Duty,
        many: int = 1,
        division: str = "",
        grids: tuple[str, ...] = (),
    ) -> None:
        for _ in range(many):
            count[stem] = count.get(stem, 0) + 1
            workers.append(
                Worker(f"{stem}{count[stem]}", next(fresh), office, duty, division, grids)
            )

    hire("operator", "supervision", Duty.OPERATOR, 14)
    hire("leader", "supervision", Duty.DUTY_LEADER, 6)
    hire("dispatcher", "command", Duty.DISPATCHER, 10)
    hire("inspector", "supervision", Duty.INSPECTOR, 6)
    hire("boss", "bureau", Duty.LEADER, 4)
    for duty in divisions.of_level("duty"):
        hire("collector", "supervision", Duty.COLLECTOR, 1, duty.code[:9], (duty.code,))
    by_need = ["sanitation"] + [
        office.key
        for office in offices
        if office.kind is K.DEPARTMENT and office.key != "sanitation"
    ]
    for key in by_need:
        hire("dept", key, Duty.DEPARTMENT, 3 if key in ("sanitation", "municipal") else 2)
    hire("admin", "bureau", Duty.ADMIN)
    hire("security", "bureau", Duty.SECURITY)
    hire("auditor", "bureau", Duty.AUDITOR)
    homes = _handler_homes(offices, by_need)
    while len(workers) < people:
        hire("handler", homes[count.get("handler", 0) % len(homes)], Duty.HANDLER)
    return [_plain(worker) for worker in workers]


def _handler_homes(offices: list[Office], departments: list[str]) -> list[str]:
    """Where handlers work: every department itself, and its units and contractors."""
    below = [o.key for o in offices if o.kind in (K.UNIT, K.CONTRACTOR)]
    return departments + below + departments


def _plain(worker: Worker) -> Worker:
    """The first of the single posts carry no number: `boss`, `admin`, `security`, `auditor`."""
    short = {"boss1": "boss", "admin1": "admin", "security1": "security", "auditor1": "auditor"}
    name = short.get(worker.username, worker.username)
    return Worker(name, worker.name, worker.office, worker.duty, worker.division, worker.duty_grids)
