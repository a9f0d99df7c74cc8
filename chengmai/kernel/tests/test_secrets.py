"""Personal data at rest opens only here, only in its place, and is found without being opened."""

import os
import stat

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from chengmai.kernel.fields import SealedTextField
from chengmai.kernel.keyring import (
    KeyRingProblem,
    key_ring,
    make_key_ring,
    new_key_ring,
    parse_key_ring,
    read_ring_again,
    rotate_key_ring,
)
from chengmai.kernel.masks import mask_name, mask_phone, normalised_phone
from chengmai.kernel.secrets import (
    SealBroken,
    blind_index,
    open_sealed,
    resealed,
    seal,
    sealed_with_current_key,
)


@pytest.fixture(autouse=True)
def fresh_ring():
    read_ring_again()
    yield
    read_ring_again()


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
@given(text=st.text(max_size=80))
def test_what_is_sealed_opens_again(cipher, text):
    os.environ["CHENGMAI_CIPHER"] = cipher
    try:
        token = seal(text, "contact.name")
    finally:
        del os.environ["CHENGMAI_CIPHER"]
    assert token.split(".")[1] == cipher[0]
    assert open_sealed(token, "contact.name") == text


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_the_sealed_form_shows_nothing_and_differs_every_time(cipher, monkeypatch):
    monkeypatch.setenv("CHENGMAI_CIPHER", cipher)
    one, two = seal("13812345678", "contact.phone"), seal("13812345678", "contact.phone")
    assert one != two
    assert "13812345678" not in one


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_a_sealed_value_moved_to_another_column_does_not_open(cipher, monkeypatch):
    monkeypatch.setenv("CHENGMAI_CIPHER", cipher)
    with pytest.raises(SealBroken):
        open_sealed(seal("张三丰", "contact.name"), "contact.phone")


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_every_changed_character_is_noticed(cipher, monkeypatch):
    monkeypatch.setenv("CHENGMAI_CIPHER", cipher)
    token = seal("张三丰", "contact.name")
    for place in range(len(token)):
        for other in "Aa.s9":
            changed = token[:place] + other + token[place + 1 :]
            if changed != token:
                with pytest.raises(SealBroken):
                    open_sealed(changed, "contact.name")


@pytest.mark.parametrize(
    "token", ["", "13812345678", "1.a.k1.", "1.a.k1.====", "a.b.c.d", "1.a.k1.é"]
)
def test_what_is_not_sealed_is_refused(token):
    with pytest.raises(SealBroken):
        open_sealed(token, "contact.phone")


def test_after_a_rotation_old_values_open_and_new_ones_use_the_new_key(ring_file):
    old = seal("张三丰", "contact.name")
    assert rotate_key_ring(ring_file) == "k2"
    read_ring_again()

    new = seal("李四", "contact.name")
    assert (old.split(".")[2], new.split(".")[2]) == ("k1", "k2")
    assert open_sealed(old, "contact.name") == "张三丰"
    assert not sealed_with_current_key(old)
    assert sealed_with_current_key(resealed(old, "contact.name"))


def test_a_process_that_meets_a_newer_key_reads_the_ring_again(ring_file):
    before = key_ring()
    rotate_key_ring(ring_file)
    read_ring_again()
    token = seal("张三丰", "contact.name")
    assert "k2" not in before.keys
    assert open_sealed(token, "contact.name") == "张三丰"


def test_equal_phones_share_an_index_that_survives_rotation(ring_file):
    index = blind_index("13812345678", "contact.phone")
    rotate_key_ring(ring_file)
    read_ring_again()
    for written in ("+86 138 1234 5678", "138-1234-5678", "8613812345678", "1381234567８"):
        assert blind_index(written, "contact.phone") == index
    assert blind_index("13812345679", "contact.phone") != index
    assert blind_index("13812345678", "person.phone") != index


def test_another_city_computes_another_index(ring_file, tmp_path, monkeypatch):
    index = blind_index("13812345678", "contact.phone")
    monkeypatch.setenv("CHENGMAI_KEYS", new_key_ring("sm3").text())
    read_ring_again()
    assert blind_index("13812345678", "contact.phone") != index


def test_the_ring_is_made_once_and_only_its_owner_reads_it(tmp_path):
    path = tmp_path / "var" / "keys.json"
    assert make_key_ring(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    kept = path.read_text()
    assert not make_key_ring(path)
    assert path.read_text() == kept
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_ring_is_refused_with_one_line_that_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGMAI_KEYS", str(tmp_path / "none.json"))
    with pytest.raises(KeyRingProblem) as problem:
        seal("张三丰", "contact.name")
    assert "chengmai up" in str(problem.value)
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"current":"k1","keys":{"k1":"YQ=="},"index":"YQ=="}']
)
def test_a_broken_ring_is_refused(text):
    with pytest.raises(KeyRingProblem):
        parse_key_ring(text)


def test_the_ring_does_not_show_its_keys_when_printed():
    ring = new_key_ring()
    assert ring.keys["k1"].hex() not in repr(ring)
    assert repr(ring.keys["k1"]) not in repr(ring)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张**"),
        ("张三", "张*"),
        ("张", "*"),
        ("", ""),
        ("欧阳娜娜", "欧***"),
        ("John Smith", "J***"),
    ],
)
def test_a_name_shows_its_first_character_only(name, masked):
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("+86 138-1234-5678", "138****5678"),
        ("0335-1234567", "033****4567"),
        ("3031234", "***1234"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_phone_hides_its_middle(phone, masked):
    assert mask_phone(phone) == masked


@given(st.integers(10**10, 10**11 - 1).map(str))
def test_a_number_of_eleven_digits_is_already_normal(digits):
    assert normalised_phone(f"+86 {digits[:3]} {digits[3:]}") == digits


def test_a_sealed_column_stores_only_sealed_text_and_reads_it_back():
    column = SealedTextField(context="contact.name")
    stored = column.get_db_prep_save("张三丰", connection)
    assert "张三丰" not in stored
    assert column.from_db_value(stored) == "张三丰"
    assert column.get_db_prep_save(None, connection) is None
    assert column.from_db_value(None) is None


def test_a_sealed_column_cannot_be_searched_by_its_text():
    column = SealedTextField(context="contact.name")
    assert column.get_lookup("exact") is None
    assert column.get_lookup("isnull") is not None
    assert column.clone().context == "contact.name"
