"""One case with everything that its page shows, in at most five statements (six when merged)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.models import Case
from chengmai.cases.queries.clocks import clocks_of
from chengmai.cases.queries.one_row import row_of
from chengmai.cases.queries.related import case_with_related
from chengmai.cases.queries.seen import cases_seen_by
from chengmai.cases.queries.verdicts import verdicts
from chengmai.cases.words import PhotoRole
from chengmai.city.public import class_of_day, division_names, grid_fates, responsible_organisation
from chengmai.identity.public import contact_cards, organisation_cards, person_names
from chengmai.identity.words import Actor
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.media.words import MediaCard

_SAME = ("management_level", "duty_grid_code", "occurred_at", "suspended_until", "description")
Media = dict[int, MediaCard]


def case_detail(actor: Actor, case_id: int, at: datetime) -> dict[str, Any]:
    """The case page. Raises CaseNotFound for a hidden case and a missing one alike."""
    case, related = case_with_related(actor, case_id)
    media = {card.id: card for card in media_cards(_media_ids(case, related))}
    contacts = contact_cards({r["contact_id"] for r in related["reports"] if r["contact_id"]})
    names = person_names(_people(case, related))
    return {
        **row_of(case, media, at),
        **{name: getattr(case, name) for name in _SAME},
        "street_name": division_names().get(case.street_code),
        "community_name": division_names().get(case.community_code),
        **_grid_fate(case),
        "condition": _condition(case),
        "handler": _person(case.handler_id, names),
        "collector": _person(case.collector_id, names),
        "clocks": clocks_of(case, at),
        "moves": verdicts(case, related, actor, at),
        "reports": [_report(report, media, contacts) for report in related["reports"]],
        "media": {
            role.value: [media[i] for i in case.media.get(role.value, ()) if i in media]
            for role in PhotoRole
        },
        "parts": [
            {**part, "organisation_name": _unit(part["organisation_id"])}
            for part in related["parts"]
        ],
        "pending": _pending(case),
        "supervisions": [
            {**one, "by_name": names.get(one["by"])} for one in related["supervisions"]
        ],
        "merged_into": _master(case, actor),
        "merged": related["merged"],
        "possible_duplicates": related["possible_duplicates"],
        "suggested": _suggested(case, names),
    }


def _media_ids(case: Case, related: dict[str, Any]) -> list[int]:
    own = [item for items in case.media.values() for item in items]
    return own + [item for report in related["reports"] for item in report["media"]]


def _people(case: Case, related: dict[str, Any]) -> set[int]:
    ids = {case.handler_id, case.collector_id, *(one["by"] for one in related["supervisions"])}
    return {i for i in ids if i is not None}


def _grid_fate(case: Case) -> dict[str, Any]:
    """Of a grid that was closed since: when, and the grids that have its ground now."""
    fate = grid_fates().get(case.grid_code)
    return {
        "grid_closed_on": fate.closed_on if fate else None,
        "grid_successors": list(fate.successors) if fate else [],
    }


def _condition(case: Case) -> dict[str, Any] | None:
    card = class_of_day(case.class_code, case.reported_at, case.condition_id)
    condition = card.condition(case.condition_id) if card and case.condition_id else None
    if condition is None:
        return None
    limit = {level.value: allowance for level, allowance in condition.limits.items()}.get(
        case.management_level
    )
    return {
        "id": condition.id,
        "text": condition.text,
        "limit": {"amount": limit.amount, "unit": limit.unit} if limit else None,
        "close_condition": condition.close_condition,
    }


def _report(report: dict[str, Any], media: Media, contacts: dict[int, Any]) -> dict[str, Any]:
    return {
        **report,
        "contact": contacts.get(report["contact_id"]),
        "media": [media[item] for item in report["media"] if item in media],
    }


def _master(case: Case, actor: Actor) -> dict[str, Any] | None:
    """The case that this one was merged into, as far as the actor sees it; one more statement, of
    merged cases only."""
    if case.merged_into_id is None:
        return None
    found = cases_seen_by(actor).filter(pk=case.merged_into_id).values("id", "case_no").first()
    return dict(found) if found else None


def _pending(case: Case) -> dict[str, Any] | None:
    if not case.pending:
        return None
    return {**case.pending, "duty": case.pending_duty}


def _suggested(case: Case, names: dict[int, str]) -> dict[str, Any]:
    unit = None
    if case.class_code and case.grid_code:
        unit = responsible_organisation(case.class_code, case.grid_code)
    return {
        "organisation_id": unit,
        "organisation_name": _unit(unit),
        "collector_id": case.collector_id,
        "collector_name": names.get(case.collector_id or 0),
    }


def _person(person_id: int | None, names: dict[int, str]) -> dict[str, Any] | None:
    return {"id": person_id, "name": names.get(person_id, "")} if person_id else None


def _unit(organisation_id: int | None) -> str | None:
    card = organisation_cards().get(organisation_id or 0)
    return card.name if card else None
