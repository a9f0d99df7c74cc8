"""Files of a closed year lie in a slower place and are read as before; and back."""

import threading
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages

from chengmai.kernel.media.cold import CopyDiffers, MovedFiles, NoColdPlace, _move, move_year
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.store import MediaGone, path_of, read, remove, write
from chengmai.kernel.media.words import MediaKind, Variant

pytestmark = pytest.mark.django_db
FOLDER = "django.core.files.storage.FileSystemStorage"


def no_word(_line):
    return None


@pytest.fixture
def places(tmp_path, settings):
    """A warm and a cold folder."""
    warm, cold = tmp_path / "warm", tmp_path / "cold"
    settings.STORAGES = {
        **settings.STORAGES,
        "media": {
            "BACKEND": "chengmai.kernel.media.cold.TwoPlaces",
            "OPTIONS": {
                "warm": {"BACKEND": FOLDER, "OPTIONS": {"location": str(warm)}},
                "cold": {"BACKEND": FOLDER, "OPTIONS": {"location": str(cold)}},
            },
        },
    }
    return warm, cold


def sent(at, content=b"picture"):
    """A file with its three forms."""
    row = MediaFile.objects.create(
        owner="person:1", sha256=content.hex()[:64], kind=MediaKind.IMAGE, bytes=len(content),
        content_type="image/jpeg", created_at=at,
    )  # fmt: skip
    for variant in Variant:
        write(row.key, variant, content + variant.value.encode())
    return row.key


def content(key, variant=Variant.ORIGINAL):
    with read(key, variant) as file:
        return file.read()


def lies_in(folder, key):
    return {variant for variant in Variant if (folder / path_of(key, variant)).exists()}


def test_the_files_of_a_year_are_moved_and_read_as_before_and_come_back(places):
    warm, cold = places
    # The year is the city's: 17:00 UTC on its last day is already the next one.
    old = sent(datetime(2024, 12, 31, 15, tzinfo=UTC), b"old")
    young = sent(datetime(2024, 12, 31, 17, tzinfo=UTC), b"young")
    before = {key: [content(key, v) for v in Variant] for key in (old, young)}
    assert move_year(2024, say=no_word, dry_run=True).files == 2
    assert lies_in(warm, old) == set(Variant)
    moved = move_year(2024, say=no_word)
    assert (moved.files, moved.bytes) == (2, len(b"old" * 2 + b"original" + b"view"))
    assert lies_in(warm, old) == {Variant.THUMB}
    assert lies_in(cold, old) == {Variant.ORIGINAL, Variant.VIEW}
    assert lies_in(warm, young) == set(Variant)
    assert {key: [content(key, v) for v in Variant] for key in (old, young)} == before
    assert move_year(2024, say=no_word).files == 0
    assert move_year(2024, say=no_word, back=True).files == 2
    assert lies_in(warm, old) == set(Variant)
    assert lies_in(cold, old) == set()
    assert not any(path.is_dir() for path in (cold / old[:2]).glob("*")), "no empty folders stay"


def test_one_store_for_listing_sizes_and_erasing(places):
    warm, cold = places
    key = sent(datetime(2024, 5, 1, tzinfo=UTC))
    move_year(2024, say=no_word)
    store = storages["media"]
    folders, _ = store.listdir("")
    assert folders == [key[:2]]
    assert store.listdir(f"{key[:2]}/{key}")[1] == ["original", "thumb", "view"]
    assert store.size(path_of(key, Variant.VIEW)) == len(b"pictureview")
    with pytest.raises(FileNotFoundError):
        store.listdir("no/such")
    remove(key)
    assert lies_in(warm, key) | lies_in(cold, key) == set()
    with pytest.raises(MediaGone):
        content(key)


def test_a_run_that_was_cut_off_goes_on_and_half_a_file_is_never_read(places):
    warm, cold = places
    key = sent(datetime(2024, 5, 1, tzinfo=UTC))
    path = path_of(key, Variant.ORIGINAL)
    (cold / path).parent.mkdir(parents=True)
    (cold / path).write_bytes(b"pic")  # as an older program might have left it
    assert content(key) == b"pictureoriginal"
    move_year(2024, say=no_word)
    assert not (warm / path).exists()
    assert content(key) == b"pictureoriginal"
    assert list(cold.rglob("*.part")) == []


class Liar(FileSystemStorage):
    """A disk that loses the last byte of what it is given."""

    def open(self, name, mode="rb"):
        file = super().open(name, mode)
        return ContentFile(file.read()[:-1])


def test_a_copy_that_differs_changes_nothing(places):
    warm, cold = places
    key = sent(datetime(2024, 5, 1, tzinfo=UTC))
    bad = Liar(location=str(cold))
    with pytest.raises(CopyDiffers):
        _move(storages["media"].warm, bad, path_of(key, Variant.VIEW), MovedFiles(), dry_run=False)
    assert lies_in(warm, key) == set(Variant)
    assert lies_in(cold, key) == set()


def test_a_city_with_one_place_is_told_how_to_have_two(media_folder):
    with pytest.raises(NoColdPlace):
        move_year(2024, say=no_word)


def test_readers_never_miss_a_file_that_moves_to_and_fro(places):
    keys = [sent(datetime(2024, 5, 1, tzinfo=UTC), f"{n}".encode()) for n in range(12)]
    ended, missed, reads = threading.Event(), [], [0]

    def look():
        while not ended.is_set():
            for number, key in enumerate(keys):
                try:
                    assert content(key) == f"{number}original".encode()
                except (MediaGone, AssertionError) as wrong:
                    missed.append(wrong)
                reads[0] += 1

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for turn in range(6):
        move_year(2024, say=no_word, back=bool(turn % 2))
    ended.set()
    for reader in readers:
        reader.join()
    assert missed == []
    assert reads[0] > len(keys)
