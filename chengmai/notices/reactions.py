"""Tell people what happens to their own account, whoever did it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from chengmai.identity.events import (
    ContactErased,
    FactorAdded,
    FactorRemoved,
    PasswordChanged,
    PersonLocked,
    RecoveryCodeUsed,
)
from chengmai.kernel.facts import Fact, reacts_to
from chengmai.notices.actions import forget_recipient, tell
from chengmai.notices.words import Recipient, Topic

_CITY = ZoneInfo("Asia/Shanghai")
_WHAT: dict[type, str] = {
    PasswordChanged: "密码已修改",
    PersonLocked: "多次输错密码，账号已锁定",
    FactorAdded: "新增了一种验证方式",
    FactorRemoved: "移除了一种验证方式",
    RecoveryCodeUsed: "使用了一个恢复码登录",
}


@reacts_to(PasswordChanged, PersonLocked, FactorAdded, FactorRemoved, RecoveryCodeUsed)
def tell_of_account(fact: Fact) -> None:
    """A notice in the app, and by e-mail where there is an address; also at night."""
    person_id: int = getattr(fact, "person_id")  # noqa: B009 - each of the five has it
    tell(
        to=[Recipient.person(person_id)],
        topic=Topic.ACCOUNT,
        template="account_event",
        values={
            "what": _WHAT[type(fact)],
            "when": f"{fact.at.astimezone(_CITY):%-m月%-d日 %H:%M}",
            "where": "本人操作" if fact.actor_id == person_id else "管理员或系统",
        },
        at=fact.at,
        once=f"account:{person_id}:{type(fact).__name__}:{fact.at.isoformat()}",
        link="/me",
        urgent=True,
    )


@reacts_to(ContactErased)
def forget_who_was_erased(fact: ContactErased) -> None:
    """Nothing of what an erased citizen was told, or still would be, stays."""
    forget_recipient(Recipient.contact(fact.contact_id).owner)
