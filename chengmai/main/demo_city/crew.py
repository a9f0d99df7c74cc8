"""Who takes the steps of past cases: actors by duty, heads and handlers by unit."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor, Duty, OrganisationKind
from chengmai.main.demo_city.offices import Staff


class Crew:
    """The people of the demo city as actors; ids of organisations and people are the database's."""

    def __init__(self, staff: Staff, offices: dict[str, int], people: dict[str, int]) -> None:
        self._actors = {id_: actor_of(id_) for id_ in people.values()}
        self._by_duty: dict[str, list[int]] = defaultdict(list)
        for worker in staff.workers:
            self._by_duty[worker.duty.value].append(people[worker.username])
        self._departments = [
            offices[o.key] for o in staff.offices if o.kind is OrganisationKind.DEPARTMENT
        ]
        paths = {actor.organisation_id: actor.organisation_path for actor in self._actors.values()}
        self._heads: dict[int, list[int]] = {}
        self._handlers: dict[int, list[int]] = {}
        for unit in self._departments:
            path = paths.get(unit, "")
            self._heads[unit] = [
                i for i in self.of_duty(Duty.DEPARTMENT) if self._actors[i].organisation_id == unit
            ]
            self._handlers[unit] = [
                i
                for i in self.of_duty(Duty.HANDLER)
                if path and self._actors[i].organisation_path.startswith(path)
            ]

    def actor(self, person_id: int) -> Actor:
        """The actor that this person is."""
        return self._actors[person_id]

    def of_duty(self, duty: str) -> list[int]:
        """Everybody who holds the duty, the demo account first."""
        return self._by_duty[duty]

    def any(self, duty: str, rng: np.random.Generator) -> Actor:
        """Somebody who holds the duty."""
        people = self._by_duty[duty]
        return self._actors[people[int(rng.integers(len(people)))]]

    def head_of(self, unit: int, rng: np.random.Generator) -> int:
        """Somebody who receives cases for the department."""
        return int(rng.choice(self._heads[unit]))

    def handler_of(self, unit: int, rng: np.random.Generator) -> int:
        """Somebody of the department or below it who handles; the first one more often."""
        people = self._handlers[unit]
        return people[0] if rng.random() < 0.12 else int(rng.choice(people))

    def path_of(self, person_id: int) -> str:
        """The path of the person's organisation."""
        return self._actors[person_id].organisation_path

    def other_department(self, unit: int, rng: np.random.Generator) -> int:
        """Another department, for a case that went to the wrong one."""
        return int(rng.choice([d for d in self._departments if d != unit]))
