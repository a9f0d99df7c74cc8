"""Single sign-on against a provider that runs as a process of its own."""
# ruff: noqa: S310 - the provider runs on the loopback

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from chengmai.identity.models import Person, Provider, ProviderLink, Session, Totp
from chengmai.identity.sso.actions import set_provider
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.tests.provider import CLIENT, SECRET
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
API = "/api/v1/session/sso"


def free_port() -> int:
    for port in range(20400, 20450):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")


@pytest.fixture(scope="module")
def issuer():
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "chengmai.identity.tests.provider", str(port)]
    )
    address = f"http://127.0.0.1:{port}"
    last = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(f"{address}/jwks", timeout=1).read()
            break
        except OSError:
            assert time.monotonic() < last, "the provider did not start"
            time.sleep(0.05)
    yield address
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture(autouse=True)
def _provider(issuer):
    forget()
    mood(issuer)
    provider(issuer)


def provider(where: str, **values):
    given = {
        "key": "city", "name": "政务统一认证", "issuer": where, "client_id": CLIENT,
        "client_secret": SECRET, "claim": "preferred_username", "second_factor": False,
        "active": True,
    }  # fmt: skip
    set_provider(**{**given, **values}, actor=SYSTEM)


def mood(issuer: str, **what) -> None:
    request = urllib.request.Request(f"{issuer}/mood", json.dumps(what).encode(), method="POST")
    urllib.request.urlopen(request, timeout=5).read()


def browser() -> Client:
    return Client(headers={"X-Chengmai-Client": "tests"})


def post(client: Client, path: str, **body):
    return client.post(path, body, content_type="application/json")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def at_the_provider(client: Client, to: str = "/desk") -> dict[str, str]:
    """Begin, go to the provider, and come back with what it put into the address."""
    address = post(client, f"{API}/city", to=to).json()["address"]
    try:
        urllib.request.build_opener(_Stay).open(address, timeout=5)
    except urllib.error.HTTPError as answer:
        assert answer.code == 302
        back = parse_qs(urlsplit(answer.headers["Location"]).query)
        return {"code": back["code"][0], "state": back["state"][0]}
    raise AssertionError("the provider did not send the browser back")


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256"])
def test_somebody_the_city_knows_comes_in_and_is_linked(issuer, algorithm):
    person = make_person([Duty.OPERATOR], username="zhang")
    mood(issuer, alg=algorithm)
    client = browser()
    assert client.get(API).json() == [{"key": "city", "name": "政务统一认证"}]
    answer = post(client, API, **at_the_provider(client)).json()
    assert (answer["to"], answer["session"]["step"]) == ("/desk", "done")
    assert client.get("/api/v1/session").json()["id"] == person.pk
    assert ProviderLink.objects.get().subject == "subject-7"
    assert Session.objects.get().method == "oidc:city"


@pytest.mark.parametrize(
    ("lie", "why"),
    [
        ({"claims": {"nonce": "another"}}, "nonce"),
        ({"claims": {"nonce": None}}, "nonce"),
        ({"claims": {"aud": "somebody-else"}}, "audience"),
        ({"claims": {"aud": ["chengmai", "other"]}}, "authorised_party"),
        ({"claims": {"iss": "http://127.0.0.1:1"}}, "issuer"),
        ({"claims": {"exp": 1_700_000_000}}, "expired"),
        ({"claims": {"iat": 4_000_000_000}}, "issued_in_future"),
        ({"claims": {"nbf": 4_000_000_000}}, "not_yet"),
        ({"claims": {"sub": ""}}, "subject"),
        ({"alg": "none"}, "signature"),
        ({"alg": "HS256"}, "signature"),
        ({"stranger": True}, "signature"),
    ],
)
def test_a_token_that_lies_in_one_point_opens_nothing(issuer, lie, why):
    make_person(username="zhang")
    mood(issuer, **lie)
    client = browser()
    answer = post(client, API, **at_the_provider(client))
    assert (answer.status_code, answer.json()["facts"]["why"]) == (401, why)
    assert not Session.objects.exists()
    assert not ProviderLink.objects.exists()


def test_an_answer_counts_once_and_only_in_the_browser_that_began(issuer):
    make_person(username="zhang")
    client, thief = browser(), browser()
    back = at_the_provider(client)
    stolen = post(thief, API, **back)
    assert (stolen.status_code, stolen.json()["code"]) == (409, "identity.ceremony_over")
    back = at_the_provider(client)
    assert post(client, API, **back).status_code == 200
    assert post(client, API, **back).json()["code"] == "identity.ceremony_over"
    assert post(client, API, state="x", code="y").status_code == 409


def test_whom_the_city_does_not_know_is_not_made(issuer):
    client = browser()
    answer = post(client, API, **at_the_provider(client))
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.nobody_here")
    assert not Person.objects.exists()


def test_the_link_counts_and_not_a_user_name_that_changed_hands(issuer):
    first = make_person(username="zhang")
    client = browser()
    assert post(client, API, **at_the_provider(client)).status_code == 200
    make_person(username="wang", organisation=first.organisation)
    mood(issuer, claims={"preferred_username": "wang"})
    again = post(client, API, **at_the_provider(client)).json()
    assert again["session"]["id"] == first.pk
    mood(issuer, claims={"sub": "subject-8"})
    other = post(client, API, **at_the_provider(client))
    assert other.json()["facts"]["why"] == "linked"


def test_keys_that_the_provider_changed_are_fetched_anew(issuer):
    make_person(username="zhang")
    client = browser()
    assert post(client, API, **at_the_provider(client)).status_code == 200
    mood(issuer, rotate=True)
    assert post(client, API, **at_the_provider(client)).status_code == 200


def test_an_administrator_without_a_factor_enrols_first(issuer):
    make_person([Duty.ADMIN], username="zhang")
    client = browser()
    answer = post(client, API, **at_the_provider(client)).json()
    assert answer["session"]["step"] == "enrol"


def test_a_providers_second_factor_is_none_for_an_administrator_of_the_city(issuer):
    """Whoever takes the provider over, or a user name at it, still lacks the factor kept here."""
    provider(issuer, second_factor=True)
    admin = make_person([Duty.ADMIN], username="zhang")
    Totp.objects.create(
        person=admin, secret="JBSWY3DPEHPK3PXP", created_at=timezone.now(),
        confirmed_at=timezone.now(),
    )  # fmt: skip
    for _ in range(2):  # the first sign-in makes the link, the second has it
        client = browser()
        answer = post(client, API, **at_the_provider(client)).json()
        assert answer["session"]["step"] == "factor"
        assert client.get("/api/v1/accounts").status_code == 403
    told = [row.payload["factor"] for row in entries_of(f"person:{admin.pk}")]
    assert told == ["oidc:city"]


def test_a_providers_second_factor_counts_for_who_needs_none_here(issuer):
    provider(issuer, second_factor=True)
    clerk = make_person([Duty.OPERATOR], username="zhang")
    Totp.objects.create(
        person=clerk, secret="JBSWY3DPEHPK3PXP", created_at=timezone.now(),
        confirmed_at=timezone.now(),
    )  # fmt: skip
    client = browser()
    assert post(client, API, **at_the_provider(client)).json()["session"]["step"] == "done"


@pytest.mark.parametrize(
    ("verified", "status"), [(None, 403), (False, 403), ("true", 403), (True, 200)]
)
def test_an_address_that_the_provider_has_not_checked_names_nobody(issuer, verified, status):
    provider(issuer, claim="email")
    make_person([Duty.OPERATOR], username="zhang@city.example")
    mood(issuer, claims={"email": "zhang@city.example", "email_verified": verified})
    client = browser()
    assert post(client, API, **at_the_provider(client)).status_code == status


def test_another_issuer_gets_neither_the_secret_nor_the_links_and_the_change_is_told(issuer):
    person = make_person([Duty.OPERATOR], username="zhang")
    client = browser()
    assert post(client, API, **at_the_provider(client)).status_code == 200
    provider(issuer, client_secret=None, name="改名")
    assert Provider.objects.get().client_secret == SECRET
    assert ProviderLink.objects.get().person == person
    provider("https://evil.example", client_secret=None)
    assert Provider.objects.get().client_secret is None
    assert not ProviderLink.objects.exists()
    told = entries_of("provider:city")[-1]
    assert (told.name, told.payload["issuer"], told.payload["links_ended"]) == (
        "identity.ProviderChanged", "https://evil.example", 1,
    )  # fmt: skip


def test_a_provider_that_is_away_or_has_another_name_is_said_plainly(issuer):
    provider(issuer, key="gone", issuer="http://127.0.0.1:9")
    provider(issuer, key="lying", issuer=f"{issuer}/")
    provider(issuer, key="plain", issuer="http://10.0.0.1")
    client = browser()
    codes = [
        post(client, f"{API}/{key}").json()["code"] for key in ("gone", "lying", "plain", "none")
    ]
    assert codes == [
        "identity.provider_unavailable",
        "identity.provider_refused",
        "identity.provider_unavailable",
        "identity.provider_not_found",
    ]


def test_where_to_go_afterwards_stays_inside(issuer):
    make_person(username="zhang")
    for to in ("//evil.example", "https://evil.example", "/\\evil", "javascript:1"):
        client = browser()
        assert post(client, API, **at_the_provider(client, to)).json()["to"] == "/"


def test_the_secret_of_a_provider_is_sealed_and_never_shown(issuer):
    row = Provider.objects.raw("SELECT id, client_secret::text AS sealed FROM identity_provider")[0]
    assert SECRET not in row.sealed
    client = signed_in_client(make_person([Duty.SECURITY]))
    shown = client.get("/api/v1/sign-in/providers")
    assert shown.json()[0]["has_secret"] is True
    assert SECRET not in shown.content.decode()
