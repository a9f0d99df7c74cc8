"""SQL of each field of a row: the cleaned text, the value that it means, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.city.census.staging.meanings import READ_ONCE, cleaned
from chengmai.city.census.staging.tables import literal
from chengmai.city.census.words import Choices, FieldKind, FieldSpec, Reason, TargetSpec

_TYPES = {
    FieldKind.NUMBER: "float8", FieldKind.INTEGER: "int", FieldKind.DATE: "date",
    FieldKind.ORGANISATION: "bigint", FieldKind.PERSON: "bigint",
    FieldKind.PICTURES: "jsonb", FieldKind.HOUSE: "int",
}  # fmt: skip
_NUMBER = "'^[+-]?[0-9]{1,15}([.][0-9]{1,15})?([eE][+-]?[0-9]{1,2})?$'"
_WHOLE = "'^[+-]?[0-9]{1,9}([.]0+)?$'"
_ROUNDED = "'^[0-9]([.][0-9]+)?[eE][+]?[0-9]+$'"
HOUSE = "'^([甲乙丙丁戊己庚辛A-Z]?)([0-9]{1,5})(-[0-9]{1,4})?号?(院|楼)?([甲乙丙丁戊己庚辛A-Z]?)$'"
_INT_COLUMNS = ("rank",)
PICTURE_REASONS = (
    Reason.PICTURE_MISSING, Reason.PICTURE_DOUBLE, Reason.PICTURE_BROKEN, Reason.PICTURE_LARGE,
    Reason.PICTURE_INFECTED, Reason.PICTURES_MANY,
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """The SQL of one field that a file (or a constant) fills."""

    spec: FieldSpec
    text: str  # over a row of raw
    value: str  # over a row `c` of cleaned texts, typed as the column
    join: str = ""
    problems: tuple[tuple[str, Reason], ...] = ()


def cells_of(target: TargetSpec, choices: Choices, meanings: str) -> list[Cell]:
    """The fields that are filled, in the order of the target."""
    filled = [
        (spec, f"c{choices.columns[spec.name]}")
        for spec in target.fields
        if spec.name in choices.columns and spec.kind not in (FieldKind.LON, FieldKind.LAT)
    ]
    cells = [_cell(spec, column, choices, meanings) for spec, column in filled]
    taken = {cell.spec.name for cell in cells}
    for name, value in choices.constants.items():
        if name not in taken:
            cells.append(_constant(target.field(name), value))
    return cells


def _constant(spec: FieldSpec, value: str) -> Cell:
    kind = _type_of(spec)
    problems: tuple[tuple[str, Reason], ...] = ()
    if spec.longest and len(value) > spec.longest:
        problems = (("true", Reason.VALUE_TOO_LONG),)
    return Cell(spec, literal(value), f"c.x_{spec.name}::{kind}", problems=problems)


def _type_of(spec: FieldSpec) -> str:
    return "int" if spec.column in _INT_COLUMNS else _TYPES.get(spec.kind, "text")


def _cell(spec: FieldSpec, column: str, choices: Choices, meanings: str) -> Cell:
    x = f"c.x_{spec.name}"
    text = cleaned(spec, column)
    problems: list[tuple[str, Reason]] = []
    if spec.needed:
        missing = Reason.CODE_MISSING if spec.name == "code" else Reason.VALUE_MISSING
        problems.append((f"{x} IS NULL", missing))
    if spec.kind in READ_ONCE:
        return _read_once(spec, text, choices, meanings, problems)
    if spec.kind is FieldKind.CODE:
        problems += _code_problems(spec, x)
        return Cell(spec, text, x, problems=tuple(problems))
    if spec.kind is FieldKind.HOUSE:
        problems.append((f"{x} IS NOT NULL AND {house(x)} IS NULL", Reason.NUMBER_UNREADABLE))
        return Cell(spec, text, f"({house(x)})[2]::int", problems=tuple(problems))
    if spec.kind in (FieldKind.NUMBER, FieldKind.INTEGER):
        pattern = _NUMBER if spec.kind is FieldKind.NUMBER else _WHOLE
        problems.append((f"{x} IS NOT NULL AND {x} !~ {pattern}", Reason.NUMBER_UNREADABLE))
        value = f"CASE WHEN {x} ~ {pattern} THEN {x}::float8::{_type_of(spec)} END"
        return Cell(spec, text, value, problems=tuple(problems))
    if spec.longest:
        problems.append((f"length({x}) > {spec.longest}", Reason.VALUE_TOO_LONG))
    return Cell(spec, text, x, problems=tuple(problems))


def house(x: str) -> str:
    """SQL of the parts of a house number: letter, number, -part, house, letter; NULL where none."""
    plain = f"regexp_replace(upper(normalize({x}, NFKC)), '[\\s—–－]+', '-', 'g')"
    return f"regexp_match(btrim({plain}, '-'), {HOUSE})"


def _code_problems(spec: FieldSpec, x: str) -> list[tuple[str, Reason]]:
    rounded = f"{x} ~ {_ROUNDED}"
    found = [(rounded, Reason.CODE_ROUNDED)]
    if spec.digits:
        lengths = ", ".join(str(n) for n in spec.digits)
        wrong = f"{x} IS NOT NULL AND NOT {rounded} AND ({x} !~ '^[0-9]+$' OR length({x}) NOT IN ({lengths}))"
        found.append((wrong, Reason.CODE_DIGITS))
    if spec.longest:
        found.append((f"length({x}) > {spec.longest}", Reason.VALUE_TOO_LONG))
    return found


def _read_once(
    spec: FieldSpec, text: str, choices: Choices, meanings: str, problems: list[tuple[str, Reason]]
) -> Cell:  # fmt: skip
    alias = f"m_{spec.name}"
    join = f" LEFT JOIN {meanings} {alias} ON {alias}.field = '{spec.name}' AND {alias}.raw = c.x_{spec.name}"
    reasons = {
        FieldKind.DATE: (Reason.DATE_UNREADABLE, Reason.DATE_AMBIGUOUS, Reason.DATE_IMPLAUSIBLE),
        FieldKind.ORGANISATION: (Reason.ORGANISATION_UNKNOWN,),
        FieldKind.PERSON: (Reason.PERSON_UNKNOWN,),
        FieldKind.PICTURES: PICTURE_REASONS,
    }.get(spec.kind, (Reason.VALUE_UNKNOWN,))
    lenient = choices.unknown_organisations == "empty" and not spec.needed
    if spec.kind is FieldKind.PICTURES:
        lenient = choices.bad_pictures == "leave"
    if not (spec.kind in (FieldKind.ORGANISATION, FieldKind.PICTURES) and lenient):
        problems += [(f"{alias}.reason = '{reason.value}'", reason) for reason in reasons]
    value = f"{alias}.value::{_type_of(spec)}"
    return Cell(spec, text, value, join, tuple(problems))
