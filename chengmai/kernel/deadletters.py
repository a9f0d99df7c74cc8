"""Dead letters: facts that a handler could not answer. They can be shown and replayed."""

from __future__ import annotations

import traceback
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from chengmai.kernel.errors import NotFound, Refusal
from chengmai.kernel.facts import REACTIONS
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.models import DeadLetter


class DeadLetterNotFound(NotFound):
    """No such dead letter."""

    code = "kernel.dead_letter_not_found"


class HandlerGone(Refusal):
    """The handler is no longer part of the program."""

    code = "kernel.handler_gone"


class StillFailing(Refusal):
    """The handler failed again; the letter stays."""

    code = "kernel.still_failing"


def bury(reaction: str, body: dict[str, Any], error: BaseException, tries: int) -> DeadLetter:
    """Keep a message that could not be answered, with what went wrong."""
    letter, _new = DeadLetter.objects.update_or_create(
        reaction=reaction,
        entry_id=body["id"],
        defaults={
            "name": body["name"],
            "subject": body["subject"],
            "body": body,
            "error": _said(error),
            "traceback": _traced(error),
            "tries": tries,
            "died_at": timezone.now(),
            "replayed_at": None,
        },
    )
    return letter


def open_letters() -> list[DeadLetter]:
    """Those not yet replayed, oldest first."""
    return list(DeadLetter.objects.filter(replayed_at=None).order_by("id"))


def forget_replayed(before: datetime) -> int:
    """Remove letters that were replayed before this moment, a batch at a time; how many."""
    old = DeadLetter.objects.filter(replayed_at__lt=before).order_by("replayed_at")
    ids = list(old.values_list("pk", flat=True)[:5_000])
    return DeadLetter.objects.filter(pk__in=ids).delete()[0]


def oldest_replayed() -> datetime | None:
    """When the oldest of those that are kept was replayed."""
    found: datetime | None = DeadLetter.objects.aggregate(at=Min("replayed_at"))["at"]
    return found


def replay(letter_id: int) -> DeadLetter:
    """Let the handler answer the letter now. Raises StillFailing when it fails again."""
    from chengmai.kernel.reactor import run_once

    autodiscover_modules("reactions")  # a web process has not loaded them
    try:
        with transaction.atomic():
            letter = DeadLetter.objects.select_for_update().get(pk=letter_id)
            if letter.replayed_at:
                return letter
            reaction = REACTIONS.get(letter.reaction)
            if reaction is None:
                raise HandlerGone("This handler is gone.", reaction=letter.reaction)
            run_once(reaction, letter.body, anew=True)
            letter.replayed_at = timezone.now()
            letter.save(update_fields=["replayed_at"])
            return letter
    except DeadLetter.DoesNotExist:
        raise DeadLetterNotFound("No such dead letter.", letter_id=letter_id) from None
    except HandlerGone:
        raise
    except Exception as error:
        DeadLetter.objects.filter(pk=letter_id).update(error=_said(error), traceback=_traced(error))
        raise StillFailing("The handler failed again.", letter_id=letter_id) from error


def _said(error: BaseException) -> str:
    return mask_numbers_in(f"{type(error).__name__}: {error}")[:1000]


def _traced(error: BaseException) -> str:
    """Where it failed; an error may quote what somebody wrote, so numbers in it are masked."""
    return mask_numbers_in("".join(traceback.format_exception(error)))
