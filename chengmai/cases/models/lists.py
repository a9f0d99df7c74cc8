"""The indexes along which lists of cases are read; `queries.walks` says how. Decision 0100.

Whatever a list filters by stands in each of them behind the order, so that a case that does not fit
is passed over inside the index. Those of ended cases are written once, when the case ends.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import OpClass
from django.db.models import F, Index, Q
from django.db.models.expressions import OrderBy
from django.db.models.functions import Collate, Left
from django.db.models.indexes import IndexExpression

from ..words import TERMINAL, Stage

# As django.contrib.postgres does, of which nothing else is needed.
IndexExpression.register_wrappers(OrderBy, OpClass, Collate)

OPEN_STAGES = sorted(set(Stage) - TERMINAL)
DROPPED_STAGES = sorted(TERMINAL - {Stage.CLOSED})
_ENDED = Q(closed_at__isnull=False)
_ORDER = (F("reported_at").desc(), F("id").desc())
# Asked by prefix, so they are compared byte by byte.
_PREFIXED = {"class_code", "grid_code", "organisation_path"}
_FACETS = (
    *("class_code", "kind", "stage", "source", "organisation_id", "grid_code"),
    *("urgent", "supervised"),
)
_SCOPES = ("organisation_path", "duty_grid_code", "handler_id", "collector_id", "reporter_id")
# What the map of a period draws and scopes by, read out of the index beside the order.
_MAPPED = (
    *("point_3857", "lamp_due_at", "lamp_warn_at", "duty_grid_code", "organisation_path"),
    *("handler_id", "collector_id", "reporter_id"),
)
# What figures by source count (`desk.queries.sources`), and by what they are scoped.
_COUNTED = (
    *("id", "source", "reported_at", "registered_at", "confirmed_at", "handled_in_time"),
    *("timeout_exempt", "rework_no", "grid_code", "duty_grid_code", "organisation_path"),
    *("handler_id", "collector_id", "reporter_id"),
)


def _column(name: str) -> F | OpClass:
    return OpClass(F(name), "text_pattern_ops") if name in _PREFIXED else F(name)


def _columns(*leading: str) -> tuple[F | OpClass, ...]:
    return tuple(_column(name) for name in leading)


def _rest(*leading: str) -> tuple[F | OpClass, ...]:
    return tuple(_column(name) for name in _FACETS if name not in leading)


def _ended(name: str, *leading: str, also: Q | None = None) -> Index:
    return Index(
        *_columns(*leading),
        *_ORDER,
        *_rest(*leading),
        name=f"case_ended_by_{name}",
        condition=_ENDED if also is None else _ENDED & also,
    )


LIST_INDEXES = (
    Index(
        *_ORDER,
        *_columns(*_FACETS, *_SCOPES),
        *(F(name) for name in ("lamp_due_at", "lamp_warn_at")),
        name="case_open_listed",
        condition=Q(stage__in=OPEN_STAGES),
    ),
    Index(*_ORDER, *_rest(), include=_MAPPED, name="case_ended_in_time", condition=_ENDED),
    _ended("class", "class_code"),
    _ended("grid", "grid_code"),
    _ended("source", "source"),
    _ended("unit", "organisation_id"),
    _ended("path", "organisation_path", also=~Q(organisation_path="")),
    _ended("duty_grid", "duty_grid_code"),
    *(
        _ended(name, f"{name}_id", also=Q(**{f"{name}_id__isnull": False}))
        for name in ("handler", "collector", "reporter")
    ),
    *(
        Index(
            Left("grid_code", digits),
            *_ORDER,
            *_rest(),
            name=f"case_ended_by_{name}",
            condition=_ENDED,
        )
        for name, digits in (("district", 6), ("street", 9))
    ),
    # Few: urgent, supervised, ended in another way than closed.
    *(
        Index(
            *_ORDER, *_rest(name), name=f"case_ended_{name}", condition=_ENDED & Q(**{name: True})
        )
        for name in ("urgent", "supervised")
    ),
    _ended("dropping", "stage", also=Q(stage__in=DROPPED_STAGES)),
)
CLOSING_INDEX = Index(
    F("closed_at").desc(), include=_COUNTED, name="case_ended_by_closing", condition=_ENDED
)
