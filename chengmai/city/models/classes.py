"""Code systems, classes with their conditions, and who is responsible (GB/T 30428.2, .8)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengmai.city.words import ClassKind


class CodeSystem(models.Model):
    """One edition of the class tables; several may be kept, one is in force on a day."""

    tag = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    source = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        app_label = "city"


class MatterClass(models.Model):
    """A class (小类): `C0101` of components, `E0112` of matters, within a major class."""

    system = models.ForeignKey(CodeSystem, models.PROTECT, related_name="classes")
    code = models.CharField(max_length=8)
    kind = models.CharField(max_length=10)
    major_code = models.CharField(max_length=4)
    major_name = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    self_disposable = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=40)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(fields=["system", "code"], name="one_class_per_code"),
            models.CheckConstraint(
                condition=Q(kind="component", code__startswith="C")
                | Q(kind="matter", code__startswith="E"),
                name="class_letter_fits_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(ClassKind)), name="class_kind_is_known"
            ),
        ]


class Condition(models.Model):
    """A condition for filing (立案条件).

    `limits` is `{"A": [4, "wh"], "B": [4, "wh"], "C": [1, "wd"]}`: amount and unit per management
    level of the grid. A changed condition gets a new row; cases keep the id that they were filed by.
    """

    matter_class = models.ForeignKey(MatterClass, models.PROTECT, related_name="conditions")
    no = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    limits = models.JSONField()
    close_condition = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=40)
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["matter_class", "no", "valid_from"], name="one_condition_per_number"
            ),
            models.CheckConstraint(
                condition=Q(limits__has_keys=["A", "B", "C"]), name="condition_has_three_limits"
            ),
        ]


class ClassSuccession(models.Model):
    """What a class of an older edition is called in a newer one; empty where it was given up."""

    system = models.ForeignKey(CodeSystem, models.PROTECT, related_name="successions")
    old_code = models.CharField(max_length=8)
    new_code = models.CharField(max_length=8, blank=True, default="")
    note = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["system", "old_code", "new_code"], name="one_class_succession_per_pair"
            )
        ]


class Responsibility(models.Model):
    """Who handles what where: the longest class prefix wins, then the longest division prefix."""

    class_prefix = models.CharField(max_length=8, blank=True, default="")
    division_prefix = models.CharField(max_length=15, blank=True, default="")
    organisation = models.ForeignKey("identity.Organisation", models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=80, blank=True, default="")
    clause = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        app_label = "city"
        constraints = [
            models.UniqueConstraint(
                fields=["class_prefix", "division_prefix", "valid_from"],
                name="one_responsible_organisation",
            )
        ]
