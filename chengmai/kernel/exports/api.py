"""HTTP of exports: my files, one of them, its bytes, and away with it.

Only the signed-in person who asked reaches a file; there is no link that works without a session.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from chengmai.kernel.errors import Refusal
from chengmai.kernel.exports.actions import drop_export, fetch_export
from chengmai.kernel.exports.queries import export_card, export_of, exports_of
from chengmai.kernel.exports.registry import kind_of
from chengmai.kernel.exports.words import ExportState

router = Router(tags=["exports"])
SHOWN = 50


class NobodySignedIn(Refusal):
    """The same answer as for every page of staff."""

    code = "identity.session_expired"
    status = 401


class ExportOut(Schema):
    """One file; `done` of `total` rows or cases are in it so far."""

    id: int
    kind: str
    title: str
    state: ExportState
    total: int
    done: int
    file_name: str
    bytes: int
    error: str
    asked_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None


@router.get("", response=list[ExportOut], summary="My exports, newest first")
def list_exports(request: HttpRequest) -> list[dict[str, Any]]:
    return [export_card(row) for row in exports_of(person_of(request))[:SHOWN]]


@router.get("/{int:export_id}", response=ExportOut, summary="One export")
def show_export(request: HttpRequest, export_id: int) -> dict[str, Any]:
    return export_card(export_of(person_of(request), export_id))


@router.delete("/{int:export_id}", response=ExportOut, summary="Stop or delete an export")
def delete_export(request: HttpRequest, export_id: int) -> dict[str, Any]:
    row = drop_export(person=person_of(request), export_id=export_id, at=timezone.now())
    return export_card(row)


@router.get("/{int:export_id}/file", summary="The file")
def get_file(request: HttpRequest, export_id: int) -> FileResponse:
    row, file = fetch_export(person=person_of(request), export_id=export_id, at=timezone.now())
    answer = FileResponse(file, content_type=kind_of(row.kind).content_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(row.file_name)}"
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def person_of(request: HttpRequest) -> int:
    """The number of whoever is signed in; 401 when nobody is."""
    number = getattr(getattr(request, "actor", None), "id", None)
    if number is None:
        raise NobodySignedIn("Please sign in again.")
    return int(number)
