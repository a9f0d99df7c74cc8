"""A city's reference data as files: one CSV a table, sorted, so that two exports can be compared.

`chengmai tables export DIR` and `chengmai tables import DIR`. Secrets and media are not in them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from chengmai.kernel.tables.bulk import (
    SINCE,
    UNTIL,
    Cells,
    Report,
    file_columns,
    file_rows,
    take_lines,
)
from chengmai.kernel.tables.errors import BadSheet
from chengmai.kernel.tables.keys import Keys
from chengmai.kernel.tables.recipe import Book, Recipe
from chengmai.kernel.tables.words import Dated

Say = Callable[[str], None]


def export_tables(book: Book, folder: Path, *, on: date, say: Say) -> int:
    """Write every table into `folder`; how many rows. The same data give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    keys, total = Keys(book, on), 0
    for recipe in book.recipes.values():
        rows = file_rows(book, recipe, on, keys)
        with (folder / f"{recipe.id}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _names(recipe), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        say(f"{recipe.id}: {len(rows)} rows")
        total += len(rows)
    return total


def import_tables(
    book: Book,
    folder: Path,
    *,
    actor: Any,
    at: datetime,
    on: date,
    reason: str,
    taking: bool,
    say: Say,
) -> dict[str, Report]:
    """Compare every file of `folder` with its table, in the book's order, and take what differs.

    Without `taking` nothing is written. Raises BadSheet for a file that is no table of ours.
    """
    given = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    strangers = set(given) - set(book.recipes)
    if strangers:
        raise BadSheet(
            f"No table is called {sorted(strangers)[0]}.",
            field=sorted(strangers)[0],
            remedy="The name of each file is the table's, such as city.classes.csv.",
        )
    keys = Keys(book, on)
    coming: dict[str, set[str]] = {}
    reports = {}
    for recipe in book.recipes.values():
        if recipe.id not in given:
            continue
        report = take_lines(
            book, recipe, _lines(recipe, given[recipe.id]), actor=actor, at=at, on=on,
            reason=reason, taking=taking, keys=keys, coming=coming,
        )  # fmt: skip
        reports[recipe.id] = report
        _tell(recipe, report, say)
    return reports


def _lines(recipe: Recipe, path: Path) -> Iterator[tuple[int, Cells]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        unknown = set(reader.fieldnames or ()) - set(_names(recipe))
        if unknown:
            raise BadSheet(
                f"{path.name} has a column that the table has not: {sorted(unknown)[0]}.",
                field=sorted(unknown)[0],
                remedy=f"The columns are {', '.join(_names(recipe))}.",
            )
        yield from ((number, row) for number, row in enumerate(reader, 2))


def _names(recipe: Recipe) -> list[str]:
    names = [column.name for column in file_columns(recipe)]
    return [*names, SINCE, UNTIL] if isinstance(recipe.life, Dated) else names


def _tell(recipe: Recipe, report: Report, say: Say) -> None:
    counts = {
        "new": report.count("add"),
        "changed": report.count("change"),
        "same": report.count("same"),
        "refused": report.count("refused"),
    }
    say(f"{recipe.id}: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
    for line in report.lines:
        if line.doing == "refused":
            say(f"  line {line.line} {line.key} {line.field_name}: {line.problem}")
