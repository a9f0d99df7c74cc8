"""What people do at the operations desk, in the words that they read there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from journeys.browser import Person

# A fact reaches a desk within a second; on two busy cores the list behind it takes longer.
LIVE = 20_000  # milliseconds


class Desk:
    """One person at the desk."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page: Page = person.page

    def open(self, queue: str | None = None, case: int | None = None) -> None:
        """Come to the desk by its address."""
        path = f"/desk/{case}" if case else "/desk"
        self.page.goto(f"{path}?queue={queue}" if queue else path)
        expect(self.page.locator("#case-list")).to_have_attribute("aria-busy", "false")
        expect(self.page.get_by_text("实时", exact=True)).to_be_visible()

    def row(self, case_no: str) -> Locator:
        """The row of a case in the list, whether it is there or not."""
        return self.page.get_by_role("option").filter(has=self.page.get_by_title(case_no))

    def sees(self, case_no: str) -> None:
        """The case appears in the list by itself."""
        expect(self.row(case_no)).to_be_visible(timeout=LIVE)

    def does_not_see(self, case_no: str) -> None:
        """The case leaves the list by itself."""
        expect(self.row(case_no)).to_have_count(0, timeout=LIVE)

    def choose(self, case_no: str) -> None:
        """Open a case from the list."""
        self.row(case_no).click()
        expect(self.pane.get_by_text(case_no, exact=True)).to_be_visible()

    @property
    def pane(self) -> Locator:
        return self.page.get_by_role("article", name="案件")

    @property
    def list(self) -> Locator:
        return self.page.get_by_role("listbox", name="案件列表")

    def begin(self, move: str) -> Locator:
        """Press the button of a move; its form."""
        moves = self.pane.get_by_role("group", name="现在可以做")
        moves.get_by_role("button", name=re.compile(f"^{move}")).click()
        return self.form(move)

    def form(self, move: str) -> Locator:
        """The form of a move."""
        return self.pane.get_by_role("form", name=move, exact=True)

    def send(self, move: str) -> None:
        """Press the button at the foot of the form."""
        form = self.form(move)
        form.get_by_role("button", name=re.compile(f"^(确认)?{move}$")).click()

    def done(self, stage: str) -> None:
        """The case now says this stage, and no form is open."""
        expect(self.pane.locator(".tags").get_by_text(stage, exact=True)).to_be_visible()
        expect(self.pane.get_by_role("form")).to_have_count(0)

    def take_class(self, form: Locator, code: str) -> None:
        """Choose a class by its code; a move that does not need one shows it on demand."""
        more = form.get_by_role("button", name="补充（可不填）")
        if more.is_visible():
            more.click()
        form.get_by_role("combobox", name="类别").click()
        form.get_by_role("combobox", name="类别").fill(code)
        form.get_by_role("option", name=re.compile(code)).click()

    @contextmanager
    def without_reload(self) -> Iterator[None]:
        """Nothing in this block may load the page anew: what appears came over the live line."""
        self.page.evaluate("window.__stayed = true")
        yield
        assert self.page.evaluate("window.__stayed === true"), "the page was loaded anew"
