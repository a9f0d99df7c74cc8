"""Writes of standard phrases: the shipped ones, a person's own, and how often one was taken."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from chengmai.cases.desk.errors import TooManyPhrases
from chengmai.cases.desk.models import Phrase
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.queries.phrases import own_phrase, phrases_seen_by, shipped_phrases
from chengmai.cases.desk.rules import number_of, refuse_unknown_holes
from chengmai.cases.desk.words import PhraseLevel
from chengmai.cases.words import Move
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.masks import mask_numbers_in

VALID_FROM = date(2020, 1, 1)
SOURCE = "Chengmai design"
_CITY = ZoneInfo("Asia/Shanghai")


def load_default_phrases() -> int:
    """Write the shipped phrases of the city where there are none at all; how many."""
    if Phrase.objects.filter(level=PhraseLevel.CITY).exists():
        return 0
    rows = [
        Phrase(level=PhraseLevel.CITY, valid_from=VALID_FROM, source=SOURCE, **row)
        for row in shipped_phrases()
    ]
    return len(Phrase.objects.bulk_create(rows, ignore_conflicts=True))


@transaction.atomic
def save_phrase(
    *, actor: Actor, at: datetime, text: str, move: str = "", phrase_id: int | None = None
) -> Phrase:
    """Keep a phrase of one's own, or write one anew.

    Raises TooManyPhrases, PhraseNotFound and BadInput naming the field.
    """
    words = mask_numbers_in(" ".join(text.replace("\x00", "").split()))
    if not words or len(words) > 300:
        raise BadInput(
            "A phrase has 1 to 300 characters.", field="text", remedy="Write a short sentence."
        )
    if move and move not in set(Move):
        raise BadInput("There is no such move.", field="move", given=move[:40])
    refuse_unknown_holes(words)
    day = at.astimezone(_CITY).date()
    if phrase_id is not None:
        row = own_phrase(actor, phrase_id)
        row.text, row.move = words, move
        row.save(update_fields=["text", "move"])
        return row
    same = Phrase.objects.filter(
        person_id=number_of(actor), text=words, move=move, valid_to=None
    ).first()
    if same is not None:
        return same
    most = desk_numbers(at).phrases_max
    if Phrase.objects.filter(person_id=number_of(actor), valid_to=None).count() >= most:
        raise TooManyPhrases(
            "You keep as many phrases as are allowed.",
            limit=most,
            remedy="Delete a phrase that you no longer use.",
        )
    return Phrase.objects.create(
        level=PhraseLevel.PERSON,
        person_id=number_of(actor),
        move=move,
        text=words,
        rank=1,
        valid_from=day,
        source=actor.name[:80],
    )


@transaction.atomic
def delete_phrase(*, actor: Actor, phrase_id: int) -> None:
    """Forget a phrase of one's own. Raises PhraseNotFound."""
    own_phrase(actor, phrase_id).delete()


def note_use(*, actor: Actor, phrase_id: int, at: datetime) -> None:
    """Count that a person took a phrase which they may see; an unknown one is let pass."""
    if not phrases_seen_by(actor).filter(pk=phrase_id).exists():
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_phraseuse (person_id, phrase_id, count, last_at)"
            " VALUES (%s, %s, 1, %s) ON CONFLICT (person_id, phrase_id)"
            " DO UPDATE SET count = cases_phraseuse.count + 1, last_at = EXCLUDED.last_at",
            [number_of(actor), phrase_id, at],
        )
