"""System administrators hear of a trouble once, when it lasts, and once more when it is over."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from chengmai.identity.tests.makers import make_person
from chengmai.identity.words import Duty
from chengmai.kernel import disks, lookout, troubles
from chengmai.kernel.backups import begin_run, end_run, fail_run
from chengmai.kernel.deadletters import bury
from chengmai.kernel.models import DeadLetter, Setting, Trouble
from chengmai.kernel.reference import forget
from chengmai.notices import actions
from chengmai.notices.actions.troubles import tell_changes, tell_of_troubles, words_for
from chengmai.notices.models import Message
from chengmai.notices.words import Recipient, Topic

pytestmark = pytest.mark.django_db(transaction=True)
START = timezone.now()


@pytest.fixture(autouse=True)
def quiet_platform(settings, tmp_path):
    """A platform of its own in which nothing is wrong."""
    settings.VAR = tmp_path
    settings.MEDIA_ROOT = tmp_path
    forget()
    before = dict(disks.in_force)
    for key, value in (
        ("disk_warn_megabytes", 1),
        ("disk_refuse_megabytes", 0),
        ("messages_late_seconds", 86_400),
        ("clock_drift_seconds", 86_400),
    ):
        Setting.objects.create(key=key, value=value, valid_from="2020-01-01", source="test")
    actions.load_default_templates(START.date())
    yield tmp_path
    disks.in_force.update(before)
    disks.forget_rooms()
    lookout._last = None
    lookout._numbers.clear()
    forget()


@pytest.fixture
def admin():
    return Recipient.person(make_person([Duty.ADMIN]).pk)


def minute(number: int):
    """Look at this minute of the test; what was told then."""
    return tell_of_troubles(at=START + timedelta(minutes=number))


def titles(to: Recipient) -> list[str]:
    return [
        row.title
        for row in Message.objects.filter(owner=to.owner, topic=Topic.SYSTEM).order_by("id")
    ]


def test_a_failed_backup_is_told_once_and_its_recovery_once(admin):
    make_person([Duty.OPERATOR])
    failed = begin_run(name="one", place="/backups", at=START)
    fail_run(failed, at=START, error="no room")
    told = [minute(number) for number in range(6)]
    assert titles(admin) == ["系统提醒 备份失败"]
    assert sum(told) == 1
    good = begin_run(name="two", place="/backups", at=START)
    end_run(good, at=START + timedelta(minutes=6), way="base", size=1)
    for number in range(6, 12):
        minute(number)
    assert titles(admin) == ["系统提醒 备份失败", "系统提醒 已恢复：备份失败"]
    assert Message.objects.exclude(owner=admin.owner).count() == 0
    assert Trouble.objects.get().over_at is not None


def test_disks_letters_and_dying_processes_are_each_told_with_what_they_are(admin, quiet_platform):
    Setting.objects.filter(key="disk_warn_megabytes").update(value=2_000_000_000)
    body = {"id": 7, "name": "city.CalendarChanged", "subject": "calendar:2026"}
    bury("cases.recompute", body, RuntimeError("broken"), tries=6)
    ends = [START.timestamp() + second for second in (10, 20, 40, 70)]
    (quiet_platform / "children.json").write_text(
        json.dumps([{"name": "relay", "ends": ends}, {"name": "web", "ends": ends[:1]}])
    )
    for number in (2, 3, 4, 5):
        minute(number)
    bodies = [row.body for row in Message.objects.filter(owner=admin.owner).order_by("id")]
    assert len(bodies) == 3
    assert any("仅剩" in body for body in bodies)
    assert any("1 条死信" in body for body in bodies)
    assert any("relay 十分钟内退出 4 次" in body for body in bodies)
    DeadLetter.objects.update(replayed_at=START)
    for number in range(6, 20):  # the ends lie more than ten minutes back then
        minute(number)
    recovered = {title for title in titles(admin) if "已恢复" in title}
    assert recovered == {"系统提醒 已恢复：有消息无法处理", "系统提醒 已恢复：进程反复退出"}


def test_what_flickers_is_told_to_nobody(admin):
    for number in range(0, 30, 3):
        seen = [troubles.Seen("clock_off", facts=(("seconds", 9),))] if number % 2 else []
        changes = troubles.note(seen, at=START + timedelta(minutes=number))
        assert tell_changes(changes, at=START) == 0
    assert titles(admin) == []


def test_a_trouble_that_comes_again_is_told_again(admin):
    def look(number: int, *codes: str) -> None:
        at = START + timedelta(minutes=number)
        tell_changes(troubles.note([troubles.Seen(code) for code in codes], at=at), at=at)

    for number in range(4):
        look(number, "clock_off")
    for number in range(4, 8):
        look(number)
    for number in range(8, 12):
        look(number, "clock_off")
    assert titles(admin) == [
        "系统提醒 服务器时钟偏差", "系统提醒 已恢复：服务器时钟偏差", "系统提醒 服务器时钟偏差",
    ]  # fmt: skip
    assert troubles.forget_troubles(START + timedelta(days=1)) == 1
    assert Trouble.objects.get().over_at is None


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ([], None),
        ([(True, "reserved")], None),
        ([(False, "reserved")], "log_copy_stopped"),
        ([(False, "lost")], "log_copy_lost"),
    ],
)
def test_a_second_copy_of_the_log_that_nobody_writes_is_a_trouble_with_words(slots, code):
    found = [seen.code for seen in troubles.log_trouble(slots)]
    assert found == ([code] if code else [])
    for one in found:
        what, detail = words_for(Trouble(code=one))
        assert what != one
        assert detail != one
