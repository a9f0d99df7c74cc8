"""The back office of identity: organisations, people, duties, and the sign-in policy."""

from __future__ import annotations

from collections.abc import Iterable
from secrets import token_urlsafe
from typing import Any

from chengmai.identity.actions.directory import (
    change_organisation,
    change_person,
    use_organisation,
    use_person,
)
from chengmai.identity.actions.organisations import add_organisation
from chengmai.identity.actions.people import add_person, give_duty
from chengmai.identity.errors import DutiesExclude
from chengmai.identity.grants.actions import take_duty
from chengmai.identity.models import Organisation, Person, Post, Setting
from chengmai.identity.rules import separated_duties_held
from chengmai.identity.settings import DEFAULTS
from chengmai.identity.shifts.admin import SHIFTS
from chengmai.identity.signin.actions import refuse_bad_policy
from chengmai.identity.signin.actions.passwords import refuse_weak
from chengmai.identity.sso.admin import PROVIDERS
from chengmai.identity.words import ADMINISTRATIONS, Duty, OrganisationKind
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.settings import settings_recipe
from chengmai.kernel.tables.words import (
    Choice,
    Column,
    Doing,
    Effect,
    Kind,
    Step,
    Switched,
    Words,
)

GROUP = Words("组织与人员", "Organisations and people")
KINDS = {
    OrganisationKind.BUREAU: Words("主管局", "Bureau"),
    OrganisationKind.SUPERVISION_CENTRE: Words("监督中心", "Supervision centre"),
    OrganisationKind.COMMAND_CENTRE: Words("指挥中心", "Command centre"),
    OrganisationKind.DEPARTMENT: Words("专业部门", "Department"),
    OrganisationKind.UNIT: Words("基层单位", "Unit"),
    OrganisationKind.CONTRACTOR: Words("养护承包单位", "Contractor"),
}
DUTIES = {
    Duty.COLLECTOR: Words("监督员", "Collector"),
    Duty.OPERATOR: Words("受理员", "Operator"),
    Duty.DUTY_LEADER: Words("值班长", "Duty leader"),
    Duty.DISPATCHER: Words("派遣员", "Dispatcher"),
    Duty.DEPARTMENT: Words("专业部门", "Department"),
    Duty.HANDLER: Words("处置人员", "Handler"),
    Duty.INSPECTOR: Words("督察", "Inspector"),
    Duty.LEADER: Words("领导", "Leader"),
    Duty.ADMIN: Words("系统管理员", "System administrator"),
    Duty.SECURITY: Words("安全管理员", "Security administrator"),
    Duty.AUDITOR: Words("审计员", "Auditor"),
}

LOOP_DUTIES = (
    Duty.OPERATOR, Duty.DUTY_LEADER, Duty.DISPATCHER, Duty.HANDLER, Duty.COLLECTOR,
)  # fmt: skip


def _add_organisation(change: Change) -> int:
    new = change.after
    return add_organisation(
        name=new["name"],
        kind=OrganisationKind(new["kind"]),
        parent_id=new["parent_id"],
        division=new["division"],
        actor=change.actor,
    ).id


def _change_organisation(change: Change) -> None:
    new = change.after
    change_organisation(
        organisation_id=change.row.pk,
        name=new["name"],
        kind=OrganisationKind(new["kind"]),
        parent_id=new["parent_id"],
        division=new["division"],
        actor=change.actor,
        at=change.at,
    )


def _use_organisation(change: Change) -> None:
    active = change.doing is Doing.REINSTATE
    use_organisation(organisation_id=change.row.pk, active=active, actor=change.actor)


def _organisation_effects(change: Change) -> Iterable[Effect]:
    if change.row is None:
        return
    path = change.row.path
    below = Organisation.objects.filter(path__startswith=path, active=True)
    people = Person.objects.filter(organisation__path__startswith=path, active=True)
    posts = Post.objects.filter(organisation__path__startswith=path, person__active=True)
    if change.takes_away:
        yield listed(
            "units_below", Words("还有 {n} 个下级机构", "{n} units still hang below it"),
            below.exclude(pk=change.row.pk), "name", refuses=True,
        )  # fmt: skip
        yield listed(
            "people", Words("还有 {n} 名在用人员", "{n} people still belong to it"),
            people, "username", refuses=True,
        )  # fmt: skip
        yield listed(
            "posts", Words("还有 {n} 个岗位在这里", "{n} duties are still held here"),
            posts, "person__username", refuses=True,
        )  # fmt: skip
    elif "parent_id" in change.changed:
        yield listed(
            "units_move", Words("{n} 个机构随之移动", "{n} units move with it"), below, "name"
        )
        yield listed(
            "people_move", Words("{n} 名人员的可见范围随之改变", "{n} people will see other things"),
            people, "username",
        )  # fmt: skip


def _add_person(change: Change) -> int:
    new = change.after
    return add_person(
        username=new["username"],
        name=new["name"],
        # Without one nobody can sign in until an administrator has set one.
        password=change.secrets.get("password") or token_urlsafe(24),
        organisation_id=new["organisation_id"],
        actor=change.actor,
    )


def _check_person(change: Change) -> None:
    """A password that others choose is held to the policy too."""
    if password := change.secrets.get("password"):
        refuse_weak(password, str(change.after["username"]))


def _change_person(change: Change) -> None:
    change_person(
        person_id=change.row.pk,
        name=change.after["name"],
        organisation_id=change.after["organisation_id"],
        password=change.secrets.get("password", ""),
        actor=change.actor,
        at=change.at,
    )


def _use_person(change: Change) -> None:
    active = change.doing is Doing.REINSTATE
    use_person(person_id=change.row.pk, active=active, actor=change.actor, at=change.at)


def _person_effects(change: Change) -> Iterable[Effect]:
    if change.takes_away:
        posts = Post.objects.filter(person=change.row)
        yield listed(
            "duties_rest", Words("{n} 个岗位随之空缺", "{n} duties go unfilled"), posts, "duty"
        )


def _give_duty(change: Change) -> Any:
    new = change.after
    give_duty(
        person_id=new["person_id"],
        organisation_id=new["organisation_id"],
        duty=Duty(new["duty"]),
        division=new["division"],
        actor=change.actor,
        at=change.at,
    )
    return Post.objects.filter(
        person_id=new["person_id"], organisation_id=new["organisation_id"], duty=new["duty"]
    ).first()


def _take_duty(change: Change) -> None:
    take_duty(
        person_id=change.row.person_id,
        organisation_id=change.row.organisation_id,
        duty=Duty(change.row.duty),
        actor=change.actor,
        at=change.at,
    )


def _check_duty(change: Change) -> None:
    """Refuse already in the preview what giving the duty would refuse."""
    if change.doing is not Doing.ADD:
        return
    held = Post.objects.filter(person_id=change.after["person_id"]).values_list("duty", flat=True)
    duties = [*(Duty(duty) for duty in held), Duty(change.after["duty"])]
    if together := separated_duties_held(duties):
        raise DutiesExclude(
            "One person cannot hold these duties.",
            field="duty",
            duties=sorted(set(together)),
            remedy="系统、安全、审计三个管理岗位不能由一人兼任，请另选人员。",
        )


def _check_policy(change: Change) -> None:
    """Refuse a value that the sign-in policy may not have."""
    if "value" in change.after:
        refuse_bad_policy(change.after["key"], change.after["value"])


ORGANISATIONS = Recipe(
    id="identity.organisations",
    words=Words("机构", "Organisations"),
    group=GROUP,
    right="organisation",
    model=Organisation,
    columns=(
        Column("name", Words("名称", "Name"), needed=True, longest=80),
        Column("kind", Words("类型", "Kind"), Kind.CHOICE, needed=True, choices=tuple(
            Choice(kind.value, words) for kind, words in KINDS.items())),
        Column("parent_id", Words("上级机构", "Belongs to"), Kind.REFERENCE,
               refers="identity.organisations"),
        Column("division", Words("所辖区划", "Division"), Kind.CODE, refers="city.divisions",
               longest=12, pattern=r"\d{0,12}",
               hint=Words("区划代码；空表示全市。", "A division's code; empty is the whole city.")),
    ),
    key=("parent_id", "name"),
    label=("name",),
    search=("name",),
    order=("path",),
    life=Switched("active"),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    acts={
        Doing.ADD: _add_organisation,
        Doing.CHANGE: _change_organisation,
        Doing.END: _use_organisation,
        Doing.REINSTATE: _use_organisation,
    },
    preview=_organisation_effects,
    forgets=("identity.organisations",),
)  # fmt: skip

PEOPLE = Recipe(
    id="identity.people",
    words=Words("人员", "People"),
    group=GROUP,
    right="organisation",
    model=Person,
    columns=(
        Column("username", Words("用户名", "User name"), needed=True, longest=60, fixed=True,
               pattern=r"[\w.@-]{2,60}",
               hint=Words("2–60 个字母、数字或汉字，不含空格。", "2 to 60 letters or digits, no spaces.")),
        Column("name", Words("姓名", "Name"), needed=True, longest=60, personal=True),
        Column("organisation_id", Words("所属机构", "Organisation"), Kind.REFERENCE, needed=True,
               refers="identity.organisations"),
        Column("password", Words("密码", "Password"), Kind.SECRET, shown=False,
               hint=Words("新人员的初始密码；修改时留空表示不变。",
                          "A new person's first password; left empty it stays.")),
    ),
    key=("username",),
    label=("name", "username"),
    search=("username", "name", "organisation__name"),
    order=("username",),
    life=Switched("active"),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    acts={
        Doing.ADD: _add_person,
        Doing.CHANGE: _change_person,
        Doing.END: _use_person,
        Doing.REINSTATE: _use_person,
    },
    check=_check_person,
    preview=_person_effects,
)  # fmt: skip

POSTS = Recipe(
    id="identity.posts",
    words=Words("岗位", "Duties"),
    group=GROUP,
    right="organisation",
    model=Post,
    columns=(
        Column("person_id", Words("人员", "Person"), Kind.REFERENCE, needed=True, fixed=True,
               refers="identity.people"),
        Column("duty", Words("岗位", "Duty"), Kind.CHOICE, needed=True, fixed=True, choices=tuple(
            Choice(duty.value, words) for duty, words in DUTIES.items())),
        Column("organisation_id", Words("在哪个机构", "At"), Kind.REFERENCE, needed=True, fixed=True,
               refers="identity.organisations"),
        Column("division", Words("限于区划", "Within"), Kind.CODE, refers="city.divisions",
               longest=12, pattern=r"\d{0,12}",
               hint=Words("只看这个区划的案件；空表示不限。", "Sees only this division; empty is no bound.")),
    ),
    key=("person_id", "duty", "organisation_id"),
    label=("person__name", "duty"),
    search=("person__username", "person__name", "organisation__name", "duty"),
    order=("person_id", "duty"),
    life=None,
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END}),
    acts={Doing.ADD: _give_duty, Doing.CHANGE: _give_duty, Doing.END: _take_duty},
    check=_check_duty,
    hint=Words("收回岗位即停用这一行。", "Ending a row takes the duty away."),
)  # fmt: skip

TABLES = (
    ORGANISATIONS,
    PEOPLE,
    POSTS,
    SHIFTS,
    PROVIDERS,
    settings_recipe(
        "identity.settings",
        Words("登录与会话规定", "Sign-in policy"),
        Words("安全策略", "Security policy"),
        "policy",
        Setting,
        known=lambda: DEFAULTS,
        forgets=("identity.settings",),
        check=_check_policy,
    ),
)

BEGINNING = (
    Step(
        "organisations",
        Words("建立机构", "Make the organisations"),
        Words("监督中心、指挥中心、专业部门和下级单位。", "Centres, departments and units."),
        lambda: Organisation.objects.filter(active=True).count(),
        "/tables/identity.organisations",
        least=2,
    ),
    Step(
        "people",
        Words("登记人员", "Enter the people"),
        Words("每人一个用户名和初始密码。", "A user name and a first password each."),
        lambda: Person.objects.filter(active=True)
        .exclude(posts__duty__in=sorted(ADMINISTRATIONS)).count(),
        "/tables/identity.people",
    ),
    Step(
        "posts",
        Words("分配岗位", "Give the duties"),
        Words("至少要有受理员、值班长、派遣员、处置人员和监督员。",
              "At least operator, duty leader, dispatcher, handler and collector."),
        lambda: Post.objects.filter(person__active=True, duty__in=LOOP_DUTIES)
        .values("duty").distinct().count(),
        "/tables/identity.posts",
        least=5,
    ),
)  # fmt: skip
