"""The drill: a city at work loses its data folder, comes back whole, and says how long that took."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from chengmai.main.backup.bring_back import Wish, restore
from chengmai.main.backup.sealing import packed, sealed
from chengmai.main.backup.take import all_backups, open_depot
from chengmai.main.ground import postgres
from chengmai.main.ground.trouble import Trouble
from chengmai.main.tests.load import Load, judge
from chengmai.main.tests.platform import Platform, platform, until

pytestmark = pytest.mark.slow
PASSPHRASE = "海阳路的灯亮了"
ONLY_POSTGRES = """
import sys
from pathlib import Path
from chengmai.main.ground import ports, postgres
from chengmai.main.ground.layout import layout_here
from chengmai.main.ground.supervisor import Supervisor
layout = layout_here()
with Supervisor(layout, lambda _: None) as supervisor:
    cluster = postgres.cluster(layout, ports.choose(layout)["postgres"])
    postgres.make(cluster, supervisor)
    supervisor.start(postgres.spec(cluster))
    import psycopg
    with psycopg.connect(cluster.url) as database:
        for (key,) in database.execute("SELECT source_key FROM cases_case"):
            print("KEY", key)
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="chengmai-drill-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def city(folder: Path) -> Iterator[Platform]:
    words = folder / "passphrase"
    words.write_text(PASSPHRASE)
    env = {
        "CHENGMAI_BACKUP_TO": str(folder / "place"),
        "CHENGMAI_BACKUP_PASSPHRASE_FILE": str(words),
        "CHENGMAI_BACKUP_WAL": "sync",
        "CHENGMAI_WAL": str(folder / "second-disk"),
    }
    with platform(folder / "var", **env) as made:
        yield made


def keep_photo(city: Platform) -> tuple[Path, bytes]:
    """Send a photo; its file in the store and its content."""
    picture = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(picture, "JPEG")
    edge = "the-edge-of-a-part"
    body = (
        (
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        ).encode()
        + picture.getvalue()
        + f"\r\n--{edge}--\r\n".encode()
    )
    request = urllib.request.Request(
        f"http://127.0.0.1:{city.port}/api/v1/media",
        data=body,
        headers={
            "Content-Type": f"multipart/form-data; boundary={edge}",
            "Cookie": f"chengmai_session={city.city['tokens']['operator']}",
            "X-Chengmai-Client": "test",
        },
    )
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - loopback
        assert answer.status in (200, 201)
    originals = [path for path in (city.var / "media").rglob("*") if path.is_file()]
    path = max(originals, key=lambda one: one.stat().st_size)
    return path, path.read_bytes()


def back_up(city: Platform) -> None:
    """Make a backup and remember its name."""
    said = city.command("backup").stdout
    city.city["backup"] = re.findall(r"Backup (\S+):", said)[-1]


def test_a_city_that_loses_its_data_folder_comes_back_with_every_acknowledged_step(
    city: Platform, folder: Path, capsys: pytest.CaptureFixture[str]
):
    photo, content = keep_photo(city)
    data = postgres.cluster(city.layout, 0).data
    with Load(city, people=2, pause=0.1) as load:
        until(lambda: load.journal.acknowledged >= 30, 90)
        back_up(city)
        until(lambda: load.journal.acknowledged >= 60, 90)
        moment, by_then = datetime.now(UTC), deepcopy(load.journal)
        time.sleep(1.2)
        after = load.journal.acknowledged
        until(lambda: load.journal.acknowledged >= after + 15, 90)
        began = time.monotonic()
        city.destroy()
        shutil.rmtree(data)
        shutil.rmtree(photo.parents[1])
    done = city.command("restore", "--from", str(folder / "place"))
    city.start()
    rto = time.monotonic() - began

    verdict = judge(city, load.journal)
    assert load.journal.refused == []
    assert (verdict.lost, verdict.doubled) == (0, 0)
    assert verdict.acknowledged >= 70
    assert "0 findings" in done.stdout and "anchors: " in done.stdout
    assert photo.read_bytes() == content
    assert city.get("readyz")[1]["status"] == "ready"
    with Load(city, people=1) as again:
        until(lambda: again.journal.acknowledged >= 2, 30)

    # the same backup brought to the moment noted above: what came later is not there
    city.stop()
    shutil.rmtree(data)
    city.command("restore", "--from", str(folder / "place"), "--at", moment.isoformat())
    keys = city.run([sys.executable, "-c", ONLY_POSTGRES]).stdout.replace("KEY", "").split()
    assert set(by_then.reports) <= set(keys)
    late = set(load.journal.reports) - set(by_then.reports)
    assert len(late & set(keys)) < len(late)
    assert not set(again.journal.reports) & set(keys)

    with capsys.disabled():
        said = next(line for line in done.stdout.splitlines() if line.startswith("RTO"))
        sys.stdout.write(
            f"\ndrill: {verdict.acknowledged} acknowledged, {verdict.lost} lost,"
            f" {verdict.doubled} doubled; restore {said.split()[1]} s,"
            f" from the loss to serving again {rto:.1f} s\n"
        )


@pytest.fixture
def place(city: Platform, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the place to spoil, and an empty `var/` to restore into."""
    if "backup" not in city.city:  # in another process than the drill's
        back_up(city)
    shutil.copytree(folder / "place", tmp_path / "place")
    # The worker may have made one by the clock beside ours, before it or after.
    for other in (tmp_path / "place" / "backups").iterdir():
        if other.name != city.city["backup"]:
            shutil.rmtree(other)
    monkeypatch.setenv("CHENGMAI_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("CHENGMAI_WAL", str(tmp_path / "nothing"))
    monkeypatch.setenv("CHENGMAI_BACKUP_PASSPHRASE_FILE", str(folder / "passphrase"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "place"


def refusal(place: Path, **wish: object) -> str:
    with pytest.raises(Trouble) as caught:
        restore(Wish(str(place), **wish), lambda _: None)
    data = postgres.cluster(postgres.Layout(Path(os.environ["CHENGMAI_VAR"])), 0).data
    assert not data.with_name("postgres.new").exists()
    return str(caught.value)


def test_a_wrong_passphrase_or_none_is_refused(place: Path, tmp_path: Path, monkeypatch):
    (tmp_path / "wrong").write_text("not it")
    monkeypatch.setenv("CHENGMAI_BACKUP_PASSPHRASE_FILE", str(tmp_path / "wrong"))
    assert "This is not the passphrase" in refusal(place)
    monkeypatch.delenv("CHENGMAI_BACKUP_PASSPHRASE_FILE")
    assert "are sealed. Set CHENGMAI_BACKUP_PASSPHRASE_FILE" in refusal(place)


def test_a_database_that_is_there_is_never_written_over(place: Path, tmp_path: Path):
    layout = postgres.Layout(tmp_path / "var")
    layout.prepare()
    data = postgres.cluster(layout, 0).data
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("15")
    try:
        assert "is not empty. Move it aside first: mv " in refusal(place)
    finally:
        shutil.rmtree(data)


def test_a_file_that_was_changed_is_refused_by_name(place: Path):
    path = next(place.glob("backups/*/database"))
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(body)
    assert "/database was changed or damaged" in refusal(place)
    path.unlink()
    assert "/database is missing. Bring it back from another copy" in refusal(place)


def test_a_backup_of_a_newer_version_is_refused(place: Path):
    depot = open_depot(str(place), make=False)
    name = next(n for n in depot.place.names("backups") if n.endswith("manifest.json"))
    text = b"".join(depot.get(name)).decode()
    newer = text.replace('"0001_ledger"', '"0001_ledger", "9999_of_the_future"')
    depot.put(name, [newer.encode()])
    assert "is of a newer version (kernel.9999_of_the_future is unknown here)" in refusal(place)
    depot.put(name, [text.replace('"format": 1', '"format": 2').encode()])
    assert "made by a newer version of Chengmai. Install that version" in refusal(place)


def test_a_torn_or_missing_piece_of_the_log_is_refused_by_name(place: Path):
    depot = open_depot(str(place), make=False)
    (ours,) = all_backups(depot)
    first = f"wal/{ours.life}/{ours.first_segment}"
    whole = b"".join(depot.get(first))
    depot.put(first, [whole[: len(whole) // 2]])
    assert f"{first.split('/')[-1]} is torn: it has 8388608 of 16777216 bytes" in refusal(place)
    depot.place.remove(first)
    later = f"wal/{ours.life}/{int(ours.first_segment, 16) + 1:024X}"
    depot.put(later, [whole])  # there is log beyond the gap, whether the city wrote any or not
    answer = refusal(place)
    assert f"{first.split('/')[-1]} is missing" in answer
    assert "restore to a time before it with --at" in answer


def test_a_time_beyond_the_log_or_before_the_backup_is_refused(place: Path):
    assert "There is no such backup" in refusal(place, at=datetime(2020, 1, 1, tzinfo=UTC))
    late = datetime.now(UTC) + timedelta(hours=1)
    assert "The log ends before" in refusal(place, at=late)
    assert "There is no such backup. There are: 20" in refusal(place, backup="yesterday")


def test_pieces_of_a_sealed_file_cannot_be_cut_off_or_swapped(place: Path):
    depot = open_depot(str(place), make=False)
    long = [os.urandom(1024 * 1024) for _ in range(3)]
    note = depot.put("spare", long)
    assert b"".join(depot.get("spare", note)) == b"".join(long)
    path = place / "spare"
    path.write_bytes(path.read_bytes()[: -(1024 * 1024)])
    with pytest.raises(Trouble, match="was changed or damaged"):
        list(depot.get("spare"))
    depot.place.write("other", sealed(packed(long), depot.seal, "spare"))
    with pytest.raises(Trouble, match="other was changed or damaged"):
        list(depot.get("other"))


def test_an_unsealed_backup_leaves_the_keys_out_and_says_so(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "chengmai.main.cli", "backup"],
        env={**os.environ, "CHENGMAI_VAR": str(tmp_path), "CHENGMAI_BACKUP_TO": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (
        1,
        "chengmai: No place was given. Say --to DIR or set CHENGMAI_BACKUP_TO.\n",
    )
