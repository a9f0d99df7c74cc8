"""Changing reference tables: judged, previewed, taken. One change is one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget
from chengmai.kernel.tables.errors import (
    AlreadyThere,
    BadValue,
    Hindered,
    NotPossible,
    RowChanged,
)
from chengmai.kernel.tables.events import TableRowChanged
from chengmai.kernel.tables.judging import judged_values, refuse_unless_possible
from chengmai.kernel.tables.recipe import Book, Change, Recipe
from chengmai.kernel.tables.rows import STATE, RowCard, cards, get_row, version_of
from chengmai.kernel.tables.values import bad, read_row, told
from chengmai.kernel.tables.words import Dated, Doing, Effect, State
from chengmai.kernel.tables.writing import day_of, write

REASON_LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """What somebody wants done: to which row, with which values, from which day and why.

    `version` is that of the row as they saw it; None skips the comparison (files do). `coming`
    holds keys that earlier rows of the same file will have made.
    """

    doing: Doing
    pk: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    version: str | None = None
    on: date | None = None
    reason: str = ""
    restores: int = 0
    coming: Mapping[str, set[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Preview:
    """What a change would do, before it is taken."""

    doing: Doing
    on: date
    before: dict[str, Any]
    after: dict[str, Any]
    changed: list[str]
    effects: list[Effect]

    @property
    def refused(self) -> bool:
        """Whether something would stop it."""
        return any(effect.refuses and effect.count for effect in self.effects)


def preview(book: Book, recipe: Recipe, asked: Asked, *, actor: Any, at: datetime) -> Preview:
    """What the change would do; refuses like the change itself, writes nothing."""
    change = judge(book, recipe, replace(asked, reason=asked.reason or "–"), actor=actor, at=at)
    return Preview(
        doing=change.doing,
        on=change.on,
        before=dict(change.before),
        after=dict(change.after),
        changed=sorted(change.changed | set(change.secrets)),
        effects=book.effects(change),
    )


def take(book: Book, recipe: Recipe, asked: Asked, *, actor: Any, at: datetime) -> RowCard:
    """Take the change, or refuse it whole; the row as it is now.

    Refuses with RowNotFound, RowChanged, NotPossible, BadValue, AlreadyThere, Hindered, or with
    what the domain's own action refuses.
    """
    with transaction.atomic():
        change = judge(book, recipe, asked, actor=actor, at=at, lock=True)
        if change.doing is Doing.CHANGE and not change.changed and not change.secrets:
            return cards(book, recipe, [change.row])[0]
        _refuse_hindered(book, change)
        with _constraints(recipe, change):
            row = write(change)
        _tell(change, row, asked.restores)
        if recipe.after:
            recipe.after(change)
        transaction.on_commit(lambda: _forget(recipe))
        gone = row is None or not recipe.model._default_manager.filter(pk=row.pk).exists()
        shown = change.row if gone else get_row(recipe, str(row.pk), day_of(at))
        if gone:
            setattr(shown, STATE, State.ENDED.value)
        return cards(book, recipe, [shown])[0]


def judge(
    book: Book, recipe: Recipe, asked: Asked, *, actor: Any, at: datetime, lock: bool = False
) -> Change:
    """The change that is asked for, with every value judged. Writes nothing."""
    today = day_of(at)
    row = get_row(recipe, asked.pk, today, lock=lock) if asked.doing is not Doing.ADD else None
    before = read_row(recipe, row) if row is not None else {}
    if row is not None and asked.version is not None and asked.version != version_of(before):
        raise RowChanged(
            "Somebody changed this row meanwhile.",
            remedy="请重新打开这一行，看过最新内容后再修改。",
        )
    doing = _settled(recipe, asked, row)
    refuse_unless_possible(recipe, doing, row, asked.on, today)
    values, secrets = judged_values(book, recipe, doing, asked, before, today)
    reason = asked.reason.strip()[:REASON_LONGEST]
    if not reason and doing is not Doing.ADD:
        raise BadValue("Please say why.", field="reason", remedy="请写明修改的原因或依据。")
    change = Change(
        recipe=recipe,
        doing=doing,
        row=row,
        before=before,
        after={**before, **values},
        actor=actor,
        at=at,
        on=asked.on or today,
        reason=reason,
        secrets=secrets,
    )
    _refuse_backdating(change, today)
    if recipe.check:
        recipe.check(change)
    return change


def _settled(recipe: Recipe, asked: Asked, row: Any) -> Doing:
    """A change from a later day than the row's first is a new row that follows it."""
    if asked.doing is not Doing.CHANGE or asked.on is None or row is None:
        return asked.doing
    life = recipe.life
    if not isinstance(life, Dated) or life.series is None or life.moments:
        return asked.doing
    return Doing.SUCCEED if asked.on > getattr(row, life.begins) else asked.doing


def _refuse_backdating(change: Change, today: date) -> None:
    """What has been in force keeps what it said: a new limit holds from today or later."""
    life = change.recipe.life
    if change.doing is not Doing.CHANGE or not isinstance(life, Dated) or life.series is None:
        return
    columns = (change.recipe.column(name) for name in change.changed)
    dated = [column for column in columns if column is not None and column.dated]
    started = getattr(change.row, life.begins)
    if dated and (started.date() if life.moments else started) < today:
        raise BadValue(
            "A value that is in force changes from a day on.",
            field="on",
            remedy=f"请选择新的“{dated[0].words.zh}”从哪天起生效（今天或以后）。",
        )


def _refuse_hindered(book: Book, change: Change) -> None:
    if not change.takes_away:
        return
    hindering = [one for one in book.effects(change) if one.refuses and one.count]
    if hindering:
        raise Hindered(
            "Something still hangs on this row.",
            remedy="请先处理下列内容。",
            effects=[
                {
                    "code": one.code,
                    "zh": one.words.zh.format(n=one.count),
                    "en": one.words.en.format(n=one.count),
                    "count": one.count,
                    "samples": list(one.samples),
                }
                for one in hindering
            ],
        )


@contextmanager
def _constraints(recipe: Recipe, change: Change) -> Iterator[None]:
    """What only the database knows becomes a refusal that names a column."""
    key = recipe.key[0]
    try:
        with transaction.atomic():
            yield
    except ProtectedError:
        raise NotPossible("Other rows refer to this one.", remedy="请改为停用。") from None
    except IntegrityError as problem:
        cause = problem.__cause__
        name = getattr(getattr(cause, "diag", None), "constraint_name", "") or ""
        if getattr(cause, "sqlstate", "") == "23505":
            raise AlreadyThere(
                "Another row has this key.",
                field=key,
                constraint=name,
                remedy="请换一个，或修改已有的那一行。",
            ) from None
        if getattr(cause, "sqlstate", "") == "23503":
            raise NotPossible(
                "Other rows refer to this one.", remedy="请先修改引用它的内容。"
            ) from None
        column = recipe.column(sorted(change.changed)[0]) if change.changed else None
        refusal = bad(column or recipe.columns[0], f"与本表的规则不符（{name}）。")
        raise refusal from None


def _tell(change: Change, row: Any, restores: int) -> None:
    recipe, old = change.recipe, change.row
    subject = row if row is not None else old
    after = {} if row is None else told(recipe, read_row(recipe, row)) | _span(recipe, row)
    span = _span(recipe, old) if old is not None and old is not row else {}
    before = told(recipe, change.before) | span
    names = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    publish(
        TableRowChanged(
            at=change.at,
            actor_id=change.actor.id,
            table=recipe.id,
            row=str(subject.pk),
            doing=change.doing.value,
            reason=change.reason,
            changed=sorted((names if change.row is not None else set()) | set(change.secrets)),
            before=before if change.row is not None else {},
            after=after,
            succeeds=str(old.pk) if change.doing is Doing.SUCCEED else "",
            restores=restores,
        )
    )


def _span(recipe: Recipe, row: Any) -> dict[str, Any]:
    """From when until when a row holds, as its own table writes it."""
    if not isinstance(recipe.life, Dated):
        return {"_active": bool(getattr(row, recipe.life.flag))} if recipe.life else {}
    ends = getattr(row, recipe.life.ends) if recipe.life.ends else None
    begins = getattr(row, recipe.life.begins)
    return {
        "_from": begins.isoformat() if begins else None,
        "_to": ends.isoformat() if ends else None,
    }


def _forget(recipe: Recipe) -> None:
    for name in recipe.forgets:
        forget(name)


def today_in_city() -> date:
    """The city's day of this moment."""
    return timezone.localdate()
