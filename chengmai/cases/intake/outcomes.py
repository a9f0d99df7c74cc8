"""How each row of a chunk fares: a new case, a repeat of a known message, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from chengmai.cases.actions.report import report_case
from chengmai.cases.intake.columns import read_mapping
from chengmai.cases.intake.errors import RowRefused
from chengmai.cases.intake.messages import read_message
from chengmai.cases.intake.models import ImportBatch, ImportRow
from chengmai.cases.intake.words import Mapping, Message, RawRow, Reason, RowState
from chengmai.cases.words import CaseSource
from chengmai.city.public import class_cards, geocode, locate
from chengmai.identity.public import remember_contact
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.places import CoordinateSystem, to_wgs84
from chengmai.kernel.secrets import blind_index

_FIELDS = (
    "state", "reason", "detail", "source_key", "content_key", "case_id", "case_no", "tracking_no"
)  # fmt: skip


@dataclass
class _Known:
    """Messages that are cases already, found by number and by words."""

    by_key: dict[str, ImportRow]
    by_words: dict[str, ImportRow]

    def add(self, row: ImportRow) -> None:
        self.by_key.setdefault(row.source_key, row)
        self.by_words.setdefault(row.content_key, row)


def take_rows(batch: ImportBatch, rows: Sequence[ImportRow], *, actor: Actor, at: datetime) -> None:
    """Decide on each row in order, report what is new, and save the rows' states."""
    mapping = read_mapping(batch.mapping, len(batch.columns))
    read: list[tuple[ImportRow, Message]] = []
    for row in rows:
        row.state = RowState.REFUSED
        try:
            message = read_message(_raw(row), mapping, now=at)
        except RowRefused as refused:
            row.reason, row.detail = refused.reason, refused.detail[:200]
            continue
        row.source_key, row.content_key = message.source_key, message.content_key
        read.append((row, message))
    known = _known(batch, (message for _, message in read))
    for row, message in read:
        if not _repeats(row, known):
            _report(row, message, mapping, dry_run=batch.dry_run, actor=actor, at=at)
        if row.state == RowState.CREATED:
            known.add(row)
    ImportRow.objects.bulk_update(rows, _FIELDS, batch_size=500)


def _raw(row: ImportRow) -> RawRow:
    """The row as the file had it; a reason found while reading the file stays."""
    found = row.reason if row.reason in _FILE_REASONS else None
    return RawRow(row.number, tuple(row.values), Reason(found) if found else None, row.detail)


_FILE_REASONS = frozenset(
    {
        Reason.TEXT_TOO_LONG, Reason.ROW_SHAPE, Reason.UNCLOSED_QUOTE, Reason.UNREADABLE_BYTES,
        Reason.FORMULA_WITHOUT_VALUE, Reason.CELL_ERROR,
    }
)  # fmt: skip


def _known(batch: ImportBatch, messages: Iterable[Message]) -> _Known:
    keys, words = [], []
    for message in messages:
        keys.append(message.source_key)
        words.append(message.content_key)
    mine = Q(case_id__isnull=False)
    if batch.dry_run:
        mine |= Q(batch=batch, state=RowState.CREATED)
    found = _Known({}, {})
    for row in ImportRow.objects.filter(mine, source_key__in=keys).order_by("pk"):
        found.by_key.setdefault(row.source_key, row)
    for row in ImportRow.objects.filter(mine, content_key__in=words).order_by("pk"):
        found.by_words.setdefault(row.content_key, row)
    return found


def _repeats(row: ImportRow, known: _Known) -> bool:
    """Mark a row whose number or words are known; say so."""
    same = known.by_key.get(row.source_key)
    if same is not None and same.content_key != row.content_key:
        row.reason, row.detail = Reason.NUMBER_TAKEN, _where(same, row)
        return True
    reason = Reason.SAME_NUMBER if same is not None else Reason.SAME_TEXT
    same = same or known.by_words.get(row.content_key)
    if same is None:
        return False
    row.state, row.reason, row.detail = RowState.REPEATED, reason, _where(same, row)
    row.case_id, row.case_no, row.tracking_no = same.case_id, same.case_no, same.tracking_no
    return True


def _where(same: ImportRow, row: ImportRow) -> str:
    within = f"row {same.number}" if same.batch_id == row.batch_id else f"import {same.batch_id}"
    return f"{within} {same.case_no}".strip()


def _report(
    row: ImportRow,
    message: Message,
    mapping: Mapping,
    *,
    dry_run: bool,
    actor: Actor,
    at: datetime,
) -> None:
    row.reason = row.detail = ""
    try:
        class_code, note = _class_code(message, mapping)
        point = _point(message, mapping)
        if point is None and message.address:
            point, told = _by_address(message.address)
            note = f"{note} {told}".strip()
        row.detail = note[:200]
        if not dry_run:
            _open_case(row, message, class_code, point, actor=actor, at=at)
    except RowRefused as refused:
        row.reason, row.detail = refused.reason, refused.detail[:200]
        return
    except Refusal as refusal:
        row.reason, row.detail = Reason.REFUSED_BY_RULE, f"{refusal.code}: {refusal}"[:200]
        return
    if row.state != RowState.REPEATED:
        row.state = RowState.CREATED


def _open_case(
    row: ImportRow,
    message: Message,
    class_code: str,
    point: tuple[float, float] | None,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    contact_id = _contact(row, message, at)
    receipt = report_case(
        actor=actor,
        at=at,
        description=message.text,
        class_code=class_code,
        lon=point[0] if point else None,
        lat=point[1] if point else None,
        address=message.address,
        source=CaseSource.IMPORT,
        source_key=message.source_key,
        contact_id=contact_id,
        device_key=_known_as(message.user),
        occurred_at=message.said_at,
    )
    row.case_id, row.case_no = receipt.case_id, receipt.case_no
    row.tracking_no = receipt.tracking_no
    if receipt.repeated:
        row.state, row.reason = RowState.REPEATED, Reason.SAME_NUMBER


def _contact(row: ImportRow, message: Message, at: datetime) -> int | None:
    """Who can be told of progress; a number that cannot be one is noted, the message arrives."""
    if not message.phone:
        return None
    try:
        return remember_contact(name=message.name, phone=message.phone, at=at)
    except BadInput:
        row.detail = f"{row.detail} phone not usable".strip()
        return None


def _known_as(user: str) -> str:
    """What the messages of one user share, without the name that the file gives."""
    return f"import:{blind_index(user, 'import.user')}" if user else ""


def _class_code(message: Message, mapping: Mapping) -> tuple[str, str]:
    """The class by code or name. An unknown code is refused; an unknown name is noted."""
    given = message.class_code
    if not given:
        return "", ""
    cards = class_cards()
    if given in cards:
        return given, ""
    by_name = [card.code for card in cards.values() if card.name == given]
    if len(by_name) == 1:
        return by_name[0], ""
    if any(kind == "class_code" for kind in mapping.columns.values()):
        raise RowRefused(Reason.CLASS_UNKNOWN, given)
    return "", f"class not known: {given}"


def _by_address(address: str) -> tuple[tuple[float, float] | None, str]:
    """The place that the address says, where it is sure enough (decision 0073), and what to note.

    A message whose address nobody can place still arrives, without a position.
    """
    found = geocode(address)
    if found.best is None or not found.certain:
        return None, f"address not located: {found.why}"
    best = found.best
    try:
        locate(best.lon, best.lat)
    except Refusal:
        return None, "address not located: outside the grids"
    return (best.lon, best.lat), (
        f"located by address: {best.text} ({best.score:.2f}, {best.precision_m:.0f} m)"
    )


def _point(message: Message, mapping: Mapping) -> tuple[float, float] | None:
    """The place in WGS 84, inside the city; None for a message that says no position."""
    if message.lon is None or message.lat is None:
        return None
    try:
        lon, lat = to_wgs84(message.lon, message.lat, CoordinateSystem(mapping.coordinate_system))
        locate(lon, lat)
    except Refusal as refusal:
        raise RowRefused(Reason.POSITION_IMPLAUSIBLE, str(refusal)[:200]) from None
    return lon, lat
