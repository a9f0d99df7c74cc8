"""Cases are found by words, parts of words and digits; within scope, ranked, marked."""

import json
from datetime import timedelta

import pytest
from django.db import connection

from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.wording import word_cases, write_words
from chengmai.cases.models import Case, CaseWords
from chengmai.cases.queries.counts import count_cases
from chengmai.cases.queries.filters import CaseFilter
from chengmai.cases.queries.lexicon import cut_text, forget_lexicon, words_query
from chengmai.cases.queries.lists import read_page
from chengmai.cases.queries.search import Search, search_for
from chengmai.cases.rules.lexemes import marks, query, same_case, snippet, vector
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.identity.tests.makers import make_actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.reference import forget


@pytest.fixture
def staff(db):
    forget()
    made = make_staff()
    with connection.cursor() as cursor:  # a name of the city, which the dictionary has to know
        cursor.execute(
            "INSERT INTO city_basefeature (kind, category, rank, name, geometry) VALUES ('road',"
            " 'road', 3, '海阳路', st_geomfromtext('LINESTRING(119.6 39.9, 119.61 39.9)', 4326))"
        )
    forget_lexicon()
    yield made
    forget_lexicon()


def found(actor, q, **wanted):
    page = read_page(actor, CaseFilter(q=q, **wanted), after=None, limit=50, at=MORNING)
    return json.loads(page.items)


def ids(actor, q, **wanted):
    return [row["id"] for row in found(actor, q, **wanted)]


def test_words_in_any_order_parts_of_words_and_digits_find_a_case(staff):
    lamp = make_case(description="昨晚起海阳路路灯不亮,请维修", address="海阳路 8 号")
    cover = make_case(description="人行道上井盖破损,有安全隐患", address="迎宾路")
    operator = staff["operator"]
    assert (
        ids(operator, "路灯") == ids(operator, "维修 路灯") == ids(operator, "海阳路") == [lamp.pk]
    )
    assert (
        ids(operator, "井")
        == ids(operator, "安全隐患")
        == ids(operator, "井盖 迎宾路")
        == [cover.pk]
    )
    assert ids(operator, "井盖 海阳路") == []
    assert ids(operator, lamp.case_no) == ids(operator, lamp.case_no[-6:]) == [lamp.pk]
    assert ids(operator, "道路不洁") == [cover.pk, lamp.pk]  # by the name of their class
    assert ids(operator, "!!!") == ids(operator, "的") == ids(operator, "'); --") == []


def test_what_is_found_is_marked_by_places_and_nothing_is_marked_up(staff):
    make_case(description="<b>路灯</b>坏了," + "很久。" * 120 + "路灯还是不亮", address="海阳路")
    row = found(staff["operator"], "路灯 海阳路")[0]
    assert row["description"].startswith("<b>路灯</b>坏了")
    begin, end = row["marks"]["description"][0]
    assert row["description"][begin:end] == "路灯"
    assert row["marks"]["address"] == [[0, 3]]
    assert "<mark" not in json.dumps(row)


def test_the_better_match_comes_first_and_of_equals_the_younger(staff):
    operator = staff["operator"]
    twice = make_case(at=MORNING, description="井盖破损,又一个井盖丢失,还有井盖松动")
    once = [make_case(at=MORNING + timedelta(hours=n), description="井盖破损") for n in (1, 2)]
    assert ids(operator, "井盖") == [twice.pk, once[1].pk, once[0].pk]
    assert ids(operator, "井盖", order="newest") == [once[1].pk, once[0].pk, twice.pk]
    assert ids(operator, "井盖", order="oldest") == [twice.pk, once[0].pk, once[1].pk]
    with pytest.raises(BadInput):
        found(operator, "", order="best")


def test_every_page_of_what_is_found_follows_on(staff):
    made = {
        make_case(at=MORNING + timedelta(minutes=n), description="井盖破损").pk for n in range(7)
    }
    seen, after = [], None
    while True:
        page = read_page(staff["operator"], CaseFilter(q="井盖"), after=after, limit=3, at=MORNING)
        seen += [row["id"] for row in json.loads(page.items)]
        after = page.key
        if after is None:
            break
    assert len(seen) == 7
    assert set(seen) == made


def test_nobody_finds_what_they_may_not_see_nor_its_number(staff):
    mine = bring_to(make_case(description="井盖破损"), Stage.HANDLING, staff)
    make_case(description="井盖丢失")
    assert ids(staff["department"], "井盖") == [mine.pk]
    assert ids(staff["other"], "井盖") == []
    other = make_actor(sees_whole_city=False, organisation_path=".77.")
    assert count_cases(other, CaseFilter(q="井盖"), MORNING).value == 0
    found = count_cases(staff["operator"], CaseFilter(q="井盖"), MORNING)
    assert (found.value, found.exact) == (2, True)


def test_another_class_changes_the_words(staff):
    case = make_case(description="请看图片")
    assert ids(staff["operator"], "道路不洁") == [case.pk]
    move_case(
        case_id=case.pk, move=Move.ACCEPT, actor=staff["operator"], at=MORNING + timedelta(minutes=5),
        details=Details(class_code="C0137"),
    )  # fmt: skip
    assert ids(staff["operator"], "道路不洁") == []
    assert ids(staff["operator"], Case.objects.get(pk=case.pk).class_code and "路灯") == [case.pk]


def test_a_class_changed_often_leaves_the_words_of_a_case_written_anew(staff):
    case = make_case(description="海阳路路灯不亮,道路不洁", address="海阳路 8 号")
    asked = ("路灯", "道路不洁", "海阳路", "路灯 海阳路", "8")
    for code in ("C0137", "E0112", "C0137", ""):
        case.class_code = code
        write_words(case, {"class_code"})
        patched = {q: _ranks(q) for q in asked}, _lexemes(case)
        write_words(case)
        assert patched == ({q: _ranks(q) for q in asked}, _lexemes(case))


def test_a_changed_class_writes_the_words_of_a_case_that_has_none(staff):
    case = make_case(description="井盖破损")
    CaseWords.objects.filter(case=case).delete()
    write_words(case, {"class_code"})
    assert ids(staff["operator"], "井盖") == [case.pk]


def _lexemes(case):
    """Which words the case has, and with which weights."""
    sql = "SELECT lexeme, weights FROM cases_casewords, unnest(words) WHERE case_id = %s ORDER BY 1"
    with connection.cursor() as cursor:
        cursor.execute(sql, [case.pk])
        return cursor.fetchall()


def _ranks(asked):
    query, _ = words_query(asked)
    sql = "SELECT case_id, round(ts_rank_cd(words, %s::tsquery)::numeric, 3) FROM cases_casewords"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} WHERE words @@ %s::tsquery ORDER BY 1", [query, query])
        return cursor.fetchall()


def test_missing_words_are_written_and_a_run_cut_off_is_taken_up(staff):
    cases = [make_case(description=f"井盖破损{n}") for n in range(5)]
    kept = dict(CaseWords.objects.values_list("case_id", "words"))
    CaseWords.objects.filter(case__in=cases[1:4]).delete()
    assert word_cases() == 3
    assert dict(CaseWords.objects.values_list("case_id", "words")) == kept
    assert word_cases() == 0
    assert word_cases(anew=True, before=cases[2].pk) == 2
    assert word_cases(anew=True) == 5


def test_a_common_word_is_asked_of_the_newest_cases_and_says_so(staff):
    cases = [make_case(at=MORNING + timedelta(minutes=n), description="井盖") for n in range(6)]
    search = Search(*words_query("井盖"))
    narrowed = Search(search.query, search.shown, window=(cases[3].pk, cases[5].pk))
    sql, params = narrowed.hits()
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        assert {row[0] for row in cursor.fetchall()} == {case.pk for case in cases[3:]}
    first, last = narrowed.narrower().window
    assert last == cases[5].pk
    assert first >= cases[3].pk
    assert search_for(CaseFilter(q="井盖")).window is None


def test_the_same_characters_are_cut_the_same_way_everywhere(staff):
    assert cut_text("ＡＢ12路灯，路灯") == [("ab12", 0), ("路灯", 4), ("路灯", 7)]
    assert [word for word, _ in cut_text("安全隐患")] == ["安全", "安全隐患", "隐患"]
    for part in ("路灯", "不亮", "海阳路", "阳路路灯", "起海阳路路灯不亮"):
        whole = {word for word, _ in cut_text("昨晚起海阳路路灯不亮")}
        longer = {word for word, _ in cut_text(part) if len(word) > 1}
        assert longer <= whole, part


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("路灯不亮", "路灯 灯不亮"),
        ("昨晚海阳路路灯坏了", "昨晚 海阳 海阳路 阳路 路灯 坏 了"),
        ("丂乄一龥", "丂 乄 一 龥"),  # characters that no dictionary has
        ("的的路灯的路灯", "的 的 路灯 的 路灯"),
        ("Ａ6区 LED灯,ab12", "a6 区 led 灯 ab12"),
        ("", ""),
    ],
)
def test_every_word_is_found_where_it_stands_and_no_character_is_left_out(staff, text, words):
    cut = cut_text(text)
    assert sorted(word for word, _ in cut) == sorted(words.split())
    folded = same_case(text)
    assert all(folded[begin:].startswith(word) for word, begin in cut)
    stands = {begin + at for word, begin in cut for at in range(len(word))}
    assert stands == {at for at, sign in enumerate(folded) if sign.isalnum()}


def test_texts_of_vectors_and_queries_cannot_be_broken_out_of():
    assert vector([("A", [("o'brien", 0), (",", 7), ("的", 8)])]) == "'o''brien':1A"
    assert query([("a'b\\", [("a'b\\", 0)], [])]) == "('a''b\\\\' | 'a''b\\\\':*)"
    assert query([("，", [("，", 0)], [("，", 0)])]) == ""
    assert query([("珠珊", [("珠", 0), ("珊", 1)], [])]) == "('珠' <-> '珊' | '珠珊':*)"


def test_marks_and_snippets_keep_to_the_text():
    assert marks("路灯路灯坏", ["路灯", "灯路"]) == [[0, 4]]
    assert marks("ABC", ["b"]) == [[1, 2]]
    text = "。" * 300 + "路灯" + "。" * 300
    piece = snippet(text, ["路灯"], 100)
    assert "路灯" in piece
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) <= 102
    assert snippet("短", ["路灯"], 100) == "短"
