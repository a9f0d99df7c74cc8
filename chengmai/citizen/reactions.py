"""Tell reporters how their problem fares."""

from __future__ import annotations

from chengmai.cases.events import CaseMoved
from chengmai.cases.public import reporters_of
from chengmai.cases.words import Move
from chengmai.city.public import class_cards
from chengmai.kernel.facts import reacts_to
from chengmai.notices.public import Channel, Recipient, Topic, declined, tell

_TOLD: dict[Move, tuple[str, str]] = {
    Move.ACCEPT: ("report_accepted", "已受理"),
    Move.REJECT: ("report_refused", "未受理"),
    Move.NOT_REGISTER: ("report_refused", "未受理"),
    Move.CLOSE: ("report_done", "已处理"),
}


@reacts_to(CaseMoved, where={"move": _TOLD})
def tell_reporters(fact: CaseMoved) -> None:
    """A notice for each reporter who left a number or allowed push, at the steps that matter."""
    template, state = _TOLD[fact.move]
    card = class_cards().get(str(fact.details.get("class_code") or ""))
    for reporter in reporters_of(fact.case_id):
        to = []
        if reporter.contact_id is not None and not _declined(reporter.device_key):
            to.append(Recipient.contact(reporter.contact_id))
        if reporter.device_key.startswith("device:"):
            to.append(Recipient.device(reporter.device_key))
        tell(
            to=to,
            topic=Topic.REPORT_PROGRESS,
            template=template,
            values={
                "tracking_no": reporter.tracking_no,
                "class_name": card.name if card else reporter.class_name,
                "address": reporter.address,
                "state": state,
                "words": fact.reason,
            },
            at=fact.at,
            once=f"report:{reporter.report_id}:{fact.version}",
            link=f"/c/r/{reporter.tracking_no}",
        )


def _declined(device_key: str) -> bool:
    """Whether the phone that reported wants no short messages."""
    return bool(device_key) and declined(device_key, Topic.REPORT_PROGRESS, Channel.SMS)
