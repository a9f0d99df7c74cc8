"""Rows become messages: clean words, places, and keys that find repeats."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from chengmai.cases.intake.columns import guess_mapping
from chengmai.cases.intake.errors import RowRefused
from chengmai.cases.intake.messages import clean, content_hash, read_message
from chengmai.cases.intake.reader import read_table
from chengmai.cases.intake.words import Reason

NOW = datetime(2024, 6, 1, tzinfo=UTC)
REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "messages"


def message_of(header, row):
    table = read_table(f"{header}\n{row}\n".encode())
    return read_message(table.rows[0], guess_mapping(table.columns), now=NOW)


def test_padding_and_control_characters_are_taken_off():
    assert (
        clean("\n\t\t\n\u3000\u3000路灯\x00不亮\x07。\r\n\n\n 请修 \u200b\n\t")
        == "路灯不亮。\n请修"
    )


def test_the_subject_heads_the_text_unless_the_text_repeats_it():
    assert message_of("主题,内容", "路灯不亮,三天了").text == "路灯不亮\n三天了"
    assert message_of("主题,内容", "路灯不亮,路灯不亮三天了").text == "路灯不亮三天了"


def test_without_a_number_the_words_are_the_key():
    first = message_of("用户,内容", "甲,路灯 不亮")
    again = message_of("用户,内容", "甲,路灯\u3000不亮")
    other = message_of("用户,内容", "乙,路灯不亮")
    assert first.source_key == again.source_key == first.content_key != other.source_key


def test_same_words_differently_spaced_are_the_same_words():
    assert content_hash("甲", "Ａ 路灯\n不亮") == content_hash("甲", "A路灯不亮")


def test_a_position_is_two_numbers_or_none():
    assert message_of("内容,lon,lat", "路灯,119.6,39.9").lon == 119.6
    assert message_of("内容,lon,lat", "路灯,0,0").lon is None
    assert message_of("内容,lon,lat", "路灯,,").lat is None
    for bad in ("东,39.9", "119.6,", "119.6,abc", "nan,inf"):
        with pytest.raises(RowRefused) as refused:
            message_of("内容,lon,lat", f"路灯,{bad}")
        assert refused.value.reason is Reason.POSITION_UNREADABLE


def test_a_row_without_words_is_refused():
    with pytest.raises(RowRefused) as refused:
        message_of("编号,内容", "1,\u3000")
    assert refused.value.reason is Reason.NO_TEXT


@pytest.mark.skipif(
    not REAL.exists(), reason="the real messages are not at ../shared/data/messages"
)
@pytest.mark.parametrize("name", ["citizen_messages.csv", "replied_messages.csv"])
def test_every_real_message_is_read(name):
    table = read_table((REAL / name).read_bytes())
    mapping = guess_mapping(table.columns)
    messages = [read_message(row, mapping, now=NOW) for row in table.rows]
    assert len(messages) > 1_000
    assert all(message.said_at and message.text for message in messages)
    assert not any(
        message.text != message.text.strip() or "\u3000" in message.text for message in messages
    )
    assert len({message.source_key for message in messages}) == len(messages)
