"""What journeys ask the city beside the screens: to begin from a known place, and to count."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import APIRequestContext, Playwright

from journeys.photos import photo

PASSWORD = "Lanhai-2026"
API = "/api/v1"


class Refused(Exception):
    """The city said no to a journey's own preparation."""


@dataclass(frozen=True)
class Spot:
    """A place in the demo city, WGS 84, that collector1 walks past."""

    lon: float
    lat: float
    grid_code: str
    community_name: str


class Wire:
    """One person's line to the API, signed in with a session of its own."""

    def __init__(self, playwright: Playwright, base: str, username: str) -> None:
        self.username = username
        self._request: APIRequestContext = playwright.request.new_context(
            base_url=base, extra_http_headers={"X-Chengmai-Client": "journeys"}
        )
        self.me = self.post("/session", {"username": username, "password": PASSWORD})

    def state(self) -> dict[str, Any]:
        """Cookies for a browser context that shall be signed in."""
        return dict(self._request.storage_state())

    def get(self, path: str, **query: object) -> Any:
        """Read. Raises Refused."""
        given = {name: str(value) for name, value in query.items()}
        return self._answer(self._request.get(f"{API}{path}", params=given))

    def post(self, path: str, body: dict[str, object]) -> Any:
        """Do. Raises Refused."""
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        return self._answer(self._request.post(f"{API}{path}", data=body, headers=headers))

    def delete(self, path: str) -> None:
        """End something."""
        self._answer(self._request.delete(f"{API}{path}"))

    def keep_photo(self, words: str) -> int:
        """Send a photo; its id."""
        file = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo(words)}
        answer = self._request.post(f"{API}/media", multipart={"file": file})
        return int(self._answer(answer)["id"])

    def report(self, spot: Spot, words: str, **more: object) -> Any:
        """Report a problem as this person; the receipt."""
        body = {"description": words, "lon": spot.lon, "lat": spot.lat, "source": "hotline"}
        return self.post("/cases", {**body, **more})

    def move(self, case_id: int, move: str, **details: object) -> Any:
        """Take one step from where the case stands now."""
        version = self.get(f"/cases/{case_id}")["version"]
        return self.post(f"/cases/{case_id}/moves", {"move": move, "version": version, **details})

    def close(self) -> None:
        """Hang up."""
        self._request.dispose()

    @staticmethod
    def _answer(answer: Any) -> Any:
        if not answer.ok:
            raise Refused(f"{answer.status} {answer.url}: {answer.text()[:600]}")
        return answer.json() if answer.text() else None


def find_spots(collector: Wire, wanted: int = 12) -> list[Spot]:
    """Places a hundred metres or more apart in the duty grid of `collector`."""
    walked = set(collector.me["duty_grid_codes"])
    lon0, lat0 = collector.get("/city/map")["centre"]
    for ring in range(60):
        for lon, lat in _ring(lon0, lat0, ring * 0.004):
            if _walked(collector, lon, lat, walked) is not None:
                return _around(collector, lon, lat, walked, wanted)
    return []


def _around(wire: Wire, lon: float, lat: float, walked: set[str], wanted: int) -> list[Spot]:
    spots: list[Spot] = []
    for ring in range(12):
        for x, y in _ring(lon, lat, ring * 0.0015):
            place = _walked(wire, x, y, walked)
            if place is not None:
                spots.append(Spot(x, y, place["grid_code"], place["community_name"]))
            if len(spots) >= wanted:
                return spots
    return spots


def _walked(wire: Wire, lon: float, lat: float, walked: set[str]) -> Any:
    """The place, when it lies in one of these duty grids."""
    try:
        place = wire.get("/city/locate", lon=lon, lat=lat)
    except Refused:
        return None
    return place if place["duty_grid_code"] in walked else None


def _ring(lon: float, lat: float, radius: float) -> list[tuple[float, float]]:
    if radius == 0:
        return [(lon, lat)]
    steps = [-1.0, -0.5, 0.0, 0.5, 1.0]
    edge = [(x, y) for x in steps for y in steps if max(abs(x), abs(y)) == 1.0]
    return [(round(lon + x * radius, 6), round(lat + y * radius * 0.8, 6)) for x, y in edge]
