"""Pure decisions of identity: how far a person sees, who may approve, what a mask hides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chengmai.identity.errors import BadPhone, SelfApproval
from chengmai.identity.words import ADMINISTRATIONS, Actor, Duty, OrganisationKind
from chengmai.kernel.errors import BadInput
from chengmai.kernel.masks import looks_like_phone, normalised_phone

_CITY_PLACES = frozenset(
    {OrganisationKind.BUREAU, OrganisationKind.SUPERVISION_CENTRE, OrganisationKind.COMMAND_CENTRE}
)
_OVERSEEING = frozenset(
    {Duty.OPERATOR, Duty.DUTY_LEADER, Duty.DISPATCHER, Duty.INSPECTOR, Duty.LEADER}
)


@dataclass(frozen=True)
class PostCard:
    """One duty at an organisation, with what bounds it."""

    duty: Duty
    kind: OrganisationKind
    organisation_division: str = ""
    division: str = ""
    duty_grids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """How far a person sees: everything, one division, or only their own organisation."""

    sees_whole_city: bool
    division: str


def scope_of(posts: Sequence[PostCard]) -> Scope:
    """The widest view that the posts together give.

    Overseeing duties at the bureau or a centre of the city see everything, and so do auditors;
    the same duties at a district's centre see that district. Any other post sees its own
    organisation, and the division that it carries, if it carries one.
    """
    divisions: list[str] = []
    for post in posts:
        bound = post.division
        if post.duty in _OVERSEEING and post.kind in _CITY_PLACES:
            bound = bound or post.organisation_division
            if not bound:
                return Scope(True, "")
        elif post.duty in (Duty.AUDITOR, Duty.SYSTEM) and not bound:
            return Scope(True, "")
        if bound:
            divisions.append(bound)
    return Scope(False, min(divisions, key=len) if _nested(divisions) else "")


def _nested(divisions: list[str]) -> bool:
    """Whether all of them lie within the shortest; strangers to each other give no common view."""
    return bool(divisions) and all(d.startswith(min(divisions, key=len)) for d in divisions)


def actor_from(
    *,
    person_id: int,
    name: str,
    organisation_id: int,
    organisation_path: str,
    posts: Sequence[PostCard],
) -> Actor:
    """The actor that a person is, from their posts."""
    scope = scope_of(posts)
    return Actor(
        id=person_id,
        name=name,
        duties=frozenset(post.duty for post in posts),
        organisation_id=organisation_id,
        organisation_path=organisation_path,
        sees_whole_city=scope.sees_whole_city,
        division=scope.division,
        duty_grid_codes=frozenset(code for post in posts for code in post.duty_grids),
    )


def refuse_bad_division(code: str) -> None:
    """BadInput for what is no code of a division (GB/T 2260, GB/T 10114); none at all is fine."""
    if code and not re.fullmatch(r"[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?", code):
        raise BadInput(
            "This is no code of a division.",
            field="division",
            remedy="Give its 2, 4, 6, 9 or 12 digits, or leave it out.",
        )


def refuse_self_approval(applicant_id: int | None, approver_id: int | None) -> None:
    """Nobody approves what they asked for, however many duties they hold."""
    if applicant_id is not None and applicant_id == approver_id:
        raise SelfApproval("Somebody else must approve what you applied for.", person=approver_id)


def separated_duties_held(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """Which of the administering duties that exclude each other are held together (等保 三权分立)."""
    held = tuple(sorted(ADMINISTRATIONS & set(duties)))
    return held if len(held) > 1 else ()


def after_wrong_password(
    failed_count: int, at: datetime, *, allowed: int, lock: timedelta
) -> tuple[int, datetime | None]:
    """The new count of wrong tries, and until when the account is locked, if it is."""
    count = failed_count + 1
    return (0, at + lock) if count >= allowed else (count, None)


def locked_after(moments: Sequence[datetime], *, allowed: int, lock: timedelta) -> datetime | None:
    """Until when an account is locked after wrong tries at these moments, None where the last of
    them met no lock. Tries while it is locked do not count."""
    count, until = 0, None
    for at in moments:
        if until is None or until <= at:
            count, until = after_wrong_password(count, at, allowed=allowed, lock=lock)
    return until


def usable_phone(phone: str) -> str:
    """The digits of a phone number without the country's 86; '' stays ''. Raises BadPhone."""
    if not phone.strip():
        return ""
    digits = normalised_phone(phone)
    if not looks_like_phone(phone) or not 5 <= len(digits) <= 15:
        raise BadPhone(
            "This is not a phone number.", field="phone", remedy="Give digits, such as 13800000000."
        )
    return digits
