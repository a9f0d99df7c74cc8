"""Reading an address: one way of writing, names and small words, walking along roads."""

import pytest

from chengmai.city.addresses.rules.lines import bearing, foot, metres, moved, opposite, side, walk
from chengmai.city.addresses.rules.names import other_names
from chengmai.city.addresses.rules.placing import on_number
from chengmai.city.addresses.rules.reading import Known, read
from chengmai.city.addresses.rules.sounds import sound, spells, syllables
from chengmai.city.addresses.rules.text import edits, numeral, tidy, variants
from chengmai.city.addresses.rules.tokens import Sort, Tie
from chengmai.city.addresses.words import EntryKind, Found, Match

HERE = (119.6, 39.9)


def known(name, kind=EntryKind.ROAD, how=Match.NAME, key=None):
    return Known(tidy(key or name), how, 1, kind, name, *HERE, 50.0, 0.5)


@pytest.mark.parametrize(
    ("written", "value"),
    [("一百二十八", 128), ("一二八", 128), ("十二", 12), ("二十", 20), ("一百二", 120), ("三百零五", 305),
     ("两千", 2000), ("五六十", None)],
)  # fmt: skip
def test_chinese_numerals_are_numbers(written, value):
    assert numeral(written) == value


@pytest.mark.parametrize(
    ("written", "plain"),
    [("人民大街１２８号", "人民大街128号"), ("人民大街 一百二十八 号", "人民大街128号"), ("第六中学", "第6中学"),
     ("五一路三号", "五一路3号"), ("三元里", "三元里"), ("文昌街、解放路", "文昌街与解放路"),
     ("人民大街（市民中心）", "人民大街,市民中心"), ("建国街—民族路", "建国街至民族路"), ("128－2号", "128-2号"),
     ("", ""), ("\x00 ，。", "")],
)  # fmt: skip
def test_there_is_one_way_of_writing(written, plain):
    assert tidy(written) == plain


@pytest.mark.parametrize(
    "typed", ["人民dj", "rmdj", "renmindj", "renmindajie", "人民da", "rm大街", "r"]
)
def test_characters_pinyin_and_initials_mix(typed):
    assert spells(typed, "人民大街", syllables("人民大街"))


def test_what_is_not_the_beginning_does_not_spell_a_name():
    assert not spells("rmlu", "人民大街", syllables("人民大街"))


def test_the_south_hears_the_same():
    assert sound(syllables("海宾大道")) == sound(syllables("海滨大道"))
    assert sound(syllables("沈阳路")) == sound(syllables("省杨路"))


def test_one_edit_shares_a_variant():
    assert set(variants("河西宾河路")) & set(variants("河西滨河路"))
    assert (edits("中山路", "东山路"), edits("文昌街", "文昌街"), edits("a", "abcdef")) == (1, 0, 3)


def test_a_school_is_called_by_its_number():
    names = other_names(EntryKind.PLACE, "岚海市第六中学", "岚海市")
    assert {"6中", "第6中学", "市第6中学"} <= set(names)
    assert names["6中"] is Match.SHORT


def test_a_reading_covers_road_number_and_relation():
    reading = read("人民大街128号对面往东50米", [known("人民大街")])
    sorts = [p.token.sort for p in reading.pieces]
    assert sorts == [Sort.NAME, Sort.NUMBER, Sort.RELATION, Sort.RELATION]
    assert [r.tie for r in reading.relations_after(0)] == [Tie.OPPOSITE, Tie.OFFSET]
    assert reading.unread == ()


def test_a_short_name_that_goes_on_is_not_met():
    reading = read("向阳照相馆", [known("向阳社区", EntryKind.COMMUNITY, Match.SHORT, "向阳")])
    assert reading.unread_texts() or reading.pieces[0].token.weight < 1


def test_a_number_is_not_cut():
    assert not [
        p
        for p in read("28中门口", [known("第8中学", EntryKind.PLACE, Match.SHORT, "8中")]).pieces
        if p.names
    ]


EAST = ((119.600, 39.9), (119.612, 39.9))  # about 1,023 m


def test_a_number_between_two_of_its_side_lies_between_them():
    plates = [(n, "", (119.600 + n * 0.0001, 39.9002)) for n in (1, 5, 9, 2, 10)]
    spot = on_number([EAST], plates, 7, "")
    assert spot.found is Found.INTERPOLATED
    assert metres(spot.lon_lat, (119.6007, 39.9002)) < 2
    assert on_number([EAST], plates, 9, "").score == 1.0


def test_far_past_the_last_number_there_is_nothing():
    plates = [(1, "", (119.6, 39.9))]
    assert on_number([EAST], plates, 9, "").found is Found.BEYOND
    assert on_number([EAST], plates, 99, "") is None
    assert on_number([EAST], [], 1, "") is None


def test_walking_east_follows_the_road_and_keeps_the_side():
    start = (119.601, 39.9001)
    end = walk([EAST], start, 90, 50)
    assert metres(start, end) == pytest.approx(50, abs=0.5)
    assert end[1] == pytest.approx(39.9001, abs=1e-6)
    assert walk([EAST], start, 0, 50) is None  # the road runs across


def test_the_other_side_of_a_road_is_as_far_from_its_middle():
    start = (119.601, 39.9001)
    assert opposite([EAST], start, 5)[1] == pytest.approx(39.8999, abs=2e-6)
    assert side([EAST], start, 180, 11)[1] < 39.9
    assert foot([EAST], start).left > 0


def test_bearings_are_of_the_compass():
    assert bearing(HERE, moved(HERE, 45, 100)) == pytest.approx(45, abs=0.1)
    assert metres(HERE, moved(HERE, 200, 100)) == pytest.approx(100, abs=0.01)
