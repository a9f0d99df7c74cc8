"""Other names of things, as rows that an administrator edits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from chengmai.city.addresses.errors import AliasNotFound, BadAlias
from chengmai.city.addresses.models import Alias
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty


@transaction.atomic
def set_alias(
    *, alias: str, name: str, note: str = "", actor: Actor, at: datetime, source: str = "本市"
) -> int:
    """Let `alias` be another name of everything called `name`; returns the row's id.

    Raises BadAlias. The index knows it after the next rebuild (within minutes by itself).
    """
    _administrators_only(actor)
    alias, name = alias.strip(), name.strip()
    if not 2 <= len(alias) <= 60 or not 2 <= len(name) <= 120 or alias == name:
        raise BadAlias(
            "An alias has 2 to 60 characters and differs from the name.",
            field="alias",
            remedy="Give both names in full.",
        )
    row, _ = Alias.objects.update_or_create(
        alias=alias,
        name=name,
        defaults={
            "note": note[:120],
            "source": source,
            "valid_from": timezone.localdate(at),
            "valid_to": None,
        },
    )
    return int(row.pk)


@transaction.atomic
def close_alias(*, alias_id: int, actor: Actor, at: datetime) -> None:
    """Let an alias be one no longer; the row stays as history."""
    _administrators_only(actor)
    closed = Alias.objects.filter(pk=alias_id, valid_to__isnull=True).update(
        valid_to=timezone.localdate(at)
    )
    if not closed:
        raise AliasNotFound("No such alias in use.", id=alias_id)


@transaction.atomic
def load_aliases(*, rows: Iterable[tuple[str, str, str]], source: str, valid_from: date) -> int:
    """Write (alias, name, note) rows that are not there yet; the number of new ones."""
    made = Alias.objects.bulk_create(
        (
            Alias(alias=alias, name=name, note=note, source=source, valid_from=valid_from)
            for alias, name, note in rows
        ),
        ignore_conflicts=True,
    )
    return len(made)


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the aliases.", duty=Duty.ADMIN)
