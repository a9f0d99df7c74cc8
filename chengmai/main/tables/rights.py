"""Who reads and edits which group of reference tables: rights as data (等保 三权分立).

The system administrator edits organisations and reference data, the security administrator the
policy of signing in; the auditor reads rows and history and changes nothing.
"""

from __future__ import annotations

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.tables.errors import NotYourTable, TableNotFound
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.words import Right

_ADMINISTRATION = (Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)


def _right(edit: tuple[Duty, ...], read: tuple[Duty, ...] = ()) -> Right:
    return Right(
        edit=frozenset(duty.value for duty in edit),
        read=frozenset(duty.value for duty in (*edit, *read, *_ADMINISTRATION)),
    )


RIGHTS: dict[str, Right] = {
    "organisation": _right((Duty.ADMIN,)),
    "reference": _right((Duty.ADMIN,), (Duty.LEADER, Duty.DUTY_LEADER)),
    "policy": _right((Duty.SECURITY,)),
    "notices": _right((Duty.ADMIN,), (Duty.LEADER,)),
}


def may_edit(actor: Actor, recipe: Recipe) -> bool:
    """Whether this actor changes rows of the table."""
    return not {duty.value for duty in actor.duties}.isdisjoint(RIGHTS[recipe.right].edit)


def may_read(actor: Actor, recipe: Recipe) -> bool:
    """Whether this actor sees rows of the table and their history."""
    return not {duty.value for duty in actor.duties}.isdisjoint(RIGHTS[recipe.right].read)


def require_reading(actor: Actor, recipe: Recipe) -> None:
    """Refuse who may not even read: for them the table is not there."""
    if not may_read(actor, recipe):
        raise TableNotFound("There is no such table.", table=recipe.id)


def require_editing(actor: Actor, recipe: Recipe) -> None:
    """Refuse who may read but not change."""
    require_reading(actor, recipe)
    if not may_edit(actor, recipe):
        duties = sorted(RIGHTS[recipe.right].edit)
        raise NotYourTable(
            "Another duty edits this table.", duties=duties, remedy="请由有此职责的管理员修改。"
        )


def require_beginning(actor: Actor) -> None:
    """The checklist of an empty city is the system administrator's."""
    if not actor.has(Duty.ADMIN):
        raise NotYourDuty("An administrator fills the city.", duties=[Duty.ADMIN.value])
