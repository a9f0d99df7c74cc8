"""Facts: what happened, said once, in the past tense.

A domain declares its facts in `events.py` as frozen dataclasses below `Fact`. `publish` in
`kernel.ledger` writes one into the ledger in the caller's transaction; the relay carries it to
JetStream; a function marked `@reacts_to(ThatFact)` in a higher domain hears of it, at least once.
Importing this module loads no framework.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar, cast

FACTS: dict[str, type[Fact]] = {}
_known_hints: dict[type, dict[str, Any]] = {}
_ENVELOPE = ("at", "actor_id", "place")
_PLAIN_ALREADY = frozenset({str, int, float, bool})


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Base of every fact. `at` is aware; `place` is (longitude, latitude) in WGS 84."""

    at: datetime
    actor_id: int | None = None
    place: tuple[float, float] | None = None

    name: ClassVar[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        domain = cls.__module__.split(".")[1] if cls.__module__.startswith("chengmai.") else "test"
        cls.name = f"{domain}.{cls.__name__}"
        FACTS[cls.name] = cls

    @property
    def subject(self) -> str:
        """Whom this fact is about, such as `case:17`; facts of one subject form one chain."""
        raise NotImplementedError(f"{type(self).__name__} must say what it is about")

    def payload(self) -> dict[str, Any]:
        """Everything but the envelope, in plain JSON values."""
        return {
            field.name: plain(getattr(self, field.name))
            for field in dataclasses.fields(self)
            if field.name not in _ENVELOPE
        }


def plain(value: Any) -> Any:
    """The JSON form of a value: enums by value, times in ISO 8601, tuples and sets as lists."""
    if value is None or type(value) in _PLAIN_ALREADY:
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def rebuild(
    name: str,
    payload: dict[str, Any],
    *,
    at: datetime,
    actor_id: int | None,
    place: tuple[float, float] | None,
) -> Fact:
    """The fact that this ledger row tells of. Raises KeyError for an unknown name."""
    kind = FACTS[name]
    hints = _hints(kind)
    known = {f.name for f in dataclasses.fields(kind)} - set(_ENVELOPE)
    values = {key: _shape(hints[key], value) for key, value in payload.items() if key in known}
    return kind(at=at, actor_id=actor_id, place=place, **values)


def _hints(kind: type) -> dict[str, Any]:
    """The types of its fields; finding them costs more than all else of rebuilding a fact."""
    if kind not in _known_hints:
        _known_hints[kind] = typing.get_type_hints(kind)
    return _known_hints[kind]


def _shape(hint: Any, value: Any) -> Any:
    """Bring a JSON value back into the type that the fact declares."""
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        options = [item for item in typing.get_args(hint) if item is not type(None)]
        return _shape(options[0], value) if len(options) == 1 else value
    if origin in (tuple, frozenset, list, set):
        inner = typing.get_args(hint)
        shaped = [_shape(inner[0] if inner else Any, item) for item in value]
        return cast(Callable[[Any], Any], origin)(shaped)
    if isinstance(hint, type):
        if issubclass(hint, enum.Enum):
            return hint(value)
        if issubclass(hint, datetime):
            return datetime.fromisoformat(value)
        if issubclass(hint, date):
            return date.fromisoformat(value)
        if dataclasses.is_dataclass(hint):
            inner_hints = _hints(hint)
            return hint(**{key: _shape(inner_hints[key], item) for key, item in value.items()})
    return value


F = TypeVar("F", bound=Fact)
Handler = Callable[[Any], None]


@dataclass(frozen=True)
class Reaction:
    """One durable consumer: the function `run` hears the facts of the kind `fact`.

    Of all of them only those whose payload has one of these values in each field of `where`.
    """

    name: str
    fact: type[Fact]
    run: Handler
    where: Mapping[str, Collection[Any]] = dataclasses.field(default_factory=dict)

    def hears(self, payload: Mapping[str, Any]) -> bool:
        """Whether this fact concerns the function at all, by its payload alone."""
        return all(payload.get(name) in values for name, values in self.where.items())


REACTIONS: dict[str, Reaction] = {}


def reacts_to(
    *kinds: type[F], where: Mapping[str, Collection[Any]] | None = None
) -> Callable[[Callable[[F], None]], Callable[[F], None]]:
    """Mark a function as the answer of a higher domain to facts of these kinds.

    It runs inside a transaction, once per fact in effect: the reactor remembers which ledger rows
    a handler has answered. It must raise to be tried again. `where` names fields and the values
    that concern it, such as `{"move": {Move.CLOSE}}`: of other facts it does not hear, no
    transaction is opened for them and nothing is remembered. Raises TypeError for a field that
    a fact lacks.
    """
    plainly = {name: tuple(map(plain, values)) for name, values in (where or {}).items()}

    def mark(run: Callable[[F], None]) -> Callable[[F], None]:
        for kind in kinds:
            if missing := plainly.keys() - {field.name for field in dataclasses.fields(kind)}:
                raise TypeError(f"{kind.__name__} has no {', '.join(sorted(missing))}")
            domain = run.__module__.split(".")[1]
            suffix = "" if len(kinds) == 1 else f"-{kind.__name__}"
            name = f"{domain}-{run.__name__}{suffix}"
            REACTIONS[name] = Reaction(name, kind, run, plainly)
        return run

    return mark
