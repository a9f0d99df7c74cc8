"""The case (案件): one problem in the city, from report to close."""

from __future__ import annotations

import struct
from typing import Any

from django.contrib.gis.db import models
from django.contrib.gis.db.models.functions import Transform
from django.contrib.postgres.indexes import GistIndex
from django.db.models import Q

from ..events import WhichCase
from ..words import TERMINAL, AppealState, PendingKind, Stage
from .lists import CLOSING_INDEX, LIST_INDEXES, OPEN_STAGES

MAPPED = [
    *("id", "point_3857", "stage", "kind", "class_code", "urgent", "reported_at", "source"),
    *("lamp_due_at", "lamp_warn_at", "grid_code", "duty_grid_code"),
    *("organisation_id", "organisation_path", "handler_id", "collector_id", "reporter_id"),
]


def _text(length: int, **kwargs: Any) -> models.CharField[Any, Any]:
    return models.CharField(max_length=length, blank=True, default="", db_default="", **kwargs)


def _count() -> models.PositiveSmallIntegerField[Any, Any]:
    return models.PositiveSmallIntegerField(default=0, db_default=0)


def _flag() -> models.BooleanField[Any, Any]:
    return models.BooleanField(default=False, db_default=False)


def _moment() -> models.DateTimeField[Any, Any]:
    return models.DateTimeField(null=True)


class Case(models.Model):
    """One problem. Every column but the required ones has a default in the database too.

    `point` is WGS 84; null until somebody has found the place of a message that came without
    one. `organisation_*` is the lead unit of the present dispatch. `lamp_*_at` are of the clock
    that governs the present stage, all null when the stage is untimed; `due_at` is the handling
    deadline. `clocks` is a `rules.clocks.ClockBook` in JSON (decision 0060).
    """

    case_no = models.CharField(max_length=20, unique=True)
    version = models.PositiveIntegerField(default=1, db_default=1)
    stage = _text(20)
    kind = _text(10)  # component | matter
    class_code = _text(10)
    condition_id = models.BigIntegerField(null=True)
    management_level = _text(1)
    description = models.TextField(blank=True, default="", db_default="")
    address = _text(200)

    point = models.PointField(srid=4326, null=True, spatial_index=False)
    point_3857 = models.GeneratedField(
        expression=Transform("point", 3857),
        output_field=models.PointField(srid=3857, null=True, spatial_index=False),
        db_persist=True,
    )
    grid_code = _text(15)
    community_code = _text(12)
    street_code = _text(9)
    district_code = _text(6)
    duty_grid_code = _text(20)

    source = models.CharField(max_length=20)
    source_key = _text(80)
    reporter_id = models.BigIntegerField(null=True)
    report_count = models.PositiveIntegerField(default=1, db_default=1)
    urgent = _flag()
    supervised = _flag()
    self_disposed = _flag()

    organisation_id = models.BigIntegerField(null=True)
    organisation_path = _text(120)
    handler_id = models.BigIntegerField(null=True)
    finished_by_id = models.BigIntegerField(null=True)
    collector_id = models.BigIntegerField(null=True)
    open_parts = _count()
    has_parts = _flag()

    pending = models.JSONField(null=True)
    pending_kind = _text(20)
    pending_duty = _text(20)  # who has to decide on it now
    returned_from = _text(20)
    receiver_id = models.BigIntegerField(null=True)
    return_count = _count()
    extension_count = _count()
    suspension_count = _count()
    suspended_until = _moment()
    reminded_at = _moment()
    rework_no = _count()
    appeal = _text(10)
    timeout_exempt = _flag()
    check_passed = _flag()
    handled_in_time = models.BooleanField(null=True)
    special_reason = _text(20)

    occurred_at = _moment()
    reported_at = models.DateTimeField()
    stage_since = models.DateTimeField()
    accepted_at = _moment()
    registered_at = _moment()
    dispatched_at = _moment()
    finished_at = _moment()
    confirmed_at = _moment()
    checked_at = _moment()
    closed_at = _moment()
    first_closed_at = _moment()

    due_at = _moment()
    lamp_start_at = _moment()
    lamp_warn_at = _moment()
    lamp_due_at = _moment()
    clocks = models.JSONField(default=dict, db_default={})

    media = models.JSONField(default=dict, db_default={})  # {"before": [ids], "after": [ids], …}
    links = models.JSONField(default=list, db_default=[])  # [{"kind": …, "ref": …, "at": …}]
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )
    before_merge = models.JSONField(null=True)  # stage and moment, to restore on un-merge

    # The end of the case's chain in the ledger, where the row was read to be moved.
    ledger_head: tuple[int, bytes] | None = None

    @property
    def which(self) -> WhichCase:
        """What every fact says of this case."""
        return {
            "case_id": self.pk,
            "case_no": self.case_no,
            "organisation_id": self.organisation_id,
            "organisation_path": self.organisation_path,
            "division": self.grid_code,
        }

    @property
    def lon_lat(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees, WGS 84.

        Read off the little-endian EWKB as it came from the database: asking a GEOS point took a
        twentieth of a move.
        """
        raw = self.__dict__["point"]
        if isinstance(raw, str) and raw.startswith("01"):
            lon, lat = struct.unpack("<dd", bytes.fromhex(raw[-32:]))
            return lon, lat
        return (self.point.x, self.point.y) if self.point else None

    class Meta:
        app_label = "cases"
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=sorted(Stage)), name="case_stage_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=sorted(TERMINAL)) | Q(closed_at__isnull=False),
                name="ended_case_has_closing_time",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.CLOSED) | Q(check_passed=True) | Q(self_disposed=True),
                name="closed_case_was_checked",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.MERGED) | Q(merged_into__isnull=False),
                name="merged_case_names_its_master",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.PENDING_DEPARTMENT, Stage.HANDLING, Stage.FEEDBACK])
                | Q(organisation_id__isnull=False, due_at__isnull=False),
                name="dispatched_case_has_unit_and_deadline",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.SUSPENDED) | Q(suspended_until__isnull=False),
                name="suspended_case_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(pending_kind="") | Q(pending_kind__in=sorted(PendingKind)),
                name="case_pending_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(appeal__in=sorted(AppealState)), name="case_appeal_is_known"
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.SPECIAL_CLOSED) | Q(special_reason=""),
                name="special_reason_only_on_special_close",
            ),
            models.CheckConstraint(
                condition=Q(grid_code="") | Q(grid_code__regex=r"^\d{15}$"),
                name="case_grid_has_15_digits",
            ),
        ]
        # Lists are read in the order of reporting: open cases along one index, ended ones along
        # one for each filter and way of seeing (`lists.py`; decision 0100).
        # Migration 0010 also has one of the last digits of the number (`case_by_number_tail`).
        indexes = [
            *LIST_INDEXES,
            CLOSING_INDEX,
            *(
                models.Index(
                    fields=fields,
                    name=f"case_by_{name}",
                    condition=Q(**{f"{fields[0].lstrip('-')}__isnull": False}),
                )
                for name, fields in (
                    ("lamp", ["lamp_due_at", "id"]),
                    ("master", ["merged_into"]),
                )
            ),
            models.Index(
                fields=["pending_duty", "id"],
                name="case_by_pending",
                condition=~Q(pending_kind=""),
            ),
            # The same list of stages as in `queries.lamps`, so that the planner may use it.
            GistIndex(fields=["point_3857"], name="case_drawn", condition=Q(stage__in=OPEN_STAGES)),
            # The map of a period is drawn out of this index alone: ended cases hardly change, and
            # what the map shows, filters by and scopes by stands in it beside the place.
            GistIndex(
                fields=["point_3857"],
                include=MAPPED,
                name="case_of_period",
                condition=Q(closed_at__isnull=False),
            ),
            models.Index(
                fields=["suspended_until"],
                name="case_by_suspension",
                condition=Q(stage=Stage.SUSPENDED),
            ),
        ]

    def __str__(self) -> str:
        return self.case_no
