"""The command of the keys that seal personal data: look, rotate, seal anew, retire."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from typing import Any

from chengmai.main.ground.layout import learn_addresses

Commands = Any  # argparse has no public name for its group of commands
_OF_INDEX = ("rotate-index", "reindex", "retire-index")
Command = Callable[..., argparse.ArgumentParser]


def add(commands: Commands, command: Command) -> None:
    """Add the command to the others."""
    keys = command(commands, "keys", _keys, "the keys that seal personal data")
    keys.add_argument("what", choices=["status", "rotate", "reseal", "retire", *_OF_INDEX])
    keys.add_argument("key", nargs="?", default="", help="retire: which, such as k1 or i1")


def _django() -> None:
    import django

    learn_addresses()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    django.setup()


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def _keys(options: argparse.Namespace) -> int:
    _django()
    from chengmai.kernel import keyring, reindexing, resealing

    try:
        if options.what == "rotate":
            name = keyring.rotate_key_ring(keyring.ring_path())
            keyring.read_ring_again()
            _say(f"{name} seals from now on; back up the key ring: {keyring.ring_path()}")
        if options.what in ("rotate", "reseal"):
            _say(f"{resealing.reseal_all(_say)} values sealed anew")
        if options.what == "retire":
            resealing.retire(options.key)
            _say(f"{options.key} is off the ring; older backups need the older ring")
        if options.what == "rotate-index":
            name = reindexing.begin_rotation()
            _say(f"{name} indexes from now on; back up the key ring: {keyring.ring_path()}")
        if options.what in ("rotate-index", "reindex"):
            _say(f"{reindexing.reindex_all(_say)} values indexed anew")
        if options.what == "retire-index":
            reindexing.retire_index(options.key, _say)
            _say(f"{options.key} is off the ring; older backups need the older ring")
        if options.what == "status":
            ring = keyring.key_ring()
            _say(f"current: {ring.current}, of the index: {ring.index_current}")
            counted = resealing.count_by_key() | reindexing.count_by_index_key()
            for column, counts in counted.items():
                _say(f"{column}: " + (", ".join(f"{k} {n}" for k, n in counts.items()) or "empty"))
    except keyring.KeyRingProblem as problem:
        _say(str(problem))
        return 1
    return 0
