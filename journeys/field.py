"""What handlers and collectors do on the phone, in the words that they read there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from journeys.browser import Person
from journeys.photos import photo_file
from journeys.wire import PASSWORD


class FieldWorker:
    """One person of the field staff and a phone."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page: Page = person.page

    def sign_in(self, username: str) -> None:
        """Type name and password on the phone."""
        self.page.goto("/f/")
        self.page.get_by_label("账号").fill(username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.page.get_by_role("button", name="登录", exact=True).click()
        expect(self.page.get_by_role("heading", name="任务", exact=True)).to_be_visible()

    def open_home(self) -> None:
        """My tasks, as the server knows them."""
        self.page.goto("/f/")
        expect(self.page.get_by_role("heading", name="任务", exact=True)).to_be_visible()

    def open_task(self, case_id: int) -> None:
        """From my tasks to one of them."""
        self.open_home()
        self.page.locator(f"a[href='/f/task/{case_id}']").first.click()
        expect(self.page.get_by_text("定位正常")).to_be_visible()

    def begin(self, action: str) -> Locator:
        """Press one of the big buttons; what opens over the page."""
        self.page.get_by_role("button", name=action, exact=True).click()
        return self.page.get_by_role("dialog", name=action)

    def take_photo(self, sheet: Locator, words: str) -> None:
        """Take a picture and wait until it lies in the form."""
        sheet.locator("input[type=file]").first.set_input_files([photo_file(words)])
        expect(sheet.get_by_role("button", name="移除")).to_be_visible()

    def finish(self, words: str, photo: str) -> None:
        """Say what was done, with a photo."""
        sheet = self.begin("处置完成")
        self.take_photo(sheet, photo)
        sheet.get_by_label("做了什么？").fill(words)
        self.person.shot("answer")
        sheet.get_by_role("button", name="提交").click()
        expect(sheet).to_be_hidden()

    def pass_check(self, photo: str) -> None:
        """Say on the spot that it is well, with a photo."""
        sheet = self.begin("合格")
        self.take_photo(sheet, photo)
        self.person.shot("check")
        sheet.get_by_role("button", name="提交").click()
        expect(sheet).to_be_hidden()

    @property
    def waiting(self) -> Locator:
        """The quiet line that says how much waits to be sent."""
        return self.page.get_by_role("complementary", name="发件箱")
