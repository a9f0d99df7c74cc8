"""One Chromium for all journeys, and pages that tell of every error they saw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    ViewportSize,
)

from journeys.city import KEPT

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
]
PATIENCE = 15_000  # milliseconds for one step; two busy cores draw maps in software
DESK: ViewportSize = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
WALL = {"width": 3840, "height": 2160}
# A browser says these by itself, however right the page is.
NOISE = re.compile(r"GL Driver Message|GPU stall|swiftshader|WEBGL_debug", re.IGNORECASE)


def start_chromium(playwright: Playwright) -> Browser:
    """Debian's Chromium with WebGL drawn in software."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)


@dataclass
class Watch:
    """What went wrong on the pages of one person. `expect` names what a journey provokes."""

    troubles: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """From now on this trouble is part of the journey."""
        self.expected.append(re.compile(pattern))

    def left(self) -> list[str]:
        """The troubles that nobody expected."""
        return [t for t in self.troubles if not any(p.search(t) for p in self.expected)]

    def over(self, context: BrowserContext) -> None:
        """Hear everything that happens in the context."""
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(f"error: {error.error}"))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not NOISE.search(message.text):
            where = message.location.get("url", "")
            self.troubles.append(f"{message.type}: {message.text} [{where}]")

    def _failed(self, request: Request) -> None:
        # A page that is left, or a list that is asked for anew, gives up what it was reading.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(
                f"answered {response.status}: {response.request.method} {response.url}"
            )


@dataclass
class Person:
    """One person at a screen of their own: a context, its page, and what went wrong there."""

    name: str
    page: Page
    watch: Watch
    album: Path
    shots: int = 0

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def shot(self, name: str) -> None:
        """Keep a picture of this step."""
        self.shots += 1
        path = self.album / f"{self.shots:02d}-{self.name}-{name}.png"
        self.page.screenshot(path=path, animations="disabled", timeout=40_000)

    def all_is_well(self) -> None:
        """Nothing was said on the console and no request failed, but for what was expected."""
        left = self.watch.left()
        assert not left, f"{self.name} saw:\n" + "\n".join(left)


@contextmanager
def people_of(browser: Browser, base: str, title: str) -> Iterator[Company]:
    """Everybody who takes part in one journey; on failure a picture of every screen is kept."""
    album = KEPT / "steps" / title
    album.mkdir(parents=True, exist_ok=True)
    for old in album.glob("*.png"):
        old.unlink()
    company = Company(browser, base, album)
    try:
        yield company
        if company.failed:  # the failure itself is told already; what the screens saw helps
            company.tell()
        else:
            company.all_is_well()
    finally:
        company.leave()


class Company:
    """Makes people and closes their screens."""

    def __init__(self, browser: Browser, base: str, album: Path) -> None:
        self._browser = browser
        self._base = base
        self._album = album
        self.people: list[Person] = []
        self.failed = False

    def person(
        self,
        name: str,
        size: dict[str, int],
        *,
        at: tuple[float, float] | None = None,
        dark: bool = False,
        state: dict[str, object] | None = None,
        scale: float = 1,
        phone: bool = False,
    ) -> Person:
        """A new screen; `at` is (lon, lat) in WGS 84, which the pages may know."""
        place = (
            {"geolocation": {"longitude": at[0], "latitude": at[1], "accuracy": 12}} if at else {}
        )
        context = self._browser.new_context(
            base_url=self._base,
            viewport=size,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            permissions=["geolocation"] if at else [],
            storage_state=state,
            device_scale_factor=scale,
            is_mobile=phone,
            has_touch=phone,
            **place,
        )
        context.set_default_timeout(PATIENCE)
        watch = Watch()
        watch.over(context)
        person = Person(name, context.new_page(), watch, self._album)
        self.people.append(person)
        return person

    def all_is_well(self) -> None:
        """Nobody saw anything go wrong."""
        for person in self.people:
            person.all_is_well()

    def tell(self) -> None:
        """What every screen showed, and what went wrong there, when the journey failed."""
        for person in self.people:
            for trouble in person.watch.left():
                print(f"{person.name} saw: {trouble}")
            try:
                person.shot("FAILED")
            except Exception as problem:  # a screen that is gone must not hide the failure itself
                print(f"no picture of {person.name}: {problem}")

    def leave(self) -> None:
        """Close every screen."""
        for person in self.people:
            person.context.close()
