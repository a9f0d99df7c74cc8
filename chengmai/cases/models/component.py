"""Which component a case is about, beside the case: its row stays as lean as it is."""

from __future__ import annotations

from django.db import models

from .case import Case


class CaseComponent(models.Model):
    """A case names the component (部件) that it is about; the latest name holds (decision 0107)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="+")
    component = models.ForeignKey(
        "city.Component", models.PROTECT, db_column="component_code", related_name="+"
    )
    by_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        app_label = "cases"

    def __str__(self) -> str:
        return f"{self.case_id}: {self.component_id}"
