"""The tables of identity: organisations, people, posts, sessions, contacts, settings.

A secret never stands here in clear: passwords are Argon2 hashes, session tokens are SHA-256
hashes, and a citizen's name and phone number are sealed (`kernel.secrets`).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from chengmai.identity.factors.models import Passkey, RecoveryCode, Totp
from chengmai.identity.grants.models import DutyRequest
from chengmai.identity.keys.models import ApiClient, ApiKey, ClientUse
from chengmai.identity.leave.models import Delegation
from chengmai.identity.shifts.models import RosterLine, Shift
from chengmai.identity.signin.models import Ceremony, UsedPassword
from chengmai.identity.sso.models import Provider, ProviderLink
from chengmai.identity.words import (
    ADMINISTRATIONS,
    NAME_CONTEXT,
    PHONE_CONTEXT,
    Duty,
    OrganisationKind,
    Step,
)
from chengmai.kernel.fields import SealedTokenField

__all__ = [
    "ApiClient",
    "ApiKey",
    "Ceremony",
    "ClientUse",
    "Contact",
    "Delegation",
    "DutyRequest",
    "Organisation",
    "Passkey",
    "Person",
    "Post",
    "Provider",
    "ProviderLink",
    "RecoveryCode",
    "RosterLine",
    "Session",
    "Setting",
    "Shift",
    "SignInAttempt",
    "Totp",
    "UsedPassword",
]


class Organisation(models.Model):
    """A bureau, centre, department, unit or contractor (机构); `path` is the chain from the root."""

    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in OrganisationKind])
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=255, unique=True)
    division = models.CharField(max_length=12, blank=True, default="")
    active = models.BooleanField(default=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(path__regex=r"^\.([0-9]+\.)+$"), name="organisation_path_is_dotted"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(OrganisationKind)), name="organisation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organisation_is_not_its_own_parent",
            ),
        ]


class Person(models.Model):
    """A member of staff, or what an API client is in the ledger (人员)."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    password = models.CharField(max_length=255)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    active = models.BooleanField(default=True)
    failed_count = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    password_changed_at = models.DateTimeField(null=True)
    must_change_password = models.BooleanField(default=False, db_default=False)

    class Meta:
        app_label = "identity"


class Post(models.Model):
    """One duty of a person at an organisation (岗位).

    `division` bounds what the holder sees to one division and all below it; `duty_grids` are the
    codes of the duty grids (责任网格) that a collector walks.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts")
    duty = models.CharField(max_length=20, choices=[(d.value, d.name) for d in Duty])
    division = models.CharField(max_length=12, blank=True, default="")
    duty_grids = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "duty"], name="one_post_per_duty"
            ),
            models.CheckConstraint(condition=Q(duty__in=list(Duty)), name="duty_is_known"),
            # 三权分立: whatever the path, one person never holds two of these.
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(duty__in=sorted(ADMINISTRATIONS)),
                name="one_administration_per_person",
            ),
        ]
        indexes = [models.Index(fields=["duty", "organisation"], name="post_by_duty")]


class Session(models.Model):
    """A signed-in person on one device; only the hash of the token is kept.

    `idle_seconds` is the idle time-out in force when the session began; null means none. `step`
    says what must still be done before the session opens anything; `confirmed_at` when its holder
    last gave a password or factor. Ended rows stay for the device list until the purge.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="sessions")
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    idle_seconds = models.PositiveIntegerField(null=True)
    step = models.CharField(max_length=10, default=Step.DONE, db_default=Step.DONE)
    confirmed_at = models.DateTimeField(null=True)
    method = models.CharField(max_length=40, default="", db_default="")
    delegation = models.ForeignKey(Delegation, models.SET_NULL, null=True, related_name="+")
    address = models.CharField(max_length=45, default="", db_default="")
    user_agent = models.CharField(max_length=200, default="", db_default="")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=20, default="", db_default="")

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(condition=Q(step__in=list(Step)), name="session_step_is_known"),
            models.CheckConstraint(
                condition=Q(token_hash__regex="^[0-9a-f]{64}$"),  # noqa: S106
                name="session_keeps_only_a_hash",
            ),
        ]


class SignInAttempt(models.Model):
    """One try to sign in, for the rate limit and the security log; `how` names what was tried.

    A name that nobody has stands as its first sign and a keyed digest.
    """

    address = models.CharField(max_length=45)
    username = models.CharField(max_length=60)
    succeeded = models.BooleanField()
    at = models.DateTimeField()
    how = models.CharField(max_length=40, default="password", db_default="password")

    class Meta:
        app_label = "identity"
        indexes = [
            models.Index(fields=["address", "at"], name="attempt_by_address"),
            models.Index(fields=["at"], name="attempt_by_time"),
            models.Index(fields=["username", "at"], name="attempt_by_name"),
        ]


class Contact(models.Model):
    """A citizen who can be reached. Name and phone are sealed; the index finds a phone blindly."""

    name_sealed = SealedTokenField(context=NAME_CONTEXT, blank=True, default="")
    phone_sealed = SealedTokenField(context=PHONE_CONTEXT, blank=True, default="")
    phone_index = models.CharField(max_length=64, null=True, unique=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"


class Setting(models.Model):
    """A number of the trade as a row: who says so, in which clause, and from when."""

    key = models.CharField(max_length=60)
    value = models.JSONField()
    valid_from = models.DateField()
    source = models.CharField(max_length=80)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(
                fields=["key", "valid_from"], name="one_identity_setting_per_day"
            )
        ]
