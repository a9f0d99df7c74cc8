"""Every write about a person's rights: ask, look up, erase, answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from chengmai.cases.public import forget_reporters, reports_by
from chengmai.cases.words import ReporterCard
from chengmai.citizen.models import Device, Ration
from chengmai.citizen.privacy.errors import AnsweredAlready, NotConfirmed, NotForACopy
from chengmai.citizen.privacy.events import DataAnswered, DataAsked, DataCopied, PersonLookedUp
from chengmai.citizen.privacy.models import PrivacyRequest
from chengmai.citizen.privacy.queries import about, request_by_id
from chengmai.citizen.privacy.words import Erasure, RequestKind, RequestState
from chengmai.city.public import office_calendar
from chengmai.identity.public import erase_contact, find_contact
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.idempotency import forget_answers_to
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.settings import setting
from chengmai.kernel.worktime import Allowance, Unit, due_at
from chengmai.notices.public import Channel, Recipient, Topic, choose, forget_recipient

_OPEN = (RequestState.OPEN, RequestState.WAITING)


@transaction.atomic
def ask(
    *,
    kind: RequestKind,
    at: datetime,
    device_key: str = "",
    contact_id: int | None = None,
    words: str = "",
    by: int | None = None,
) -> PrivacyRequest:
    """Keep a request; it is due after the working days of `privacy_answer_work_days`."""
    term = Allowance(setting("privacy_answer_work_days"), Unit.WORK_DAY)
    request = PrivacyRequest.objects.create(
        kind=kind,
        contact_id=contact_id,
        device_key=device_key,
        words=words.strip()[:1_000] or None,
        asked_at=at,
        asked_by_id=by,
        due_at=due_at(at, term, office_calendar()),
    )
    publish(
        DataAsked(at=at, actor_id=by, request_id=request.pk, kind=kind, contact_id=contact_id),
        fresh=True,
    )
    return request


@transaction.atomic
def look_up(*, actor: Actor, phone: str, reason: str, at: datetime) -> int:
    """The contact with this number, 0 for nobody; for who answers a request and says why.

    Raises BadInput (field `reason`) and BadPhone. Either finding is in the ledger.
    """
    if not reason.strip():
        raise BadInput(
            "Say why you look for this person.", field="reason", remedy="Name the request."
        )
    contact_id = find_contact(phone)
    shown = mask_numbers_in(reason.strip())[:200]
    publish(PersonLookedUp(at=at, actor_id=actor.id, contact_id=contact_id, reason=shown))
    return contact_id or 0


@transaction.atomic
def copy_to_hand_over(*, actor: Actor, request_id: int, at: datetime) -> dict[str, Any]:
    """All that is kept of whom the request is about; taking it is told, and the person sees who did.

    Raises RequestUnknown, and NotForACopy where the person did not ask for one or it was answered.
    """
    request = request_by_id(request_id, lock=True)
    if request.kind != RequestKind.COPY or RequestState(request.state) not in _OPEN:
        raise NotForACopy(
            "Nobody waits for a copy here.", remedy="Keep a request for a copy first."
        )
    publish(
        DataCopied(at=at, actor_id=actor.id, contact_id=request.contact_id, request_id=request.pk)
    )
    return about(contact_id=request.contact_id, device_key=request.device_key)


def want_messages(*, device_key: str, wanted: bool) -> None:
    """Whether reports from this phone are answered by short message too."""
    choose(owner=device_key, choices=[(Topic.REPORT_PROGRESS, Channel.SMS, wanted)])


@transaction.atomic
def erase_own(*, device_key: str, confirmed: bool, at: datetime) -> Erasure:
    """A citizen's own wish, from the phone that reported: what can go goes now.

    Reports whose case is open keep the contact until the case ends; the nightly task does the
    rest. Raises NotConfirmed.
    """
    if not confirmed:
        raise NotConfirmed(
            "Erasing cannot be undone.", field="confirmed", remedy="Confirm that you want it."
        )
    request = ask(kind=RequestKind.ERASE, at=at, device_key=device_key)
    return carry_out_erasure(request=request, at=at, by=None)


def carry_out_erasure(*, request: PrivacyRequest, at: datetime, by: int | None) -> Erasure:
    """Erase what no open case needs; the request waits for the rest. Inside a transaction."""
    reports = reports_by(contact_id=request.contact_id, device_key=request.device_key)
    needed = {one.contact_id for one in reports if one.is_open}
    ended = [one for one in reports if not one.is_open]
    erased = _erase(ended, needed, request, at, by)
    waiting = tuple(sorted({one.case_no for one in reports if one.is_open}))
    request.waiting_for = list(waiting)
    request.state = RequestState.WAITING if waiting else RequestState.DONE
    if not waiting:
        request.answered_at, request.answered_by_id = at, by
        if request.device_key:
            _forget_phone(request.device_key, [one.tracking_no for one in reports])
            Device.objects.filter(key=request.device_key).update(key=f"erased:{request.pk}")
            request.device_key = ""
    request.save()
    publish(
        DataAnswered(
            at=at,
            actor_id=by,
            request_id=request.pk,
            kind=RequestKind.ERASE,
            carried_out=not waiting,
            erased=erased,
            waiting_for=len(waiting),
        )
    )
    return Erasure(erased, waiting)


@transaction.atomic
def answer(
    *, actor: Actor, request_id: int, carry_out: bool, words: str, at: datetime
) -> PrivacyRequest:
    """Carry a request out, or refuse it with the reason that the person is told.

    Raises RequestUnknown, AnsweredAlready, BadInput (field `words`) for a refusal without words.
    """
    request = request_by_id(request_id, lock=True)
    if RequestState(request.state) not in _OPEN:
        raise AnsweredAlready("This request was answered before.", state=request.state)
    kind, said = RequestKind(request.kind), mask_numbers_in(words.strip())[:200]
    if not carry_out and not said:
        raise BadInput("Say why it is refused.", field="words", remedy="Write the legal ground.")
    if carry_out and kind is RequestKind.ERASE:
        request.answer = said
        carry_out_erasure(request=request, at=at, by=actor.id)
        return request
    request.state = RequestState.DONE if carry_out else RequestState.REFUSED
    request.answer, request.answered_at, request.answered_by_id = said, at, actor.id
    request.save()
    publish(
        DataAnswered(
            at=at,
            actor_id=actor.id,
            request_id=request.pk,
            kind=kind,
            carried_out=carry_out,
            reason=said,
        )
    )
    return request


def erase_waiting(*, at: datetime, at_most: int = 200) -> int:
    """Erase for the requests whose cases have ended meanwhile; how many requests were finished."""
    waiting = PrivacyRequest.objects.filter(state=RequestState.WAITING).order_by("pk")
    finished = 0
    for pk in list(waiting.values_list("pk", flat=True)[:at_most]):
        with transaction.atomic():
            request = request_by_id(pk, lock=True)
            if request.state != RequestState.WAITING:
                continue
            reports = reports_by(contact_id=request.contact_id, device_key=request.device_key)
            if any(one.is_open for one in reports):
                continue
            carry_out_erasure(request=request, at=at, by=request.answered_by_id)
            finished += 1
    return finished


def _erase(
    ended: Sequence[ReporterCard],
    needed: set[int | None],
    request: PrivacyRequest,
    at: datetime,
    by: int | None,
) -> int:
    contacts = {one.contact_id for one in ended} | {request.contact_id}
    gone = [i for i in contacts if i is not None and i not in needed]
    # A number is one contact for every phone that gave it: it goes only with its last report.
    if request.device_key:
        gone = [i for i in gone if _all_from(i, request.device_key)]
    erased = sum(erase_contact(contact_id=i, actor_id=by, at=at) for i in gone)
    for contact_id in gone:
        forget_recipient(Recipient.contact(contact_id).owner)
    forget_reporters(report_ids=[one.report_id for one in ended])
    return erased + len(ended)


def _forget_phone(device_key: str, tracking_numbers: Sequence[str]) -> None:
    """What else is kept under a phone's key: messages to it, kept answers, and counts."""
    forget_recipient(device_key)
    forget_answers_to(device_key, tracking_numbers)
    Ration.objects.filter(key=device_key).delete()


def _all_from(contact_id: int, device_key: str) -> bool:
    own = {one.report_id for one in reports_by(device_key=device_key)}
    return all(one.report_id in own for one in reports_by(contact_id=contact_id))
