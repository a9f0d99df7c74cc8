"""The words of intake: what a column may mean, how a row fared, and why it was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MAX_FILE_BYTES = 60 * 1024 * 1024
MAX_ROWS = 100_000
MAX_TEXT = 20_000  # characters of one message; the longest real one seen has under 5,000
MAX_CELL_KEPT = 400  # characters of an over-long cell that the row report keeps


class Field(StrEnum):
    """What a column of the file tells."""

    MESSAGE_NO = "message_no"  # 留言编号
    USER = "user"  # 留言用户
    SUBJECT = "subject"  # 主题
    DETAIL = "detail"  # 内容
    TIME = "time"  # 留言时间
    LON = "lon"  # 经度
    LAT = "lat"  # 纬度
    ADDRESS = "address"  # 地址
    NAME = "name"  # 姓名
    PHONE = "phone"  # 电话
    CLASS_CODE = "class_code"  # 类别代码
    CLASS_NAME = "class_name"  # 类别名称


class BatchState(StrEnum):
    """Where an import stands."""

    READING = "reading"
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class RowState(StrEnum):
    """How one row fared."""

    PENDING = "pending"  # 待导入
    CREATED = "created"  # 已建案
    REPEATED = "repeated"  # 重复
    REFUSED = "refused"  # 未导入


class Reason(StrEnum):
    """Why a row did not become a case, or whom it repeats."""

    EMPTY = "empty"
    NO_TEXT = "no_text"
    TEXT_TOO_LONG = "text_too_long"
    ROW_SHAPE = "row_shape"
    UNCLOSED_QUOTE = "unclosed_quote"
    UNREADABLE_BYTES = "unreadable_bytes"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    CELL_ERROR = "cell_error"
    TIME_UNREADABLE = "time_unreadable"
    TIME_AMBIGUOUS = "time_ambiguous"
    TIME_IMPLAUSIBLE = "time_implausible"
    POSITION_UNREADABLE = "position_unreadable"
    POSITION_IMPLAUSIBLE = "position_implausible"
    CLASS_UNKNOWN = "class_unknown"
    NUMBER_TAKEN = "number_taken"
    SAME_NUMBER = "same_number"
    SAME_TEXT = "same_text"
    REFUSED_BY_RULE = "refused_by_rule"


REASON_WORDS = {
    Reason.EMPTY: "空行",
    Reason.NO_TEXT: "没有主题和内容",
    Reason.TEXT_TOO_LONG: "文字过长",
    Reason.ROW_SHAPE: "列数多于表头,可能是引号或分隔符有误",
    Reason.UNCLOSED_QUOTE: "引号没有闭合",
    Reason.UNREADABLE_BYTES: "含有无法识别的字节",
    Reason.FORMULA_WITHOUT_VALUE: "公式单元格没有保存结果,请在表格软件中重新保存后再导入",
    Reason.CELL_ERROR: "单元格是错误值",
    Reason.TIME_UNREADABLE: "时间无法识别",
    Reason.TIME_AMBIGUOUS: "日月顺序不明确,请指定日期顺序",
    Reason.TIME_IMPLAUSIBLE: "时间不合理",
    Reason.POSITION_UNREADABLE: "经纬度无法识别",
    Reason.POSITION_IMPLAUSIBLE: "位置不在本市",
    Reason.CLASS_UNKNOWN: "类别不存在",
    Reason.NUMBER_TAKEN: "编号已用于另一条内容不同的留言",
    Reason.SAME_NUMBER: "编号重复",
    Reason.SAME_TEXT: "同一用户的相同内容",
    Reason.REFUSED_BY_RULE: "未通过上报规则",
}
ROW_STATE_WORDS = {
    RowState.PENDING: "待导入",
    RowState.CREATED: "已建案",
    RowState.REPEATED: "重复",
    RowState.REFUSED: "未导入",
}


@dataclass(frozen=True)
class Mapping:
    """Which column tells what, and how dates and coordinates are to be read.

    `columns` maps a column's index (from 0) to its field. `date_order` settles dates such as
    03/04/2019: `dmy`, `mdy`, or empty to have them reported. `coordinate_system` is that of the
    file's positions (`wgs84`, `gcj02`, `bd09`).
    """

    columns: dict[int, Field]
    date_order: str = ""
    coordinate_system: str = "wgs84"

    def as_json(self) -> dict[str, object]:
        """The form that is kept and shown."""
        return {
            "columns": {str(index): name.value for index, name in self.columns.items()},
            "date_order": self.date_order,
            "coordinate_system": self.coordinate_system,
        }


@dataclass(frozen=True)
class RawRow:
    """One row as the file has it. `number` counts as a person does: the header is row 1."""

    number: int
    values: tuple[str, ...]
    reason: Reason | None = None
    detail: str = ""


@dataclass(frozen=True)
class Table:
    """A file that could be opened: its header and its rows."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    notes: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True)
class Message:
    """A row that can become a report. `content_key` is the same for the same person and words."""

    number: int
    source_key: str
    content_key: str
    text: str
    said_at: datetime | None = None
    lon: float | None = None
    lat: float | None = None
    address: str = ""
    name: str = ""
    phone: str = ""
    user: str = ""
    class_code: str = ""
