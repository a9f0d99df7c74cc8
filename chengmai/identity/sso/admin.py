"""The recipe of the providers of single sign-on: the security administrator's."""

from __future__ import annotations

from chengmai.identity.sso.actions import set_provider
from chengmai.identity.sso.models import Provider, ProviderLink
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Column, Doing, Effect, Kind, Switched, Words


def _set(change: Change) -> int:
    new = change.after
    active = change.doing is not Doing.END and (
        change.doing is not Doing.CHANGE or bool(change.row.active)
    )
    set_provider(
        key=new["key"],
        name=new["name"],
        issuer=new["issuer"],
        client_id=new["client_id"],
        client_secret=change.secrets.get("client_secret"),
        claim=new["claim"],
        scope=new["scope"],
        second_factor=new["second_factor"],
        active=active,
        algorithms=change.row.algorithms if change.row is not None else None,
        actor=change.actor,
    )
    return Provider.objects.only("pk").get(key=new["key"]).pk


def _effects(change: Change) -> list[Effect]:
    if change.row is None or not (change.takes_away or "issuer" in change.changed):
        return []
    words = Words("{n} 人用它登录", "{n} people sign in by it")
    links = ProviderLink.objects.filter(provider=change.row)
    return [listed("linked", words, links, "person__username")]


PROVIDERS = Recipe(
    id="identity.providers",
    words=Words("单点登录提供方", "Single sign-on providers"),
    group=Words("安全策略", "Security policy"),
    right="policy",
    model=Provider,
    columns=(
        Column("key", Words("标识", "Key"), needed=True, longest=30, fixed=True,
               pattern=r"[a-z][a-z0-9_-]{0,29}",
               hint=Words("小写字母、数字、连字符。", "Lower-case letters, digits, hyphens.")),
        Column("name", Words("名称", "Name"), needed=True, longest=60),
        Column("issuer", Words("颁发者", "Issuer"), needed=True, longest=255,
               pattern=r"https?://\S+", hint=Words("以 https:// 开头的网址。", "An address.")),
        Column("client_id", Words("客户端标识", "Client id"), needed=True, longest=255),
        Column("client_secret", Words("客户端密钥", "Client secret"), Kind.SECRET, shown=False),
        Column("claim", Words("用户名声明", "User name claim"), longest=60,
               default="preferred_username", shown=False),
        Column("scope", Words("范围", "Scope"), default="openid profile", shown=False),
        Column("second_factor", Words("已验证第二因素", "Second factor there"), Kind.FLAG),
    ),
    key=("key",),
    label=("name",),
    search=("key", "name", "issuer"),
    life=Switched("active"),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    acts=dict.fromkeys((Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE), _set),
    preview=_effects,
)  # fmt: skip
