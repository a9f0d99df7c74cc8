"""A folder and a bucket keep backups alike; media are copied once; old backups go, a few stay."""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from chengmai.main.backup import wal
from chengmai.main.backup.depot import Depot, open_depot
from chengmai.main.backup.manifest import FileNote, Manifest
from chengmai.main.backup.media import bring_media_back, check_media, copy_media
from chengmai.main.backup.take import all_backups, alone, forget_old
from chengmai.main.ground.trouble import Trouble
from chengmai.main.tests.makers import make_layout

NOON = datetime(2026, 5, 1, 4, 0, tzinfo=UTC)
BIG = os.urandom(1_500_000)


@pytest.fixture(params=["folder", pytest.param("bucket", marks=pytest.mark.slow)])
def depot(request, tmp_path: Path, monkeypatch):
    monkeypatch.delenv("CHENGMAI_S3_ENDPOINT", raising=False)
    for name in ("CHENGMAI_S3_KEY", "CHENGMAI_S3_SECRET"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("CHENGMAI_BACKUP_PASSPHRASE", "灯塔")
    monkeypatch.delenv("CHENGMAI_BACKUP_PASSPHRASE_FILE", raising=False)
    if request.param == "folder":
        yield open_depot(str(tmp_path / "place"), make=True)
        return
    import boto3
    from moto import mock_aws  # seconds to load: not for the fast tests

    with mock_aws():
        boto3.client(
            "s3", region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
        ).create_bucket(Bucket="city")
        yield open_depot("s3://city/backups/one", make=True)


@pytest.fixture
def media(settings, tmp_path: Path):
    here = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "media")},
    }
    settings.STORAGES = {**settings.STORAGES, "media": here}
    return storages["media"]


def manifest(name: str, ended: datetime, **values: object) -> Manifest:
    note = FileNote(f"backups/{name}/database", "0" * 64, 1)
    ended_at = ended.isoformat()
    return replace(Manifest(name, "0.1.0", "base", ended_at, ended_at, note), **values)


def keep(depot: Depot, one: Manifest) -> None:
    depot.put(one.database.name, [b"x"])
    depot.put(f"backups/{one.name}/manifest.json", [one.text().encode()])


def test_what_is_put_comes_out_and_the_place_shows_none_of_it(depot: Depot):
    note = depot.put("a/b", [BIG, b"tail"])
    assert b"".join(depot.get("a/b", note)) == BIG + b"tail"
    assert depot.place.names("a") == {"a/b": note.bytes}
    stored = b"".join(depot.place.read("a/b"))
    assert (stored[:4], BIG[:64] in stored) == (b"CMS1", False)
    depot.place.remove("a/b")
    with pytest.raises(Trouble, match="a/b is missing"):
        list(depot.get("a/b"))


def test_media_are_copied_once_by_content_and_come_back_checked(depot: Depot, media):
    for path, content in (("aa/one/original", BIG), ("bb/two/original", BIG), ("bb/two/t", b"s")):
        media.save(path, ContentFile(content))
    first = copy_media(depot, {})
    assert len(first) == 3
    assert len(depot.place.names("media")) == 2  # the same content lies there once
    before = depot.place.names("media")
    assert copy_media(depot, first) == first
    assert depot.place.names("media") == before
    assert check_media(depot, first) == 2

    media.delete("aa/one/original")
    media.delete("bb/two/t")
    media.save("bb/two/t", ContentFile(b"spoilt"))
    assert bring_media_back(depot, first, print) == 2
    assert media.open("bb/two/t").read() == b"s"


@pytest.mark.django_db
def test_old_backups_go_with_what_only_they_needed_but_the_newest_stay(
    depot: Depot, monkeypatch, tmp_path: Path
):
    monkeypatch.setenv("CHENGMAI_WAL", str(tmp_path / "log"))
    first, later = "000000010000000000000003", "000000010000000000000005"
    for segment in (first, later):
        depot.put(f"wal/life/{segment}", [b"x"])
        path = tmp_path / "log" / "life" / segment
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "log" / "life" / "000000010000000000000004").write_bytes(b"not there yet")
    for name in ("old", "both", "new"):
        depot.put(f"media/{name[:2]}/{name}", [b"x"])
    plan = [(("old", "both"), first), *[(("both", "new"), later)] * 3]
    for day, (files, segment) in enumerate(plan):
        made = manifest(f"day{day}", NOON + timedelta(days=day), life="life", first_segment=segment)
        keep(depot, replace(made, media={name: [name, 1] for name in files}))

    assert forget_old(depot, NOON + timedelta(days=100)) == 1

    assert [one.name for one in all_backups(depot)] == ["day1", "day2", "day3"]
    assert {"media/bo/both", "media/ne/new"} == set(depot.place.names("media"))
    assert list(depot.place.names("wal")) == [f"wal/life/{later}"]
    # the live copy loses only what the place has, and what the newest backup does not need
    left = sorted(path.name[-1] for path in (tmp_path / "log" / "life").iterdir())
    assert left == ["4", "5"]


def test_a_gap_in_the_log_is_named():
    first = "0000000100000000000000FE"
    names = [first, "0000000100000000000000FF", "000000010000000100000000"]
    wal.check_unbroken(names, first)
    with pytest.raises(Trouble, match="segment 0000000100000000000000FF is missing"):
        wal.check_unbroken([first, names[2]], first)


def test_segments_that_a_server_only_keeps_for_later_are_no_log(tmp_path: Path):
    def segment(name: str, position: int) -> None:
        head = struct.pack("<HHIQ", 0xD110, 2, 1, position)
        (tmp_path / name).write_bytes(head + bytes(wal.SEGMENT_BYTES - len(head)))

    old, target = tmp_path, tmp_path / "together"
    segment("000000010000000000000007", 7 * wal.SEGMENT_BYTES)
    segment("000000010000000000000008", 3 * wal.SEGMENT_BYTES)  # renamed, not yet written
    first = "000000010000000000000007"
    assert wal.gather(target, None, "", [old], first) == [first]


def test_only_one_at_a_time_writes_to_the_place(tmp_path: Path):
    """The worker's copy of the log each minute, and a backup that somebody starts by hand."""
    layout = make_layout(tmp_path)
    with alone(layout, 0) as first:
        assert first
        with alone(layout, 0.3) as second:
            assert not second
    with alone(layout, 0) as after:
        assert after


def test_a_segment_that_is_completed_while_it_is_shipped_is_read_under_its_new_name(tmp_path: Path):
    under_way = tmp_path / f"{'0' * 23}5.partial"
    under_way.write_bytes(b"log")
    found = wal.opened_segment(under_way)
    under_way.rename(tmp_path / under_way.stem)
    assert found is not None
    with found[1] as file:
        assert (found[0], file.read()) == (under_way.name, b"log")
    again = wal.opened_segment(under_way)
    assert again is not None
    with again[1] as file:
        assert (again[0], file.read()) == (under_way.stem, b"log")
    (tmp_path / under_way.stem).unlink()
    assert wal.opened_segment(under_way) is None
