"""The way in: a code from the phone, a passkey, and what an administrator sees of it."""

from __future__ import annotations

import re
import time

import pyotp
import pytest
from playwright.sync_api import Page, expect

from journeys.axe import violations
from journeys.browser import DESK, PHONE, Company, Person

pytestmark = pytest.mark.journey
PASSWORD = "Lanhai-2026"
NOBODY_YET = r"status of 40[1349]|status of 422|answered 40[1349]|answered 422|/live"


def give_name_and_password(page: Page, username: str) -> None:
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()


def newcomer(company: Company, username: str) -> Person:
    """Somebody who signs in with the password alone and goes to their account."""
    person = company.person(username, DESK)
    person.watch.expect(NOBODY_YET)
    person.page.goto("/sign-in?to=/me")
    give_name_and_password(person.page, username)
    expect(person.page.get_by_role("heading", name="我的账号")).to_be_visible()
    return person


def leave(page: Page) -> None:
    page.get_by_role("button", name="退出登录").click()
    expect(page.get_by_label("账号")).to_be_visible()


def test_a_code_from_the_phone_is_added_and_asked_for(company: Company) -> None:
    person = newcomer(company, "operator9")
    page = person.page
    page.get_by_role("button", name="添加手机验证器").click()
    codes = pyotp.TOTP(page.locator("code.secret").inner_text())
    expect(page.get_by_alt_text("手机验证器扫描的二维码")).to_be_visible()
    person.shot("scan")
    page.get_by_label("验证码").fill("000000")
    page.get_by_role("button", name="核对并启用").click()
    expect(page.get_by_text("验证码不对")).to_be_visible()
    page.get_by_label("验证码").fill(codes.now())
    page.get_by_role("button", name="核对并启用").click()
    expect(page.get_by_role("region", name="备用码").get_by_role("listitem")).to_have_count(10)
    assert violations(page) == []
    person.shot("recovery-codes")
    spare = page.get_by_role("region", name="备用码").get_by_role("listitem").first.inner_text()
    page.get_by_role("button", name="已保存好").click()
    leave(page)

    page.goto("/sign-in?to=/desk")
    give_name_and_password(page, "operator9")
    expect(page.get_by_role("heading", name="还差一步：验证身份")).to_be_visible()
    assert violations(page) == []
    person.shot("second-step")
    page.get_by_label("验证码").fill(codes.at(time.time() + 30))  # the one of now was used above
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.locator("#case-list")).to_be_visible()
    leave(page)

    page.goto("/sign-in?to=/me")
    give_name_and_password(page, "operator9")
    page.get_by_role("button", name="手机不在身边？用备用码").click()
    page.get_by_label("备用码").fill(spare)
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.get_by_text("还剩 9 个")).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text="手机验证器")
    row.get_by_role("button", name="移除").click()
    expect(page.get_by_text("还没有添加。")).to_be_visible()


def test_a_passkey_is_added_and_opens_the_desk_alone(company: Company) -> None:
    person = newcomer(company, "operator10")
    page = person.page
    line = person.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    page.get_by_role("button", name="添加通行密钥").click()
    page.get_by_role("button", name="已保存好").click()
    expect(page.get_by_role("listitem").filter(has_text="通行密钥")).to_be_visible()
    leave(page)

    page.goto("/sign-in?to=/desk")
    page.get_by_role("button", name="用通行密钥登录").click()
    expect(page.locator("#case-list")).to_be_visible()
    leave(page)

    page.goto("/sign-in?to=/me")
    give_name_and_password(page, "operator10")
    page.get_by_role("button", name="用通行密钥确认").click()
    expect(page.get_by_role("cell", name="密码 + 通行密钥").first).to_be_visible()
    person.shot("devices")
    row = page.get_by_role("listitem").filter(has_text="通行密钥")
    row.get_by_role("button", name="移除").click()
    expect(page.get_by_text("还没有添加。")).to_be_visible()


def test_signing_somebody_out_closes_their_desk_within_seconds(company: Company) -> None:
    operator = company.person("operator11", DESK)
    operator.watch.expect(NOBODY_YET)
    operator.page.goto("/sign-in?to=/desk")
    give_name_and_password(operator.page, "operator11")
    expect(operator.page.get_by_text("实时", exact=True)).to_be_visible()

    security = company.person("security", DESK)
    security.watch.expect(NOBODY_YET)
    page = security.page
    page.goto("/sign-in?to=/security")
    give_name_and_password(page, "security")
    page.get_by_placeholder("姓名或账号").fill("operator11")
    row = page.get_by_role("row").filter(has_text=re.compile(r"operator11(?!\d)"))
    expect(row).to_have_count(1)
    row.get_by_role("button", name="全部退出").click()
    page.get_by_role("button", name="好", exact=True).click()
    expect(page.get_by_text(re.compile(r"已退出 \d+ 台设备"))).to_be_visible()
    expect(operator.page.get_by_text("实时", exact=True)).to_be_hidden(timeout=10_000)
    security.shot("accounts")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_administrators_pages_are_whole_and_accessible(
    company: Company, size: dict[str, int]
) -> None:
    security = company.person("security", size, dark=size is PHONE)
    security.watch.expect(NOBODY_YET)
    page = security.page
    page.goto("/sign-in?to=/me")
    give_name_and_password(page, "security")
    expect(page.get_by_role("heading", name="我的账号")).to_be_visible()
    for path in (
        "/me",
        "/security",
        "/security/policy",
        "/security/attempts",
        "/security/clients",
        "/roster",
    ):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_function("() => document.querySelector('[aria-busy=true], .shape') === null")
        security.shot(path.strip("/").replace("/", "-"))
        assert violations(page) == [], path
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{path} is {wider} px wider than the screen"
