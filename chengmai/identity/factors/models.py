"""Tables of second factors. A secret is sealed, a recovery code is kept as a keyed hash only."""

from __future__ import annotations

from django.db import models

from chengmai.kernel.fields import SealedTextField


class Totp(models.Model):
    """A person's one-time code generator (RFC 6238); not valid before it was confirmed once.

    `last_step` is the time step of the newest code taken: this code and older ones are refused.
    """

    person = models.OneToOneField("identity.Person", models.CASCADE, related_name="totp")
    secret = SealedTextField(context="totp.secret")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"


class RecoveryCode(models.Model):
    """One of the codes for the day the phone is lost; counts once."""

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="recovery_codes")
    code_index = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"


class Passkey(models.Model):
    """A public key of a person's device or security key (WebAuthn)."""

    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential_id = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField(default=0)
    rp_id = models.CharField(max_length=255)
    transports = models.JSONField(default=list)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"
