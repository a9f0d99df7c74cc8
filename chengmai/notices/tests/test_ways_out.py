"""Gateways under attack and in trouble: no secret to another machine, no message in the way."""

import json
from datetime import timedelta

import pytest
from django.db import connection

from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.notices import actions
from chengmai.notices.errors import ChannelClosed, UnfitForChannel
from chengmai.notices.gateways.push import new_vapid_keys
from chengmai.notices.gateways.sms import signature_of
from chengmai.notices.rules import longest_sms, sms_parts, wechat_data
from chengmai.notices.tests.makers import (
    ANNA,
    NOW,
    Address,
    Message,
    Template,
    begin,
    deliver,
    reach,
    set_up,
    tell,
    wants,
)
from chengmai.notices.tests.peers import Browser, http_peer
from chengmai.notices.words import Channel, Recipient, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city():
    begin()


def test_a_message_that_cannot_be_handled_stands_in_nobodys_way():
    """Its neighbours go out at once, and it is given up like any other."""
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    for once in "abc":
        tell(once=once)
    first = Message.objects.filter(channel="sms").order_by("pk")[0]
    with connection.cursor() as cursor:
        broken = "UPDATE notices_message SET body = 'not sealed' WHERE id = %s"
        cursor.execute(broken, [first.pk])
    assert deliver(Channel.SMS) == 3
    held = Message.objects.filter(channel="sms").order_by("pk").defer("title", "body", "values")
    assert [row.state for row in held] == ["failed", "sent", "sent"]
    assert held[0].problem == "ours: SealBroken"


def test_a_secret_does_not_follow_to_another_machine():
    """Who may set channels up does not thereby learn the secret, nor what citizens are told."""
    set_up(Channel.SMS, url="https://a.cn/sms", secret="s3")
    with pytest.raises(ChannelClosed) as refused:
        set_up(Channel.SMS, url="https://b.cn/sms", secret="")
    assert refused.value.facts["field"] == "secret"
    mail = {"host": "mail.city.cn", "port": 587, "sender": "a@city.cn", "username": "cg"}
    set_up(Channel.EMAIL, **mail, password="p4ss")
    set_up(Channel.EMAIL, **{**mail, "sender": "b@city.cn"}, password="")
    for change in ({"host": "evil.cn"}, {"port": 25}, {"tls": "ssl"}):
        with pytest.raises(ChannelClosed) as refused:
            set_up(Channel.EMAIL, **{**mail, **change}, password="")
        assert refused.value.facts["field"] == "password"


@pytest.mark.parametrize(
    ("channel", "settings", "field"),
    [
        (Channel.SMS, {"url": "http://sms.example.cn", "secret": "s"}, "url"),
        (Channel.SMS, {"url": "http://169.254.169.254/latest", "secret": "s"}, "url"),
        (Channel.SMS, {"url": "file:///etc/passwd", "secret": "s"}, "url"),
        (Channel.SMS, {"url": "https://a.cn", "secret": "s", "sign": "【城管】"}, "sign"),
        (Channel.WECHAT, {"app_id": "a", "secret": "s", "base": "http://a.cn"}, "base"),
        (Channel.EMAIL, {"host": "a.cn", "port": 25, "sender": "a@b.cn", "tls": "none",
                         "username": "u", "password": "p"}, "tls"),
        (Channel.EMAIL, {"host": "a.cn", "port": 25, "sender": "a@b.cn",
                         "bounces_tls": "starttls"}, "bounces_tls"),
    ],
)  # fmt: skip
def test_nothing_of_citizens_travels_in_the_clear(channel, settings, field):
    with pytest.raises(ChannelClosed) as refused:
        set_up(channel, **settings)
    assert refused.value.facts["field"] == field


def test_a_channel_is_set_up_and_tried_only_by_who_has_just_proved_who_they_are():
    admin = make_person([Duty.ADMIN])
    stale = signed_in_client(admin)
    admin.sessions.update(confirmed_at=None)
    for method, path in (("put", "sms"), ("post", "sms/try")):
        answer = getattr(stale, method)(
            f"/api/v1/notices/channels/{path}", {"settings": None, "address": {}},
            content_type="application/json",
        )  # fmt: skip
        assert (answer.status_code, answer.json()["code"]) == (403, "identity.confirm_again")


def test_a_push_service_that_sends_elsewhere_is_not_followed():
    private, public = new_vapid_keys()
    with http_peer(lambda _: (201, b"")) as inside, http_peer(lambda _: (307, b"")) as service:
        service.headers["Location"] = f"{inside.url}/secret"
        set_up(
            Channel.PUSH, private_key=private, public_key=public, subject="mailto:a@b.cn",
            hosts=["http://127.0.0.1"],
        )  # fmt: skip
        reach(Channel.PUSH, Browser(f"{service.url}/send").subscription)
        tell()
        deliver(Channel.PUSH)
        assert (len(service.heard), len(inside.heard)) == (1, 0)
    row = Message.objects.get(channel="push")
    assert (row.state, row.problem) == ("dead", "HTTP 307")
    assert service.heard[0].headers["topic"] == f"notice-{row.pk}"


def test_a_mail_server_that_knows_nobody_there_ends_the_address_and_a_policy_does_not():
    from chengmai.notices.tests.peers import smtp_server
    from chengmai.notices.tests.test_outbox import free_port

    port = free_port()
    with smtp_server(port) as letters:
        set_up(Channel.EMAIL, host="127.0.0.1", port=port, sender="a@b.cn", tls="none")
        reach(Channel.EMAIL, {"email": "anna@example.cn"})
        wants(Channel.EMAIL)
        letters.refuse = "550 5.7.1 blocked by policy"
        tell(once="a")
        deliver(Channel.EMAIL)
        assert Address.objects.get().failed_at is None
        letters.refuse = "550 5.1.1 13912340987 unknown"
        tell(once="b")
        deliver(Channel.EMAIL)
    assert Address.objects.get().failed_at is not None
    assert set(Message.objects.filter(channel="email").values_list("problem", flat=True)) == {
        "SMTP 550"
    }


def test_what_a_provider_says_is_kept_without_the_number_in_it():
    with http_peer(lambda _: (200, {"problem": "13912340987 is on a black list"})) as provider:
        set_up(Channel.SMS, url=provider.url, secret="s3")
        reach(Channel.SMS, {"phone": "13912340987"})
        wants(Channel.SMS)
        tell()
        deliver(Channel.SMS)
    assert Message.objects.get(channel="sms").problem == "139****0987 is on a black list"


def receipt(client, body):
    data = json.dumps(body).encode()
    return client.post(
        "/api/v1/notices/receipts/sms", data, content_type="application/json",
        headers={"X-Signature": signature_of("s3", data)},
    )  # fmt: skip


def test_who_answers_stop_gets_no_more_of_that_kind(client):
    citizen = Recipient.contact(12)
    reach(Channel.SMS, {"phone": "13912340987"}, owner=citizen.owner)
    with http_peer(lambda asked: (200, {"no": f"n{json.loads(asked.body)['id']}"})) as provider:
        set_up(Channel.SMS, url=provider.url, secret="s3")
        told = {"template": "report_done", "topic": Topic.REPORT_PROGRESS}
        Message.objects.all().delete()
        tell(citizen, **told)
        Message.objects.filter(channel="sms").update(state="sent", provider_no="n1")
        assert receipt(client, {"no": "n1", "state": "stop"}).status_code == 204
        assert tell(citizen, once="b", **told) == 0
    assert receipt(client, {"no": "n2", "state": "stop"}).status_code == 404


def test_a_receipt_of_one_channel_says_nothing_of_another(client):
    set_up(Channel.SMS, url="https://a.cn", secret="s3")
    reach(Channel.EMAIL, {"email": "anna@example.cn"})
    wants(Channel.EMAIL)
    tell()
    Message.objects.filter(channel="email").update(state="sent", provider_no="n1")
    assert receipt(client, {"no": "n1", "state": "failed"}).status_code == 404
    assert Message.objects.get(channel="email").state == "sent"


def test_a_short_message_carries_no_signature_but_the_citys_and_as_many_parts_as_allowed():
    set_up(Channel.SMS, url="https://a.cn", secret="s3", sign="岚海城管")
    reach(Channel.SMS, {"phone": "13800001234"})
    wants(Channel.SMS)
    values = {"address": "【工商银行】您的账户" + "很" * 500}
    tell(values=values)
    body = Message.objects.get(channel="sms").body
    assert body.startswith("[工商银行]") and sms_parts(body, "岚海城管") == 5
    assert [sms_parts("字" * n, "") for n in (70, 71, 134, 135)] == [1, 2, 2, 3]
    assert sms_parts("字" * 64, "岚海城管") == 1 and sms_parts("字" * 65, "岚海城管") == 2
    assert (longest_sms(1, "岚海城管"), longest_sms(2, "")) == (64, 134)


def test_wechat_gets_the_values_of_its_template_as_long_as_each_may_be():
    row = Template.objects.get(key="report_done", channel="wechat")
    row.body = "thing1：{class_name}\nthing2：{address}\nphrase3：{state}\ncharacter_string4：{tracking_no}"
    row.save()
    with http_peer(lambda asked: (200, {"errcode": 0, "msgid": 1} if asked.body else {
        "access_token": "t", "expires_in": 7200})) as weixin:  # fmt: skip
        set_up(Channel.WECHAT, app_id="wx-limits", secret="s", base=weixin.url)
        reach(Channel.WECHAT, {"openid": "oABC_123"}, owner="device:d")
        tell(
            Recipient.device("device:d"), template="report_done", topic=Topic.REPORT_PROGRESS,
            values={"class_name": "路灯", "address": "海阳路" * 20, "state": "已处理完毕了"},
        )  # fmt: skip
        deliver(Channel.WECHAT)
    body = json.loads(weixin.heard[-1].body)
    assert body["client_msg_id"] == f"notice-{Message.objects.get(channel='wechat').pk}"
    assert body["data"] == {
        "thing1": {"value": "路灯"}, "thing2": {"value": ("海阳路" * 7)[:19] + "…"},
        "phrase3": {"value": "已处理完…"}, "character_string4": {"value": "-"},
    }  # fmt: skip
    assert wechat_data("您的上报已受理") == {}


@pytest.mark.parametrize(
    ("channel", "body"),
    [(Channel.SMS, "【城管】{state}"), (Channel.WECHAT, "thing1：{state}\n备注 {words}"),
     (Channel.WECHAT, "banner1：{state}")],
)  # fmt: skip
def test_a_text_that_its_provider_would_refuse_is_refused_in_the_preview(channel, body):
    with pytest.raises(UnfitForChannel) as refused:
        actions.preview(topic=Topic.REPORT_PROGRESS, title="t", body=body, channel=channel)
    assert refused.value.facts["field"] == "body"


def test_the_preview_tells_how_many_short_messages_it_is():
    shown = actions.preview(
        topic=Topic.REPORT_PROGRESS, title="t", body="{state}" + "字" * 80, channel=Channel.SMS
    )
    assert shown["sms_parts"] == 2
    shown = actions.preview(
        topic=Topic.REPORT_PROGRESS, title="t", body="thing1：{state}", channel=Channel.WECHAT
    )
    assert shown["wechat"] == {"thing1": "已处理"}


def test_a_long_name_of_a_telling_is_still_its_own():
    owner = Recipient.person(ANNA.key + "0" * 60)
    for end in "ab":
        tell(owner, once=f"{end}{'x' * 110}")
        tell(owner, once=f"{end}{'x' * 110}")
    assert Message.objects.filter(channel="in_app").count() == 2


def test_a_message_whose_worker_was_killed_after_sending_is_the_same_for_its_provider():
    """Nothing was recorded, so it goes out again: under the number by which the provider knows it."""
    with http_peer(lambda asked: (200, {"no": f"n{json.loads(asked.body)['id']}"})) as provider:
        set_up(Channel.SMS, url=provider.url, secret="s3")
        reach(Channel.SMS, {"phone": "13800001234"})
        wants(Channel.SMS)
        tell()
        deliver(Channel.SMS)
        Message.objects.filter(channel="sms").update(
            state="sending", sent_at=None, provider_no="", send_at=NOW + timedelta(minutes=5)
        )
        assert deliver(Channel.SMS, NOW + timedelta(minutes=4)) == 0
        assert deliver(Channel.SMS, NOW + timedelta(minutes=6)) == 1
    first, second = (json.loads(asked.body) for asked in provider.heard)
    assert first == second
    row = Message.objects.get(channel="sms")
    assert (row.state, row.provider_no, row.tries) == ("sent", f"n{row.pk}", 2)
