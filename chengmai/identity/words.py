"""The words of identity: duties, kinds of organisation, and who is acting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

NAME_CONTEXT = "contact.name"
PHONE_CONTEXT = "contact.phone"


class Duty(StrEnum):
    """What a person may be asked to do (domain reference 2.1)."""

    COLLECTOR = "collector"  # 监督员
    OPERATOR = "operator"  # 受理员
    DUTY_LEADER = "duty_leader"  # 值班长
    DISPATCHER = "dispatcher"  # 派遣员
    DEPARTMENT = "department"  # 专业部门
    HANDLER = "handler"  # 处置人员
    INSPECTOR = "inspector"  # 督察
    LEADER = "leader"  # 领导
    ADMIN = "admin"  # 系统管理员
    SECURITY = "security"  # 安全管理员
    AUDITOR = "auditor"  # 审计员
    CITIZEN = "citizen"  # 市民
    SYSTEM = "system"  # 系统


class OrganisationKind(StrEnum):
    """The places of an organisation in the two-axis structure."""

    BUREAU = "bureau"  # 局
    SUPERVISION_CENTRE = "supervision_centre"  # 监督中心
    COMMAND_CENTRE = "command_centre"  # 指挥中心
    DEPARTMENT = "department"  # 专业部门
    UNIT = "unit"  # 基层单位
    CONTRACTOR = "contractor"  # 养护承包单位


ADMINISTRATIONS = frozenset({Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR})


class Step(StrEnum):
    """What somebody who has begun to sign in must still do before anything else is open."""

    DONE = "done"
    FACTOR = "factor"  # give the second factor
    PASSWORD = "password"  # noqa: S105  choose a password of their own
    ENROL = "enrol"  # add a second factor, which their duties need


@dataclass(frozen=True)
class Actor:
    """Who is acting now, and how far they see.

    `organisation_path` is the dotted chain of organisation ids from the root, with a dot at each
    end (`.1.4.17.`), so that "within" is a prefix test. `division` is a prefix of the division
    code that bounds what the actor sees; empty means no bound. `person_id` is `id`; a citizen's
    or the system's `id` is None.
    """

    id: int | None
    name: str
    duties: frozenset[Duty] = frozenset()
    organisation_id: int | None = None
    organisation_path: str = ""
    sees_whole_city: bool = False
    division: str = ""
    duty_grid_codes: frozenset[str] = field(default_factory=frozenset)
    on_behalf_of: int | None = None
    on_behalf_of_name: str = ""
    client_id: int | None = None

    @property
    def stands_for(self) -> int | None:
        """Whose tasks these are: the colleague's on leave, or the actor's own."""
        return self.on_behalf_of if self.on_behalf_of is not None else self.id

    def is_any_of(self, *people: int | None) -> bool:
        """Whether the actor, or whom they stand in for, is one of these; nobody is None."""
        return any(one is not None and one in people for one in (self.id, self.on_behalf_of))

    def has(self, *duties: Duty) -> bool:
        """Whether the actor holds at least one of these duties."""
        return not self.duties.isdisjoint(duties)


@dataclass(frozen=True)
class ClientCard:
    """An API client as it shows up in a request: what it may ask for, and how often."""

    id: int
    name: str
    scopes: frozenset[str]
    addresses: tuple[str, ...]
    per_minute: int
    per_day: int


@dataclass(frozen=True)
class Presence:
    """A session or a key in a request: who, how far signed in, and when they last proved it."""

    actor: Actor
    session_id: int | None = None
    step: Step = Step.DONE
    confirmed_at: datetime | None = None
    expires_at: datetime | None = None
    method: str = ""
    delegation_id: int | None = None
    client: ClientCard | None = None


SYSTEM = Actor(id=None, name="系统", duties=frozenset({Duty.SYSTEM}), sees_whole_city=True)


@dataclass(frozen=True)
class OrganisationCard:
    """An organisation as other domains may know it."""

    id: int
    name: str
    kind: OrganisationKind
    path: str
    parent_id: int | None
    division: str = ""


@dataclass(frozen=True)
class PersonCard:
    """A member of staff as other domains may know them."""

    id: int
    name: str
    organisation_id: int
    organisation_name: str
    duties: frozenset[Duty]


@dataclass(frozen=True)
class ContactCard:
    """A citizen who can be told of progress; both values are masked."""

    id: int
    masked_name: str
    masked_phone: str
