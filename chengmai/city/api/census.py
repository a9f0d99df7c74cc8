"""Census over HTTP: files in, what they would change, taking and undoing; files out.

Who may is asked before a body is read, so that nobody else can make the server take in a large
file; the size is bounded by the setting `census_file_megabytes`.
"""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from ninja import File, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from chengmai.city.api.census_schemas import (
    CensusCheckIn,
    CensusChoices,
    CensusExportIn,
    CensusImportOut,
    CensusImportWholeOut,
    CensusLeftOut,
    CensusRowOut,
    CensusTargetOut,
)
from chengmai.city.census import public as census
from chengmai.city.census.errors import BadChoice
from chengmai.city.census.tasks import work_on
from chengmai.city.census.words import Verdict, Wanted
from chengmai.identity.edge import require_actor
from chengmai.identity.public import person_names
from chengmai.identity.words import Actor
from chengmai.kernel.api import idempotent
from chengmai.kernel.errors import Refusal
from chengmai.kernel.exports.api import ExportOut
from chengmai.kernel.exports.public import export_card
from chengmai.kernel.exports.tasks import make
from chengmai.kernel.problems import refused
from chengmai.kernel.workbooks import XLSX, write_workbook

router = Router(tags=["census"])
_FORM_OVERHEAD = 64 * 1024
_MOST_ON_A_PAGE = 500
_MOST_IN_A_WORKBOOK = 50_000


def keeper(request: HttpRequest) -> Actor:
    """The signed-in system administrator. Raises SessionExpired or NotYours."""
    actor = require_actor(request)
    census.refuse_others(actor)
    return actor


def _asked_first(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Who sends, and how much, is asked before anything reads the body."""

    @functools.wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        try:
            keeper(request)
            census.refuse_too_large(max(0, int(length if length.isdigit() else 0) - _FORM_OVERHEAD))
        except Refusal as refusal:
            return refused(refusal)
        return view(request, *args, **kwargs)

    return asked


@router.get("/targets", response=list[CensusTargetOut], summary="What can be imported and exported")
def get_targets(request: HttpRequest) -> list[dict[str, Any]]:
    keeper(request)
    return census.target_cards()


@router.post("/imports", response={201: CensusImportOut}, summary="Send a file")
@decorate_view(_asked_first)
@idempotent
def post_import(request: HttpRequest, file: File[UploadedFile]) -> Status[dict[str, Any]]:
    row = census.receive_file(
        content=cast(IO[bytes], file), file_name=file.name or "", actor=keeper(request), at=timezone.now()
    )  # fmt: skip
    work_on.defer(import_id=row.pk)
    return Status(201, _card(row))


@router.get("/imports", response=list[CensusImportOut], summary="Imports, newest first")
def get_imports(request: HttpRequest, limit: int = 50) -> list[dict[str, Any]]:
    rows = census.imports_seen_by(keeper(request))[: max(1, min(limit, _MOST_ON_A_PAGE))]
    return [_card(row) for row in rows]


@router.get("/imports/{int:import_id}", response=CensusImportWholeOut, summary="One import")
def get_one(request: HttpRequest, import_id: int) -> dict[str, Any]:
    return _whole(census.get_import(keeper(request), import_id))


@router.get("/imports/{int:import_id}/guess", response=CensusChoices, summary="Guessed choices")
def get_guess(request: HttpRequest, import_id: int, layer: str, target: str) -> dict[str, Any]:
    return census.guess(census.get_import(keeper(request), import_id), layer, target)


@router.get("/imports/{int:import_id}/sample", response=dict[str, Any], summary="Sample as GeoJSON")
def get_sample(
    request: HttpRequest, import_id: int, layer: str = "", system: str = "", swapped: bool = False
) -> dict[str, Any]:
    row = census.get_import(keeper(request), import_id)
    return census.sample_on_map(row, layer, system, swapped=swapped)


@router.post(
    "/imports/{int:import_id}/check", response={202: CensusImportWholeOut}, summary="Dry run"
)
def post_check(request: HttpRequest, import_id: int, body: CensusCheckIn) -> Status[dict[str, Any]]:
    row = census.start_check(
        import_id=import_id, target=body.target, choices=body.choices.dict(), actor=keeper(request),
        at=timezone.now(),
    )  # fmt: skip
    work_on.defer(import_id=row.pk)
    return Status(202, _whole(row))


@router.post(
    "/imports/{int:import_id}/pictures",
    response={201: CensusImportWholeOut},
    summary="Send a zip of pictures beside the file",
)
@decorate_view(_asked_first)
@idempotent
def post_pictures(
    request: HttpRequest, import_id: int, file: File[UploadedFile]
) -> Status[dict[str, Any]]:
    row = census.add_pictures(
        import_id=import_id, content=cast(IO[bytes], file), file_name=file.name or "",
        actor=keeper(request), at=timezone.now(),
    )  # fmt: skip
    return Status(201, _whole(row))


@router.delete(
    "/imports/{int:import_id}/pictures", response=CensusImportWholeOut, summary="Without pictures"
)
def delete_pictures(request: HttpRequest, import_id: int) -> dict[str, Any]:
    row = census.drop_pictures(import_id=import_id, actor=keeper(request), at=timezone.now())
    return _whole(row)


@router.post(
    "/imports/{int:import_id}/take", response={202: CensusImportWholeOut}, summary="Take it"
)
def post_take(request: HttpRequest, import_id: int) -> Status[dict[str, Any]]:
    row = census.start_take(import_id=import_id, actor=keeper(request), at=timezone.now())
    work_on.defer(import_id=row.pk)
    return Status(202, _whole(row))


@router.post("/imports/{int:import_id}/cancel", response=CensusImportWholeOut, summary="Stop")
def post_cancel(request: HttpRequest, import_id: int) -> dict[str, Any]:
    return _whole(census.cancel(import_id=import_id, actor=keeper(request), at=timezone.now()))


@router.post(
    "/imports/{int:import_id}/undo", response={202: CensusImportWholeOut}, summary="Take back"
)
def post_undo(request: HttpRequest, import_id: int) -> Status[dict[str, Any]]:
    row = census.start_undo(import_id=import_id, actor=keeper(request), at=timezone.now())
    work_on.defer(import_id=row.pk)
    return Status(202, _whole(row))


@router.get("/imports/{int:import_id}/rows", response=list[CensusRowOut], summary="Checked rows")
def get_rows(
    request: HttpRequest, import_id: int, verdict: Verdict | None = None, reason: str = "", q: str = "",
    after: int = 0, limit: int = 100,
) -> list[dict[str, Any]]:  # fmt: skip
    row = census.get_import(keeper(request), import_id)
    return census.rows_of(
        row, verdict=verdict or "", reason=reason[:40], q=q[:100], after=_small(after),
        limit=max(1, min(limit, _MOST_ON_A_PAGE)),
    )  # fmt: skip


@router.get(
    "/imports/{int:import_id}/left", response=list[CensusLeftOut], summary="Rows not undone"
)
def get_left(request: HttpRequest, import_id: int, after: int = 0) -> list[dict[str, Any]]:
    return census.left_alone(census.get_import(keeper(request), import_id), after=_small(after))


@router.get("/imports/{int:import_id}/map", response=dict[str, Any], summary="Rows as GeoJSON")
def get_map(
    request: HttpRequest, import_id: int, bbox: str, verdict: Verdict | None = None
) -> dict[str, Any]:
    row = census.get_import(keeper(request), import_id)
    return census.rows_on_map(row, _box(bbox), verdict=verdict or "")


@router.get("/imports/{int:import_id}/report.xlsx", summary="Row report as a workbook")
def get_workbook(
    request: HttpRequest, import_id: int, verdict: Verdict | None = None
) -> HttpResponse:
    row = census.get_import(keeper(request), import_id)
    wanted = getattr(row, verdict) if verdict else row.total
    if wanted > _MOST_IN_A_WORKBOOK:
        raise BadChoice("The report is too long for a workbook.", field="verdict", limit=_MOST_IN_A_WORKBOOK, remedy="Take the report as CSV, or only the refused rows.")  # fmt: skip
    heads = [(head, 120) for head in census.report_heads(row)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.xlsx"
        write_workbook(
            path, title="导入报告", heads=heads, rows=census.report_lines(row, verdict or "")
        )
        answer = HttpResponse(path.read_bytes(), content_type=XLSX)
    _name(answer, row.pk, "xlsx")
    return answer


@router.get("/imports/{int:import_id}/report.csv", summary="Row report as text, any length")
def get_text(
    request: HttpRequest, import_id: int, verdict: Verdict | None = None
) -> StreamingHttpResponse:
    row = census.get_import(keeper(request), import_id)
    census.rows_of(row, limit=1)
    lines = _csv(census.report_heads(row), census.report_lines(row, verdict or ""))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    _name(answer, row.pk, "csv")
    return answer


@router.post("/exports", response={202: ExportOut}, summary="Order a file of the city's data")
def post_export(request: HttpRequest, body: CensusExportIn) -> Status[dict[str, Any]]:
    row = census.ask_census_export(
        wanted=Wanted(**body.dict()), actor=keeper(request), at=timezone.now()
    )
    make.defer(export_id=row.pk)
    return Status(202, export_card(row))


def _card(row: Any) -> dict[str, Any]:
    return census.import_card(row) | {"by_name": _by(row)}


def _whole(row: Any) -> dict[str, Any]:
    return census.whole_card(row) | {"by_name": _by(row)}


def _by(row: Any) -> str:
    return person_names([row.by_id]).get(row.by_id, "") if row.by_id else ""


def _small(number: int) -> int:
    return max(0, min(number, 2**31 - 1))


def _box(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(side) for side in text.split(","))
    except ValueError:
        west, south, east, north = 0.0, 0.0, 0.0, 0.0
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise BadChoice(
            "This is no box.", field="bbox", remedy="West, south, east, north in degrees."
        )
    return west, south, east, north


def _csv(heads: list[str], lines: Iterator[list[str]]) -> Iterator[bytes]:
    """Text for spreadsheets: UTF-8 with a mark; what looks like a formula stays text."""
    yield b"\xef\xbb\xbf"
    yield _csv_line(heads)
    for line in lines:
        yield _csv_line([census.safe_cell(cell) for cell in line])


def _csv_line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def _name(answer: HttpResponseBase, import_id: int, suffix: str) -> None:
    answer["Content-Disposition"] = f"attachment; filename=import-{import_id}-report.{suffix}"
    answer["Cache-Control"] = "private, no-store"
