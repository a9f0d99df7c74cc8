"""The words by which a case is found, beside the case: a move rewrites its row, never these."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from .case import Case


class CaseWords(models.Model):
    """One case's words with their places: class (A), address (B), description (C); decision 0080."""

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, primary_key=True, related_name="searched"
    )
    words = SearchVectorField()

    class Meta:
        app_label = "cases"
        db_table = "cases_casewords"
        indexes = [GinIndex(fields=["words"], name="case_by_words")]

    def __str__(self) -> str:
        return str(self.case_id)
