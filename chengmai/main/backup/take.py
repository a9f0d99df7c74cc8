"""`chengmai backup`: one whole copy of the city while it works, and what follows from it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.utils import timezone

from chengmai import __version__
from chengmai.kernel import backups
from chengmai.kernel.anchors import anchor_file, drop_anchor, verify_anchors
from chengmai.kernel.settings import setting
from chengmai.kernel.verify_whole import verify_whole
from chengmai.main.backup import wal
from chengmai.main.backup.depot import Depot, open_depot
from chengmai.main.backup.manifest import FileNote, Manifest, read_manifest
from chengmai.main.backup.media import check_media, copy_media
from chengmai.main.backup.source import (
    BaseCopy,
    NotPermitted,
    dump,
    is_private,
    source_here,
)
from chengmai.main.ground import postgres
from chengmai.main.ground import wal as kept_log
from chengmai.main.ground.layout import Layout, layout_here
from chengmai.main.ground.trouble import Trouble

WAIT_SECONDS = 300  # for a copy of the log that is under way
KEY_FILES = ("keys.json", "secret")


def take_backup(address: str, say: Callable[[str], None]) -> Manifest:
    """Copy database, media, keys and anchors to the place; check it; forget what is too old.

    The run stands in `kernel_backuprun`, whether it goes well or not. Raises Trouble, also while
    another backup is at work.
    """
    with alone(layout_here(), WAIT_SECONDS) as mine:
        if not mine:
            raise Trouble("Another backup is at work.", "Wait for it: chengmai backup --list.")
        return _take(address, say)


def _take(address: str, say: Callable[[str], None]) -> Manifest:
    began = timezone.now()
    name = f"{began:%Y%m%dT%H%M%SZ}"
    run = backups.begin_run(name=name, place=address, at=began)
    try:
        depot = open_depot(address, make=True)
        manifest = _copy(depot, name, began, say)
        check_backup(depot, manifest)
    except Exception as problem:
        said = str(problem) if isinstance(problem, Trouble) else type(problem).__name__
        backups.fail_run(run, at=timezone.now(), error=said)
        raise
    size = depot.place.names(f"backups/{name}").values()
    backups.end_run(run, at=timezone.now(), way=manifest.way, size=sum(size))
    forget_old(depot, timezone.now())
    took = (timezone.now() - began).total_seconds()
    say(f"Backup {name}: {sum(size) / 1e6:.1f} MB and {len(manifest.media)} media in {took:.1f} s.")
    return manifest


def ship_log(address: str) -> int:
    """Copy the newest log to the place, between two backups; how many files.

    None while somebody else copies: a backup ships the log itself.
    """
    layout = layout_here()
    life = _life(layout)
    if not life:
        return 0
    with alone(layout, 0) as mine:
        if not mine:
            return 0
        depot = open_depot(address, make=True)
        return wal.ship(depot, kept_log.wal_root(layout) / life, life)


@contextmanager
def alone(layout: Layout, patience: float) -> Iterator[bool]:
    """Whether nobody else of this `var/` writes to the place of backups now, after some seconds.

    Two that wrote side by side took each other's files away. The lock goes with its process.
    """
    handle = os.open(layout.var / "backup.lock", os.O_RDWR | os.O_CREAT, 0o600)
    until = time.monotonic() + patience
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    yield False
                    return
                time.sleep(0.2)
                continue
            yield True
            return
    finally:
        os.close(handle)


def _copy(depot: Depot, name: str, began: datetime, say: Callable[[str], None]) -> Manifest:
    drop_anchor(at=began)
    layout = layout_here()
    folder = f"backups/{name}"
    way, note, first = _database(depot, layout, f"{folder}/database", name, say)
    life = _life(layout) if way == "base" else ""
    if life:
        wal.ship(depot, kept_log.wal_root(layout) / life, life)
    earlier = all_backups(depot)
    media = copy_media(depot, earlier[-1].media if earlier else {})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(id), 0), current_setting('server_version_num')::int / 10000"
            " FROM kernel_ledgerentry"
        )
        ledger_up_to, postgres_version = cursor.fetchone() or (0, 0)
    manifest = Manifest(
        name=name,
        version=__version__,
        way=way,
        began_at=began.isoformat(),
        ended_at=datetime.now(UTC).isoformat(),
        database=note,
        life=life,
        first_segment=first,
        postgres=int(postgres_version),
        migrations=_migrations(),
        media=media,
        keys=_keys(depot, f"{folder}/keys", say),
        anchors=_anchors(depot, f"{folder}/anchors"),
        ledger_up_to=int(ledger_up_to),
    )
    depot.put(f"{folder}/manifest.json", [manifest.text().encode()])
    return manifest


def _database(
    depot: Depot, layout: Layout, file: str, name: str, say: Callable[[str], None]
) -> tuple[str, FileNote, str]:
    own, whole = source_here(layout, settings.DATABASE_URL)
    copy = BaseCopy(whole, name)
    try:
        note = depot.put(file, copy.pieces())
        return "base", note, copy.first_segment()
    except NotPermitted as reason:
        say(f"The server does not let {whole.user} copy it as a whole ({reason}).")
        say("A dump is taken instead: it restores to this moment only, not to any later one.")
        return "dump", depot.put(file, dump(own)), ""


def _keys(depot: Depot, file: str, say: Callable[[str], None]) -> FileNote | None:
    """Key ring and signing secret, only ever sealed."""
    if depot.seal is None:
        say("The key ring is left out, since there is no passphrase to seal it with:")
        say("without var/keys.json nobody can read names and phones. Keep a copy in a safe place,")
        say("or set CHENGMAI_BACKUP_PASSPHRASE_FILE and back up to a new place.")
        return None
    found = {name: path.read_text() for name in KEY_FILES if (path := settings.VAR / name).exists()}
    if os.environ.get("CHENGMAI_KEYS", "").startswith("{"):
        found["keys.json"] = os.environ["CHENGMAI_KEYS"]
    return depot.put(file, [json.dumps(found).encode()])


def _anchors(depot: Depot, file: str) -> FileNote | None:
    path = anchor_file()
    return depot.put(file, wal.pieces_of(path)) if path.exists() else None


def _life(layout: Layout) -> str:
    """The life of the private cluster, where its log is kept; else empty."""
    if not is_private(layout, settings.DATABASE_URL):
        return ""
    life = kept_log.life_of(postgres.cluster(layout, 0).data)
    return life if life and (kept_log.wal_root(layout) / life).is_dir() else ""


def _migrations() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        found: dict[str, list[str]] = {}
        for app, name in cursor.fetchall():
            found.setdefault(app, []).append(name)
    return found


def all_backups(depot: Depot) -> list[Manifest]:
    """Every complete backup of the place, oldest first."""
    names = sorted(n for n in depot.place.names("backups") if n.endswith("/manifest.json"))
    return [manifest_of(depot, name) for name in names]


def manifest_of(depot: Depot, file: str) -> Manifest:
    """One manifest. Raises Trouble where it was changed or is of a newer version."""
    text = b"".join(depot.get(file)).decode(errors="replace")
    try:
        if int(json.loads(text)["format"]) > Manifest.format:
            raise Trouble(
                f"{file} was made by a newer version of Chengmai.",
                "Install that version, then restore with it.",
            )
        return read_manifest(text)
    except (ValueError, KeyError):
        raise depot.changed(file) from None


def check_backup(depot: Depot, manifest: Manifest, *, all_media: bool = False) -> int:
    """Read a backup back and compare its hashes; media too where asked. Raises Trouble."""
    notes = [note for note in (manifest.database, manifest.keys, manifest.anchors) if note]
    for note in notes:
        for _ in depot.get(note.name, note):
            pass
    return check_media(depot, manifest.media) if all_media else 0


def verify_backup(address: str, name: str, say: Callable[[str], None]) -> None:
    """Read a backup back to the last media file, and prove the running city's ledger."""
    depot = open_depot(address, make=False)
    made = [one for one in all_backups(depot) if not name or one.name == name]
    if not made:
        raise Trouble("There is no such backup.", "See chengmai backup --list.")
    count = check_backup(depot, made[-1], all_media=True)
    say(f"Backup {made[-1].name} is whole: database, keys, anchors and {count} media files.")
    if verify_whole(say) | verify_anchors(say):
        raise Trouble("The ledger is not what it was.", "See the lines above.")


def forget_old(depot: Depot, at: datetime) -> int:
    """Remove backups beyond their days, but never the newest few, and what only they needed."""
    made = all_backups(depot)
    keep_since = at - timedelta(days=setting("backup_keep_days"))
    least = {manifest.name for manifest in made[-setting("backup_keep_least") :]}
    kept = [m for m in made if m.name in least or m.ended() >= keep_since]
    for manifest in made:
        if manifest not in kept:
            for name in depot.place.names(f"backups/{manifest.name}"):
                depot.place.remove(name)
    needed = {f"media/{sha[:2]}/{sha}" for m in kept for sha, _ in m.media.values()}
    for name in depot.place.names("media"):
        if name not in needed:
            depot.place.remove(name)
    newest = first_needed(kept[::-1])
    wal.prune_local(depot, kept_log.wal_root(layout_here()), newest)
    wal.prune(depot, first_needed(kept))
    return len(made) - len(kept)


def first_needed(kept: list[Manifest]) -> dict[str, str]:
    """For each life the first segment that its first backup in this list needs."""
    found: dict[str, str] = {}
    for manifest in kept:
        if manifest.life and manifest.first_segment:
            found.setdefault(manifest.life, manifest.first_segment)
    return found
