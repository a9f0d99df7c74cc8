"""What else people call a named thing: without the city, without the kind, and shortened."""

from __future__ import annotations

import re

from chengmai.city.addresses.rules.text import tidy
from chengmai.city.addresses.words import EntryKind, Match

_DIVISION_TAILS = {
    EntryKind.CITY: ("市",),
    EntryKind.DISTRICT: ("新区", "区", "县", "市"),
    EntryKind.STREET: ("街道办事处", "街道", "地区", "镇", "乡"),
    EntryKind.COMMUNITY: ("社区居委会", "社区", "村委会", "村", "居委会"),
}
_OTHER_TAILS = {
    EntryKind.STREET: ("办事处", "街道办", "街办"),
    EntryKind.COMMUNITY: ("居委会", "居委", "村委会"),
}
_LONGER = {
    EntryKind.STREET: ("办事处",),
    EntryKind.COMMUNITY: ("居委会", "居民委员会", "村委会"),
}
# kind of a place's name → what speakers make of it
_SHORTER = (
    (re.compile(r"^(.+)中学$"), (r"\1中",)),
    (re.compile(r"^第(\d+)(.+)$"), (r"\1\2",)),
    (re.compile(r"^(.+)医院$"), (r"\1院",)),
    (re.compile(r"^(.+)小学$"), (r"\1小",)),
    (re.compile(r"^(.+)幼儿园$"), (r"\1幼", r"\1幼稚园")),
    (re.compile(r"^(.+)农贸市场$"), (r"\1菜市场", r"\1市场", r"\1菜场")),
    (re.compile(r"^(.+)早市$"), (r"\1早市场",)),
    (re.compile(r"^(.+)公厕$"), (r"\1公共厕所", r"\1厕所", r"\1卫生间")),
    (re.compile(r"^(.+)长途汽车站$"), (r"\1汽车站", r"\1长途站", r"长途汽车站", r"汽车站")),
    (re.compile(r"^(.+)浴场$"), (r"\1海水浴场", r"\1海滩")),
    (re.compile(r"^(.+)社区卫生服务中心$"), (r"\1卫生服务中心", r"\1社区医院")),
)


def other_names(kind: EntryKind, name: str, city: str) -> dict[str, Match]:
    """Every way to write this name, tidied, with how it meets it; the name itself comes first.

    `city` is the city's own name (岚海市), which speakers leave out.
    """
    full = tidy(name)
    found: dict[str, Match] = {full: Match.NAME}
    if kind in _DIVISION_TAILS:
        _division(kind, full, found)
    elif kind in (EntryKind.PLACE, EntryKind.COMPONENT_PLACE):
        _place(full, tidy(city), found)
    return {key: how for key, how in found.items() if len(key) >= 2}


def _division(kind: EntryKind, full: str, found: dict[str, Match]) -> None:
    for tail in _DIVISION_TAILS[kind]:
        if full.endswith(tail) and len(full) > len(tail) + 1:
            head = full.removesuffix(tail)
            found.setdefault(head, Match.SHORT)
            for other in _LONGER.get(kind, ()):
                found.setdefault(full + other, Match.NAME)
            for other in _OTHER_TAILS.get(kind, ()):
                found.setdefault(head + other, Match.SHORT)
            return


def _place(full: str, city: str, found: dict[str, Match]) -> None:
    heads = [full]
    short_city = city.removesuffix("市")
    for prefix, instead in ((city, "市"), (city, ""), (short_city, "")):
        if prefix and full.startswith(prefix) and len(full) > len(prefix) + 1:
            rest = instead + full.removeprefix(prefix)
            if len(rest) >= 3:
                heads.append(rest)
                found.setdefault(rest, Match.SHORT)
    for head in heads:
        for pattern, forms in _SHORTER:
            met = pattern.match(head)
            if met is None:
                continue
            for form in forms:
                made = met.expand(form)
                found.setdefault(made, Match.SHORT)
                for again, deeper in _SHORTER:  # 第6中学 → 6中学 → 6中
                    if (inner := again.match(made)) is not None:
                        found.setdefault(inner.expand(deeper[0]), Match.SHORT)


def road_of_number(text: str) -> tuple[str, str]:
    """`人民大街128号` as road and the rest; an address without a number has an empty rest."""
    met = re.match(r"^(.*?\D)(\d+(?:-\d+)?号?.*)$", tidy(text))
    return (met[1], met[2]) if met else (tidy(text), "")
