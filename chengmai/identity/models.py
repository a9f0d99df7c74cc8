"""The tables of identity: organisations, people, posts, sessions, contacts, settings.

A secret never stands here in clear: passwords are Argon2 hashes, session tokens are SHA-256
hashes, and a citizen's name and phone number are sealed (`kernel.secrets`).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from chengmai.identity.words import Duty, OrganisationKind, SessionKind


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
    """A member of staff, or a system that holds a key (人员)."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    password = models.CharField(max_length=255)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")
    active = models.BooleanField(default=True)
    failed_count = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)

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
        ]
        indexes = [models.Index(fields=["duty", "organisation"], name="post_by_duty")]


class Session(models.Model):
    """A signed-in person, or a system's key; only the hash of the token is kept.

    `idle_seconds` is the idle time-out in force when the session began; null means none.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="sessions")
    kind = models.CharField(max_length=8, default=SessionKind.STAFF)
    label = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    idle_seconds = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=list(SessionKind)), name="session_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(token_hash__regex="^[0-9a-f]{64}$"),  # noqa: S106
                name="session_keeps_only_a_hash",
            ),
        ]


class SignInAttempt(models.Model):
    """One try to sign in, for the rate limit and the security log."""

    address = models.CharField(max_length=45)
    username = models.CharField(max_length=60)
    succeeded = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        app_label = "identity"
        indexes = [models.Index(fields=["address", "at"], name="attempt_by_address")]


class Contact(models.Model):
    """A citizen who can be reached. Name and phone are sealed; the index finds a phone blindly."""

    name_sealed = models.TextField(blank=True, default="")
    phone_sealed = models.TextField(blank=True, default="")
    phone_index = models.CharField(max_length=64, null=True, unique=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

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
