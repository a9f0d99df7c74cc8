"""What handlers and collectors do on the phone."""

from __future__ import annotations

from playwright.sync_api import Page

from journeys.browser import Person


class FieldWorker:
    """One person of the field staff and a phone."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page: Page = person.page

    def open_task(self, case_no: str) -> None:
        self.page.goto("/f/")
        raise NotImplementedError

    def finish(self, words: str, photo: str) -> None:
        raise NotImplementedError

    def pass_check(self, photo: str) -> None:
        raise NotImplementedError
