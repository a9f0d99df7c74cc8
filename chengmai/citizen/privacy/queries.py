"""What we know of a person, and who has looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chengmai.cases.public import readings_of, reports_by
from chengmai.cases.words import ReporterCard
from chengmai.citizen.models import Consent, Rating
from chengmai.citizen.privacy.errors import RequestUnknown
from chengmai.citizen.privacy.models import PrivacyRequest
from chengmai.citizen.privacy.words import Reading
from chengmai.identity.public import contact_cards, person_cards
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.masks import mask_name
from chengmai.kernel.media.public import media_cards
from chengmai.notices.public import Channel, Topic, declined

# Facts of a contact by which staff saw something, by the word that the person's page knows.
_READINGS = {
    "identity.ContactRevealed": "contact",
    "citizen.DataCopied": "copy",
    "citizen.PersonLookedUp": "search",
}


def about(*, contact_id: int | None = None, device_key: str = "") -> dict[str, Any]:
    """Everything that is kept of a person, as they may have it (个人信息保护法 45).

    Name and number are masked even here: a phone that lies about, or a number that somebody else
    once gave, must not show them. Whole texts are the person's own words.
    """
    reports = reports_by(contact_id=contact_id, device_key=device_key)
    contacts = {one.contact_id for one in reports if one.contact_id} | {contact_id}
    cards = contact_cards(contacts)
    media = {card.id: card for card in media_cards(i for one in reports for i in one.media_ids)}
    numbers = [one.tracking_no for one in reports]
    return {
        "contacts": [
            {"name": card.masked_name, "phone": card.masked_phone} for card in cards.values()
        ],
        "reports": [
            {
                "tracking_no": one.tracking_no,
                "case_no": one.case_no,
                "at": one.at,
                "text": one.text,
                "is_open": one.is_open,
                "photos": [media[item].url for item in one.media_ids if item in media],
            }
            for one in reports
        ],
        "ratings": list(
            Rating.objects.filter(tracking_no__in=numbers).values(
                "tracking_no", "score", "words", "at"
            )
        ),
        "consents": _consents(device_key),
        "readings": readings(reports, [i for i in contacts if i is not None]),
    }


def readings(reports: Sequence[ReporterCard], contacts: Sequence[int]) -> list[Reading]:
    """Who looked behind the masks, took the copy, or searched by number, newest first; of staff
    the unit and the first character. Lists, prints and workbooks show masks only (decision 0116)."""
    seen = [
        (row.at.isoformat(), row.actor_id, _READINGS[row.name], str(row.payload.get("reason", "")))
        for contact_id in contacts
        for row in entries_of(f"contact:{contact_id}")
        if row.name in _READINGS
    ]
    seen += [(at, person, "report", reason) for _, person, at, reason in readings_of(reports)]
    cards = person_cards({person for _, person, _, _ in seen if person is not None})
    return [
        Reading(
            at=datetime.fromisoformat(at),
            what=what,
            who=mask_name(cards[person].name) if person in cards else "",
            organisation=cards[person].organisation_name if person in cards else "",
            reason=reason,
        )
        for at, person, what, reason in sorted(seen, reverse=True)
    ]


def wants_messages(device_key: str) -> bool:
    """Whether reports from this phone are answered by short message too."""
    return not declined(device_key, Topic.REPORT_PROGRESS, Channel.SMS)


def request_by_id(request_id: int, *, lock: bool = False) -> PrivacyRequest:
    """One request. Raises RequestUnknown."""
    rows = PrivacyRequest.objects.select_for_update() if lock else PrivacyRequest.objects.all()
    found = rows.filter(pk=request_id).first()
    if found is None:
        raise RequestUnknown("No such request.", request_id=request_id)
    return found


def _consents(device_key: str) -> list[dict[str, Any]]:
    if not device_key:
        return []
    rows = Consent.objects.filter(device__key=device_key).order_by("-at")
    return [
        {"notice__version": version, "at": at}
        for version, at in rows.values_list("notice__version", "at")
    ]
