"""What must be true of a database before the processes start: schema, keys, and the demo city."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from chengmai.kernel.keyring import make_key_ring
from chengmai.main.beginning import begin_city
from chengmai.main.upgrading import bring_up_to_date


def prepare(*, demo: bool, say: Callable[[str], None]) -> None:
    """Make the key ring, migrate and make the demo city or an empty one, once; every start may run it again."""
    if not os.environ.get("CHENGMAI_KEYS"):
        make_key_ring(Path(settings.VAR) / "keys.json")
    began = time.monotonic()
    bring_up_to_date(say)
    say(f"  schema up to date in {time.monotonic() - began:.1f} s")
    if not demo:
        begin_city(at=timezone.now(), say=lambda line: say(f"  {line}"))
    else:
        from chengmai.main.demo import DEMO_ACCOUNTS, seed_demo

        began = time.monotonic()
        seed_demo(out=lambda line: say(f"  {line}"))
        say(f"  demo city there in {time.monotonic() - began:.1f} s")
        lines = (f"{name:<16}{password:<16}{words}" for name, password, words in DEMO_ACCOUNTS)
        (Path(settings.VAR) / "demo-accounts.txt").write_text("\n".join(lines) + "\n")
