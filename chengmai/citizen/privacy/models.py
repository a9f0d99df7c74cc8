"""Requests about personal data: who asked for what, by when it must be answered, and how it was."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.citizen.privacy.words import RequestKind, RequestState
from chengmai.kernel.fields import SealedTextField


class PrivacyRequest(models.Model):
    """One request; the answer is due within the term of the setting `privacy_answer_days`.

    `device_key` is that of a citizen who asked from their phone and goes when the data are erased;
    `contact_id` is whom the request is about. `words` may name the person and are sealed.
    """

    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10, default=RequestState.OPEN)
    contact_id = models.BigIntegerField(null=True)
    device_key = models.CharField(max_length=80, blank=True, default="")
    words = SealedTextField(context="privacy.words", null=True)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=200, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by_id = models.BigIntegerField(null=True)
    waiting_for = models.JSONField(default=list)

    class Meta:
        app_label = "citizen"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in RequestKind]),
                name="privacy_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in RequestState]),
                name="privacy_state_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="privacy_by_state"),
            models.Index(fields=["contact_id"], name="privacy_by_contact"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
