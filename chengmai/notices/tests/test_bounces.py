"""A letter that a server took may still come back: read from a real mailbox, believed if ours."""

import pytest

from chengmai.notices import actions
from chengmai.notices.gateways.bounces import letter_no, read_bounces
from chengmai.notices.tests.makers import (
    NOW,
    Address,
    Message,
    begin,
    deliver,
    reach,
    set_up,
    tell,
    wants,
)
from chengmai.notices.tests.peers import pop3_server
from chengmai.notices.words import Channel

pytestmark = pytest.mark.django_db
REPORT = """From: MAILER-DAEMON@mail.example.cn
To: bounces@city.cn
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

This is the mail system. I could not deliver your message.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.cn

Final-Recipient: rfc822; anna@example.cn
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} 13912340987 says no

--B
Content-Type: text/rfc822-headers

From: cg@city.cn
To: anna@example.cn
Message-ID: {number}

--B--
"""


def report(message, action="failed", status="5.1.1", number=""):
    number = number or letter_no(message.pk, "city.cn")
    return REPORT.format(action=action, status=status, number=number).encode()


@pytest.fixture
def sent():
    """A letter that the stand-in took for Anna, who has two addresses."""
    begin()
    reach(Channel.EMAIL, {"email": "Anna@example.cn"})
    reach(Channel.EMAIL, {"email": "other@example.cn"})
    wants(Channel.EMAIL)
    tell()
    deliver(Channel.EMAIL)
    return Message.objects.get(channel="email")


def read(*letters):
    """Read a mailbox with these letters as the task does; how many were ours, and what is left."""
    held = list(letters)
    with pop3_server(held) as port:
        set_up(
            Channel.EMAIL, host="127.0.0.1", port=1, sender="cg@city.cn", tls="none",
            bounces_to="bounces@city.cn", bounces_host="127.0.0.1", bounces_port=port,
            bounces_tls="none", bounces_username="bounces", bounces_password="p4ss",
        )  # fmt: skip
        return actions.take_bounces(clock=lambda: NOW), held


def failed_addresses():
    rows = Address.objects.filter(failed_at__isnull=False)
    return [row.address["email"] for row in rows]


def test_an_address_at_which_nobody_is_is_not_written_to_again(sent):
    spam = b"From: x@y.example\r\nSubject: hello\r\n\r\nbuy\r\n"
    assert read(report(sent), spam) == (1, [])
    sent.refresh_from_db()
    assert (sent.state, sent.problem) == ("dead", "bounced 5.1.1")
    assert failed_addresses() == ["Anna@example.cn"]
    assert read() == (0, [])


@pytest.mark.parametrize(
    ("action", "status", "state", "problem"),
    [
        ("failed", "5.2.2", "dead", "bounced 5.2.2"),
        ("failed", "4.4.7", "dead", "bounced 4.4.7"),
        ("delayed", "4.4.1", "sent", "delayed 4.4.1"),
        ("delivered", "2.0.0", "delivered", ""),
        ("relayed", "2.0.0", "sent", ""),
    ],
)
def test_what_may_pass_again_leaves_the_address(sent, action, status, state, problem):
    read(report(sent, action, status))
    sent.refresh_from_db()
    assert (sent.state, sent.problem, failed_addresses()) == (state, problem, [])


def test_a_report_that_somebody_made_up_counts_for_nothing(sent):
    for number in (f"<notice-{sent.pk}@city.cn>", f"<notice-{sent.pk}-{'0' * 16}@city.cn>"):
        assert read(report(sent, number=number)) == (0, [])
    sent.refresh_from_db()
    assert (sent.state, failed_addresses()) == ("sent", [])


def test_a_letter_of_any_other_kind_is_no_report(sent):
    whole = report(sent).replace(b"multipart/report", b"multipart/mixed")
    assert read_bounces(whole) == []
    assert read_bounces(b"\xff\x00 no letter at all") == []


def test_a_mailbox_that_does_not_open_is_tried_later(sent):
    set_up(
        Channel.EMAIL, host="127.0.0.1", port=1, sender="cg@city.cn", tls="none",
        bounces_host="127.0.0.1", bounces_port=9, bounces_tls="none",
    )  # fmt: skip
    assert actions.take_bounces(clock=lambda: NOW) == 0
