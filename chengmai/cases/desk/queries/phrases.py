"""Standard phrases of a person: their own, their organisation's and the city's, most used first."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from typing import Any

from django.db.models import (
    Case,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from chengmai.cases.desk.errors import PhraseNotFound
from chengmai.cases.desk.models import Phrase, PhraseUse
from chengmai.cases.desk.rules import number_of
from chengmai.cases.desk.words import PhraseLevel
from chengmai.identity.words import Actor

_NEAREST = Case(
    When(level=PhraseLevel.PERSON, then=Value(0)),
    When(level=PhraseLevel.ORGANISATION, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def phrases_seen_by(actor: Actor) -> QuerySet[Phrase]:
    """The city's phrases, those of the actor's organisation and the ones above, and their own."""
    above = [int(part) for part in actor.organisation_path.split(".") if part]
    return Phrase.objects.filter(
        Q(level=PhraseLevel.CITY)
        | Q(level=PhraseLevel.ORGANISATION, organisation_id__in=above)
        | Q(level=PhraseLevel.PERSON, person_id=number_of(actor))
    )


def phrases_for(actor: Actor, day: date, move: str | None = None) -> list[dict[str, Any]]:
    """The phrases in force on this day, and of one move and of any where `move` is named.

    What the person used most stands first, then their own, their organisation's, the city's.
    One statement.
    """
    rows = phrases_seen_by(actor).filter(valid_from__lte=day)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    if move is not None:
        rows = rows.filter(move__in=["", move])
    used = Coalesce(_uses(actor), Value(0))
    rows = rows.annotate(used=used, nearest=_NEAREST)
    rows = rows.order_by(F("used").desc(), "nearest", F("move").desc(), "rank", "id")
    return [phrase_card(row, actor, row.used) for row in rows[:500]]


def _uses(actor: Actor) -> Any:
    mine = PhraseUse.objects.filter(person_id=number_of(actor), phrase=OuterRef("pk"))
    return Subquery(mine.values("count")[:1])


def phrase_card(row: Phrase, actor: Actor, used: int = 0) -> dict[str, Any]:
    """A phrase as the screen shows it."""
    return {
        "id": row.pk,
        "level": row.level,
        "move": row.move,
        "text": row.text,
        "rank": row.rank,
        "used": used,
        "mine": row.person_id is not None and row.person_id == number_of(actor),
    }


def own_phrase(actor: Actor, phrase_id: int) -> Phrase:
    """One of the person's own phrases. Raises PhraseNotFound."""
    found = Phrase.objects.filter(pk=phrase_id, person_id=number_of(actor)).first()
    if found is None:
        raise PhraseNotFound("No such phrase of yours.", id=phrase_id)
    return found


def shipped_phrases() -> list[dict[str, Any]]:
    """What `fixtures/phrases.json` holds."""
    text = resources.files("chengmai.cases").joinpath("fixtures/phrases.json").read_text("utf-8")
    rows: list[dict[str, Any]] = json.loads(text)
    return rows
