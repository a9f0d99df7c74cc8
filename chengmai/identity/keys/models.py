"""Tables of API clients. A key is shown once; only its hash stands here."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengmai.identity.keys.words import ClientState


class ApiClient(models.Model):
    """A system that may call the API: for which organisation, with which scopes and quotas.

    `person` stands for the client in the ledger; it has no password and no posts. Proposed by one
    administrator, approved by another.
    """

    name = models.CharField(max_length=80, unique=True)
    purpose = models.CharField(max_length=200, default="")
    person = models.OneToOneField("identity.Person", models.PROTECT, related_name="api_client")
    organisation = models.ForeignKey("identity.Organisation", models.PROTECT, related_name="+")
    scopes = ArrayField(models.CharField(max_length=40))
    sees_whole_city = models.BooleanField(default=False)
    addresses = ArrayField(models.CharField(max_length=50), default=list)
    per_minute = models.PositiveIntegerField(default=60)
    per_day = models.PositiveIntegerField(default=10_000)
    state = models.CharField(max_length=10, default=ClientState.PROPOSED)
    proposed_by = models.ForeignKey("identity.Person", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=list(ClientState)), name="client_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=ClientState.ACTIVE) | Q(decided_by__isnull=False),
                name="active_client_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | Q(state=ClientState.REVOKED)
                | ~Q(decided_by=models.F("proposed_by")),
                name="client_approved_by_another",
            ),
        ]


class ApiKey(models.Model):
    """One key of a client: `prefix` finds it, `hash` proves it; two may hold while it is changed."""

    client = models.ForeignKey(ApiClient, models.CASCADE, related_name="keys")
    prefix = models.CharField(max_length=12, unique=True)
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("identity.Person", models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.CheckConstraint(
                condition=Q(hash__regex="^[0-9a-f]{64}$"), name="api_key_keeps_only_a_hash"
            )
        ]


class ClientUse(models.Model):
    """How often a client called on one day, and how often it was refused."""

    client = models.ForeignKey(ApiClient, models.CASCADE, related_name="use")
    day = models.DateField()
    requests = models.BigIntegerField(default=0)
    refused = models.BigIntegerField(default=0)

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(fields=["client", "day"], name="one_count_per_client_and_day")
        ]
