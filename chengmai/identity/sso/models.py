"""Tables of single sign-on: providers as data, and who is whom at each."""

from __future__ import annotations

from django.db import models

from chengmai.kernel.fields import SealedTextField


class Provider(models.Model):
    """An OpenID Connect provider that may say who somebody is.

    `client_secret` is sealed; the environment variable CHENGMAI_OIDC_SECRET_<KEY> goes before it.
    `claim` names the claim that holds our user name, for the first sign-in of a person;
    `second_factor` says that this provider has asked for a second factor itself.
    """

    key = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)
    issuer = models.CharField(max_length=255)
    client_id = models.CharField(max_length=255)
    client_secret = SealedTextField(context="oidc.client_secret", null=True)
    scope = models.CharField(max_length=200, default="openid profile")
    claim = models.CharField(max_length=60, default="preferred_username")
    algorithms = models.JSONField(default=list)
    skew_seconds = models.PositiveSmallIntegerField(default=60)
    second_factor = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        app_label = "identity"


class ProviderLink(models.Model):
    """This subject at this provider is this person; made at the first sign-in, kept for good."""

    provider = models.ForeignKey(Provider, models.CASCADE, related_name="links")
    subject = models.CharField(max_length=255)
    person = models.ForeignKey("identity.Person", models.CASCADE, related_name="+")
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "identity"
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_person_per_subject"),
            models.UniqueConstraint(fields=["provider", "person"], name="one_subject_per_person"),
        ]
