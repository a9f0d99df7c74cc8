"""Which column of a file tells what: a table of the names seen in the field."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping as Dict
from collections.abc import Sequence

from chengmai.cases.intake.words import Field, Mapping
from chengmai.kernel.errors import BadInput

SYNONYMS: dict[Field, tuple[str, ...]] = {
    Field.MESSAGE_NO: (
        "message_no", "messageno", "no", "id", "编号", "留言编号", "工单编号", "工单号", "案件编号",
        "受理编号", "诉求编号", "流水号", "序列号", "unique_key", "caseid", "service_request_id",
    ),
    Field.USER: ("user", "用户", "留言用户", "用户编号", "网友", "留言人", "reporter", "userid"),
    Field.SUBJECT: ("subject", "title", "标题", "主题", "留言主题", "诉求标题", "事项", "问题"),
    Field.DETAIL: (
        "detail", "details", "content", "text", "description", "详情", "留言详情", "内容", "留言内容",
        "诉求内容", "问题描述", "描述", "正文", "反映内容",
    ),
    Field.TIME: (
        "time", "date", "datetime", "created", "created_at", "created_date", "opened", "时间",
        "留言时间", "日期", "提交时间", "上报时间", "受理时间", "来电时间", "诉求时间", "发生时间",
    ),
    Field.LON: ("lon", "lng", "long", "longitude", "x", "经度", "东经"),
    Field.LAT: ("lat", "latitude", "y", "纬度", "北纬"),
    Field.ADDRESS: ("address", "addr", "地址", "地点", "位置", "详细地址", "事发地址", "诉求地址", "问题位置"),
    Field.NAME: ("name", "姓名", "联系人", "市民姓名", "来电人", "诉求人"),
    Field.PHONE: ("phone", "tel", "mobile", "telephone", "电话", "联系电话", "联系方式", "手机", "手机号", "手机号码", "来电号码"),
    Field.CLASS_CODE: ("class_code", "classcode", "类别代码", "小类代码", "分类代码", "案件类别代码"),
    Field.CLASS_NAME: ("class", "class_name", "category", "type", "类别", "分类", "小类", "案件类别", "小类名称", "问题类型"),
}  # fmt: skip
_BY_NAME = {name: kind for kind, names in SYNONYMS.items() for name in names}


def plain_header(header: str) -> str:
    """A header without case, width, spaces and brackets: `留言 编号(必填)` → `留言编号`."""
    text = unicodedata.normalize("NFKC", header).strip().lower()
    for bracket in "([【":
        text = text.split(bracket)[0]
    return "".join(ch for ch in text if not ch.isspace() and ch not in "*:\ufeff")


def signature(headers: Sequence[str]) -> str:
    """The same for files of the same shape, so that a mapping is remembered for the next one."""
    joined = "\x1f".join(plain_header(header) for header in headers)
    return hashlib.sha256(joined.encode()).hexdigest()


def guess_mapping(headers: Sequence[str]) -> Mapping:
    """The first column of each known name; other columns are left out."""
    columns: dict[int, Field] = {}
    for index, header in enumerate(headers):
        kind = _BY_NAME.get(plain_header(header))
        if kind is not None and kind not in columns.values():
            columns[index] = kind
    return Mapping(columns)


def read_mapping(given: Dict[str, object], width: int) -> Mapping:
    """The mapping that a person or a file gave as JSON. Raises BadInput naming what is wrong.

    Columns may be named by index or, with `width` columns, as `{"0": "message_no"}`; an empty
    field leaves the column out.
    """
    raw = given.get("columns", {})
    if not isinstance(raw, dict):
        raise BadInput("`columns` must be an object.", field="mapping.columns")
    columns: dict[int, Field] = {}
    for key, value in raw.items():
        if value in ("", None):
            continue
        columns[_index(key, width)] = _field(value, columns)
    order = str(given.get("date_order", "") or "")
    if order not in ("", "dmy", "mdy"):
        raise BadInput("The date order is dmy or mdy.", field="mapping.date_order")
    system = str(given.get("coordinate_system", "") or "wgs84")
    if system not in ("wgs84", "gcj02", "bd09"):
        raise BadInput("Unknown coordinate system.", field="mapping.coordinate_system")
    return Mapping(columns, order, system)


def _index(key: object, width: int) -> int:
    text = str(key)
    if not text.isdigit() or int(text) >= width:
        raise BadInput("No such column.", field="mapping.columns", given=text, width=width)
    return int(text)


def _field(value: object, taken: dict[int, Field]) -> Field:
    try:
        kind = Field(str(value))
    except ValueError:
        raise BadInput("Unknown field.", field="mapping.columns", given=str(value)) from None
    if kind in taken.values():
        raise BadInput("Two columns for one field.", field="mapping.columns", given=kind.value)
    return kind
