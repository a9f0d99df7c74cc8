"""The tables of the desk: saved views, standard phrases, bulk moves."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from chengmai.cases.desk.words import BulkState, ItemState, Layout, PhraseLevel, Sharing


class SavedView(models.Model):
    """A filter, an order and columns under a name (视图)."""

    owner_id = models.BigIntegerField()
    name = models.CharField(max_length=40)
    filter = models.JSONField(default=dict)
    order = models.CharField(max_length=20, blank=True, default="")
    columns = models.JSONField(default=list)
    layout = models.CharField(max_length=10, default=Layout.CARDS)
    sharing = models.CharField(max_length=12, default=Sharing.PRIVATE)
    organisation_path = models.CharField(max_length=120, blank=True, default="")
    duty = models.CharField(max_length=20, blank=True, default="")
    changed_at = models.DateTimeField()

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["owner_id", "name"], name="one_view_per_name"),
            models.CheckConstraint(
                condition=Q(sharing__in=sorted(Sharing)), name="view_sharing_is_known"
            ),
            models.CheckConstraint(
                condition=Q(layout__in=sorted(Layout)), name="view_layout_is_known"
            ),
        ]
        indexes = [
            models.Index("sharing", name="view_shared", condition=~Q(sharing=Sharing.PRIVATE))
        ]

    def __str__(self) -> str:
        return self.name


class FirstView(models.Model):
    """The view with which a person's desk opens."""

    person_id = models.BigIntegerField(primary_key=True)
    view = models.ForeignKey(SavedView, models.CASCADE, related_name="+")

    class Meta:
        app_label = "cases"

    def __str__(self) -> str:
        return f"{self.person_id}/{self.view_id}"


class Phrase(models.Model):
    """A standard phrase (常用语) for a move's reason or a reply; `move` empty means any move.

    `text` may hold placeholders in braces, such as {class_name}. `rank` orders, 1 first.
    """

    level = models.CharField(max_length=12)
    organisation_id = models.BigIntegerField(null=True, blank=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    move = models.CharField(max_length=30, blank=True, default="")
    text = models.CharField(max_length=300)
    rank = models.PositiveSmallIntegerField(default=9)
    source = models.CharField(max_length=80, blank=True, default="")
    clause = models.CharField(max_length=80, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        app_label = "cases"
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(level=PhraseLevel.CITY, organisation_id=None, person_id=None)
                    | Q(
                        level=PhraseLevel.ORGANISATION,
                        organisation_id__isnull=False,
                        person_id=None,
                    )
                    | Q(level=PhraseLevel.PERSON, organisation_id=None, person_id__isnull=False)
                ),
                name="phrase_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="phrase_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["level", "organisation_id", "person_id", "move", "text", "valid_from"],
                nulls_distinct=False,
                name="one_phrase_per_text",
            ),
        ]
        indexes = [
            models.Index("person_id", name="phrase_of_person", condition=Q(person_id__isnull=False))
        ]

    def __str__(self) -> str:
        return self.text


class PhraseUse(models.Model):
    """How often a person has taken a phrase; what is used most stands first."""

    person_id = models.BigIntegerField()
    phrase = models.ForeignKey(Phrase, models.CASCADE, related_name="uses")
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["person_id", "phrase"], name="one_use_per_phrase")
        ]

    def __str__(self) -> str:
        return f"{self.person_id}/{self.phrase_id}"


class BulkMove(models.Model):
    """One move for many cases, asked for by one person, and how far it has come."""

    by_id = models.BigIntegerField()
    move = models.CharField(max_length=30)
    details = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=BulkState.RUNNING)
    total = models.PositiveIntegerField()
    moved = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    stale = models.PositiveIntegerField(default=0)
    undoes = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "cases"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=sorted(BulkState)), name="bulk_state_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["by_id", "-id"], name="bulk_by_person"),
            models.Index(
                fields=["touched_at"], name="bulk_running", condition=Q(state=BulkState.RUNNING)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move}/{self.pk}"


class BulkItem(models.Model):
    """One case of a bulk move, with the version that the person saw."""

    bulk = models.ForeignKey(BulkMove, models.CASCADE, related_name="items")
    place = models.PositiveIntegerField()
    case_id = models.BigIntegerField()
    case_no = models.CharField(max_length=20, blank=True, default="")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default=ItemState.PENDING)
    code = models.CharField(max_length=60, blank=True, default="")
    detail = models.CharField(max_length=200, blank=True, default="")
    new_version = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(null=True)

    class Meta:
        app_label = "cases"
        constraints = [
            models.UniqueConstraint(fields=["bulk", "case_id"], name="one_bulk_item_per_case"),
            models.CheckConstraint(
                condition=Q(state__in=sorted(ItemState)), name="bulk_item_state_is_known"
            ),
        ]
        indexes = [models.Index("bulk", "state", "place", name="bulk_item_by_state")]

    def __str__(self) -> str:
        return f"{self.bulk_id}/{self.place}"
