"""HTTP of notices: one's own list and choices, the outbox, channels, and providers' receipts."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.identity.edge import require_actor, require_duty, require_recent_factor
from chengmai.identity.words import Duty
from chengmai.kernel.api import Page, TimeOfDay
from chengmai.kernel.errors import BadInput
from chengmai.kernel.paging import checked_limit, page_of
from chengmai.notices import actions
from chengmai.notices.errors import BadReceipt, MessageUnknown
from chengmai.notices.gateways.choosing import NEEDED, OPTIONAL, SECRET, setups
from chengmai.notices.gateways.sms import SIGNATURE, is_signed
from chengmai.notices.models import Address, Choice, Kept, Message, QuietHours
from chengmai.notices.queries import in_the_app, outbox_figures, unread
from chengmai.notices.rules import USUAL
from chengmai.notices.words import Channel, MessageState, Recipient, Topic

router = Router(tags=["notices"])
SETS_UP = (Duty.ADMIN,)
_MOST_RECEIPT = 64 * 1024


class NoticeItemOut(Schema):
    id: int
    topic: Topic
    title: str
    body: str
    link: str
    urgent: bool
    at: datetime
    read_at: datetime | None


class NoticePage(Schema):
    items: list[NoticeItemOut]
    next: int | None
    unread: int


class ReadIn(Schema):
    """Which notices were read; without a list, all."""

    ids: Annotated[list[int], Field(max_length=500)] | None = None


class UnreadOut(Schema):
    unread: int


class TopicChoiceOut(Schema):
    topic: Topic
    channel: Channel
    wanted: bool


class ReachOut(Schema):
    id: int
    channel: Channel
    label: str
    shown: str
    works: bool


class NoticeChoicesOut(Schema):
    choices: list[TopicChoiceOut]
    quiet_begins: TimeOfDay | None
    quiet_ends: TimeOfDay | None
    addresses: list[ReachOut]
    push_key: str


class NoticeChoicesIn(Schema):
    choices: Annotated[tuple[TopicChoiceOut, ...], Field(max_length=100)] = ()
    quiet_begins: TimeOfDay | None = None
    quiet_ends: TimeOfDay | None = None


class ReachIn(Schema):
    channel: Channel
    address: dict[str, Any]
    label: Annotated[str, Field(max_length=60)] = ""


class MessageOut(Schema):
    id: int
    owner: str
    channel: Channel
    topic: Topic
    template: str
    state: MessageState
    tries: int
    created_at: datetime
    send_at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None
    problem: str


class FigureOut(Schema):
    channel: Channel
    state: MessageState
    count: int
    oldest: datetime


class KeptOut(Schema):
    id: int
    message_id: int
    channel: Channel
    title: str
    body: str
    at: datetime


class SetupOut(Schema):
    channel: Channel
    real: bool
    settings: dict[str, Any]
    needed: list[str]
    optional: list[str]


class SetupIn(Schema):
    settings: dict[str, Any] | None = None


class TryIn(Schema):
    address: dict[str, Any]


class TryOut(Schema):
    provider_no: str


class TemplatePreviewIn(Schema):
    topic: Topic
    title: Annotated[str, Field(max_length=80)]
    body: Annotated[str, Field(max_length=2_000)]
    channel: Channel = Channel.IN_APP


class TemplatePreviewOut(Schema):
    """`sms_parts`: as how many short messages it goes; `wechat`: the values that WeChat gets."""

    title: str
    body: str
    sms_parts: int | None = None
    wechat: dict[str, str] | None = None


@router.get("", response=NoticePage, summary="My notices, newest first")
def get_notices(request: HttpRequest, before: int | None = None, limit: int = 30) -> Any:
    owner, limit = _owner(request), checked_limit(limit)
    found = in_the_app(owner, before=before, limit=limit + 1)
    following = found[limit - 1].id if len(found) > limit else None
    return {"items": found[:limit], "next": following, "unread": unread(owner)}


@router.get("/unread", response=UnreadOut, summary="How many I have not read, up to 100")
def get_unread(request: HttpRequest) -> Any:
    return {"unread": unread(_owner(request))}


@router.post("/read", response=UnreadOut, summary="I have read these, or all")
def post_read(request: HttpRequest, body: ReadIn) -> Any:
    owner = _owner(request)
    actions.mark_read(owner=owner, ids=body.ids, at=timezone.now())
    return {"unread": unread(owner)}


@router.get("/choices", response=NoticeChoicesOut, summary="How I want to be told")
def get_choices(request: HttpRequest) -> Any:
    return _choices(_owner(request))


@router.put("/choices", response=NoticeChoicesOut, summary="Change how I want to be told")
def put_choices(request: HttpRequest, body: NoticeChoicesIn) -> Any:
    owner = _owner(request)
    if (body.quiet_begins is None) != (body.quiet_ends is None):
        raise BadInput(
            "Quiet hours have two ends.", field="quiet_ends", remedy="Give both or none."
        )
    actions.choose(owner=owner, choices=[(c.topic, c.channel, c.wanted) for c in body.choices])
    actions.keep_quiet(owner=owner, begins=body.quiet_begins, ends=body.quiet_ends)
    return _choices(owner)


@router.post("/addresses", response={201: NoticeChoicesOut}, summary="Where I am reached")
def post_address(request: HttpRequest, body: ReachIn) -> Status[Any]:
    owner = _owner(request)
    actions.add_address(
        owner=owner, channel=body.channel, address=body.address, label=body.label,
        at=timezone.now(),
    )  # fmt: skip
    return Status(201, _choices(owner))


@router.delete(
    "/addresses/{int:address_id}", response=NoticeChoicesOut, summary="Not there any more"
)
def delete_address(request: HttpRequest, address_id: int) -> Any:
    owner = _owner(request)
    if not actions.remove_address(owner=owner, address_id=address_id):
        raise MessageUnknown("No such address.", address_id=address_id)
    return _choices(owner)


@router.get("/outbox", response=Page[MessageOut], summary="Messages by state, newest first")
def get_outbox(
    request: HttpRequest,
    state: MessageState = MessageState.DEAD,
    after: str | None = None,
    limit: int = 50,
) -> Any:
    """Without the words: an administrator sees how a message fares, not what it says."""
    require_duty(request, *SETS_UP, Duty.AUDITOR)
    rows = Message.objects.filter(state=state).defer("title", "body", "values")
    items, following = page_of(
        rows, order=("-id",), after=after, limit=limit, query=f"outbox:{state}"
    )
    return {"items": items, "next": following}


@router.get("/outbox/figures", response=list[FigureOut], summary="What waits, and since when")
def get_figures(request: HttpRequest) -> Any:
    require_duty(request, *SETS_UP, Duty.AUDITOR)
    return outbox_figures()


@router.post("/outbox/{int:message_id}/again", response=MessageOut, summary="Try it once more")
def post_again(request: HttpRequest, message_id: int) -> Any:
    require_duty(request, *SETS_UP)
    message = actions.send_again(message_id=message_id, at=timezone.now())
    actions.queue_delivery(Channel(message.channel))
    return message


@router.get("/kept", response=list[KeptOut], summary="What stand-ins would have sent")
def get_kept(request: HttpRequest, limit: int = 50) -> Any:
    require_duty(request, *SETS_UP)
    return list(Kept.objects.order_by("-at")[: checked_limit(limit)])


@router.get("/channels", response=list[SetupOut], summary="What stands behind each channel")
def get_channels(request: HttpRequest) -> Any:
    require_duty(request, *SETS_UP, Duty.AUDITOR)
    return [_setup(channel) for channel in NEEDED]


@router.put("/channels/{channel}", response=SetupOut, summary="Set a channel up")
def put_channel(request: HttpRequest, channel: Channel, body: SetupIn) -> Any:
    actor = require_duty(request, *SETS_UP)
    require_recent_factor(request)
    actions.set_up_channel(actor=actor, channel=channel, settings=body.settings, at=timezone.now())
    return _setup(channel)


@router.post("/channels/{channel}/try", response=TryOut, summary="Send one message now")
def post_try(request: HttpRequest, channel: Channel, body: TryIn) -> Any:
    require_duty(request, *SETS_UP)
    require_recent_factor(request)
    return {"provider_no": actions.try_channel(channel=channel, address=body.address)}


@router.post("/templates/preview", response=TemplatePreviewOut, summary="How a template reads")
def post_preview(request: HttpRequest, body: TemplatePreviewIn) -> Any:
    require_duty(request, *SETS_UP)
    return actions.preview(topic=body.topic, title=body.title, body=body.body, channel=body.channel)


@router.post("/receipts/sms", response={204: None}, summary="A provider says how a message fared")
def post_receipt(request: HttpRequest) -> Status[None]:
    """Signed by the provider: `{"no": …, "state": "delivered"|"failed"|"stop", "why": …}`.

    `stop`: whoever got it answered that they want no more of this kind.
    """
    secret = str(setups().get(Channel.SMS, {}).get("secret", ""))
    body = request.body
    if len(body) > _MOST_RECEIPT or not is_signed(secret, body, request.headers.get(SIGNATURE, "")):
        raise BadReceipt("This receipt is not signed by our provider.", field=SIGNATURE)
    try:
        found = json.loads(body)
        number, state = str(found["no"]), found["state"]
    except (ValueError, KeyError, TypeError):
        raise BadInput("Not a receipt.", field="body", remedy="Send no and state.") from None
    if state == "stop":
        known = actions.note_stop(channel=Channel.SMS, provider_no=number)
    else:
        known = actions.note_receipt(
            channel=Channel.SMS,
            provider_no=number,
            arrived=state == "delivered",
            why=str(found.get("why", "")),
            at=timezone.now(),
        )
    if not known:
        raise MessageUnknown("No such message.", provider_no=number[:80])
    return Status(204, None)


def _owner(request: HttpRequest) -> str:
    return Recipient.person(require_actor(request).id or 0).owner


def _choices(owner: str) -> dict[str, Any]:
    chosen = {(row.topic, row.channel): row.wanted for row in Choice.objects.filter(owner=owner)}
    quiet = QuietHours.objects.filter(owner=owner).first()
    return {
        "choices": [
            {
                "topic": topic,
                "channel": channel,
                "wanted": chosen.get((topic.value, channel.value), channel in USUAL[topic]),
            }
            for topic in Topic
            for channel in Channel
        ],
        "quiet_begins": quiet.begins if quiet else None,
        "quiet_ends": quiet.ends if quiet else None,
        "addresses": [_address(row) for row in Address.objects.filter(owner=owner).order_by("pk")],
        "push_key": setups().get(Channel.PUSH, {}).get("public_key", ""),
    }


def _address(row: Address) -> dict[str, Any]:
    """An address as its owner recognises it, without showing it whole."""
    from_browser = row.channel == Channel.PUSH
    text = "" if from_browser else str(next(iter(row.address.values()), ""))
    shown = f"{text[:3]}****{text[-4:]}" if text else ""
    return {
        "id": row.pk,
        "channel": row.channel,
        "label": row.label,
        "shown": shown,
        "works": row.failed_at is None,
    }


def _setup(channel: Channel) -> dict[str, Any]:
    """The settings of a channel; secrets only as a mark that there is one."""
    found = setups().get(channel)
    return {
        "channel": channel,
        "real": found is not None,
        "settings": {
            name: "••••" if name in SECRET else value for name, value in (found or {}).items()
        },
        "needed": list(NEEDED[channel]),
        "optional": list(OPTIONAL[channel]),
    }
