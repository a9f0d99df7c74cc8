"""Tables of signing in: passwords used before, and ceremonies that are under way."""

from __future__ import annotations

import uuid

from django.db import models

from chengmai.kernel.fields import SealedJsonField


class UsedPassword(models.Model):
    """The hash of a password that somebody had, so that it is not taken again too soon."""

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="used_passwords")
    password = models.CharField(max_length=255)
    at = models.DateTimeField()

    class Meta:
        app_label = "identity"


class Ceremony(models.Model):
    """A challenge that waits for its answer, once: a passkey's, or a provider's (state, nonce).

    Answering takes the row away, so that the same answer is refused the second time.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    person = models.ForeignKey("identity.Person", models.CASCADE, null=True, related_name="+")
    address = models.CharField(max_length=45, default="")
    secret = SealedJsonField(context="ceremony.secret")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "identity"
        indexes = [models.Index(fields=["address", "created_at"], name="ceremony_by_address")]
