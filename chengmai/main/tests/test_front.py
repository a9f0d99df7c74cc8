"""The front as a stranger on the network meets it: Caddy before the web process, on real sockets."""

import http.client
import json
import socket
import subprocess
import time
from contextlib import ExitStack

import pytest

from chengmai.main.ground import caddy
from chengmai.main.ground.child import Child, Spec
from chengmai.main.ground.layout import tool
from chengmai.main.ground.ports import is_free
from chengmai.main.ground.up import _granian
from chengmai.main.tests.makers import make_layout, until

pytestmark = pytest.mark.slow  # Caddy and granian on sockets, and the web as it is built

HEADER_SECONDS = 10  # the header time-out of the Caddyfile
STRANGERS = ("evil.example.org", "127.0.0.1.evil.example.org")
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
}


@pytest.fixture(scope="module")
def front(tmp_path_factory, django_db_setup, django_db_blocker):
    """Caddy and one web process on the tests' database; the port of Caddy."""
    from django.db import connection

    layout = make_layout(tmp_path_factory.mktemp("front"))
    web, push, port = [n for n in range(20650, 20700) if is_free(n)][:3]
    with django_db_blocker.unblock():
        name = connection.settings_dict
    env = {
        "DATABASE_URL": "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**name),
        "CHENGMAI_VAR": str(layout.var),
        "CHENGMAI_HOSTS": "localhost,127.0.0.1",
        "CHENGMAI_SITE": "",
    }
    chosen = {"web": web, "push": push}
    ready = lambda: caddy.answers(f"http://127.0.0.1:{web}/healthz")  # noqa: E731
    program = _granian("wsgi", web, "--workers", "1", "--blocking-threads", "2")
    with ExitStack() as stack:
        for spec in (
            Spec("web", program, env, ready=ready),
            caddy.spec(layout, caddy.Site(port=port), chosen),
        ):
            child = Child(spec, layout.logs / f"{spec.name}.log")
            stack.callback(child.finish)
            stack.callback(child.ask_to_stop)
            until(spec.ready, 30)
        yield port


def asked(port, method, path, headers=None, body=None, host="127.0.0.1"):
    """Status, headers and body of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": host, **(headers or {})}.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    kept = {name.lower(): value for name, value in answer.getheaders()}
    found = answer.status, kept, answer.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    "path", ["/", "/c/", "/f/", "/api/v1/session/demo", "/media/1/x", "/tiles/x"]
)
def test_every_answer_carries_the_headers_that_protect_it(front, path):
    _, headers, _ = asked(front, "GET", path)
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "server" not in headers
    if path in ("/", "/c/", "/f/"):
        assert "script-src 'self';" in policy and "frame-ancestors 'none'" in policy
    else:
        assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy or not path.startswith("/media/")


@pytest.mark.parametrize("path", ["/assets/no-such.js", "/c/assets/x.css", "/live", "/%zz"])
def test_errors_of_the_front_itself_carry_them_too(front, path):
    status, headers, body = asked(front, "GET", path)
    assert status in (400, 404, 502), body[:200]
    if status == 400:  # refused before any site is chosen
        return
    assert {name: headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert headers["content-security-policy"].startswith("default-src")
    assert "server" not in headers
    assert b"<script" not in body


@pytest.mark.parametrize("host", STRANGERS)
def test_the_api_does_not_answer_under_a_strangers_name(front, host):
    status, headers, body = asked(front, "GET", "/api/v1/session/demo", host=host)
    assert status == 400
    assert headers["content-type"] == "application/problem+json"
    assert host.encode() not in body


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "TRACK", "BREW"])
@pytest.mark.parametrize("path", ["/", "/api/v1/session", "/media/1/x", "/tiles/x"])
def test_methods_that_nothing_needs_are_refused(front, method, path):
    status, _, body = asked(front, method, path, {"X-Secret": "told-to-nobody"})
    assert 400 <= status < 500, (status, body[:200])
    assert b"told-to-nobody" not in body


def test_a_body_beyond_the_limit_is_refused_before_it_is_sent(front):
    for path, kind in (
        ("/api/v1/cases", "application/json"),
        ("/api/v1/media", "multipart/form-data; boundary=x"),
    ):
        began = time.monotonic()
        sent = {"Content-Type": kind, "Content-Length": str(4 << 30)}
        status, _, _ = asked(front, "POST", path, sent)
        assert status == 413
        assert time.monotonic() - began < 5


def test_headers_without_measure_are_refused(front):
    status, _, _ = asked(front, "GET", "/api/v1/session/demo", {"X-Long": "x" * 100_000})
    assert status in (400, 431)


def test_who_sends_headers_slowly_is_cut_off_while_others_are_served(front):
    slow = [
        socket.create_connection(("127.0.0.1", front), timeout=HEADER_SECONDS + 8)
        for _ in range(40)
    ]
    began = time.monotonic()
    for one in slow:
        one.sendall(b"GET /api/v1/session/demo HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
    assert asked(front, "GET", "/healthz")[0] == 200
    assert time.monotonic() - began < 5, "slow senders stood in the way"
    for one in slow:
        with one:
            told = one.recv(1024)
            assert b" 200 " not in told
    assert HEADER_SECONDS - 1 < time.monotonic() - began < HEADER_SECONDS + 6


def test_figures_are_kept_from_strangers_before_they_are_served(tmp_path):
    layout = make_layout(tmp_path)
    path = layout.var / "Caddyfile"
    path.write_text(caddy.caddyfile(layout, caddy.Site(), {"web": 1, "push": 2}))
    command = [tool("caddy"), "adapt", "--config", str(path), "--adapter", "caddyfile"]
    adapted = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (server,) = json.loads(adapted)["apps"]["http"]["servers"].values()
    order = json.dumps(server["routes"])
    assert order.index('"remote_ip"') < order.index('"/healthz"')
