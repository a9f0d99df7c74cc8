"""The commands of the city's ground: the gazetteer, the class tables, the grids."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chengmai.main.ground.layout import learn_addresses
from chengmai.main.ground.trouble import Trouble

Commands = Any  # argparse has no public name for its group of commands
Command = Callable[..., argparse.ArgumentParser]


def add(commands: Commands, command: Command) -> None:
    """Add these commands to the others."""
    gazetteer = command(commands, "gazetteer", _gazetteer, "the index of addresses")
    gazetteer.add_argument("what", choices=["rebuild", "state"])
    gazetteer.add_argument("--all", action="store_true", help="also from sources unchanged")

    classes = command(commands, "classes", _classes, "load another edition of the class tables")
    classes.add_argument("what", choices=["load"])
    classes.add_argument("folder", type=Path, help="classes_*.csv, conditions.csv, successions.csv")
    classes.add_argument("--tag", required=True, help="a short name of the edition")
    classes.add_argument("--name", required=True)
    classes.add_argument("--source", required=True)
    classes.add_argument("--valid-from", required=True, help="YYYY-MM-DD")

    city = command(commands, "city", _city, "prove that the grids are sound")
    city.add_argument("what", choices=["check-grids"])
    city.add_argument("--list", type=int, default=20, help="faults shown of each kind")


def _django() -> None:
    import django

    learn_addresses()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    django.setup()


def _say(line: str) -> None:
    print(line, flush=True)


def _gazetteer(options: argparse.Namespace) -> int:
    _django()
    from django.utils import timezone

    from chengmai.city.public import gazetteer_state, rebuild_gazetteer

    if options.what == "rebuild":
        done = rebuild_gazetteer(at=timezone.now(), everything=options.all, say=_say)
        _say(f"{done.sources} sources read, {done.changed} entries written, {done.gone} gone.")
    states = gazetteer_state()
    for card in states:
        age = "old" if card.stale else "new"
        _say(
            f"{card.source:<12} {card.entries:>8} entries, {age}, {card.built_at or 'never built'}"
        )
    return 1 if any(card.stale for card in states) else 0


def _classes(options: argparse.Namespace) -> int:
    _django()
    from datetime import date

    from django.utils import timezone

    from chengmai.city.public import load_edition
    from chengmai.identity.words import SYSTEM
    from chengmai.kernel.errors import Refusal

    if not options.folder.is_dir():
        raise Trouble(f"There is no folder {options.folder}.", "Give the folder of the tables.")
    try:
        since = date.fromisoformat(options.valid_from)
    except ValueError:
        raise Trouble("The day is not like 2027-01-01.", "Give --valid-from anew.") from None
    try:
        report = load_edition(
            folder=options.folder,
            tag=options.tag,
            name=options.name,
            source=options.source,
            valid_from=since,
            actor=SYSTEM,
            at=timezone.now(),
        )
    except Refusal as refusal:
        _say(str(refusal))
        rows = refusal.facts.get("rows")
        for row in rows if isinstance(rows, list) else []:
            _say(f"  {row}")
        return 1
    _say(f"{report.created} classes and conditions hold from {since}.")
    return 0


def _city(options: argparse.Namespace) -> int:
    _django()
    from django.utils import timezone

    from chengmai.city.public import check_all_grids

    return 1 if check_all_grids(at=timezone.now(), say=_say, shown=options.list) else 0
