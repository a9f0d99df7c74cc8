from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chengmai.kernel.errors import BadInput
from chengmai.kernel.models import DeadLetter
from chengmai.kernel.paging import decode_cursor, encode_cursor
from chengmai.kernel.tests.makers import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.urls("chengmai.kernel.tests.api")]


def make_letters(count: int) -> None:
    """Dead letters with shared and with missing times."""
    DeadLetter.objects.bulk_create(
        DeadLetter(
            reaction="r",
            entry_id=number,
            name=f"n{number % 3}",
            subject="s",
            body={},
            error="",
            traceback="",
            tries=1,
            replayed_at=None if number % 4 == 0 else NOON + timedelta(hours=number % 5),
        )
        for number in range(count)
    )


@pytest.mark.parametrize("order", ["up", "down"])
def test_the_pages_together_are_the_whole_list_in_order(client, order):
    make_letters(23)
    seen: list[int] = []
    after = ""
    while True:
        page = client.get(f"/api/letters?order={order}&limit=4&after={after}").json()
        seen += [row["id"] for row in page["items"]]
        if not (after := page["next"]):
            break
    sorting = ("replayed_at", "name", "id") if order == "up" else ("-replayed_at", "name", "-id")
    assert seen == list(DeadLetter.objects.order_by(*sorting).values_list("id", flat=True))


def test_a_forged_cursor_and_one_of_another_query_are_refused(client):
    make_letters(5)
    following = client.get("/api/letters").json()["next"]
    forged = ("A" if following[0] != "A" else "B") + following[1:]
    for after in (forged, "x", "灯", following[:-4], "AAAA"):
        answer = client.get("/api/letters", {"after": after})
        assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "after")
    assert client.get("/api/letters", {"after": following, "order": "down"}).status_code == 422


def test_a_cursor_keeps_times_numbers_words_and_nothing():
    keys = (datetime(2026, 3, 2, 1, 2, 3, 4, tzinfo=UTC), 5, "灯", None, NOON.date())
    assert decode_cursor(encode_cursor(keys, "q"), "q") == keys
    with pytest.raises(BadInput):
        decode_cursor(encode_cursor(keys, "q"), "p")
