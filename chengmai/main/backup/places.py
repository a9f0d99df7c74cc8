"""Where backups lie: a folder, or a bucket of an S3-compatible store."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from chengmai.main.ground.trouble import Trouble

PIECE = 1024 * 1024
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


class Place(Protocol):
    """A store of named files; a file is there whole or not at all."""

    @property
    def words(self) -> str: ...
    def write(self, name: str, pieces: Iterable[bytes]) -> None: ...
    def read(self, name: str) -> Iterator[bytes]: ...
    def names(self, prefix: str) -> dict[str, int]: ...
    def remove(self, name: str) -> None: ...


class Missing(Exception):
    """The place has no file of this name."""


def place_at(address: str) -> Place:
    """The place that an address names: a path, or `s3://bucket/prefix`."""
    if address.startswith("s3://"):
        bucket, _, prefix = address.removeprefix("s3://").partition("/")
        return Bucket(bucket, prefix.strip("/"))
    if "://" in address:
        raise Trouble(f"{address} is no place for backups.", "Give a folder or s3://bucket/prefix.")
    return Folder(Path(address).expanduser().resolve())


@dataclass(frozen=True)
class Folder:
    """A folder, best on another disk or machine."""

    root: Path

    @property
    def words(self) -> str:
        return str(self.root)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write beside and rename, on the disk before it has its name."""
        path = self.root / name
        draft = path.with_name(f".{path.name}.draft")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(draft, _FRESH, 0o600), "wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            _sync(path.parent)
        except OSError as problem:
            draft.unlink(missing_ok=True)
            raise Trouble(
                f"{path} cannot be written ({problem.strerror}).",
                "Make room there or give another place: chengmai backup --to …",
            ) from None

    def read(self, name: str) -> Iterator[bytes]:
        """The file in pieces. Raises Missing."""
        try:
            file = (self.root / name).open("rb")
        except (FileNotFoundError, NotADirectoryError):
            raise Missing(name) from None
        with file:
            while piece := file.read(PIECE):
                yield piece

    def names(self, prefix: str) -> dict[str, int]:
        """Name and size in bytes of every file below the prefix."""
        below = self.root / prefix
        found = (path for path in below.rglob("*") if path.is_file())
        return {
            path.relative_to(self.root).as_posix(): path.stat().st_size
            for path in found
            if not path.name.startswith(".")
        }

    def remove(self, name: str) -> None:
        """Remove the file; one that is not there is no matter."""
        (self.root / name).unlink(missing_ok=True)


@dataclass(frozen=True)
class Bucket:
    """A bucket, with the same CHENGMAI_S3_* settings as media."""

    bucket: str
    prefix: str

    @property
    def words(self) -> str:
        return f"s3://{self.bucket}/{self.prefix}"

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Upload in parts; the store shows the file when it is complete."""
        self._client().upload_fileobj(Flow(pieces), self.bucket, self._key(name))

    def read(self, name: str) -> Iterator[bytes]:
        """The file in pieces. Raises Missing."""
        client = self._client()
        try:
            answer = client.get_object(Bucket=self.bucket, Key=self._key(name))
        except client.exceptions.NoSuchKey:
            raise Missing(name) from None
        yield from answer["Body"].iter_chunks(PIECE)

    def names(self, prefix: str) -> dict[str, int]:
        """Name and size in bytes of every file below the prefix."""
        pages = self._client().get_paginator("list_objects_v2")
        found: dict[str, int] = {}
        for page in pages.paginate(Bucket=self.bucket, Prefix=self._key(prefix)):
            for entry in page.get("Contents", ()):
                name = entry["Key"].removeprefix(self.prefix).lstrip("/")
                found[name] = entry["Size"]
        return found

    def remove(self, name: str) -> None:
        """Remove the file; one that is not there is no matter."""
        self._client().delete_object(Bucket=self.bucket, Key=self._key(name))

    def _key(self, name: str) -> str:
        return f"{self.prefix}/{name}" if self.prefix else name

    def _client(self) -> Any:
        import boto3
        from botocore.config import Config

        return boto3.client(
            "s3",
            endpoint_url=os.environ.get("CHENGMAI_S3_ENDPOINT"),
            aws_access_key_id=os.environ.get("CHENGMAI_S3_KEY"),
            aws_secret_access_key=os.environ.get("CHENGMAI_S3_SECRET"),
            region_name=os.environ.get("CHENGMAI_S3_REGION", "us-east-1"),
            config=Config(s3={"addressing_style": "path"}),
        )


class Flow(io.RawIOBase):
    """Pieces as a file that can only be read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._kept = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._kept) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._kept += piece
        end = len(self._kept) if size < 0 else size
        taken, self._kept = self._kept[:end], self._kept[end:]
        return taken


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
