"""The first day of a real city: an administrator fills it, and those who were entered can work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyotp
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journeys.axe import violations
from journeys.browser import DESK, Company, Person, people_of
from journeys.city import empty_city
from journeys.layout import beside_the_screen, cut_texts

pytestmark = pytest.mark.journey
OWN = {"admin": "Hai-Gang-1998-Feng", "shouli": "Wen-Hua-2003-Lu"}
FIRST = "Xin-Ren-7421-Mima"


@pytest.fixture(scope="module")
def beginning() -> Iterator[tuple[str, str]]:
    with empty_city() as city:
        yield city


@pytest.fixture
def people(
    beginning: tuple[str, str], browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Company]:
    with people_of(browser, beginning[0], "an-empty-city") as made:
        yield made
        made.failed = getattr(request.node, "failed", False)


def come(company: Company, username: str, password: str) -> Person:
    """Sign in for the first time: the given password is changed, a second factor is added."""
    person = company.person(username, DESK)
    person.watch.expect("session/demo")  # only a demo city says its accounts
    page = person.page
    page.goto("/sign-in")
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()
    page.get_by_label("当前密码").fill(password)
    page.get_by_label(re.compile("^新密码")).fill(OWN[username])
    page.get_by_label("再输一次新密码").fill(OWN[username])
    page.get_by_role("button", name="修改密码").click()
    return person


def add_second_factor(page: Page) -> None:
    """Scan the code with a telephone, and keep the recovery codes."""
    page.get_by_role("button", name="添加手机验证器").click()
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("验证码").fill(pyotp.TOTP(secret.replace(" ", "")).now())
    page.get_by_role("button", name="核对并启用").click()
    page.get_by_role("button", name="已保存好").click()


def open_table(page: Page, title: str) -> Locator:
    """Choose a table in the tree and press New; its form."""
    page.get_by_role("navigation", name="数据表").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    page.get_by_role("button", name="新建").click()
    return page.get_by_role("form", name="新建")


def pick(form: Locator, label: str, word: str) -> None:
    """Choose a row of another table by typing."""
    form.get_by_role("combobox", name=label).click()
    form.get_by_role("combobox", name=label).fill(word)
    form.get_by_role("option", name=re.compile(word)).first.click()


def save(page: Page, form: Locator) -> None:
    """Look at the effect, then save; the history says so."""
    form.get_by_role("button", name="看影响").click()
    expect(form.get_by_role("region", name="这样改会怎样")).to_be_visible()
    form.get_by_role("button", name="确认保存").click()
    expect(page.get_by_role("region", name="历史").get_by_text("新建")).to_be_visible()


def test_an_administrator_fills_an_empty_city_and_the_first_operator_signs_in(
    beginning: tuple[str, str], people: Company
) -> None:
    boss = come(people, "admin", beginning[1])
    page = boss.page
    add_second_factor(page)
    ready = page.get_by_role("region", name="开城准备")
    expect(ready.get_by_text("已完成 2 / 9")).to_be_visible()
    boss.shot("what-is-missing")
    ready.get_by_role("link", name="去办理 建立机构").click()

    form = open_table(page, "机构")
    form.get_by_label("名称").fill("监督中心")
    form.get_by_label("类型").select_option("监督中心")
    pick(form, "上级机构", "城市管理局")
    boss.shot("an-organisation")
    save(page, form)

    form = open_table(page, "人员")
    form.get_by_label("用户名").fill("shouli")
    form.get_by_label("姓名").fill("林受理")
    pick(form, "所属机构", "监督中心")
    form.get_by_label("密码").fill(FIRST)
    save(page, form)

    form = open_table(page, "岗位")
    pick(form, "人员", "林受理")
    form.get_by_label("岗位").select_option("受理员")
    pick(form, "在哪个机构", "监督中心")
    save(page, form)

    page.get_by_role("navigation", name="数据表").get_by_role("link", name="立案条件与时限").click()
    page.get_by_label("搜索这张表").fill("上水井盖")
    row = page.get_by_role("row", name=re.compile("C0101.*缺失"))
    row.click()
    form = page.get_by_role("form", name=re.compile("C0101"))
    form.get_by_label("A 级时限", exact=False).first.fill("1")
    form.get_by_label(re.compile("原因或依据")).fill("市政府令第 12 号")
    form.get_by_role("button", name="看影响").click()
    effect = form.get_by_role("region", name="这样改会怎样")
    expect(effect).to_contain_text("2 紧急工作时")
    expect(effect).to_contain_text("1 紧急工作时")
    boss.shot("what-a-new-limit-does")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []
    form.get_by_role("button", name="确认保存").click()
    past = page.get_by_role("region", name="历史")
    expect(past).to_contain_text("修改（新的一行接续）")
    expect(past).to_contain_text("市政府令第 12 号")
    boss.shot("history")

    operator = come(people, "shouli", FIRST)
    expect(operator.page.get_by_role("heading", name=re.compile("林受理，您好"))).to_be_visible()
