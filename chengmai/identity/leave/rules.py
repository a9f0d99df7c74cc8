"""Pure decisions about leave."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from chengmai.identity.leave.errors import BadDelegation
from chengmai.identity.words import ADMINISTRATIONS, Duty


def refuse_bad_delegation(
    *,
    person_id: int,
    deputy_id: int,
    duties: Collection[Duty],
    held: Collection[Duty],
    starts_at: datetime,
    ends_at: datetime,
    at: datetime,
    most_days: int,
) -> None:
    """BadDelegation unless A lends B some of A's own duties, none of administration, for a time
    that ends in the future and is not longer than the policy allows.

    Only what A holds by posts can be lent, so nothing that was lent goes further: no chains.
    """
    if person_id == deputy_id:
        raise BadDelegation("Name somebody else.", field="deputy_id", remedy="Choose a colleague.")
    if not duties or not set(duties) <= set(held):
        raise BadDelegation(
            "Only duties that the person holds can be lent.",
            field="duties",
            held=sorted(duty.value for duty in held),
            remedy="Choose from the duties of the person.",
        )
    if ADMINISTRATIONS & set(duties):
        raise BadDelegation(
            "Administration is not lent.",
            field="duties",
            remedy="Let a second administrator give the duty.",
        )
    if ends_at <= starts_at or ends_at <= at:
        raise BadDelegation(
            "The end must lie after the beginning and in the future.",
            field="ends_at",
            remedy="Name a later day.",
        )
    if ends_at - starts_at > timedelta(days=most_days):
        raise BadDelegation(
            "This is longer than the policy allows.",
            field="ends_at",
            days=most_days,
            remedy=f"At most {most_days} days.",
        )
