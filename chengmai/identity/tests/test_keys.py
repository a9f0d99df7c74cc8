"""API clients at the whole edge: scopes for every operation, addresses, quotas, rotation."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone
from django.utils.module_loading import import_string

from chengmai.identity.errors import NotYourDuty, SelfApproval
from chengmai.identity.keys.actions import approve_client, issue_key, propose_client, revoke_client
from chengmai.identity.keys.quotas import flush, forget_counts
from chengmai.identity.keys.rules import Bucket, address_allowed
from chengmai.identity.keys.scopes import address_of
from chengmai.identity.keys.words import Scope
from chengmai.identity.models import ApiClient, ApiKey, ClientUse
from chengmai.identity.queries import actor_of
from chengmai.identity.tests.makers import make_organisation, make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

api = import_string("chengmai.main.api.api")
SCOPES = import_string(settings.API_SCOPES)
pytestmark = pytest.mark.django_db
ALL = tuple(Scope)


@pytest.fixture(autouse=True)
def _fresh():
    forget()
    forget_counts()


def client_of(*scopes: Scope, per_minute: int = 6000, per_day: int = 100_000, **more):
    """An approved client and its key."""
    now = timezone.now()
    home = make_organisation()
    forget()
    admin, security = (actor_of(make_person([duty]).pk) for duty in (Duty.ADMIN, Duty.SECURITY))
    number = propose_client(
        **{"name": f"系统 {home.pk}", "purpose": "对接", "organisation_id": home.pk,
           "scopes": scopes, "sees_whole_city": True, "addresses": [], "per_minute": per_minute,
           "per_day": per_day, **more},
        actor=admin, at=now,
    )  # fmt: skip
    approve_client(client_id=number, actor=security, at=now)
    return number, issue_key(client_id=number, actor=security, at=now).key


def call(key: str, path: str, method: str = "get", **more):
    asked = getattr(Client(), method.lower())
    return asked(path, headers={"Authorization": f"Bearer {key}"}, **more)


def operations() -> list[tuple[str, str]]:
    """Every operation of the API and every plain address, as (method, address)."""
    found = [
        (method.upper(), path.lstrip("/"))
        for path, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
        for method in methods
    ]
    plain = [
        ("GET", address_of(str(one.pattern)))
        for included in get_resolver().url_patterns
        for one in getattr(included, "url_patterns", [])
        if not str(included.pattern)
    ]
    return found + plain


def code_of(answer) -> str:
    problem = "problem+json" in answer.get("Content-Type", "")
    return answer.json()["code"] if problem else ""


def filled(address: str) -> str:
    return "/" + re.sub(r"\{[^}]+\}", "1", address)


def test_every_operation_is_closed_to_a_key_unless_it_declares_a_scope():
    _, every = client_of(*ALL)
    _, none = client_of(Scope.PEOPLE_READ)
    listed = operations()
    assert len(listed) > 60
    for method, address in listed:
        scope = SCOPES.get(address, {}).get(method)
        with_all = call(every, filled(address), method)
        code = code_of(with_all)
        if scope is None:
            refused = with_all.status_code in (403, 404, 405)
            assert refused and (with_all.status_code != 403 or code == "identity.scope_needed"), (
                method, address, with_all.status_code,
            )  # fmt: skip
            continue
        assert code != "identity.scope_needed", (method, address)
        if scope is not Scope.PEOPLE_READ:
            assert call(none, filled(address), method).status_code in (403, 404), (method, address)


def test_every_line_of_the_table_is_an_operation_there_is():
    there = {(method, address.rstrip("/")) for method, address in operations()}
    routes = {address.rstrip("/") for _, address in there}
    missing = [
        (method, address)
        for address, methods in SCOPES.items()
        for method in methods
        if address.startswith("api/") and (method, address.rstrip("/")) not in there
    ]
    assert missing == []
    assert "tiles/{layer}/{z}/{x}/{y}.mvt" in routes


def test_a_key_reads_what_it_may_in_one_statement_and_is_known_by_its_hash_only():
    number, key = client_of(Scope.PEOPLE_READ)
    call(key, "/api/v1/organisations")
    with CaptureQueriesContext(connection) as seen:
        answer = call(key, "/api/v1/organisations")
    assert (answer.status_code, len(seen)) == (200, 1)
    row = ApiKey.objects.get(client_id=number)
    assert key not in (row.hash, row.prefix)
    assert key.split("_")[1] == row.prefix
    assert row.last_used_at is not None


@pytest.mark.parametrize(
    "key", ["", "x", "cmk_", "cmk_0000000000_abc", "cmk__", "Bearer", "' OR 1=1"]
)
def test_rubbish_is_no_key(key):
    assert call(key or "-", "/api/v1/organisations").json()["code"] == "identity.key_refused"


def test_a_key_in_a_cookie_or_a_session_in_the_header_is_nobody():
    _, key = client_of(Scope.PEOPLE_READ)
    client = Client()
    client.cookies["chengmai_session"] = key
    assert client.get("/api/v1/organisations").status_code == 401
    session = signed_in_client(make_person()).cookies["chengmai_session"].value
    assert call(session, "/api/v1/organisations").status_code == 401


def test_the_minute_is_exact_in_one_process_and_says_when_to_come_back():
    number, key = client_of(Scope.PEOPLE_READ, per_minute=3)
    answers = [call(key, "/api/v1/organisations") for _ in range(5)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429, 429]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 21
    flush()
    use = ClientUse.objects.get(client_id=number)
    assert (use.requests, use.refused) == (3, 2)


def test_the_day_is_shared_with_the_other_processes():
    number, key = client_of(Scope.PEOPLE_READ, per_day=10)
    ClientUse.objects.create(client_id=number, day=timezone.localdate(), requests=9)
    assert [call(key, "/api/v1/organisations").status_code for _ in range(3)] == [200, 429, 429]


def test_a_bucket_fills_evenly():
    bucket = Bucket(per_minute=60, left=60.0, filled_at=0.0)
    assert [bucket.take(0.0) for _ in range(60)] == [0.0] * 60
    assert bucket.take(0.0) == pytest.approx(1.0)
    assert bucket.take(1.0) == 0.0
    assert bucket.take(1.5) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("address", "allowed", "may"),
    [
        ("10.1.2.3", [], True),
        ("10.1.2.3", ["10.1.0.0/16"], True),
        ("10.2.2.3", ["10.1.0.0/16"], False),
        ("::ffff:10.1.2.3", ["10.1.2.3/32"], True),
        ("fd00::1", ["10.1.0.0/16", "fd00::/8"], True),
        ("", ["10.1.0.0/16"], False),
    ],
)
def test_addresses(address, allowed, may):
    assert address_allowed(address, allowed) is may


def test_a_key_works_from_its_addresses_only():
    _, key = client_of(Scope.PEOPLE_READ, addresses=["10.1.0.0/16"])
    for address, status in (("10.1.5.5", 200), ("10.9.5.5", 403)):
        answer = call(key, "/api/v1/organisations", REMOTE_ADDR=address)
        assert answer.status_code == status


def test_a_changed_key_leaves_time_and_a_revoked_one_none():
    number, old = client_of(Scope.PEOPLE_READ)
    security = actor_of(make_person([Duty.SECURITY]).pk)
    new = issue_key(client_id=number, actor=security, at=timezone.now()).key
    assert [call(key, "/api/v1/organisations").status_code for key in (old, new)] == [200, 200]
    ends = ApiKey.objects.get(prefix=old.split("_")[1]).expires_at - timezone.now()
    assert timedelta(hours=71) < ends < timedelta(hours=73)
    revoke_client(client_id=number, actor=security, at=timezone.now())
    assert [call(key, "/api/v1/organisations").status_code for key in (old, new)] == [401, 401]


def test_one_proposes_another_approves_and_before_that_nothing_opens():
    number, _ = client_of(Scope.PEOPLE_READ)
    row = ApiClient.objects.get(pk=number)
    assert row.proposed_by_id != row.decided_by_id
    admin, security = (make_person([duty]) for duty in (Duty.ADMIN, Duty.SECURITY))
    for person in (admin, make_person([Duty.AUDITOR])):
        with pytest.raises(NotYourDuty):
            approve_client(client_id=number, actor=actor_of(person.pk), at=timezone.now())
        with pytest.raises(NotYourDuty):
            issue_key(client_id=number, actor=actor_of(person.pk), at=timezone.now())
    ApiClient.objects.filter(pk=number).update(
        state="proposed", proposed_by=security, decided_by=None
    )
    with pytest.raises(SelfApproval):
        approve_client(client_id=number, actor=actor_of(security.pk), at=timezone.now())


def test_the_key_is_shown_once_and_a_client_is_no_member_of_staff():
    number, key = client_of(Scope.PEOPLE_READ)
    client = signed_in_client(make_person([Duty.SECURITY]))
    made = client.post(f"/api/v1/clients/{number}/keys")
    assert (made.status_code, made["Cache-Control"]) == (201, "no-store")
    shown = client.get("/api/v1/clients").content.decode()
    assert key not in shown
    assert made.json()["key"] not in shown
    names = [row["name"] for row in client.get("/api/v1/people").json()]
    assert not any(name.startswith("系统 ") for name in names)
