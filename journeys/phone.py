"""What a citizen does on the phone, in the words that they read there."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from journeys.browser import Person
from journeys.photos import photo_file

TRACKING = re.compile(r"/c/r/([A-Z0-9-]+)")


class Citizen:
    """One citizen and a phone."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page: Page = person.page

    def start_report(self) -> None:
        """From home to the report page; the phone finds its place by itself."""
        self.page.goto("/c/")
        self.page.get_by_role("link", name="拍照上报").click()
        expect(self.page.get_by_text("已定位到您现在的位置")).to_be_visible()

    def take_photo(self, words: str) -> None:
        """Take a picture and wait until it has gone up."""
        self.page.get_by_label("拍照").set_input_files([photo_file(words)])
        expect(self.page.get_by_role("button", name="移除")).to_be_visible()
        expect(self.page.get_by_role("progressbar")).to_have_count(0)

    def say(self, words: str) -> None:
        """Write what is wrong."""
        self.page.get_by_label("发生了什么？").fill(words)

    def send(self) -> str:
        """Send, agree to the notice the first time; the tracking number."""
        self.page.get_by_role("button", name=re.compile("^提交")).click()
        agree = self.page.get_by_role("button", name="我已知悉并同意")
        arrived = self.page.get_by_text("收到了，谢谢您！")
        expect(agree.or_(arrived).first).to_be_visible()
        if agree.is_visible():
            self.person.shot("notice")
            agree.click()
        expect(arrived).to_be_visible()
        found = TRACKING.search(self.page.url)
        assert found, f"no tracking number in {self.page.url}"
        return found.group(1)

    def sees_state(self, state: str) -> None:
        """The story says this state by itself."""
        expect(self.page.get_by_text(state, exact=True).first).to_be_visible(timeout=20_000)

    def rate(self, stars: int, words: str) -> None:
        """Say how content one is."""
        self.page.get_by_role("radio", name=re.compile(f"^{stars} 星")).click()
        self.page.get_by_label("还想说点什么（可不填）").fill(words)
        self.page.get_by_role("button", name="提交评价").click()
        expect(self.page.get_by_role("heading", name="您的评价")).to_be_visible()
