"""The words of `chengmai census`: parses them and calls one function of city."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from chengmai.main.ground.trouble import Trouble


def census_words(census: argparse.ArgumentParser) -> None:
    """Tell the parser the words of `chengmai census`."""
    census.add_argument("what", choices=["import", "export", "undo", "go-on", "list"])
    census.add_argument("thing", nargs="?", help="a file, or the number of an import")
    census.add_argument("--target", default="", help="components, places, roads, unit_grids …")
    census.add_argument("--choices", help='import: JSON such as {"system": "gcj02"}')
    census.add_argument("--dry-run", action="store_true", help="import: compare, write nothing")
    census.add_argument("--report", type=Path, help="import: write the row report (XLSX) here")
    census.add_argument(
        "--photos", type=Path, nargs="*", default=[], help="import: zips of pictures"
    )
    census.add_argument(
        "--with-photos", action="store_true", help="export: a zip with the pictures"
    )
    census.add_argument("--form", default="", help="export: shapefile, geopackage, csv …")
    census.add_argument("--area", default="", help="export: a division or grid code")
    census.add_argument("--class", dest="class_code", default="", help="export: a class prefix")
    census.add_argument("--system", default="cgcs2000", help="export: the coordinate system")
    census.add_argument("--encoding", default="utf-8", help="export: utf-8 or gb18030")


def run_census(options: argparse.Namespace, *, say: Callable[[str], None]) -> int:
    """Take data in or out; the exit code."""
    from chengmai.city import public as city

    if options.what == "list":
        return city.list_census(say=say)
    if not options.thing:
        raise Trouble("What?", "Give a file, or the number of an import.")
    if options.what == "export":
        wanted = {
            n: getattr(options, n) for n in ("form", "area", "class_code", "system", "encoding")
        }
        target = options.target or "components"
        return city.export_census(
            Path(options.thing), say=say, target=target, photos=options.with_photos, **wanted
        )
    if options.what in ("undo", "go-on"):
        if not options.thing.isdigit():
            raise Trouble(
                f"{options.thing} is no number of an import.", "See chengmai census list."
            )
        step = city.undo_census if options.what == "undo" else city.go_on_with_census
        return step(int(options.thing), say=say)
    path = Path(options.thing)
    if not path.is_file():
        raise Trouble(f"There is no file {path}.", "Give the path of a file.")
    return city.import_census(
        path,
        say=say,
        target=options.target,
        choices=_object(options.choices) if options.choices else None,
        dry_run=options.dry_run,
        report=options.report,
        photos=options.photos,
    )


def _object(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Trouble("The choices are not a JSON object.", "See chengmai census --help.")
    return found
