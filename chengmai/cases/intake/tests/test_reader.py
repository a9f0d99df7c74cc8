"""Files as offices send them: encodings, delimiters, headers, ragged rows, workbooks."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from chengmai.cases.intake.columns import guess_mapping, read_mapping, signature
from chengmai.cases.intake.errors import FileNotReadable, FileTooLarge
from chengmai.cases.intake.reader import read_table
from chengmai.cases.intake.words import MAX_CELL_KEPT, Field, Reason
from chengmai.kernel.errors import BadInput

CSV = "留言编号,主题,留言时间,留言详情\n1,路灯不亮,2019/2/14 20:00:00,海阳路,路灯\n".replace(
    ",路灯\n", "路灯\n"
)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_found(encoding, named):
    table = read_table(CSV.encode(encoding))
    assert (table.encoding, table.columns) == (named, ("留言编号", "主题", "留言时间", "留言详情"))
    assert table.rows[0].values[1] == "路灯不亮"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(delimiter):
    table = read_table(CSV.replace(",", delimiter).encode())
    assert (table.delimiter, len(table.columns)) == (delimiter, 4)


def test_headers_are_known_by_many_names():
    mapping = guess_mapping(
        ["工单编号*", "Title", "时 间", "内容（必填）", "经度", "纬度", "联系电话", "备注"]
    )
    assert mapping.columns == {
        0: Field.MESSAGE_NO, 1: Field.SUBJECT, 2: Field.TIME, 3: Field.DETAIL,
        4: Field.LON, 5: Field.LAT, 6: Field.PHONE,
    }  # fmt: skip


def test_files_of_the_same_shape_have_the_same_signature():
    assert (
        signature(["编号", " 内容 "]) == signature(["编号*", "内容"]) != signature(["内容", "编号"])
    )


def test_a_title_above_the_header_is_skipped_and_rows_keep_their_numbers():
    table = read_table("2019年留言汇总,,\n\n编号,主题,内容\n7,甲,乙\n".encode())
    assert (table.columns, table.rows[0].number) == (("编号", "主题", "内容"), 4)


def test_a_row_wider_than_the_header_is_marked():
    table = read_table("编号,内容\n1,甲,乙,丙\n2,丁\n".encode())
    assert [row.reason for row in table.rows] == [Reason.ROW_SHAPE, None]


def test_a_cell_of_ten_megabytes_is_cut_and_marked():
    table = read_table(f"编号,内容\n1,{'长' * 3_500_000}\n2,短\n".encode())
    assert [row.reason for row in table.rows] == [Reason.TEXT_TOO_LONG, None]
    assert len(table.rows[0].values[1]) == MAX_CELL_KEPT


def test_a_quote_that_never_closes_is_marked():
    lines = "\n".join(f"{n},内容{n}" for n in range(2, 400))
    table = read_table(f'编号,内容\n1,"没有闭合\n{lines}\n'.encode())
    assert table.rows[0].reason is Reason.UNCLOSED_QUOTE


def test_a_few_broken_bytes_spoil_their_row_only():
    content = ("编号,内容\n" + "".join(f"{n},路灯不亮已经三天了\n" for n in range(200))).encode()
    table = read_table(content + b"201,\xe8\xb7\xff\xfe\n")
    assert [row.reason for row in table.rows[-2:]] == [None, Reason.UNREADABLE_BYTES]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b"  \n", "empty"), ("编号,内容\n".encode(), "no_rows"), (bytes(range(256)) * 40, "not_text"),
        (b"PK\x03\x04broken", "bad_workbook"), (b"\xd0\xcf\x11\xe0old", "old_xls"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_what_it_seems_to_be(content, reason):
    with pytest.raises(FileNotReadable) as refused:
        read_table(content)
    assert refused.value.facts["reason"] == reason


def workbook(rows, merge=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for block in merge:
        book.active.merge_cells(block)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_formula_without_a_saved_value_refuses_its_row_only():
    table = read_table(
        workbook([["编号", "内容"], [1, '=CONCATENATE("a","b")'], [2, "=路灯 不亮"[1:]]])
    )
    assert [row.reason for row in table.rows] == [Reason.FORMULA_WITHOUT_VALUE, None]


def test_the_value_of_a_merged_block_belongs_to_each_of_its_rows():
    rows = [
        ["编号", "地址", "内容"],
        [1, "海阳路", "路灯"],
        [2, None, "井盖"],
        [3, "河北大街", "垃圾"],
    ]
    table = read_table(workbook(rows, merge=["B2:B3"]))
    assert [row.values[1] for row in table.rows] == ["海阳路", "海阳路", "河北大街"]
    assert "merged_cells" in table.notes


def test_numbers_of_a_workbook_are_not_written_as_fractions():
    table = read_table(workbook([["编号", "内容"], [188007.0, "路灯"]]))
    assert table.rows[0].values[0] == "188007"


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked():
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as box,
        box.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(101):
            sheet.write(bytes(4 * 1024 * 1024))
    with pytest.raises(FileTooLarge):
        read_table(out.getvalue())


@pytest.mark.parametrize(
    "given",
    [{"columns": {"9": "detail"}}, {"columns": {"0": "sql"}}, {"columns": {"0": "detail", "1": "detail"}},
     {"columns": []}, {"date_order": "ymd"}, {"coordinate_system": "mars"}],
)  # fmt: skip
def test_a_mapping_that_makes_no_sense_is_refused(given):
    with pytest.raises(BadInput):
        read_mapping(given, 2)
