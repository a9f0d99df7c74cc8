"""A place with its seal: files go in compressed and sealed, and come out checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chengmai.main.backup.manifest import FORMAT, FileNote
from chengmai.main.backup.places import Missing, Place, place_at
from chengmai.main.backup.sealing import (
    Broken,
    Digest,
    Seal,
    new_lock,
    opened,
    packed,
    passphrase_here,
    sealed,
    unlocked,
    unpacked,
)
from chengmai.main.ground.trouble import Trouble

LABEL = "chengmai.json"


@dataclass(frozen=True)
class Depot:
    """Where backups are written to and read from."""

    place: Place
    seal: Seal | None

    def put(self, name: str, pieces: Iterable[bytes]) -> FileNote:
        """Write a file; its note says what must be found when it is read again."""
        digest = Digest()
        self.place.write(name, digest.over(sealed(packed(pieces), self.seal, name)))
        return FileNote(name, digest.hex(), digest.bytes)

    def get(self, name: str, note: FileNote | None = None) -> Iterator[bytes]:
        """Read a file. Raises Trouble where it is missing or is not what was written."""
        digest = Digest()
        try:
            stored = digest.over(self.place.read(name))
            yield from unpacked(opened(stored, self.seal, name))
        except Missing:
            raise Trouble(
                f"{self.place.words}/{name} is missing.",
                "Bring it back from another copy, or choose another backup with --backup NAME.",
            ) from None
        except Broken:
            raise self.changed(name) from None
        if note is not None and digest.hex() != note.sha256:
            raise self.changed(name)

    def changed(self, name: str) -> Trouble:
        """The trouble with a file that is not what was written."""
        return Trouble(
            f"{self.place.words}/{name} was changed or damaged since it was written.",
            "Bring it back from another copy, or choose another backup with --backup NAME.",
        )


def open_depot(address: str, *, make: bool) -> Depot:
    """The depot at an address; made new where `make` says so and there is none.

    Raises Trouble where the passphrase is missing or wrong, or the depot is of a newer version.
    """
    place, passphrase = place_at(address), passphrase_here()
    try:
        label = json.loads(b"".join(place.read(LABEL)))
    except Missing:
        if not make:
            raise Trouble(
                f"There are no backups in {place.words}.",
                "Give the place that `chengmai backup --to` was given.",
            ) from None
        return _new(place, passphrase)
    if int(label["format"]) > FORMAT:
        raise Trouble(
            f"The backups in {place.words} were made by a newer version of Chengmai.",
            "Install that version, then restore with it.",
        )
    if label["lock"] is None:
        return Depot(place, None)
    if passphrase is None:
        raise Trouble(
            f"The backups in {place.words} are sealed.",
            "Set CHENGMAI_BACKUP_PASSPHRASE_FILE to a file with their passphrase.",
        )
    seal = unlocked(passphrase, label["lock"])
    if seal is None:
        raise Trouble(
            f"This is not the passphrase of the backups in {place.words}.",
            "Set CHENGMAI_BACKUP_PASSPHRASE_FILE to the one they were made with.",
        )
    return Depot(place, seal)


def _new(place: Place, passphrase: str | None) -> Depot:
    seal, lock = new_lock(passphrase) if passphrase else (None, None)
    place.write(LABEL, [json.dumps({"format": FORMAT, "lock": lock}).encode()])
    return Depot(place, seal)
