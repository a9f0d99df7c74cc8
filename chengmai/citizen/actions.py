"""Every write of the citizen's side: agree, report, join, rate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction

from chengmai.cases.public import case_story, join_report, reopen_case, report_case
from chengmai.cases.words import CaseSource, ReportReceipt
from chengmai.citizen.errors import (
    ConsentMissing,
    NothingSaid,
    NotToRate,
    RatedAlready,
    ReopenedAlready,
    TooManyReports,
)
from chengmai.citizen.events import NoticeAgreed, ReportRated
from chengmai.citizen.models import Consent, Device, Rating, Ration, RationLimit
from chengmai.citizen.queries import has_agreed, present_notice
from chengmai.citizen.rules import may_object, may_rate
from chengmai.identity.public import remember_contact
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.reference import cached

_KEPT = timedelta(days=2)
_USE = """
INSERT INTO citizen_ration (key, "window", count) VALUES (%s, date_trunc('hour', %s::timestamptz), 1)
ON CONFLICT (key, "window") DO UPDATE SET count = citizen_ration.count + 1 RETURNING count
"""


@dataclass(frozen=True)
class Sender:
    """Who sends without signing in: the device's key and the address it calls from."""

    device_key: str
    address: str


@dataclass(frozen=True)
class Words:
    """What somebody reports. `lon`, `lat` in WGS 84; name and phone are sealed at once."""

    text: str
    lon: float
    lat: float
    address: str = ""
    class_code: str = ""
    media_ids: tuple[int, ...] = ()
    name: str = ""
    phone: str = ""


@transaction.atomic
def agree(*, device_key: str, version: str, at: datetime) -> None:
    """Keep this device's agreement to the notice in force. Raises ConsentMissing for an old one."""
    notice = present_notice(at)
    if notice is None or notice.version != version:
        raise ConsentMissing(
            "Please read the present privacy notice.",
            field="notice_version",
            version=notice.version if notice else None,
        )
    if has_agreed(device_key, version):
        return
    device, _ = Device.objects.get_or_create(key=device_key, defaults={"created_at": at})
    _, new = Consent.objects.get_or_create(device=device, notice=notice, defaults={"at": at})
    if new:
        publish(NoticeAgreed(at=at, device_id=device.pk, version=version))


@transaction.atomic
def send_report(
    *, sender: Sender, words: Words, notice_version: str, source: CaseSource, at: datetime
) -> ReportReceipt:
    """A citizen's report becomes a case. Raises ConsentMissing, NothingSaid, TooManyReports."""
    _prepare(sender, words, notice_version, at)
    return report_case(
        at=at,
        description=words.text,
        source=source,
        lon=words.lon,
        lat=words.lat,
        address=words.address,
        class_code=words.class_code,
        media_ids=words.media_ids,
        media_owner=sender.device_key,
        contact_id=_contact(words, at),
        device_key=sender.device_key,
    )


@transaction.atomic
def say_me_too(
    *,
    sender: Sender,
    words: Words,
    case_id: int,
    notice_version: str,
    source: CaseSource,
    at: datetime,
) -> ReportReceipt:
    """Join a problem that is known; the person gets a tracking number of their own."""
    _prepare(sender, words, notice_version, at, needs_words=False)
    return join_report(
        case_id=case_id,
        at=at,
        text=words.text,
        source=source,
        media_ids=words.media_ids,
        media_owner=sender.device_key,
        contact_id=_contact(words, at),
        device_key=sender.device_key,
    )


def _prepare(
    sender: Sender, words: Words, version: str, at: datetime, *, needs_words: bool = True
) -> None:
    if needs_words and not words.text.strip() and not words.media_ids:
        raise NothingSaid("Say what is wrong, or send a photo.", field="text")
    use_ration(sender, at)
    agree(device_key=sender.device_key, version=version, at=at)


def _contact(words: Words, at: datetime) -> int | None:
    return (
        remember_contact(name=words.name, phone=words.phone, at=at) if words.phone.strip() else None
    )


def use_ration(sender: Sender, at: datetime) -> None:
    """Count one report against device and address. Raises TooManyReports.

    The count is in the report's transaction: a refused report does not count.
    """
    limits = cached("citizen.rations", _limits, seconds=30)
    with connection.cursor() as cursor:
        for kind, key in (("device", sender.device_key), ("address", f"ip:{sender.address}")):
            cursor.execute(_USE, [key[:80], at])
            (count,) = cursor.fetchone()
            if count > limits.get(kind, 1_000):
                raise TooManyReports(
                    "Many reports in a short time; please try again in an hour.",
                    kind=kind,
                    most=limits[kind],
                    remedy="Wait for an hour, or call the hotline.",
                )


def _limits() -> dict[str, int]:
    return dict(RationLimit.objects.values_list("kind", "most"))


def sweep_rations(*, at: datetime) -> int:
    """Forget the counts of past days; how many rows went."""
    return Ration.objects.filter(window__lt=at - _KEPT).delete()[0]


@transaction.atomic
def rate(*, tracking_no: str, score: int, words: str, reopen: bool, at: datetime) -> None:
    """Say once how content one is; who is not may have the problem opened again, once.

    Raises TrackingUnknown, NotToRate, RatedAlready, ReopenedAlready.
    """
    words = mask_numbers_in(words)
    story = case_story(tracking_no)
    rated = Rating.objects.filter(tracking_no=story.tracking_no).exists()
    if rated:
        raise RatedAlready("This report was rated before.")
    if not may_rate(story.stage, rated):
        raise NotToRate("This report can be rated when the problem is closed.")
    if reopen and not may_object(story, rated):
        raise ReopenedAlready("This problem was opened again before.")
    try:
        with transaction.atomic():
            Rating.objects.create(
                tracking_no=story.tracking_no,
                case_id=story.case_id,
                score=score,
                words=words,
                reopen=reopen,
                at=at,
            )
    except IntegrityError:
        raise RatedAlready("This report was rated before.") from None
    if reopen:
        reopen_case(case_id=story.case_id, reason=words.strip() or "市民对处理结果不满意", at=at)
    publish(
        ReportRated(
            at=at,
            case_id=story.case_id,
            case_no=story.case_no,
            score=score,
            words=words,
            reopen=reopen,
        )
    )
