"""Telling people: once, by the channels they want, sent by real peers, tried again, given up."""

import json
import socket
from dataclasses import MISSING, fields
from datetime import time, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from chengmai.identity.events import PasswordChanged
from chengmai.identity.public import erase_contact, remember_contact
from chengmai.identity.words import SYSTEM
from chengmai.kernel.models import Setting
from chengmai.kernel.reference import forget
from chengmai.notices import actions
from chengmai.notices.errors import BadAddress, ChannelClosed, NotDead
from chengmai.notices.gateways.push import new_vapid_keys
from chengmai.notices.gateways.sms import signature_of
from chengmai.notices.models import Address, ChannelSetup, Kept, Message
from chengmai.notices.reactions import tell_of_account
from chengmai.notices.tests.peers import Browser, http_peer, smtp_server
from chengmai.notices.words import Channel, Recipient, Topic

pytestmark = pytest.mark.django_db
NOW = timezone.now()
VALUES = {"case_no": "20260501000001", "class_name": "路灯", "address": "海阳路", "due": "16:30"}
ANNA = Recipient.person(7)


@pytest.fixture(autouse=True)
def city():
    forget()
    actions.load_default_templates(NOW.date())
    yield
    forget()


def tell(*to, once="a", template="case_to_handle", topic=Topic.CASE_WORK, **more):
    return actions.tell(
        to=to or (ANNA,), topic=topic, template=template, values=VALUES, at=more.pop("at", NOW),
        once=once, **more,
    )  # fmt: skip


def reach(channel, address, owner=ANNA.owner):
    return actions.add_address(owner=owner, channel=channel, address=address, label="", at=NOW)


def set_up(channel, **settings):
    with transaction.atomic():
        actions.set_up_channel(actor=SYSTEM, channel=channel, settings=settings, at=NOW)
    forget("notices.setups")


def deliver(channel, at=NOW):
    return actions.deliver(channel=channel, clock=lambda: at)


def message(channel):
    return Message.objects.get(channel=channel)


def wants(*channels, topic=Topic.CASE_WORK):
    actions.choose(owner=ANNA.owner, choices=[(topic, channel, True) for channel in channels])


def test_the_same_telling_twice_is_one_message():
    assert tell() == 1
    tell()
    tell(once="b")
    assert Message.objects.count() == 2


def test_words_are_sealed_in_the_table_and_read_in_the_list(django_assert_num_queries):
    tell()
    with transaction.atomic():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT m::text FROM notices_message m")
            assert "海阳路" not in cursor.fetchone()[0]
    assert message(Channel.IN_APP).body.startswith("海阳路")


def test_a_message_in_a_transaction_that_fails_is_never_sent():
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell()
        1 / 0  # noqa: B018
    assert deliver(Channel.SMS) == 0


def test_without_a_provider_the_stand_in_keeps_what_it_would_have_sent():
    reach(Channel.SMS, {"phone": "+86 138-0000-1234"})
    wants(Channel.SMS)
    tell()
    assert deliver(Channel.SMS) == 1
    kept = Kept.objects.get()
    assert json.loads(kept.to) == {"phone": "13800001234"}
    assert kept.body == "海阳路，。案号 20260501000001，时限 16:30。"
    assert message(Channel.SMS).state == "sent"


def test_a_real_smtp_server_gets_one_letter_with_one_subject_line():
    port = free_port()
    with smtp_server(port) as letters:
        set_up(Channel.EMAIL, host="127.0.0.1", port=port, sender="城管 <cg@city.cn>", tls="none")
        reach(Channel.EMAIL, {"email": "anna@example.cn"})
        wants(Channel.EMAIL)
        tell()
        assert deliver(Channel.EMAIL) == 1
        (letter,) = letters.received
        assert letter.rcpt_tos == ["anna@example.cn"]
        text = letter.content.decode()
        assert f"Message-ID: <notice-{message(Channel.EMAIL).pk}-" in text
        assert text.count("\nSubject:") == 1

        letters.refuse = "451 later"
        tell(once="b")
        deliver(Channel.EMAIL)
        letters.refuse = "550 nobody"
        tell(once="c")
        deliver(Channel.EMAIL)
    states = Message.objects.filter(channel="email").order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "failed", "dead"]


def test_a_server_that_is_gone_is_tried_with_growing_waits_and_then_given_up():
    set_up(Channel.EMAIL, host="127.0.0.1", port=free_port(), sender="a@b.cn", tls="none")
    Setting.objects.create(key="notice_tries", value=3, valid_from=NOW.date(), source="t")
    forget("kernel.settings")
    reach(Channel.EMAIL, {"email": "anna@example.cn"})
    wants(Channel.EMAIL)
    tell()
    at, waits = NOW, []
    for _ in range(3):
        assert deliver(Channel.EMAIL, at) == 1
        assert deliver(Channel.EMAIL, at) == 0
        row = message(Channel.EMAIL)
        waits.append((row.send_at - at).total_seconds())
        at = row.send_at
    assert waits[:2] == [30, 60]
    assert (row.state, row.tries, row.problem) == ("dead", 3, "ConnectionRefusedError")
    assert deliver(Channel.EMAIL, at + timedelta(days=1)) == 0
    again = actions.send_again(message_id=row.pk, at=at)
    assert (again.state, again.tries) == ("waiting", 0)
    with pytest.raises(NotDead):
        actions.send_again(message_id=row.pk, at=at)


def sms_provider(status=200, found=None):
    return http_peer(lambda asked: (status, found or {"no": f"n-{json.loads(asked.body)['id']}"}))


def test_an_sms_provider_gets_a_signed_object_and_its_receipt_marks_the_message(client):
    with sms_provider() as provider:
        set_up(Channel.SMS, url=provider.url, secret="s3", sign="城管")
        contact = remember_contact(name="张", phone="13912340987", at=NOW)
        wanted = {"template": "report_done", "topic": Topic.REPORT_PROGRESS}
        assert tell(Recipient.contact(contact), **wanted) == 1
        deliver(Channel.SMS)
    (asked,) = provider.heard
    assert asked.headers["x-signature"] == signature_of("s3", asked.body)
    body = json.loads(asked.body)
    assert (body["to"], body["sign"], body["id"]) == (
        "13912340987", "城管", str(message(Channel.SMS).pk),
    )  # fmt: skip

    number = message(Channel.SMS).provider_no
    answer = receipt(client, {"no": number, "state": "delivered"}, "s3")
    assert (answer.status_code, message(Channel.SMS).state) == (204, "delivered")
    assert receipt(client, {"no": number, "state": "failed"}, "s3").status_code == 204
    assert message(Channel.SMS).state == "delivered"
    forged = receipt(client, {"no": number, "state": "failed"}, "other")
    assert (forged.status_code, forged.json()["code"]) == (403, "notices.bad_receipt")
    assert receipt(client, {"no": "nobody", "state": "failed"}, "s3").status_code == 404


def receipt(client, body, secret):
    data = json.dumps(body).encode()
    headers = {"X-Signature": signature_of(secret, data)}
    return client.post(
        "/api/v1/notices/receipts/sms", data, content_type="application/json", headers=headers
    )


def test_without_a_provider_no_receipt_is_believed(client):
    assert receipt(client, {"no": "1", "state": "delivered"}, "").status_code == 403


@pytest.mark.parametrize(
    ("status", "found", "state"),
    [
        (500, None, "failed"),
        (429, None, "failed"),
        (400, None, "dead"),
        (200, {"problem": "no money"}, "dead"),
        (302, None, "dead"),
        (200, b"<html>", "failed"),
    ],
)
def test_what_a_provider_answers_decides_whether_to_try_again(status, found, state):
    with sms_provider(status, found) as provider:
        set_up(Channel.SMS, url=provider.url, secret="s3")
        reach(Channel.SMS, {"phone": "13800001234"})
        wants(Channel.SMS)
        tell()
        deliver(Channel.SMS)
    assert message(Channel.SMS).state == state


def test_a_worker_that_died_while_sending_leaves_nothing_behind():
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    tell()
    Message.objects.filter(channel="sms").update(
        state="sending", tries=1, send_at=NOW + timedelta(minutes=5)
    )
    assert deliver(Channel.SMS, NOW + timedelta(minutes=4)) == 0
    assert deliver(Channel.SMS, NOW + timedelta(minutes=6)) == 1
    assert message(Channel.SMS).state == "sent"


def push_setup(url):
    private, public = new_vapid_keys()
    set_up(
        Channel.PUSH, private_key=private, public_key=public, subject="mailto:a@b.cn",
        hosts=["http://127.0.0.1"],
    )  # fmt: skip
    return Browser(f"{url}/send/abc")


def test_a_browser_reads_what_was_pushed_and_one_that_left_is_forgotten():
    status = [201]
    with http_peer(lambda _: (status[0], b"")) as service:
        browser = push_setup(service.url)
        reach(Channel.PUSH, browser.subscription)
        tell()
        assert deliver(Channel.PUSH) == 1
        (asked,) = service.heard
        assert browser.read(asked)["title"] == "请处置 路灯"
        assert asked.headers["authorization"].startswith("vapid t=")
        status[0] = 410
        tell(once="b")
        deliver(Channel.PUSH)
        tell(once="c")
        assert deliver(Channel.PUSH) == 0
    assert Address.objects.get().failed_at is not None
    states = Message.objects.filter(channel="push").order_by("pk").values_list("state", flat=True)
    assert list(states) == ["sent", "dead"]


def test_a_subscription_that_names_another_machine_is_refused():
    with pytest.raises(BadAddress) as refusal:
        reach(Channel.PUSH, Browser("https://169.254.169.254/latest").subscription)
    assert refusal.value.facts["field"] == "address.endpoint"


def test_wechat_gets_a_template_message_and_a_token_that_ran_out_is_fetched_once():
    tokens = iter(["old", "new"])

    def answer(asked):
        if asked.path.startswith("/cgi-bin/token"):
            return 200, {"access_token": next(tokens), "expires_in": 7200}
        if "access_token=old" in asked.path:
            return 200, {"errcode": 42001}
        return 200, {"errcode": 0, "msgid": 17}

    with http_peer(answer) as weixin:
        set_up(Channel.WECHAT, app_id="wx1", secret="s", base=weixin.url, site="https://city.cn")
        reach(Channel.WECHAT, {"openid": "oABC_123"}, owner="device:d")
        wanted = {"template": "report_done", "topic": Topic.REPORT_PROGRESS, "link": "/c/r/1"}
        tell(Recipient.device("device:d"), **wanted)
        deliver(Channel.WECHAT)
    assert [asked.path.split("?")[0][9:] for asked in weixin.heard] == [
        "token", "message/template/send", "token", "message/template/send",
    ]  # fmt: skip
    body = json.loads(weixin.heard[-1].body)
    assert (body["touser"], body["url"]) == ("oABC_123", "https://city.cn/c/r/1")
    assert body["data"]["class_name"] == {"value": "路灯"}
    assert message(Channel.WECHAT).provider_no == "17"


def test_nothing_rings_in_quiet_hours_unless_it_is_urgent():
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    actions.keep_quiet(owner=ANNA.owner, begins=time(0), ends=time(23, 59, 59))
    tell()
    tell(once="b", urgent=True)
    assert deliver(Channel.SMS) == 1
    assert Message.objects.get(channel="sms", state="waiting").send_at > NOW
    assert Message.objects.filter(channel="in_app").count() == 2


def test_an_erased_contact_is_told_nothing():
    contact = remember_contact(name="张", phone="13912340987", at=NOW)
    wanted = {"template": "report_done", "topic": Topic.REPORT_PROGRESS}
    tell(Recipient.contact(contact), **wanted)
    erase_contact(contact_id=contact, actor_id=None, at=NOW)
    deliver(Channel.SMS)
    assert (message(Channel.SMS).state, message(Channel.SMS).problem) == ("dead", "no address")
    assert Kept.objects.count() == 0


def test_a_full_outbox_keeps_the_list_and_counts_what_it_leaves_out():
    Setting.objects.create(key="notice_most_waiting", value=0, valid_from=NOW.date(), source="t")
    forget("kernel.settings")
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    before = left_out()
    assert tell() == 1
    assert left_out() == before + 1
    assert message(Channel.IN_APP).state == "sent"


def left_out():
    from chengmai.notices.actions.telling import LEFT_OUT

    return LEFT_OUT.labels("sms", "outbox_full")._value.get()


def test_settings_that_cannot_work_are_refused_by_name_and_secrets_stay():
    with pytest.raises(ChannelClosed) as refusal:
        set_up(Channel.EMAIL, host="a", port="x", sender="s")
    assert refusal.value.facts["field"] == "port"
    set_up(Channel.SMS, url="https://a.cn", secret="s3")
    set_up(Channel.SMS, url="https://a.cn", secret="", sign="岚海城管")
    assert ChannelSetup.objects.get().settings == {
        "url": "https://a.cn", "secret": "s3", "sign": "岚海城管",
    }  # fmt: skip


def free_port():
    for port in range(23_500, 23_900):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")


def test_a_person_hears_what_happens_to_their_account():
    fact = PasswordChanged(at=NOW, actor_id=9, person_id=7, **made_up(PasswordChanged))
    tell_of_account(fact)
    tell_of_account(fact)
    row = Message.objects.get()
    assert (row.owner, row.channel, row.urgent) == ("person:7", "in_app", True)
    assert "密码已修改" in row.body
    assert "管理员或系统" in row.body


def made_up(kind):
    """Values for what the fact says beside who and when."""
    known = {"at", "actor_id", "place", "person_id"}
    return {f.name: "" for f in fields(kind) if f.name not in known and f.default is MISSING}
