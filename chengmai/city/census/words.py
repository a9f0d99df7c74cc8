"""The words of census: files, targets, fields, verdicts and reasons."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

MOST_COLUMNS = 250
MOST_PHOTOS = 20  # of one component


class FileKind(StrEnum):
    """What a file is, told by its content."""

    SHAPEFILE = "shapefile"
    GEOPACKAGE = "geopackage"
    GEOJSON = "geojson"
    KML = "kml"
    CSV = "csv"
    XLSX = "xlsx"
    OSM = "osm"


class ImportState(StrEnum):
    """Where an import stands."""

    RECEIVED = "received"  # the worker looks into the file
    FOUND = "found"  # a person chooses layer, system and columns
    CHECKING = "checking"
    CHECKED = "checked"  # the difference can be looked at
    TAKING = "taking"
    TAKEN = "taken"
    CANCELLED = "cancelled"  # stopped; `position` tells how far it had come
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"


WORKING = (ImportState.RECEIVED, ImportState.CHECKING, ImportState.TAKING, ImportState.UNDOING)


class Step(StrEnum):
    """What a working import is doing now."""

    NONE = ""
    OPENING = "opening"
    READING = "reading"
    VALUES = "values"
    PICTURES = "pictures"
    COMPARING = "comparing"
    TAKING = "taking"
    UNDOING = "undoing"


class Verdict(StrEnum):
    """What taking a row would do."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Shape(StrEnum):
    """Which geometry a target keeps."""

    POINT = "point"
    LINE = "line"
    AREA = "area"
    NONE = "none"


class FieldKind(StrEnum):
    """How the text of a cell is read."""

    TEXT = "text"
    CODE = "code"  # digits or word without spaces; a rounded number is refused
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"
    ORGANISATION = "organisation"
    PERSON = "person"
    HOUSE = "house"  # a house number: 12, 12号, 12-3号, 12号甲
    PICTURES = "pictures"  # names of pictures, sent beside the table
    LON = "lon"
    LAT = "lat"


@dataclass(frozen=True)
class FieldSpec:
    """One field of a target: the column it fills and the headers by which it is known.

    `choices` maps the words seen in files to the value kept. `fallback` is SQL for an added row
    whose cell is blank (written by us). A field without `column` only helps to check.
    """

    name: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    column: str = ""
    needed: bool = False
    longest: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[str, ...] = ()
    fallback: str = "NULL"
    digits: tuple[int, ...] = ()
    exported: str = ""  # its name of at most 10 characters in a Shapefile
    out: str = ""  # SQL of its value over a stored row `t`, where that is not its column


@dataclass(frozen=True)
class TargetSpec:
    """A table that can be imported and exported."""

    name: str
    title: str
    model: str  # Django's label, such as "city.Component"
    key: tuple[str, ...]  # names of the fields that know a row again
    shape: Shape
    fields: tuple[FieldSpec, ...]
    geometry: str = ""  # the column
    geometry_needed: bool = True
    area: str = ""  # SQL of the division or grid code by which an export is filtered
    kept: tuple[tuple[str, str], ...] = ()  # column, SQL value for each added row
    where: str = ""  # rows of the table that belong to the target
    keyless: str = ""  # SQL of a key for rows that bring none
    derived: tuple[str, ...] = ()  # columns that we work out later, no part of the row's picture

    def field(self, name: str) -> FieldSpec:
        """The field of this name. Raises KeyError."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)


class Form(StrEnum):
    """In which format data go out."""

    SHAPEFILE = "shapefile"
    GEOPACKAGE = "geopackage"
    GEOJSON = "geojson"
    KML = "kml"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Wanted:
    """What an export is to hold: `area` is a division or grid prefix, `class_code` a class prefix
    (or the kind of a place or area); `system` as in rules/systems, `encoding` for text formats;
    `photos` puts the pictures beside the table, in one zip."""

    target: str
    form: Form
    area: str = ""
    class_code: str = ""
    system: str = "cgcs2000"
    encoding: str = "utf-8"
    photos: bool = False


@dataclass(frozen=True)
class LayerFound:
    """One layer (sheet, shapefile, table) of a file."""

    name: str
    title: str
    rows: int
    columns: tuple[str, ...]
    shape: str = ""  # as the file says: Point, MultiPolygon, Unknown, "" without geometry
    system: str = ""  # as the file says: EPSG:4490, WKT, or ""
    encoding: str = ""
    notes: tuple[str, ...] = ()
    hidden: bool = False
    header: int = 0  # row of the header in a sheet, from 1

    def as_json(self) -> dict[str, Any]:
        """The layer as the database and the screen keep it."""
        return asdict(self)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> LayerFound:
        """The layer that `as_json` gave."""
        texts = {"columns": tuple(kept["columns"]), "notes": tuple(kept["notes"])}
        return cls(**{**kept, **texts})


class Row(NamedTuple):
    """One row of a file: its number there, its cells, its geometry as WKB in the file's system."""

    number: int
    values: tuple[str | None, ...]
    wkb: bytes | None = None
    problem: str = ""


@dataclass(frozen=True)
class Limits:
    """How much one import may be: bytes sent, bytes unpacked, rows, pictures."""

    bytes: int
    unpacked: int
    rows: int
    pictures: int = 0


@dataclass(frozen=True)
class Choices:
    """What a person chose for an import, or what was guessed.

    `columns` maps a field's name to the column's index; `values` maps a field to
    `{text in the file: value}`; `system` is a coordinate system by its name (see rules/systems).
    """

    layer: str = ""
    encoding: str = ""
    system: str = ""
    swapped: bool = False
    columns: dict[str, int] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    unknown_organisations: str = "refuse"  # or "empty"
    bad_pictures: str = "leave"  # or "refuse": rows with a picture that cannot be taken
    blanks: str = "keep"  # or "clear"
    date_order: str = ""

    def as_json(self) -> dict[str, Any]:
        """The choices as the database keeps them."""
        return asdict(self)


@dataclass(frozen=True)
class SystemFinding:
    """In which system the coordinates of a file are, how sure that is, and what else fits."""

    system: str
    sure: bool
    why: str
    candidates: tuple[str, ...] = ()
    swapped: bool = False


class Reason(StrEnum):
    """Why a row is refused, or what was noticed about it."""

    CODE_MISSING = "code_missing"
    CODE_ROUNDED = "code_rounded"
    CODE_DIGITS = "code_digits"
    CLASS_UNKNOWN = "class_unknown"
    CLASS_DIFFERS = "class_differs"
    NO_GEOMETRY = "no_geometry"
    SWAPPED_CENTRE = "swapped_centre"
    GEOMETRY_KIND = "geometry_kind"
    GEOMETRY_BROKEN = "geometry_broken"
    BAD_COORDINATES = "bad_coordinates"
    ZERO = "zero"
    SWAPPED = "swapped"
    OUTSIDE = "outside"
    NO_GRID = "no_grid"
    DIVISION_DIFFERS = "division_differs"
    DUPLICATE = "duplicate_in_file"
    VALUE_MISSING = "value_missing"
    VALUE_UNKNOWN = "value_unknown"
    VALUE_TOO_LONG = "value_too_long"
    DATE_UNREADABLE = "date_unreadable"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_IMPLAUSIBLE = "date_implausible"
    NUMBER_UNREADABLE = "number_unreadable"
    ORGANISATION_UNKNOWN = "organisation_unknown"
    PERSON_UNKNOWN = "person_unknown"
    PARENT_MISSING = "parent_missing"
    OVERLAP = "overlap"
    GRID_CLOSED = "grid_closed"
    UNREADABLE = "unreadable"
    PICTURE_MISSING = "picture_missing"
    PICTURE_DOUBLE = "picture_double"
    PICTURE_BROKEN = "picture_broken"
    PICTURE_LARGE = "picture_large"
    PICTURE_INFECTED = "picture_infected"
    PICTURES_MANY = "pictures_many"
    PICTURES_FULL = "pictures_full"  # a note
    CHANGED_MEANWHILE = "changed_meanwhile"
    ROAD_UNKNOWN = "road_unknown"  # a note
    GRID_DIFFERS = "grid_differs"  # a note: the file names another grid
    MADE_VALID = "made_valid"  # a note
    LEFT_EMPTY = "left_empty"  # a note: an unknown organisation was left out
    CHANGED_SINCE = "changed_since"  # undo
    GONE = "gone"  # undo
    IN_USE = "in_use"  # undo


REASON_WORDS: dict[Reason, tuple[str, str]] = {
    Reason.CODE_MISSING: ("没有标识码", "补上编码，或把编码所在列对应到“编码”"),
    Reason.CODE_ROUNDED: ("编码被表格软件取整，末位已丢失", "把该列设为“文本”格式后重新粘贴完整编码"),
    Reason.CODE_DIGITS: ("编码位数或字符不对", "按标准补足位数，只用数字"),
    Reason.CLASS_UNKNOWN: ("编码中的小类不在现行分类表", "核对第7–10位，或先在分类表中增加该小类"),
    Reason.CLASS_DIFFERS: ("所填小类与编码中的小类不一致", "核对小类列与编码"),
    Reason.NO_GEOMETRY: ("没有坐标或图形", "补上图形或经纬度"),
    Reason.SWAPPED_CENTRE: ("图形为空，且中心点的经度、纬度写反", "从源头重新导出带图形的数据"),
    Reason.GEOMETRY_KIND: ("图形类型不对", "只导入要求类型的图形"),
    Reason.GEOMETRY_BROKEN: ("图形无法修复", "在制图软件中修复几何后重试"),
    Reason.BAD_COORDINATES: ("坐标不是有效数字", "检查坐标与所选坐标系"),
    Reason.ZERO: ("坐标为 (0, 0)", "补采坐标"),
    Reason.SWAPPED: ("经度与纬度写反", "在坐标系一步勾选“经纬度互换”，或改正该行"),
    Reason.OUTSIDE: ("位置在本市之外", "检查坐标系；GCJ-02、BD-09、带号都会造成偏移"),
    Reason.NO_GRID: ("位置不在任何单元网格内", "先导入该处的单元网格，或核对位置"),
    Reason.DIVISION_DIFFERS: ("编码前六位与所在区县不一致", "核对编码与位置"),
    Reason.DUPLICATE: ("文件内编码重复", "同一编码只保留一行"),
    Reason.VALUE_MISSING: ("缺少必填项", "补上该列"),
    Reason.VALUE_UNKNOWN: ("取值无法识别", "在“取值对应”中指定它的含义，或改正该值"),
    Reason.VALUE_TOO_LONG: ("文字过长", "缩短到规定长度以内"),
    Reason.DATE_UNREADABLE: ("日期无法识别", "写成 2024-05-01 的样子"),
    Reason.DATE_AMBIGUOUS: ("日期有两种读法", "选择日期顺序，或写成 2024-05-01"),
    Reason.DATE_IMPLAUSIBLE: ("日期不合常理", "核对年份"),
    Reason.NUMBER_UNREADABLE: ("不是数字", "只填数字"),
    Reason.ORGANISATION_UNKNOWN: ("单位不在机构表中", "在“取值对应”中指定单位，或先新增机构，或选择“未知单位留空”"),
    Reason.PERSON_UNKNOWN: ("人员不在人员表中", "填写登录名或全名"),
    Reason.PARENT_MISSING: ("上级区划不存在", "先导入上级区划"),
    Reason.OVERLAP: ("与其他网格重叠", "在制图软件中消除重叠"),
    Reason.GRID_CLOSED: ("该网格编码已停用，不可再用", "换用新的顺序码"),
    Reason.UNREADABLE: ("该行无法读取", "检查该行的引号、乱码或公式"),
    Reason.PICTURE_MISSING: ("照片文件找不到", "把照片打成 zip 一起上传，文件名与表中一致"),
    Reason.PICTURE_DOUBLE: ("照片文件名有重复", "在表中写明文件夹，如 街道/1.jpg"),
    Reason.PICTURE_BROKEN: ("不是可用的照片", "换成完好的 JPEG、PNG 或 WebP"),
    Reason.PICTURE_LARGE: ("照片过大", "压缩后重新打包"),
    Reason.PICTURE_INFECTED: ("照片未通过安全检查", "换一张照片"),
    Reason.PICTURES_MANY: ("一行的照片太多，只收前 20 张", "每个部件最多 20 张"),
    Reason.PICTURES_FULL: ("该部件已有 20 张照片，多出的未收", ""),
    Reason.CHANGED_MEANWHILE: ("检查之后该记录已被他人改动", "重新检查后再导入"),
    Reason.ROAD_UNKNOWN: ("附近没有这个名字的道路，门牌暂时只能按位置使用", "核对路名，或先导入该道路"),
    Reason.GRID_DIFFERS: ("所填网格与位置不符，以位置为准", ""),
    Reason.MADE_VALID: ("图形自相交，已自动修复", ""),
    Reason.LEFT_EMPTY: ("单位不在机构表中，已留空", ""),
    Reason.CHANGED_SINCE: ("导入之后该记录又有改动，未撤销", "请人工核对该记录"),
    Reason.GONE: ("记录已不存在，未撤销", ""),
    Reason.IN_USE: ("该记录已被其他数据引用，未撤销", "先处理引用它的数据"),
}  # fmt: skip

VERDICT_WORDS = {
    Verdict.ADDED: "新增",
    Verdict.CHANGED: "变更",
    Verdict.UNCHANGED: "不变",
    Verdict.REFUSED: "拒绝",
}
