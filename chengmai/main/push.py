"""The live push process: the kernel's stream, told who is asking and what they may hear."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
django.setup()

from chengmai.cases.public import case_story  # noqa: E402 - Django first
from chengmai.identity.public import actor_for_token  # noqa: E402
from chengmai.identity.words import Actor  # noqa: E402
from chengmai.kernel.errors import Refusal  # noqa: E402
from chengmai.kernel.push import Push  # noqa: E402

# Facts that screens follow; who revealed what and who signed in is nobody's live news.
FOLLOWED = ("cases.", "city.")
UNSAID = {"cases.ReportRevealed"}
UNSETTLING = {"identity.SessionsEnded", "identity.DutyTaken", "identity.DutyGiven"}


def viewer(token: str, at: datetime, visiting: bool) -> Actor | None:
    """The member of staff before the screen; looking again is no visit."""
    return actor_for_token(token, at, visiting=visiting)


def may_hear(actor: Actor, fact: dict[str, Any]) -> bool:
    """Whether a fact is in the actor's view: the whole city, their offices, area, or themselves."""
    if not fact["name"].startswith(FOLLOWED) or fact["name"] in UNSAID:
        return False
    told: dict[str, Any] = fact["payload"]
    path, division = told.get("organisation_path") or "", told.get("division") or ""
    return (
        actor.sees_whole_city
        or bool(actor.organisation_path and path.startswith(actor.organisation_path))
        or bool(actor.division and division.startswith(actor.division))
        or actor.id in (told.get("people") or ())
    )


def unsettles(actor: Actor, fact: dict[str, Any]) -> bool:
    """Whether this fact may end the session before the screen, or change what it may hear."""
    return fact["name"] in UNSETTLING and fact["payload"].get("person_id") == actor.id


def citizen_subject(tracking_no: str) -> str | None:
    """The case behind a tracking number; None for a number that nobody was given."""
    try:
        return f"case:{case_story(tracking_no).case_id}"
    except Refusal:
        return None


application = Push(
    authenticate=viewer,
    may_hear=may_hear,
    citizen_subject=citizen_subject,
    unsettles=unsettles,
)
