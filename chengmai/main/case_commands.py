"""The commands on many cases at once: words, figures, and the years of the ledger."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Say = Callable[[str], None]
Prepare = Callable[[], None]


def add_case_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], django: Prepare, say: Say
) -> None:
    """`cases` and `archive` with their words."""
    cases = commands.add_parser(
        "cases", help="write the words or figures of all cases anew", description=_cases.__doc__
    )
    cases.add_argument("what", choices=["reindex", "recount"])
    cases.add_argument("--all", action="store_true", help="reindex: also cases that have words")
    cases.add_argument("--before", type=int, help="reindex --all: go on below this case number")
    cases.set_defaults(run=lambda options: _cases(options, django, say))

    archive = commands.add_parser(
        "archive", help="the closed years of the ledger", description=_archive.__doc__
    )
    archive.add_argument("what", choices=["list", "cut", "year", "media"])
    archive.add_argument("year", nargs="?", type=int, help="such as 2025")
    archive.add_argument("--back", action="store_true", help="year: bring it back as it was")
    archive.add_argument("--dry-run", action="store_true", help="year: say what would be written")
    archive.set_defaults(run=lambda options: _archive(options, django, say))


def _cases(options: argparse.Namespace, django: Prepare, say: Say) -> None:
    """reindex: write the words by which cases are found, where they are missing or all of them;
    it can be stopped and run again. recount: count every day's figures from nothing."""
    django()
    from chengmai.cases.public import count_all_days, word_cases

    if options.what == "reindex":
        done = word_cases(anew=options.all, before=options.before, say=say)
        say(f"{done} cases got their words.")
    else:
        say(f"{count_all_days()} figures of days were counted.")


def _archive(options: argparse.Namespace, django: Prepare, say: Say) -> int:
    """list: the years. cut YEAR: close the open part of the ledger as that year. year YEAR: write
    a closed year in its cold form and move the files sent in it to the second place, or with --back
    as it was. media YEAR: only the files. Each can be stopped and run again."""
    django()
    from django.conf import settings
    from django.utils import timezone

    from chengmai.kernel.errors import Refusal
    from chengmai.kernel.media.cold import move_year
    from chengmai.kernel.models import LedgerYear
    from chengmai.kernel.years import archive_year, bring_back_year, cut_year

    if options.what == "list":
        for one in LedgerYear.objects.order_by("year"):
            state = f"cold since {one.moved_at:%Y-%m-%d}" if one.cold else "warm"
            say(f"{one.year}  rows {one.first_id} to {one.end_id - 1}  {state}")
        return 0
    if options.year is None:
        say("Say which year, such as: chengmai archive year 2025")
        return 2
    at = timezone.now()
    try:
        if options.what == "cut":
            say(f"{cut_year(options.year, at=at).year} is closed.")
        elif options.what == "year":
            move = bring_back_year if options.back else archive_year
            move(options.year, at=at, say=say, dry_run=options.dry_run)
        if options.what == "media" or (options.what == "year" and settings.MEDIA_COLD):
            words = {"back": options.back, "dry_run": options.dry_run}
            moved = move_year(options.year, say=say, **words)
            say(f"{moved.files} files, {moved.bytes / 1e6:,.1f} MB.")
    except Refusal as refusal:
        say(str(refusal))
        return 1
    return 0
