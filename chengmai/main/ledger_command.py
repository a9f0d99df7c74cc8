"""The command of the ledger: prove it, anchor it, offer old facts again."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any

from chengmai.main.ground.layout import learn_addresses

Commands = Any  # argparse has no public name for its group of commands
Command = Callable[..., argparse.ArgumentParser]


def add(commands: Commands, command: Command) -> None:
    """Add the command to the others."""
    ledger = command(commands, "ledger", _ledger, "prove the ledger, or offer old facts again")
    ledger.add_argument("what", choices=["verify", "resend", "anchor"])
    ledger.add_argument("--subject", help="verify: only this subject, such as case:17")
    ledger.add_argument("--jobs", type=int, default=0, help="verify: processes; else one a core")
    ledger.add_argument("--after", default="", help="verify: go on behind this subject")
    ledger.add_argument(
        "--from", dest="since", type=int, default=1, help="resend: from this row on"
    )


def _django() -> None:
    import django

    learn_addresses()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    django.setup()


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _ledger(options: argparse.Namespace) -> int:
    _django()
    from django.utils import timezone

    from chengmai.kernel.anchors import drop_anchor, verify_anchors
    from chengmai.kernel.relay import resend
    from chengmai.kernel.verify import verify
    from chengmai.kernel.verify_whole import Stopped, verify_whole

    if options.what == "verify" and options.subject:
        return verify(_say, options.subject)
    if options.what == "verify":
        try:
            wrong = verify_whole(_say, jobs=options.jobs, after=options.after)
        except Stopped as stopped:
            again = f" --after '{stopped.after}'" if stopped.after else ""
            _say(f"Stopped. Go on with: chengmai ledger verify{again}")
            return 130
        return wrong | verify_anchors(_say)
    if options.what == "anchor":
        line = drop_anchor(at=timezone.now())
        _say(f"Anchor {line['number']} up to row {line['up_to']}." if line else "Nothing is new.")
        return 0
    _say(f"{resend(options.since)} facts are offered again.")
    return 0
