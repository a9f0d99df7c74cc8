from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from chengmai.kernel.push import Push
from chengmai.kernel.push_hub import QUEUE, Hub
from chengmai.kernel.streams import ensure_stream
from chengmai.kernel.tests.browsers import Browser, Tellers
from chengmai.kernel.tests.buses import delete_stream


class Sessions:
    """Who is signed in: token → what they may hear."""

    def __init__(self, **known: str) -> None:
        self.known = known
        self.visits: list[bool] = []

    def authenticate(self, token: str, at: object, visiting: bool) -> str | None:
        self.visits.append(visiting)
        return self.known.get(token)


def make_push(sessions: Sessions, **settings_: Any) -> Push:
    return Push(
        authenticate=sessions.authenticate,
        may_hear=lambda viewer, fact: viewer in ("all", fact["payload"].get("office")),
        citizen_subject=lambda number: "case:7" if number == "TRACK7" else None,
        **settings_,
    )


def cookie(token: str) -> dict[str, str]:
    return {"cookie": f"other=1; chengmai_session={token}"}


def play(scene: Callable[[], Any]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 60))


def test_each_screen_hears_what_its_viewer_may_hear(own_stream):
    async def scene() -> None:
        push = make_push(Sessions(chief="all", roads="roads"))
        async with Tellers() as tellers:
            chief = Browser(push, "/live", **cookie("chief"))
            roads = Browser(push, "/live", **cookie("roads"))
            await chief.until(lambda: chief.events("hello") and roads.events("hello"))
            await tellers.tell(office="roads", target="handling")
            await tellers.tell(office="parks")
            await tellers.tell(office="roads", word="最后")
            await chief.until(lambda: len(chief.events()) == 3 and len(roads.events()) == 2)
            assert [e["id"] for e in chief.events()] == [1, 2, 3]
            assert roads.events()[1] == {
                "id": 3,
                "name": "cases.CaseMoved",
                "subject": "case:1",
                "at": "2026-03-02T04:00:00+00:00",
                "payload": {"office": "roads", "word": "最后"},
            }
            await chief.close()
            await roads.close()
        assert push.hub.screens == set()
        await push.hub.close()

    play(scene)


def test_the_end_of_a_session_closes_its_screen_at_once_and_no_other(own_stream):
    async def scene() -> None:
        sessions = Sessions(chief="all", roads="roads")
        push = make_push(
            sessions,
            unsettles=lambda viewer, fact: fact["payload"].get("ended") == viewer,
            recheck_seconds=600,
        )
        async with Tellers() as tellers:
            chief = Browser(push, "/live", **cookie("chief"))
            roads = Browser(push, "/live", **cookie("roads"))
            await chief.until(lambda: chief.events("hello") and roads.events("hello"))
            del sessions.known["roads"]
            await tellers.tell(ended="roads")
            await roads.until(lambda: roads.events("goodbye"))
            assert not chief.events("goodbye")
            await chief.close()
        await push.hub.close()

    play(scene)


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [
        ("/live", {}, 401, "identity.session_expired"),
        ("/live", cookie("forged"), 401, "identity.session_expired"),
        ("/live/citizen", {}, 404, "kernel.not_found"),
        ("/live/citizen?tracking=FORGED", {}, 404, "kernel.not_found"),
        ("/live/other", {}, 404, "kernel.not_found"),
    ],
)
def test_strangers_and_forged_numbers_are_refused(own_stream, path, headers, status, code):
    async def scene() -> None:
        push = make_push(Sessions())
        browser = Browser(push, path, **headers)
        await browser.task
        assert (browser.status, json.loads(browser.text)["code"]) == (status, code)
        await push.hub.close()

    play(scene)


def test_a_citizen_hears_only_that_the_own_case_moved_and_to_where(own_stream):
    async def scene() -> None:
        push = make_push(Sessions())
        async with Tellers() as tellers:
            citizen = Browser(push, "/live/citizen?tracking=TRACK7")
            await citizen.until(lambda: citizen.events("hello"))
            await tellers.tell("case:8", target="closed")
            await tellers.tell("case:7", target="handling", people=[4], reason="内部")
            (event,) = await citizen.until(citizen.events)
            assert event == {
                "name": "cases.CaseMoved",
                "at": "2026-03-02T04:00:00+00:00",
                "stage": "handling",
            }
            await citizen.close()
        await push.hub.close()

    play(scene)


def test_a_screen_that_comes_back_hears_what_it_missed_and_reloads_when_that_is_too_old(own_stream):
    async def scene() -> None:
        push = make_push(Sessions(chief="all"))
        async with Tellers() as tellers:
            first = Browser(push, "/live", **cookie("chief"))
            await first.until(lambda: first.events("hello"))
            for _ in range(3):
                await tellers.tell()
            await first.until(lambda: len(first.events()) == 3)
            await first.close()
            await tellers.tell()
            again = Browser(push, "/live", last_event_id="2", **cookie("chief"))
            await again.until(lambda: [e["id"] for e in again.events()] == [3, 4])
            for number in ("999", "nonsense"):
                other = Browser(push, "/live", last_event_id=number, **cookie("chief"))
                await other.until(lambda one=other: one.events("resync"))
                await other.close()
            await again.close()
        await push.hub.close()

    play(scene)


def test_a_fresh_process_still_knows_the_last_two_minutes(own_stream):
    async def scene() -> None:
        async with Tellers() as tellers:
            for _ in range(3):
                await tellers.tell()
            push = make_push(Sessions(chief="all"))
            back = Browser(push, "/live", last_event_id="1", **cookie("chief"))
            await back.until(lambda: [e["id"] for e in back.events()] == [2, 3])
            await back.close()
        await push.hub.close()

    play(scene)


def test_a_slow_screen_is_dropped_and_holds_up_nobody(own_stream):
    async def scene() -> None:
        push = make_push(Sessions(chief="all"))
        async with Tellers() as tellers:
            slow = Browser(push, "/live", slow=True, **cookie("chief"))
            quick = Browser(push, "/live", **cookie("chief"))
            await quick.until(lambda: len(push.hub.screens) == 2)
            for _ in range(QUEUE + 20):
                await tellers.tell()
            await quick.until(lambda: len(quick.events()) == QUEUE + 20)
            (dropped,) = [screen for screen in push.hub.screens if screen.dropped]
            assert dropped.queue.qsize() <= QUEUE
            await slow.close()
            await quick.close()
        await push.hub.close()

    play(scene)


def test_a_quiet_screen_gets_heartbeats_and_a_session_that_ended_says_goodbye(own_stream):
    async def scene() -> None:
        sessions = Sessions(chief="all")
        push = make_push(sessions, heartbeat_seconds=0.05, recheck_seconds=0.2)
        browser = Browser(push, "/live", **cookie("chief"))
        await browser.until(lambda: browser.text.count(": beat\nid: 0") >= 2)
        await browser.until(lambda: len(sessions.visits) >= 2)
        assert not browser.events("goodbye")
        sessions.known.clear()
        await browser.until(lambda: browser.events("goodbye"))
        await asyncio.wait_for(browser.task, 5)
        assert sessions.visits[0] is True
        assert not any(sessions.visits[1:])
        await push.hub.close()

    play(scene)


def test_push_outlives_a_restart_of_nats(nats_server):
    async def scene() -> None:
        push = make_push(Sessions(chief="all"))
        browser = Browser(push, "/live", **cookie("chief"))
        async with Tellers() as tellers:
            await browser.until(lambda: browser.events("hello"))
            await tellers.tell()
            await browser.until(lambda: len(browser.events()) == 1)
        nats_server.kill()
        await asyncio.to_thread(nats_server.start)
        async with Tellers() as tellers:
            await tellers.tell()
            await browser.until(lambda: len(browser.events()) == 2)
        await browser.close()
        await push.hub.close()

    play(scene)


def test_a_stream_made_anew_tells_every_screen_to_reload(own_stream):
    async def scene() -> None:
        push = make_push(Sessions(chief="all"), hub=Hub(watch_seconds=0.2))
        browser = Browser(push, "/live", **cookie("chief"))
        async with Tellers() as tellers:
            await browser.until(lambda: browser.events("hello"))
            await tellers.tell()
            await tellers.tell()
            await browser.until(lambda: len(browser.events()) == 2)
            await delete_stream()
            await browser.until(lambda: browser.events("resync"))
            await ensure_stream(tellers.bus.jetstream())
            await tellers.tell()
            await browser.until(lambda: len(browser.events()) == 3)
        await browser.close()
        await push.hub.close()

    play(scene)


def test_strangers_never_take_the_seats_of_the_desk_and_nobody_takes_many(own_stream):
    async def scene() -> None:
        push = make_push(Sessions(chief="all"), most_screens=9, most_citizens=3, most_of_one=2)
        way, here = "/live/citizen?tracking=TRACK7", {"x_forwarded_for": "9.9.9.9"}
        open_ = [Browser(push, way, **here) for _ in range(2)]
        await open_[-1].until(lambda: all(one.events("hello") for one in open_))
        third = Browser(push, way, x_forwarded_for="1.1.1.1, 9.9.9.9")
        await third.task
        assert (third.status, json.loads(third.text)["code"]) == (503, "kernel.too_many_screens")
        open_.append(Browser(push, way, x_forwarded_for="8.8.8.8"))
        await open_[-1].until(lambda: open_[-1].events("hello"))
        another = Browser(push, way, x_forwarded_for="7.7.7.7")
        await another.task
        assert another.status == 503
        for _ in range(2):
            open_.append(Browser(push, "/live", **cookie("chief")))
            await open_[-1].until(lambda: open_[-1].events("hello"))
        one_more = Browser(push, "/live", **cookie("chief"))
        await one_more.task
        assert one_more.status == 503
        for one in open_:
            await one.close()
        await push.hub.close()

    play(scene)
