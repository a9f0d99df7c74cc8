"""Citizens' names and numbers: sealed when kept, masked when shown, opened only for a reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from chengmai.identity.errors import ContactNotFound, NotYourDuty, ReasonMissing
from chengmai.identity.events import ContactErased, ContactRevealed
from chengmai.identity.models import Contact
from chengmai.identity.queries import open_contact, phone_indexes
from chengmai.identity.rules import usable_phone
from chengmai.identity.words import NAME_CONTEXT, PHONE_CONTEXT, Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.reindexing import BlindIndex, wait_for_others
from chengmai.kernel.secrets import seal

_MAY_REVEAL = (
    Duty.OPERATOR,
    Duty.DUTY_LEADER,
    Duty.DISPATCHER,
    Duty.DEPARTMENT,
    Duty.HANDLER,
    Duty.COLLECTOR,
    Duty.INSPECTOR,
    Duty.LEADER,
)
_REMEMBER = """
    INSERT INTO identity_contact (name_sealed, phone_sealed, phone_index, created_at, changed_at)
    VALUES (%(name)s, %(phone)s, %(index)s, %(at)s, %(at)s)
    ON CONFLICT (phone_index) DO UPDATE SET
        name_sealed = CASE WHEN %(name)s = '' THEN identity_contact.name_sealed ELSE %(name)s END,
        changed_at = %(at)s
    RETURNING id"""
# While the key of the index is changed a number may stand under the older one.
_FOUND_UNDER_ANY = """
    UPDATE identity_contact SET phone_index = %(index)s, changed_at = %(at)s,
        name_sealed = CASE WHEN %(name)s = '' THEN name_sealed ELSE %(name)s END
    WHERE phone_index = ANY (%(indexes)s::text[])
    RETURNING id"""
INDEXES = (
    BlindIndex(
        "identity_contact", "phone_index", PHONE_CONTEXT,
        sealed="phone_sealed", sealed_context=PHONE_CONTEXT,
    ),
)  # fmt: skip


def remember_contact(*, name: str, phone: str, at: datetime) -> int:
    """Keep a citizen's name and number, sealed; the contact's id. One SQL statement.

    The same number is the same contact, and the newest name given for it counts. Without a
    number every call makes a new contact. Raises BadPhone for what is not a number.
    """
    digits = usable_phone(phone)
    indexes = phone_indexes(digits) if digits else []
    values = {
        "name": seal(name.strip(), NAME_CONTEXT) if name.strip() else "",
        "phone": seal(digits, PHONE_CONTEXT) if digits else "",
        "index": indexes[0] if indexes else None,
        "indexes": indexes,
        "at": at,
    }
    if len(indexes) > 1:
        return _remember_meanwhile(values)
    with connection.cursor() as cursor:
        cursor.execute(_REMEMBER, values)
        number: int = cursor.fetchone()[0]
    return number


@transaction.atomic
def _remember_meanwhile(values: dict[str, Any]) -> int:
    """The same while two keys of the index are on the ring: the contact under either is the one,
    and stands under the current key from now on. Three statements."""
    wait_for_others(values["indexes"])
    with connection.cursor() as cursor:
        cursor.execute(_FOUND_UNDER_ANY, values)
        found = cursor.fetchone()
        if found is None:
            cursor.execute(_REMEMBER, values)
            found = cursor.fetchone()
    return int(found[0])


def refuse_reveal(actor: Actor, reason: str) -> None:
    """Refuse with ReasonMissing, or NotYourDuty: a person of staff asks, not a system."""
    if not reason.strip():
        raise ReasonMissing(
            "Please say why you need the number.",
            field="reason",
            remedy="Name the case or the question.",
        )
    if actor.id is None or not actor.has(*_MAY_REVEAL):
        raise NotYourDuty("Your duty does not need citizens' numbers.")


@transaction.atomic
def reveal_contact(*, actor: Actor, contact_id: int, reason: str, at: datetime) -> tuple[str, str]:
    """The name and number behind the mask; who looked and why goes into the ledger.

    Refuses with ReasonMissing, NotYourDuty (a person of staff asks, not a system) or
    ContactNotFound.
    """
    refuse_reveal(actor, reason)
    try:
        contact = Contact.objects.get(pk=contact_id)
    except Contact.DoesNotExist:
        raise ContactNotFound("No such contact.", contact_id=contact_id) from None
    publish(
        ContactRevealed(
            contact_id=contact_id,
            reason=mask_numbers_in(reason.strip())[:200],
            at=at,
            actor_id=actor.id,
        )
    )
    return open_contact(contact)


@transaction.atomic
def erase_contact(*, contact_id: int, actor_id: int | None, at: datetime) -> bool:
    """Remove a citizen's name and number for good; whether there was something to remove.

    What the ledger says of the contact names only its id, and stays.
    """
    erased = Contact.objects.filter(pk=contact_id, erased_at=None).update(
        name_sealed="", phone_sealed="", phone_index=None, erased_at=at, changed_at=at
    )
    if erased:
        publish(ContactErased(contact_id=contact_id, at=at, actor_id=actor_id))
    return bool(erased)
