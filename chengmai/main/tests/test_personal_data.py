"""Names and phone numbers of citizens lie in no table and no log line as they were given."""

import io
import json
import logging
import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from psycopg import sql

from chengmai.cases.tests.makers import MORNING, make_case, make_staff, run_import
from chengmai.citizen.tests.makers import Phone, make_notice
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import contact_cards, find_contact, remember_contact
from chengmai.identity.tests.makers import Contact, make_person, signed_in_client
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.deadletters import bury
from chengmai.kernel.keyring import key_ring, make_key_ring, read_ring_again
from chengmai.kernel.logs import JsonLines
from chengmai.kernel.media.tests.makers import make_photo
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db

NAME, PHONE, IDENTITY = "欧阳测名", "13912340987", "130302199001011234"
WORDS = f"路面很脏，电话{PHONE}，证件{IDENTITY}"
JSON = "application/json"
SECRETS = (NAME, PHONE, IDENTITY)
FILE = f"编号,留言人,姓名,电话,内容\n1,{NAME},{NAME},{PHONE},路灯 {PHONE}\n2,{NAME},{NAME},{PHONE},\n".encode()


@pytest.fixture
def said():
    """Every line that the program logs meanwhile, at the most talkative level."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(JsonLines())
    root, levels = logging.getLogger(), {}
    for name in ("", "chengmai", "django", "procrastinate"):
        levels[name] = logging.getLogger(name).level
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield lines
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def in_all_tables():
    """Each row of each table of ours as text; binary columns stand in it as hexadecimal."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table)))
            yield table, "\n".join(row for (row,) in cursor.fetchall())


def spellings(text):
    """The text as written, as JSON escapes it, and as bytes in hexadecimal."""
    return {text, json.dumps(text)[1:-1], text.encode().hex(), text.encode("gb18030").hex()}


def tell_it_at_every_door():
    """A citizen's report, one joined, one at the desk, one that is refused, and a file."""
    forget()
    make_notice()
    desk = signed_in_client(make_staff()["operator"].id)
    person = {"name": NAME, "phone": PHONE}
    keyed = {"Idempotency-Key": "personal-data-1"}
    citizen, place = Phone(), {"lon": LON, "lat": LAT}
    told = {"text": WORDS, "notice_version": "2026-1"}
    answers = [citizen.post("/reports", {**told, **place, **person}, **keyed)]
    ref = citizen.get("/nearby", **place).json()[0]["case_ref"]
    answers.append(Phone().post(f"/nearby/{ref}/me-too", {**told, **person}))
    report = {
        "description": f"井盖坏了 {WORDS}",
        "address": f"海阳路 {PHONE}",
        "source": "hotline",
        "contact": person,
    }
    answers.append(desk.post("/api/v1/cases", {**report, **place}, content_type="application/json"))
    file = SimpleUploadedFile("messages.csv", FILE)
    answers.append(desk.post("/api/v1/cases/imports", {"file": file}))
    address = f"/api/v1/cases/imports/{answers[-1].json()['id']}"
    desk.post(f"{address}/start", {}, content_type="application/json")
    run_import(batch_id=answers[-1].json()["id"], actor=SYSTEM, at=MORNING)
    answers += [desk.get(address), desk.get(f"{address}/rows")]
    assert [answer.status_code for answer in answers] == [201, 201, 201, 202, 200, 200]
    wrong = citizen.post("/reports", {**told, "lon": 0, "lat": 0, **person})
    unreadable = citizen.post("/reports", {**told, **place, "name": NAME, "phone": PHONE * 9})
    assert (wrong.status_code, unreadable.status_code) == (422, 422)
    return [*answers, wrong, unreadable]


def write_it_at_the_desk():
    """Staff write a number wherever words are taken: it is masked there, or the place refuses it."""
    forget()
    staff = make_staff()
    now, day = timezone.now(), timedelta(days=1)
    desk = signed_in_client(staff["operator"].id)
    admin = signed_in_client(make_person([Duty.ADMIN]))
    security = signed_in_client(make_person([Duty.SECURITY]))
    case, other = make_case(), make_person([Duty.OPERATOR])
    contact = remember_contact(name=NAME, phone=PHONE, at=now)
    reveal = {"reason": f"回电 {PHONE}"}
    report = case.reports.get().pk
    done = [
        desk.post(f"/api/v1/cases/{case.pk}/moves", {
            "move": "reject", "version": case.version, "reason": WORDS, "text": WORDS},
            content_type=JSON),
        desk.post(f"/api/v1/contacts/{contact}/reveal", reveal, content_type=JSON),
        desk.post(f"/api/v1/cases/{case.pk}/reports/{report}/reveal", reveal, content_type=JSON),
        desk.post("/api/v1/cases/phrases", {"text": f"请拨打{PHONE}"}, content_type=JSON),
        desk.post("/api/v1/cases/views", {"name": f"找{PHONE}", "filter": {"q": PHONE}},
                  content_type=JSON),
        desk.post("/api/v1/cases/exports", {"q": f"{PHONE}", "title": f"{PHONE}的案件"},
                  content_type=JSON),
        desk.get("/api/v1/cases", {"q": PHONE}),
        desk.get("/api/v1/city/search", {"q": PHONE}),
        desk.post("/api/v1/delegations", {
            "deputy_id": other.pk, "duties": ["operator"], "starts_at": now.isoformat(),
            "ends_at": (now + day).isoformat(), "reason": WORDS}, content_type=JSON),
        security.post("/api/v1/privacy/people", {"phone": PHONE, "reason": WORDS},
                      content_type=JSON),
        security.post("/api/v1/privacy/requests", {
            "kind": "explain", "contact_id": contact, "words": WORDS}, content_type=JSON),
        security.post("/api/v1/privacy/requests/1/answer", {"carry_out": False, "words": WORDS},
                      content_type=JSON),
        admin.post("/api/v1/notices/addresses", {
            "channel": "sms", "address": {"phone": PHONE}, "label": f"手机{PHONE}"},
            content_type=JSON),
        desk.post("/api/v1/session", {"username": PHONE, "password": IDENTITY}, content_type=JSON),
        desk.post("/api/v1/media", {"file": SimpleUploadedFile(f"{PHONE}.jpg", make_photo())}),
    ]  # fmt: skip
    return done


def test_what_staff_write_with_a_number_in_it_is_kept_without(said):
    answers = write_it_at_the_desk()
    bad = [(n, a.status_code, a.content[:200]) for n, a in enumerate(answers)
           if a.status_code >= 400 and n not in (11, 13)]  # fmt: skip
    assert not bad
    found = {
        (table, secret)
        for table, text in in_all_tables()
        for secret in SECRETS
        if any(spelling in text for spelling in spellings(secret))
    }
    assert not found
    assert not any(spelling in said.getvalue() for one in SECRETS for spelling in spellings(one))


def test_an_error_that_quotes_a_number_is_logged_and_buried_without(said, db):
    """What a library of others says of a row that it could not write."""
    entry = {"id": 1, "name": "x.Y", "subject": "case:1"}
    try:
        raise ValueError(f"Failing row contains ({PHONE}, {IDENTITY})")
    except ValueError as error:
        logging.getLogger("procrastinate").exception("Job failed: %s", error)
        letter = bury("tests.none", entry, error, 3)
    for text in (said.getvalue(), letter.error, letter.traceback):
        assert "Failing row contains" in text
        assert not any(spelling in text for one in SECRETS for spelling in spellings(one))


def test_no_table_and_no_log_line_holds_a_name_or_number_as_it_was_given(said):
    tell_it_at_every_door()
    assert Contact.objects.count() == 1
    tables = dict(in_all_tables())
    assert tables["cases_report"] and tables["identity_contact"] and tables["cases_importrow"]
    found = {
        (table, secret)
        for table, text in tables.items()
        for secret in SECRETS
        if any(spelling in text for spelling in spellings(secret))
    }
    assert not found
    log = said.getvalue()
    assert '"request"' in log
    assert not any(spelling in log for secret in SECRETS for spelling in spellings(secret))


def test_no_answer_repeats_the_number(said):
    for answer in tell_it_at_every_door():
        text = answer.content.decode()
        assert not any(secret in text for secret in SECRETS)


@pytest.mark.django_db(transaction=True)
def test_a_dump_of_the_database_holds_none_either():
    """What `pg_dump` writes, as a thief of a backup would read it."""
    tell_it_at_every_door()
    place = connection.settings_dict
    program = shutil.which("pg_dump") or max(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))
    dump = subprocess.run(
        [program, "--host", place["HOST"], "--port", str(place["PORT"]), "--username",
         place["USER"], "--no-password", place["NAME"]],
        env={**os.environ, "PGPASSWORD": place["PASSWORD"]}, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    assert "COPY public.cases_report" in dump
    assert "139****0987" in dump
    found = [secret for secret in SECRETS if any(one in dump for one in spellings(secret))]
    assert not found


def test_a_city_that_chose_the_national_suite_seals_and_finds_by_it(monkeypatch, tmp_path):
    """SM4-GCM and HMAC-SM3 from the citizen's report to the desk; what AES sealed still opens."""
    monkeypatch.setenv("CHENGMAI_KEYS", str(tmp_path / "keys.json"))
    monkeypatch.setenv("CHENGMAI_CIPHER", "sm4")
    make_key_ring(tmp_path / "keys.json")
    read_ring_again()
    try:
        tell_it_at_every_door()
        tables = dict(in_all_tables())
        sealed = re.findall(r"\b1\.([as])\.k1\.", "".join(tables.values()))
        assert len(sealed) > 5 and set(sealed) == {"s"}
        assert key_ring().index_hash == "sm3"
        assert find_contact(PHONE) == Contact.objects.get().pk
        monkeypatch.setenv("CHENGMAI_CIPHER", "aes")
        fresh = remember_contact(name=NAME, phone="13800000001", at=MORNING)
        assert {row.name_sealed.split(".")[1] for row in Contact.objects.all()} == {"s", "a"}
        cards = contact_cards(Contact.objects.values_list("pk", flat=True))
        assert {card.masked_phone for card in cards.values()} == {"139****0987", "138****0001"}
        assert fresh in cards
    finally:
        read_ring_again()
