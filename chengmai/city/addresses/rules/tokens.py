"""The small words of an address: house numbers, joins, crossings, directions, and noise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a token is."""

    NAME = "name"
    NUMBER = "number"
    UNIT = "unit"
    JOIN = "join"
    TO = "to"
    CROSS = "cross"
    BETWEEN = "between"
    RELATION = "relation"
    NOISE = "noise"
    MARK = "mark"


class Tie(StrEnum):
    """How a spot lies to what was named before it."""

    OFFSET = "offset"  # 往东50米
    SIDE = "side"  # 路北, 东侧
    CORNER = "corner"  # 东北角
    OPPOSITE = "opposite"  # 对面
    BESIDE = "beside"  # 旁边, 门口
    NEAR = "near"  # 附近
    AT = "at"  # 处, 院内


@dataclass(frozen=True)
class Relation:
    """A relation with its bearing (degrees from north) and distance, where they are said."""

    tie: Tie
    text: str
    bearing: float | None = None
    metres: float | None = None


@dataclass(frozen=True)
class Token:
    """A piece of the text from `start` to `end` with its weight in the reading."""

    start: int
    end: int
    sort: Sort
    weight: float
    number: int = 0
    suffix: str = ""
    relation: Relation | None = None


BEARINGS = {
    "东北": 45.0, "西北": 315.0, "东南": 135.0, "西南": 225.0,
    "北": 0.0, "东": 90.0, "南": 180.0, "西": 270.0,
}  # fmt: skip
_WAY = r"东北|西北|东南|西南|东|南|西|北"
_NUMBER = re.compile(
    r"(?:门牌)?(?:第)?(\d{1,5})(?:-(\d{1,4}))?([甲乙丙丁])?(?:号(?!楼|公|线|院?楼|井|路|桥)院?(?:附\d+号?)?|弄|#)"
)
_BARE = re.compile(
    r"(\d{1,5})(?:-(\d{1,4}))?([甲乙丙丁])?(?=$|,|对面|旁|附近|门口|往|以|向|[东南西北]侧)"
)
_UNIT = re.compile(
    r"(?:[a-z]?\d{1,4}|[a-z])(?:号楼|号院|栋|幢|座|单元|室|层|楼|门(?!口)|号门(?!口)|户|排|区(?=\d))(?:\d{3,4}(?!米|\d))?|地下\d层|负\d层"
)
_NUMBER_INSIDE = re.compile(r"(?<=弄)\d{1,4}号|(?<=院)\d{1,4}号|(?<=里)\d{1,3}支弄")
_OFFSET = re.compile(
    rf"(?:再|再往|一直)?(?:往|向|以|朝|偏|靠)?(?:正)?({_WAY})(?:侧|边|面|方向|方|头)?(?:走|去|行|约|大约|大概|的|,)*(\d{{1,4}})(?:多|来|余)?(米|m(?![a-z])|公里|km)(?:左右|处|远|的地方|开外)*"
)
_OFFSET_BACK = re.compile(
    rf"(?:约|大约|大概)?(\d{{1,4}})(?:多|来|余)?(米|m(?![a-z]))(?:处)?的?(?:路)?({_WAY})(?:侧|边|面)?"
)
_SOME_METRES = re.compile(
    r"(?:约|大约|大概|相距|距离)?(\d{1,4})(?:多|来|余)?(?:米|m(?![a-z]))(?:左右|处|内|范围|以内)*"
)
_CORNER = re.compile(rf"(?:的)?({_WAY})(?:北|南)?(?:拐)?角(?:处)?")
_SIDE = re.compile(
    rf"(?:的)?(?:路|街|道|马路|靠)?({_WAY})(?:侧|边|面|头|段|方向|方)(?:路边|人行道|便道|辅路)?"
)
_ROAD_SIDE = re.compile(rf"(?:路|街|道)({_WAY})(?![一-龥]?(?:路|街|巷|大))")
_GATE = re.compile(rf"(?:的)?({_WAY})(?:大)?门(?:口|外|前)?")
_OPPOSITE = re.compile(r"(?:的)?(?:马路|道路|路|街)?(?:斜|正)?(?:对面|对过|对门|对个儿)")
_BESIDE = re.compile(
    r"(?:的)?(?:旁边|边上|隔壁|紧邻|紧挨着|大门口|正门口|正门|门口|门前|门外|大门|旁|入口处?|出口处?|出入口|路边|路旁|街边|便道上?|人行道上?|楼下|后面|背后|后身|前面|前边)"
)
_NEAR = re.compile(
    r"(?:的)?(?:附近|周边|周围|一带|那一片|那块儿?|那边|那里|这边|这里|那儿|这儿|左近|跟前)"
)
_AT = re.compile(r"(?:的)?(?:院内|里面|里边|内部|小区内|内(?![蒙])|处|楼前|楼后|的?位置)")
_CROSS = re.compile(
    r"的?(?:十字|丁字|三岔|t字|t型)?(?:交叉路口|交叉口|相交处|相交|交汇处|交汇口|交汇|交会处|交界处?|交接处|交口|路口|街口|道口|十字街|拐角处?|转角处?|转弯处?|红绿灯(?:路口)?|口(?!岸|袋|腔)|交叉)"
)
_JOIN = re.compile(r"与|和|及|跟|同|交|、")
_TO = re.compile(r"至|到")
_FROM = re.compile(r"从|自|由")
_BETWEEN = re.compile(r"(?:之间|中间|中段|路段|区间|沿线|全段|一段|段)")
_NOISE = re.compile(
    r"你好|您好|请问|请|麻烦|帮忙|看一?看|反映一?下|我要反映|我要投诉|投诉|举报|地址是?|地点是?|位置是?|事发地|位于|就在|是在|在|我家|我们|我住|我|家住|住|就是|那个|这个|有个|有人|有|靠近|临近|挨着|大概|大约|好像|应该是?|差不多|可能|路过|经过|沿着?|整条|全国|中国|河北省?|河北|的|了|哈|啊|呢|吧|嗯|哎|唉|呀|市民|方向|大院|院里|小区里|路上|街上|道上|这条|那条|,"
)


def small_words(text: str) -> list[Token]:
    """Every token other than a name that begins anywhere in the text."""
    found: list[Token] = []
    for at in range(len(text)):
        found += _at(text, at)
    return found


def _at(text: str, at: int) -> list[Token]:
    made: list[Token] = []

    def take(met: re.Match[str] | None, sort: Sort, each: float, **values: object) -> None:
        if met is not None and met.end() > at:
            length = met.end() - at
            made.append(Token(at, met.end(), sort, each * length, **values))  # type: ignore[arg-type]

    digit_before = at > 0 and text[at - 1].isdigit()
    if not digit_before:
        if met := _NUMBER.match(text, at):
            take(met, Sort.NUMBER, 1.2, **_number(met))
        if met := _BARE.match(text, at):
            take(met, Sort.NUMBER, 1.0, **_number(met))
        take(_UNIT.match(text, at), Sort.UNIT, 1.1)
        take(_NUMBER_INSIDE.match(text, at), Sort.UNIT, 1.3)
    take(_CROSS.match(text, at), Sort.CROSS, 1.05)
    take(_JOIN.match(text, at), Sort.JOIN, 0.5)
    take(_TO.match(text, at), Sort.TO, 0.6)
    take(_FROM.match(text, at), Sort.NOISE, 0.5)
    take(_BETWEEN.match(text, at), Sort.BETWEEN, 0.8)
    take(_NOISE.match(text, at), Sort.NOISE, 0.6)
    made += _relations(text, at)
    return made


def _number(met: re.Match[str]) -> dict[str, object]:
    suffix = "".join(f"-{met[2]}" if met[2] else "") + (met[3] or "")
    return {"number": int(met[1]), "suffix": suffix}


def _relations(text: str, at: int) -> list[Token]:
    made: list[Token] = []

    def add(
        met: re.Match[str] | None, tie: Tie, way: str = "", metres: float | None = None
    ) -> None:
        if met is not None:
            bearing = BEARINGS[way] if way else None
            relation = Relation(tie, met[0].strip(","), bearing, metres)
            weight = 1.15 * (met.end() - at)
            made.append(Token(at, met.end(), Sort.RELATION, weight, relation=relation))

    if met := _OFFSET.match(text, at):
        add(met, Tie.OFFSET, met[1], _metres(met[2], met[3]))
    if not (at and text[at - 1].isdigit()):
        if met := _OFFSET_BACK.match(text, at):
            add(met, Tie.OFFSET, met[3], float(met[1]))
        if met := _SOME_METRES.match(text, at):
            add(met, Tie.NEAR, "", float(met[1]))
    for pattern, tie in (
        (_CORNER, Tie.CORNER),
        (_SIDE, Tie.SIDE),
        (_ROAD_SIDE, Tie.SIDE),
        (_GATE, Tie.SIDE),
    ):
        if met := pattern.match(text, at):
            add(met, tie, met[1])
    for pattern, tie in (
        (_OPPOSITE, Tie.OPPOSITE),
        (_BESIDE, Tie.BESIDE),
        (_NEAR, Tie.NEAR),
        (_AT, Tie.AT),
    ):
        add(pattern.match(text, at), tie)
    return made


def _metres(number: str, unit: str) -> float:
    return float(number) * (1000 if unit in ("公里", "km") else 1)
