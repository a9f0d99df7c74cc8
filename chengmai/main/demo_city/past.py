"""A year of past cases, up to now: when, where, what, who, and how each went.

Every case is written as a script of steps; `cases.public.copy_past_cases` replays it through the
rules of the loop, so nothing here decides what is allowed or when a clock is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from chengmai.cases.public import PastCase, PastReport
from chengmai.cases.words import CaseSource, Move
from chengmai.city.public import class_card, office_calendar
from chengmai.city.words import ConditionCard
from chengmai.identity.words import SYSTEM
from chengmai.kernel.worktime import Allowance, add_working, length_of
from chengmai.main.demo_city.crew import Crew
from chengmai.main.demo_city.scripts import Script, Teller
from chengmai.main.demo_city.sites import Sites
from chengmai.main.demo_city.tales import TALES, Tale, words_for

_CITY = ZoneInfo("Asia/Shanghai")
_HOURS = np.array(
    [
        0.3, 0.2, 0.15, 0.15, 0.2, 0.5, 1.4, 3.6, 7.6, 6.6, 4.8, 3.8, 2.6, 2.9, 4.6, 6.8, 5.6, 4.0, 2.6, 2.1, 1.8, 1.4, 0.9, 0.5,
    ]
)  # fmt: skip
_WEEKDAY = (1.12, 1.06, 1.02, 1.0, 1.04, 0.78, 0.66)
_MONTH = (0.92, 0.8, 0.95, 1.0, 1.06, 1.1, 1.22, 1.18, 1.0, 0.98, 0.98, 0.92)
# The last weeks run at a pace at which today's open cases look likely; the year before is thinner,
# for at the pace of a real city it would hold 150,000 cases.
_LATELY_DAYS, _LATELY = 21, 8.0
# Where the open cases stand today, and how many of a thousand
OPEN_MIX: tuple[tuple[str, int], ...] = (
    ("reported", 25), ("verifying", 18), ("pending_register", 22), ("pending_dispatch", 25), ("pending_department", 130), ("handling", 430),
    ("ask_extension", 35), ("ask_suspension", 20), ("ask_return", 25), ("suspended", 120), ("feedback", 65), ("pending_check", 25), ("checking", 28), ("pending_close", 25), ("self_audit", 12), ("ask_special", 15),
)  # fmt: skip


class Year(Teller):
    """Writes past cases; the same seed and `now` write the same ones."""

    def __init__(
        self,
        sites: Sites,
        crew: Crew,
        photos: dict[tuple[str, str], list[int]],
        contacts: list[int],
        rng: np.random.Generator,
        now: datetime,
    ) -> None:
        self.sites, self.crew, self.photos, self.contacts = sites, crew, photos, contacts
        self.rng, self.now = rng, now
        self.cards = {tale.class_code: class_card(tale.class_code) for tale in TALES}

    def closed(self, count: int) -> Iterator[PastCase]:
        """Cases of the past year, each told to its end or as far as it has come by now."""
        weights = np.array([tale.weight for tale in TALES])
        for moment in self._moments(count):
            month = moment.astimezone(_CITY).month - 1
            share = weights * np.array([tale.seasons[month] for tale in TALES])
            tale = TALES[int(self.rng.choice(len(TALES), p=share / share.sum()))]
            past = self._write(tale, moment, None)
            kept = tuple(step for step in past.steps if step.at <= self.now)
            yield replace(past, steps=kept)

    def open(self, count: int) -> Iterator[PastCase]:
        """Cases that wait at every desk now, some due soon, some overdue."""
        month = self.now.astimezone(_CITY).month - 1
        weights = np.array([tale.weight * max(tale.seasons[month], 0.04) for tale in TALES])
        wanted = [
            stage for stage, share in OPEN_MIX for _ in range(max(1, round(count * share / 1070)))
        ]
        for stage in wanted:
            tale = TALES[int(self.rng.choice(len(TALES), p=weights / weights.sum()))]
            past = self._waiting(tale, stage)
            if past is not None:
                yield past

    def _moments(self, count: int) -> list[datetime]:
        """Report times: busy seasons, working days, mornings and afternoons."""
        today = self.now.astimezone(_CITY).date()
        days = [today - timedelta(days=n) for n in range(365, -1, -1)]
        mood = self.rng.gamma(18.0, 1 / 18.0, len(days))
        load = np.array([_WEEKDAY[d.weekday()] * _MONTH[d.month - 1] for d in days]) * mood
        load[-_LATELY_DAYS:] *= _LATELY
        found: list[datetime] = []
        for index in self.rng.choice(len(days), count, p=load / load.sum()).tolist():
            hour = int(self.rng.choice(24, p=_HOURS / _HOURS.sum()))
            day = days[index]
            local = datetime(
                day.year,
                day.month,
                day.day,
                hour,
                int(self.rng.integers(60)),
                int(self.rng.integers(60)),
                tzinfo=_CITY,
            )
            if local < self.now - timedelta(minutes=2):
                found.append(local.astimezone(UTC))
        return sorted(found)

    def _waiting(self, tale: Tale, stage: str) -> PastCase | None:
        """A case whose last step was so long ago that its clock stands somewhere sensible."""
        if stage == "self_audit":
            tale = next(t for t in TALES if self.cards[t.class_code].self_disposable)
        seed = int(self.rng.integers(2**62))
        limit_share = float(
            self.rng.choice(
                [
                    self.rng.uniform(0.05, 0.6),
                    self.rng.uniform(0.68, 0.98),
                    self.rng.uniform(1.05, 2.4),
                ],
                p=[0.62, 0.2, 0.18],
            )
        )
        reported = self.now - timedelta(hours=30)
        past: PastCase | None = None
        for _ in range(4):
            self.rng, kept = np.random.default_rng(seed), self.rng
            past = self._write(tale, reported, stage)
            self.rng = kept
            anchor = self._anchor(past, stage, limit_share)
            if anchor is None:
                return None
            reported = anchor
        if (
            past is None
            or past.report.at >= self.now
            or (past.steps and past.steps[-1].at >= self.now)
        ):
            return None
        return past

    def _anchor(self, past: PastCase, stage: str, share: float) -> datetime | None:
        """When the case must have been reported so that its governing clock has spent `share`."""
        dispatch = next((step for step in reversed(past.steps) if step.move is Move.DISPATCH), None)
        last = past.steps[-1].at if past.steps else past.report.at
        if dispatch is not None and stage in (
            "pending_department",
            "handling",
            "feedback",
            "ask_extension",
            "ask_suspension",
            "ask_return",
        ):
            limit = self._limit(past)
            spent = length_of(limit, office_calendar()) * (
                min(share, 0.3)
                if stage == "ask_return"
                else min(share, 0.85)
                if stage == "ask_extension"
                else share
            )
            wanted = add_working(self.now, -spent, limit.unit, office_calendar())
            tail = last - dispatch.at
            wanted = min(wanted, self.now - tail - timedelta(minutes=1))
            return past.report.at + (wanted - dispatch.at)
        minutes = {
            "suspended": 9000.0,
            "ask_special": 300.0,
            "pending_check": 55.0,
            "reported": 14.0,
            "pending_dispatch": 14.0,
        }.get(stage, 28.0)
        return past.report.at + (self.now - timedelta(minutes=minutes * share) - last)

    def _limit(self, past: PastCase) -> Allowance:
        wanted = next(
            step.details.condition_id for step in past.steps if step.move is Move.REGISTER
        )
        card = class_card(past.class_code)
        condition = next(c for c in card.conditions if c.id == wanted)
        return condition.limits[past.place.management_level]

    # One case

    def _write(self, tale: Tale, at: datetime, stop: str | None) -> PastCase:
        site = self.sites.find(tale, self.rng)
        source = self._source(tale, stop)
        citizen = source in (CaseSource.HOTLINE, CaseSource.WECHAT, CaseSource.APP, CaseSource.WEB)
        card = self.cards[tale.class_code]
        alone = (
            source is CaseSource.COLLECTOR
            and card.self_disposable
            and (stop == "self_audit" or (stop is None and self.rng.random() < 0.07))
        )
        collector = site.place.collector_id
        actor = (
            self.crew.actor(collector)
            if source is CaseSource.COLLECTOR and collector
            else self.crew.any("operator", self.rng)
            if source is CaseSource.HOTLINE
            else SYSTEM
        )
        before = (
            self._photo(tale, "before")
            if source is CaseSource.COLLECTOR or self.rng.random() < 0.8
            else ()
        )
        report = PastReport(
            at=at, source=source, text=words_for(tale, site.address, site.near, citizen, self.rng), actor=actor, media=before,
            contact_id=int(self.rng.choice(self.contacts)) if citizen and source is not CaseSource.WEB else None,
        )  # fmt: skip
        script = Script(at, [], self.crew, self.rng)
        condition = self._condition(card.conditions)
        self.tell(script, tale, site, source, condition, alone, stop)
        joined = tuple(
            PastReport(at=at + timedelta(minutes=float(self.rng.uniform(4, 600))), source=CaseSource.WECHAT, text=words_for(tale, site.address, site.near, True, self.rng), contact_id=int(self.rng.choice(self.contacts)))
            for _ in range(int(self.rng.choice([1, 2, 3], p=[0.7, 0.2, 0.1])))
        ) if citizen and self.rng.random() < 0.07 else ()  # fmt: skip
        return PastCase(
            report=report, lon=site.lon, lat=site.lat, place=site.place, class_code=tale.class_code, address=site.address,
            steps=tuple(script.steps), joined=tuple(j for j in sorted(joined, key=lambda j: j.at) if j.at <= self.now),
            media_after=self._photo(tale, "after") if alone else (), urgent=condition.limits[site.place.management_level].unit.value == "eh" and bool(self.rng.random() < 0.3),
            self_disposed=alone, random=int(self.rng.integers(2**62)),
        )  # fmt: skip

    def _source(self, tale: Tale, stop: str | None) -> CaseSource:
        if stop == "self_audit":
            return CaseSource.COLLECTOR
        if stop in ("reported", "verifying") or self.rng.random() < tale.public:
            return CaseSource(
                str(self.rng.choice(["hotline", "wechat", "app", "web"], p=[0.5, 0.33, 0.13, 0.04]))
            )
        return CaseSource(
            str(
                self.rng.choice(
                    ["collector", "video_ai", "inspector", "transfer", "leader"],
                    p=[0.88, 0.06, 0.03, 0.025, 0.005],
                )
            )
        )

    def _condition(self, conditions: tuple[ConditionCard, ...]) -> ConditionCard:
        return conditions[int(self.rng.integers(len(conditions)))]
