"""The words of reference tables: columns, lives of rows, doings, effects. No framework."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a column holds, and so how a form asks for it."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    CHOICE = "choice"
    REFERENCE = "reference"  # the primary key of a row of another table
    CODE = "code"  # a text that begins like a key of another table, such as a division prefix
    LIMIT = "limit"  # an amount and its unit, written `4wh`
    COLOUR = "colour"
    VALUE = "value"  # plain JSON whose shape the present value gives
    SECRET = "secret"  # noqa: S105 (taken, never shown)


class Doing(StrEnum):
    """What may be done to a row."""

    ADD = "add"
    CHANGE = "change"  # the row itself
    SUCCEED = "succeed"  # the row ends on a day, a new one goes on from there
    END = "end"
    REINSTATE = "reinstate"
    WITHDRAW = "withdraw"  # a row that is not in force yet is taken back


class State(StrEnum):
    """How a row stands on a day."""

    IN_FORCE = "in_force"
    COMING = "coming"
    ENDED = "ended"


@dataclass(frozen=True)
class Words:
    """What a thing is called on the screen, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Choice:
    """One value of a closed list."""

    value: str
    words: Words


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `name` is the model's attribute (`organisation_id` for a foreign key); `part` is a key inside
    the JSON that the attribute `holder` keeps; `pair` names the amount's and the unit's attribute
    of a limit. A `dated` column of a row in force changes from a day on, never backwards. What is
    `personal` is masked in the history; a `fixed` one is given once; a `shown` one is a column of
    the grid; one that is not `edited` is only read.
    """

    name: str
    words: Words
    kind: Kind = Kind.TEXT
    needed: bool = False
    longest: int = 200
    least: float | None = None
    most: float | None = None
    pattern: str = ""
    hint: Words | None = None
    choices: tuple[Choice, ...] = ()
    units: tuple[str, ...] = ()
    refers: str = ""
    holder: str = ""
    part: str = ""
    pair: tuple[str, str] | None = None
    dated: bool = False
    fixed: bool = False
    edited: bool = True
    personal: bool = False
    shown: bool = True
    default: Any = None


@dataclass(frozen=True)
class Dated:
    """A row holds from a day to a day.

    `ends` is its first day without, or with `last_day_counts` its last day. Rows that agree in
    the columns of `series` follow each other: the newest that has begun holds; an empty series is
    the whole table, None says that rows stand alone. Without `ends` a row holds until the next.
    """

    begins: str = "valid_from"
    ends: str = "valid_to"
    last_day_counts: bool = False
    series: tuple[str, ...] | None = None
    moments: bool = False  # begins is a moment, not a day


@dataclass(frozen=True)
class Switched:
    """A row is in use or not."""

    flag: str = "active"


@dataclass(frozen=True)
class Effect:
    """One thing that a change would do: in words, with how many and which.

    A `refuses` effect with a count stops the change. `{n}` in the words is the count.
    """

    code: str
    words: Words
    count: int = 0
    samples: tuple[str, ...] = ()
    refuses: bool = False


@dataclass(frozen=True)
class Right:
    """Who may read, edit and look at the history of a group of tables, by duty names."""

    edit: frozenset[str]
    read: frozenset[str]


@dataclass(frozen=True)
class Step:
    """One thing that an empty city needs; `count` says how many of it there are, `least` how many
    make it done; `path` is where an administrator does it."""

    id: str
    words: Words
    hint: Words
    count: Callable[[], int]
    path: str
    least: int = 1


Values = Mapping[str, Any]
