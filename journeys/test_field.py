"""The field phone without a network: nothing is lost, nothing is done twice."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from journeys.browser import Person
from journeys.conftest import Town
from journeys.field import FieldWorker
from journeys.stages import handled_by, moves_of

pytestmark = pytest.mark.journey
WORDS = f"树枝压住了人行道，行人绕到{uuid.uuid4().hex[:6]}号车道上"


def test_what_is_finished_without_a_network_is_sent_once_when_it_is_back(
    town: Town, with_phone: Callable[..., Person]
) -> None:
    known = handled_by(town, "handler1", WORDS)
    handler = FieldWorker(with_phone("handler1", known.spot))
    handler.person.watch.expect(r"ERR_INTERNET_DISCONNECTED|/live|ERR_FAILED|status of 504")
    handler.sign_in("handler1")
    page = handler.page
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    handler.open_task(known.id)
    handler.person.context.set_offline(True)
    handler.finish("树枝已清走", photo="branches")
    expect(handler.waiting).to_contain_text("1 条待发送")
    handler.person.shot("waiting")
    page.reload()
    expect(handler.waiting).to_contain_text("1 条待发送")
    expect(page.get_by_role("heading", name="任务", exact=True)).to_be_visible()
    handler.person.shot("reloaded-offline")
    assert moves_of(town, known.id, "finish") == []

    handler.person.context.set_offline(False)
    expect(handler.waiting).to_be_hidden(timeout=40_000)
    page.reload()
    expect(page.get_by_role("heading", name="任务", exact=True)).to_be_visible()
    (step,) = moves_of(town, known.id, "finish")
    assert step["details"]["text"] == "树枝已清走"
    assert len(step["media"]) == 1
    handler.person.shot("sent")
