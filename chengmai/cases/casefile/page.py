"""The HTML of the printed file. Every word from outside is escaped; phones in free text are masked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from chengmai.cases.casefile.marks import PREFIX, qr_of
from chengmai.cases.casefile.queries import CaseFile
from chengmai.cases.casefile.words import (
    CLOCK_STATES,
    CLOCKS,
    DUTIES,
    KINDS,
    MOVES,
    PHOTOS,
    SOURCES,
    STAGES,
    allowance_in_words,
)
from chengmai.kernel.masks import mask_numbers_in

_CITY = ZoneInfo("Asia/Shanghai")
_PHOTOS_EACH = 4


def style() -> str:
    """The style sheet of the file."""
    return resources.files("chengmai.cases").joinpath("casefile/file.css").read_text("utf-8")


def pages_of(files: Iterable[CaseFile], *, bureau: str, by: str, at: datetime, origin: str) -> str:
    """One document of one or more cases; each begins on a page of its own."""
    body = "".join(_case(one, bureau, origin) for one in files)
    foot = f"{by} 于 {_time(at)} 打印 · 联系方式已隐去"
    return (
        f'<html lang="zh-CN"><head><title>案件办理档案</title></head><body>'
        f'<div class="foot">{_say(foot)}</div>{body}</body></html>'
    )


def photos_in(files: Iterable[CaseFile]) -> frozenset[int]:
    """The numbers of the pictures that the document shows."""
    return frozenset(
        card.id for one in files for role in PHOTOS for card in _pictures(one.case["media"], role)
    )


def _case(one: CaseFile, bureau: str, origin: str) -> str:
    case = one.case
    address = f"{origin}/verify/{case['id']}?seq={one.seq}&code={one.code}"
    return (
        '<article class="case">'
        f'<header><div class="code">{qr_of(address)}<span>验真码 {one.seq}-{one.code}</span></div>'
        f'<p class="bureau">{_say(bureau)}</p><h1>案件办理档案</h1>'
        f'<p class="no">{_say(case["case_no"])}</p></header>'
        f"{_facts(case)}{_clocks(case)}{_map(one)}{_photos(case)}{_reports(case)}{_steps(one)}"
        "</article>"
    )


def _facts(case: dict[str, Any]) -> str:
    condition = case["condition"] or {}
    limit = condition.get("limit")
    handler = (case["handler"] or {}).get("name")
    spot = "–" if case["lon"] is None else f"{case['lon']:.6f}, {case['lat']:.6f}"
    place = " ".join(
        dict.fromkeys(
            part
            for part in (
                case["district_name"], case["street_name"], case["community_name"], case["address"],
            )
            if part
        )
    )  # fmt: skip
    flags = "、".join(
        word for word, on in (("紧急", case["urgent"]), ("督办", case["supervised"])) if on
    )
    rework = f"（返工 {case['rework_no']} 次）" if case["rework_no"] else ""
    rows = [
        ("类别", f"{case['class_name'] or '未分类'} {case['class_code']}",
         "性质", KINDS.get(case["kind"], "–")),
        ("阶段", STAGES[case["stage"]] + rework, "标记", flags or "–"),
        ("来源", SOURCES[case["source"]], "上报时间", _time(case["reported_at"])),
        ("位置", place or "–", "经纬度", spot),
        ("网格", case["grid_code"] or "–", "管理级别", case["management_level"] or "–"),
        ("责任单位", case["organisation_name"] or "–", "处置人", handler or "–"),
        ("立案条件", condition.get("text") or "–",
         "处置时限", allowance_in_words(**limit) if limit else "–"),
    ]  # fmt: skip
    cells = "".join(
        f"<tr><th>{a}</th><td>{_say(b)}</td><th>{c}</th><td>{_say(d)}</td></tr>"
        for a, b, c, d in rows
    )
    words = f'<tr><th>描述</th><td colspan="3">{_text(case["description"])}</td></tr>'
    return f'<table class="facts">{cells}{words}</table>'


def _clocks(case: dict[str, Any]) -> str:
    if not case["clocks"]:
        return ""
    rows = "".join(
        f"<tr><td>{CLOCKS[clock['kind']]}</td>"
        f"<td>{_say(allowance_in_words(**clock['allowance']))}</td>"
        f"<td>{_time(clock['started_at'])}</td><td>{_time(clock['due_at'])}</td>"
        f"<td>{_time(clock['stopped_at'])}</td>"
        f"<td>{CLOCK_STATES[clock['state']]}{' · 超时' if clock['overdue'] else ''}</td></tr>"
        for clock in case["clocks"]
    )
    heads = "".join(f"<th>{h}</th>" for h in ("环节", "时限", "开始", "截止", "结束", "状态"))
    return f'<section><h2>时限</h2><table class="rows clocks"><thead><tr>{heads}</tr></thead>{rows}</table></section>'


def _map(one: CaseFile) -> str:
    if not one.drawing:
        return ""
    return f'<section class="whole"><h2>位置</h2><div class="map">{one.drawing}</div></section>'


def _photos(case: dict[str, Any]) -> str:
    media = case["media"]
    if not any(_pictures(media, role) for role in PHOTOS):
        return ""
    pairs = "".join(
        f'<div class="side"><h3>{PHOTOS[role]}</h3>{_figures(media, role)}</div>'
        for role in ("before", "after")
    )
    others = "".join(
        f'<div class="more"><h3>{PHOTOS[role]}</h3>{_figures(media, role)}</div>'
        for role in ("check", "other")
        if _pictures(media, role)
    )
    return f'<section><h2>照片</h2><div class="sides">{pairs}</div>{others}</section>'


def _figures(media: dict[str, Any], role: str) -> str:
    cards = _pictures(media, role)
    if not cards:
        return '<p class="none">没有照片</p>'
    return "".join(
        f'<figure><img src="{PREFIX}{card.id}" alt=""/>'
        f"<figcaption>{_time(card.taken_at) if card.taken_at else ''}</figcaption></figure>"
        for card in cards
    )


def _pictures(media: dict[str, Any], role: str) -> list[Any]:
    return [card for card in media.get(role, ()) if card.kind == "image"][:_PHOTOS_EACH]


def _reports(case: dict[str, Any]) -> str:
    if not case["reports"]:
        return ""
    rows = "".join(
        f"<tr><td>{_time(report['at'])}</td><td>{SOURCES[report['source']]}</td>"
        f"<td>{_contact(report['contact'])}</td><td>{_text(report['text'])}</td></tr>"
        for report in case["reports"]
    )
    heads = "".join(f"<th>{h}</th>" for h in ("时间", "来源", "反映人", "内容"))
    return f'<section><h2>反映内容</h2><table class="rows reports"><thead><tr>{heads}</tr></thead>{rows}</table></section>'


def _contact(card: Any) -> str:
    return _say(f"{card.masked_name} {card.masked_phone}") if card else "–"


def _steps(one: CaseFile) -> str:
    rows = "".join(_step(step) for step in one.steps)
    heads = "".join(f"<th>{h}</th>" for h in ("序", "时间", "步骤", "办理人", "说明"))
    return (
        '<section><h2>办理过程</h2><table class="rows steps">'
        f"<thead><tr>{heads}</tr></thead>{rows}</table></section>"
    )


def _step(step: dict[str, Any]) -> str:
    move = MOVES.get(
        step["move"] or "", {"join": "他人同样反映", "link": "关联"}.get(step["move"], "–")
    )
    target = STAGES.get(step["target"] or "")
    arrow = f" → {target}" if target and step["target"] != step["source"] else ""
    who = step["actor_name"] or (DUTIES.get(step["duty"] or "") or "系统")
    if step.get("on_behalf_of_name"):
        who = f"{who}（代{step['on_behalf_of_name']}）"
    unit = f" · {step['organisation_name']}" if step["organisation_name"] else ""
    words = " ".join(part for part in (step["reason"], step["details"].get("text", "")) if part)
    photos = f"（照片 {len(step['media'])} 张）" if step["media"] else ""
    return (
        f"<tr><td>{step['seq']}</td><td>{_time(step['at'])}</td><td>{_say(move + arrow)}</td>"
        f"<td>{_say(who + unit)}</td><td>{_text(words)}{photos}</td></tr>"
    )


def _time(moment: datetime | str | None) -> str:
    if not moment:
        return "–"
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return f"{moment.astimezone(_CITY):%Y-%m-%d %H:%M}"


def _say(words: str) -> str:
    return escape(words)


def _text(words: str) -> str:
    return escape(mask_numbers_in(words)).replace("\n", "<br/>") or "–"
