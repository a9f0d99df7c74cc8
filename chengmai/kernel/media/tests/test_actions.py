"""Keeping files: once per owner and content, for its owner only, and not for ever."""

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from chengmai.kernel.media.errors import (
    EmptyFile,
    FileTooLarge,
    KindNotWanted,
    NameDisagrees,
    NotYourMedia,
)
from chengmai.kernel.media.models import MediaFile, MediaLimit
from chengmai.kernel.media.public import (
    MediaKind,
    attach,
    claim_media,
    forget_unused,
    keep_upload,
    media_cards,
)
from chengmai.kernel.media.queries import STARTING, limits
from chengmai.kernel.media.tests.makers import JPEG_TIME, PDF, make_film, make_photo
from chengmai.kernel.reference import forget

NOON = datetime(2026, 5, 1, 4, tzinfo=UTC)
ANNA, BEN = "device:anna", "actor:12"


@pytest.fixture(autouse=True)
def limits_as_they_are():
    """Limits are kept for seconds; a test that changes them leaves none behind."""
    forget("media.limits")
    yield
    forget("media.limits")


def keep(data=None, name="a.jpg", owner=ANNA, at=NOON, **more):
    data = make_photo() if data is None else data
    return keep_upload(file=io.BytesIO(data), name=name, owner=owner, at=at, **more)


def stored(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.django_db
def test_a_photo_is_kept_with_what_it_told(media_folder):
    data = make_photo(800, 600, taken=JPEG_TIME, gps=(119.6, 39.9))
    card = keep(data, "../../etc/现场\u202e.jpg")
    assert (card.kind, card.content_type, card.width, card.height) == (
        MediaKind.IMAGE,
        "image/jpeg",
        800,
        600,
    )
    assert card.sha256 == hashlib.sha256(data).hexdigest()
    assert card.taken_at == datetime(2026, 5, 1, 0, 30, tzinfo=UTC)
    assert card.position == pytest.approx((119.6, 39.9))
    assert card.name == "现场.jpg"
    assert [path.name for path in stored(media_folder)] == ["original", "thumb", "view"]
    for path in stored(media_folder):
        assert b"SECRET" not in path.read_bytes()


@pytest.mark.django_db
def test_the_public_card_tells_neither_place_nor_time_nor_name(media_folder):
    card = keep(make_photo(taken=JPEG_TIME, gps=(119.6, 39.9))).public()
    assert (card.position, card.taken_at, card.name, card.sha256) == (None, None, "", "")


@pytest.mark.django_db
def test_a_film_is_kept_without_its_place(media_folder):
    card = keep(make_film(), "v.mp4")
    assert card.kind is MediaKind.VIDEO
    assert card.position == (119.6, 39.93)
    assert card.thumbnail_url is None
    (path,) = stored(media_folder)
    assert b"+39.9300" not in path.read_bytes()


@pytest.mark.django_db
def test_the_same_content_from_the_same_owner_is_the_same_file(media_folder):
    first = keep()
    assert keep(name="b.jpg").id == first.id
    assert keep(owner=BEN).id != first.id
    assert MediaFile.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_same_content_sent_four_times_at_once_is_one_file(media_folder):
    def send(_):
        try:
            return keep().id
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(send, range(4)))
    assert len(ids) == 1
    assert len(stored(media_folder)) == 3


@pytest.mark.django_db
def test_an_empty_file_is_refused(media_folder):
    with pytest.raises(EmptyFile):
        keep(b"")


@pytest.mark.django_db
def test_a_file_over_its_kinds_limit_is_refused_with_the_limit(media_folder):
    MediaLimit.objects.filter(kind="image").update(max_bytes=500)
    with pytest.raises(FileTooLarge) as refusal:
        keep()
    assert refusal.value.status == 413
    assert refusal.value.facts["most"] == 500
    assert stored(media_folder) == []


@pytest.mark.django_db
def test_the_limits_start_as_the_program_knows_them_and_hold_without_their_rows(media_folder):
    assert MediaLimit.objects.count() == len(MediaKind)
    assert limits() == STARTING
    MediaLimit.objects.all().delete()
    forget("media.limits")
    assert limits() == STARTING
    assert keep().id


@pytest.mark.django_db
def test_a_pdf_where_a_photo_is_wanted_is_refused_under_either_name(media_folder):
    wanted = frozenset({MediaKind.IMAGE})
    with pytest.raises(NameDisagrees):
        keep(PDF, "a.jpg", wanted=wanted)
    with pytest.raises(KindNotWanted):
        keep(PDF, "a.pdf", wanted=wanted)
    assert keep(PDF, "a.pdf").kind is MediaKind.DOCUMENT


@pytest.mark.django_db
def test_the_untouched_file_is_kept_only_where_a_city_says_so(media_folder, settings):
    settings.MEDIA_KEEP_UNTOUCHED = True
    data = make_photo(taken=JPEG_TIME)
    keep(data)
    (path,) = (media_folder / "untouched").rglob("????????????????????????????????")
    assert path.read_bytes() == data


@pytest.mark.django_db
def test_cards_come_in_the_asked_order_by_one_statement(media_folder, django_assert_num_queries):
    ids = [keep(make_photo(seed=seed)).id for seed in range(3)]
    with django_assert_num_queries(1):
        cards = media_cards([ids[2], ids[0], 999_999, ids[2]])
    assert [card.id for card in cards] == [ids[2], ids[0]]
    with django_assert_num_queries(0):
        assert media_cards([]) == []


@pytest.mark.django_db
def test_a_claim_is_one_statement_and_may_be_repeated(media_folder, django_assert_num_queries):
    ids = [keep(make_photo(seed=seed)).id for seed in range(3)]
    for subject in ("case:1", "case:1", "case:2"):
        with django_assert_num_queries(1):
            claim_media(ids=ids, owner=ANNA, subject=subject)
    assert MediaFile.objects.get(pk=ids[0]).subjects == ["case:1", "case:2"]


@pytest.mark.django_db
@pytest.mark.parametrize("other", ["somebody else's", "missing"])
def test_a_list_with_a_file_that_is_not_yours_is_refused_whole(media_folder, other):
    mine = keep().id
    foreign = keep(owner=BEN).id if other == "somebody else's" else 999_999
    with pytest.raises(NotYourMedia) as refusal, transaction.atomic():
        claim_media(ids=[mine, foreign], owner=ANNA, subject="case:1")
    assert refusal.value.facts == {"field": "media_ids"}
    assert MediaFile.objects.filter(subjects__len__gt=0).count() == 0


@pytest.mark.django_db
def test_attaching_asks_for_no_owner(media_folder):
    card = keep()
    attach(ids=[card.id, card.id], subject="case:1")
    assert MediaFile.objects.get(pk=card.id).subjects == ["case:1"]


@pytest.mark.django_db
def test_what_nobody_used_is_forgotten_and_what_is_used_stays(media_folder):
    used, unused = keep().id, keep(make_photo(seed=2)).id
    fresh = keep(make_photo(seed=3), at=NOON + timedelta(days=2)).id
    claim_media(ids=[used], owner=ANNA, subject="case:1")

    assert forget_unused(before=NOON + timedelta(days=1)) == 1

    assert set(MediaFile.objects.values_list("pk", flat=True)) == {used, fresh}
    assert unused not in {used, fresh}
    assert len(stored(media_folder)) == 6


@pytest.mark.django_db
def test_an_unused_file_sent_again_is_as_good_as_new(media_folder):
    keep()
    keep(at=NOON + timedelta(days=2))
    assert forget_unused(before=NOON + timedelta(days=1)) == 0
