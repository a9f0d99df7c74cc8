"""The words of identity: duties, kinds of organisation, and who is acting."""

from __future__ import annotations

from dataclasses import dataclass, field
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


class SessionKind(StrEnum):
    """A person's session in a browser, or a system's key."""

    STAFF = "staff"
    KEY = "key"


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

    def has(self, *duties: Duty) -> bool:
        """Whether the actor holds at least one of these duties."""
        return not self.duties.isdisjoint(duties)


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
