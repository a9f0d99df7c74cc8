"""`chengmai restore`: the city as it was, at the end of its log or at a chosen moment."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from chengmai.main.backup import wal
from chengmai.main.backup.depot import Depot, open_depot
from chengmai.main.backup.manifest import Manifest, unknown_migrations
from chengmai.main.backup.recovery import Reached, replay, restore_dump, unpack
from chengmai.main.backup.source import source_here
from chengmai.main.backup.take import all_backups
from chengmai.main.ground import lock, ports, postgres
from chengmai.main.ground import wal as kept_log
from chengmai.main.ground.layout import Layout, layout_here
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Trouble


@dataclass(frozen=True)
class Wish:
    """What to bring back: from where, which backup (the newest fitting), up to which moment."""

    place: str
    backup: str = ""
    at: datetime | None = None
    log: Path | None = None
    old_data: Path | None = None


def restore(wish: Wish, say: Callable[[str], None]) -> Reached:
    """Bring the whole city back into an empty `var/`. Raises Trouble, and leaves no half behind."""
    began = time.monotonic()
    layout = layout_here()
    layout.prepare()
    with lock.held(layout), Supervisor(layout, say) as supervisor:
        depot = open_depot(wish.place, make=False)
        manifest = chosen(all_backups(depot), wish)
        check_version(manifest)
        say(f"Backup {manifest.name}, made by version {manifest.version}")
        if manifest.way == "dump":
            reached = _from_dump(depot, manifest)
        else:
            reached = _from_base(depot, manifest, wish, layout, supervisor, say)
        _bring_rest(depot, manifest, layout, reached, supervisor, say)
    until = f" up to {reached.last_commit:%Y-%m-%d %H:%M:%S%z}" if reached.last_commit else ""
    say(f"Restored{until}, ledger row {reached.ledger_up_to}.")
    say(f"RTO {time.monotonic() - began:.1f} s. Start the city: script/up --no-demo")
    return reached


def chosen(made: list[Manifest], wish: Wish) -> Manifest:
    """The backup named, or the newest that was complete by the moment wished for."""
    if wish.backup:
        found = next((one for one in made if one.name == wish.backup), None)
    else:
        fitting = [one for one in made if wish.at is None or one.ended() <= wish.at]
        found = fitting[-1] if fitting else None
    if found is None:
        names = ", ".join(one.name for one in made) or "none"
        raise Trouble("There is no such backup.", f"There are: {names}.")
    if wish.at is not None and found.ended() > wish.at:
        raise Trouble(
            f"Backup {found.name} was complete at {found.ended_at} only.",
            "Choose an earlier backup or a later time.",
        )
    if wish.at is not None and found.way == "dump":
        raise Trouble("A dump restores to its own moment only.", "Leave --at away.")
    return found


def check_version(manifest: Manifest) -> None:
    """Raise Trouble where the backup's schema has steps that this program does not know."""
    from django.db.migrations.loader import MigrationLoader

    ours: dict[str, set[str]] = {}
    for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations or {}:
        ours.setdefault(app, set()).add(name)
    if unknown := unknown_migrations(manifest.migrations, ours):
        raise Trouble(
            f"Backup {manifest.name} is of a newer version ({unknown[0]} is unknown here).",
            "Install that version of Chengmai, then restore with it.",
        )


def _from_base(
    depot: Depot,
    manifest: Manifest,
    wish: Wish,
    layout: Layout,
    supervisor: Supervisor,
    say: Callable[[str], None],
) -> Reached:
    cluster = postgres.cluster(layout, ports.choose(layout)["postgres"])
    refuse_if_there(cluster.data)
    fresh = cluster.data.with_name("postgres.new")
    log = cluster.data.with_name("restore.wal")
    shutil.rmtree(log, ignore_errors=True)
    try:
        start, first = unpack(depot, manifest, fresh, cluster.user)
        say("  base backup unpacked, its hash is right")
        names = _gather_log(depot, manifest, wish, layout, log, first, start, cluster.user)
        say(f"  {len(names)} log segments, unbroken" if names else "  no log beyond the backup")
        reached = replay(cluster, fresh, log if names else None, wish.at, supervisor, say)
        life = fresh / postgres.LIFE_FILE
        life.write_text(postgres.new_life())
        postgres.give(life, cluster.user)
        fresh.rename(cluster.data)
        return reached
    finally:
        shutil.rmtree(log, ignore_errors=True)
        shutil.rmtree(fresh, ignore_errors=True)


def refuse_if_there(data: Path) -> None:
    """Raise Trouble where a database is already there: a restore never writes over one."""
    if data.exists() and any(data.iterdir()):
        raise Trouble(
            f"{data} is not empty.", f"Move it aside first: mv {data} {data}.before-restore"
        )
    if data.exists():
        data.rmdir()


def _gather_log(
    depot: Depot,
    manifest: Manifest,
    wish: Wish,
    layout: Layout,
    target: Path,
    first: str,
    start: str,
    user: str | None,
) -> list[str]:
    if not manifest.life and wish.old_data is None:
        return []
    root = wish.log or kept_log.wal_root(layout)
    folders = [root / manifest.life if (root / manifest.life).is_dir() else root]
    if wish.old_data is not None:
        folders.append(wish.old_data / "pg_wal")
    names = wal.gather(target, depot, manifest.life, folders, first)
    if not names:
        return []
    wal.check_unbroken(names, first)
    wal.check_readable(target, names, start)
    for path in [target, *target.iterdir()]:
        postgres.give(path, user)
    return names


def _from_dump(depot: Depot, manifest: Manifest) -> Reached:
    """Into the empty database that DATABASE_URL names."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        raise Trouble(
            "This backup is a dump of a server of your own.",
            "Make an empty database with postgis and pg_trgm, and set DATABASE_URL to it.",
        )
    with psycopg.connect(url, autocommit=True) as database:
        row = database.execute("SELECT to_regclass('kernel_ledgerentry') IS NULL").fetchone()
        if row is None or not row[0]:
            raise Trouble("The database is not empty.", "Make an empty one for the restore.")
    source, _ = source_here(layout_here(), url)
    restore_dump(source.env, source.database, depot.get(manifest.database.name, manifest.database))
    with psycopg.connect(url, autocommit=True) as database:
        found = database.execute("SELECT coalesce(max(id), 0) FROM kernel_ledgerentry").fetchone()
    return Reached(datetime.fromisoformat(manifest.began_at), int(found[0]) if found else 0)


def _bring_rest(
    depot: Depot,
    manifest: Manifest,
    layout: Layout,
    reached: Reached,
    supervisor: Supervisor,
    say: Callable[[str], None],
) -> None:
    """Keys, anchors, media; JetStream begins anew; then the ledger is read from end to end."""
    _bring_keys(depot, manifest, layout, say)
    _bring_anchors(depot, manifest, layout)
    if (layout.var / "nats").exists():
        aside = layout.var / f"nats.before-{postgres.new_life()}"
        (layout.var / "nats").rename(aside)
        say(f"  JetStream begins anew; its old store is {layout.shown(aside)}")
    from chengmai.main.backup.media import bring_media_back

    count = bring_media_back(depot, manifest.media, say)
    say(f"  {count} of {len(manifest.media)} media files brought back")
    if manifest.way == "base":
        cluster = postgres.cluster(layout, ports.choose(layout)["postgres"])
        postgres.make(cluster, supervisor)
        supervisor.start(postgres.spec(cluster))
        _point_django_at(cluster.url)
    _prove(reached, say)


def _bring_keys(
    depot: Depot, manifest: Manifest, layout: Layout, say: Callable[[str], None]
) -> None:
    if manifest.keys is None:
        if not (layout.var / "keys.json").exists() and not os.environ.get("CHENGMAI_KEYS"):
            say("The backup holds no key ring, and there is none here:")
            say(f"put the kept keys.json into {layout.shown(layout.var)} before the city starts,")
            say("or nobody can read names and phones.")
        return
    body = json.loads(b"".join(depot.get(manifest.keys.name, manifest.keys)))
    for name, text in body.items():
        path = layout.var / name
        if path.exists() and path.read_text() != text:
            path.rename(path.with_name(f"{name}.before-{postgres.new_life()}"))
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(text)


def _bring_anchors(depot: Depot, manifest: Manifest, layout: Layout) -> None:
    """The anchors that are here are newer than those of the backup and stay."""
    path = layout.var / "anchors" / "anchors.jsonl"
    if manifest.anchors is not None and not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(b"".join(depot.get(manifest.anchors.name, manifest.anchors)))


def _prove(reached: Reached, say: Callable[[str], None]) -> None:
    from django.utils import timezone

    from chengmai.kernel.anchors import note_restore, verify_anchors
    from chengmai.kernel.keyring import KeyRingProblem
    from chengmai.kernel.verify_whole import verify_whole

    wrong = verify_whole(lambda line: say(f"  ledger: {line}"))
    try:
        note_restore(up_to=reached.ledger_up_to, at=timezone.now())
        wrong |= verify_anchors(lambda line: say(f"  anchors: {line}"))
    except KeyRingProblem:
        say("  anchors: cannot be compared without the key ring")
    if wrong:
        say("The database is there, but its ledger is not what it was: ask before you go on.")


def _point_django_at(url: str) -> None:
    from django.conf import settings
    from django.db import connections

    from chengmai.main.settings import _database

    settings.DATABASE_URL = url
    connections["default"].close()
    connections["default"].settings_dict.update(_database(url))
