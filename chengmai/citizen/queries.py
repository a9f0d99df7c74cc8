"""Every read of the citizen's side. A device sees its own; a tracking number is its own key."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from chengmai.cases.public import case_story, stories_of_device
from chengmai.cases.words import StoryCard
from chengmai.citizen.models import Consent, Notice, Rating
from chengmai.citizen.rules import friendly_steps, may_object, may_rate, next_step, state_of
from chengmai.city.public import class_of_day
from chengmai.identity.public import organisation_cards
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.media.words import MediaCard
from chengmai.kernel.reference import cached


def present_notice(at: datetime | None = None) -> Notice | None:
    """The privacy notice in force."""
    moment = at or timezone.now()
    return cached(
        "citizen.notice",
        lambda: Notice.objects.filter(valid_from__lte=moment).order_by("-valid_from").first(),
        seconds=30,
    )


def has_agreed(device_key: str, version: str) -> bool:
    """Whether this device agreed to that version."""
    return Consent.objects.filter(device__key=device_key, notice__version=version).exists()


def my_reports(device_key: str) -> list[dict[str, Any]]:
    """What this device reported, newest first, without the steps. Three statements."""
    stories = stories_of_device(device_key)
    ratings = _ratings([story.tracking_no for story in stories])
    media = _media(item for story in stories for item in (*story.before[:1], *story.after[:1]))
    return [_report(story, ratings.get(story.tracking_no), media) for story in stories]


def my_report(tracking_no: str) -> dict[str, Any]:
    """One report with every step. Raises TrackingUnknown."""
    story = case_story(tracking_no)
    rating = _ratings([story.tracking_no]).get(story.tracking_no)
    ids = [*story.before, *story.after, *(i for step in story.steps for i in step.media_ids)]
    return _report(story, rating, _media(ids))


def _report(story: StoryCard, rating: Rating | None, media: dict[int, MediaCard]) -> dict[str, Any]:
    rated = rating is not None and not (rating.reopen and story.closed_at is None)
    state = state_of(story.stage, rated)
    card = class_of_day(story.class_code, story.at) if story.class_code else None

    def shown(ids: tuple[int, ...]) -> list[MediaCard]:
        return [media[item].public() for item in ids if item in media]

    return {
        "tracking_no": story.tracking_no,
        "case_no": story.case_no,
        "state": state,
        "text": story.text,
        "at": story.at,
        "lon": story.lon,
        "lat": story.lat,
        "address": story.address,
        "class_name": card.name if card else None,
        "steps": [
            {
                "at": step.at,
                "title": step.title,
                "words": step.words,
                "unit": step.unit,
                "media": shown(step.media_ids),
            }
            for step in friendly_steps(story.steps, _unit_name)
        ],
        "next_step": next_step(story, state),
        "photos": {"before": shown(story.before), "after": shown(story.after)},
        "rating": {"score": rating.score, "words": rating.words} if rating else None,
        "can_rate": may_rate(story.stage, rating is not None),
        "can_object": may_object(story, rating is not None),
    }


def _ratings(numbers: list[str]) -> dict[str, Rating]:
    return {row.tracking_no: row for row in Rating.objects.filter(tracking_no__in=numbers)}


def _media(ids: Any) -> dict[int, MediaCard]:
    return {card.id: card for card in media_cards(set(ids))}


def _unit_name(organisation_id: int) -> str | None:
    card = organisation_cards().get(organisation_id)
    return card.name if card else None
