"""Locks, ports, tools and the Caddyfile: each problem gets one clear line."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from chengmai.main.ground import caddy, lock, nats, ports, postgres, web
from chengmai.main.ground.layout import Layout, tool
from chengmai.main.ground.trouble import Trouble
from chengmai.main.tests.makers import environment, make_layout, until, written

pytestmark = pytest.mark.slow
PORTS = {"web": 18001, "push": 18002}

HOLDER = """
import sys, time
from pathlib import Path
from chengmai.main.ground import lock
from chengmai.main.ground.layout import Layout
with lock.held(Layout(Path(sys.argv[1]))):
    open(sys.argv[2], "w").write("held")
    time.sleep(600)
"""


def _holder(layout: Layout, tmp_path: Path) -> subprocess.Popen[bytes]:
    sign = tmp_path / "sign"
    command = [sys.executable, "-c", HOLDER, str(layout.var), str(sign)]
    process = subprocess.Popen(command, env=environment())
    until(written(sign))
    return process


def test_a_second_supervisor_is_told_who_holds_the_lock(tmp_path: Path):
    layout = make_layout(tmp_path)
    holder = _holder(layout, tmp_path)
    try:
        with pytest.raises(
            Trouble, match=f"already runs .*process {holder.pid}.*kill {holder.pid}"
        ):
            with lock.held(layout):
                pass
    finally:
        holder.kill()
        holder.wait()


def test_a_lock_of_a_killed_process_is_recognised_as_stale(tmp_path: Path):
    layout = make_layout(tmp_path)
    holder = _holder(layout, tmp_path)
    holder.kill()
    holder.wait()
    with lock.held(layout) as previous:
        assert previous == str(holder.pid)
        assert layout.lock.read_text().strip() == str(os.getpid())
    with lock.held(layout) as previous:
        assert previous is None


def test_a_start_that_failed_leaves_no_stale_lock(tmp_path: Path):
    layout = make_layout(tmp_path)
    with pytest.raises(Trouble), lock.held(layout):
        raise Trouble("It did not start.", "Try again.")
    with lock.held(layout) as previous:
        assert previous is None


def test_a_public_port_in_use_is_one_line_with_another_port(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(Trouble, match=f"Port {port} is in use.*CHENGMAI_PORT={port + 1}"):
            ports.public_port(port)


def test_a_private_port_in_use_is_passed_over_and_remembered(tmp_path: Path):
    layout = make_layout(tmp_path)
    first = ports.choose(layout, {"nats": 21000, "web": 21000})
    assert first["nats"] != first["web"]
    with socket.create_server(("127.0.0.1", first["nats"])):
        second = ports.choose(layout, {"nats": 21000, "web": 21000})
    assert second["nats"] not in (first["nats"], second["web"])
    assert ports.choose(layout, {"nats": 21000, "web": 21000}) == second
    assert all(port < 32768 for port in second.values())


def test_a_missing_tool_says_what_to_install():
    with pytest.raises(Trouble, match="initdb-of-nowhere is not installed. Run: script/up"):
        tool("initdb-of-nowhere")


def test_a_var_that_cannot_be_written_is_one_line(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="cannot be written .* Set CHENGMAI_VAR"):
        Layout(tmp_path / "file" / "var").prepare()


def test_secrets_are_made_once_and_readable_by_the_owner_only(tmp_path: Path):
    layout = make_layout(tmp_path)
    secret = layout.secret("database.password")
    assert len(secret) >= 32
    assert layout.secret("database.password") == secret
    assert (layout.var / "database.password").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("port", ["0", "99999", "-1", "abc"])
def test_a_nonsense_port_is_one_line(tmp_path: Path, port: str):
    env = environment(CHENGMAI_PORT=port, CHENGMAI_VAR=str(tmp_path / "var"))
    command = [sys.executable, "-m", "chengmai.main.cli", "up"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"chengmai: CHENGMAI_PORT={port} is not a port. Choose one from 1 to 65535."
    ]


@pytest.mark.parametrize(
    "site",
    [
        caddy.Site(),
        caddy.Site(port=8090, bind="0.0.0.0"),
        caddy.Site(host="city.example.org", map_hosts=("https://t0.tianditu.gov.cn",)),
    ],
    ids=["this-machine", "the-network", "a-host-name"],
)
def test_caddy_accepts_its_configuration(tmp_path: Path, site: caddy.Site):
    layout = make_layout(tmp_path / "a folder with spaces")
    text = caddy.caddyfile(layout, site, PORTS)
    path = tmp_path / "Caddyfile"
    path.write_text(text)
    command = [tool("caddy"), "validate", "--config", str(path), "--adapter", "caddyfile"]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "HOME": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr


def test_scripts_come_from_us_only():
    policy = caddy.content_security_policy(caddy.Site())
    assert "script-src 'self';" in policy
    assert "worker-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script


def test_a_city_with_a_host_name_gets_strict_transport(tmp_path: Path):
    layout = make_layout(tmp_path)
    assert "Strict-Transport" in caddy.caddyfile(layout, caddy.Site(host="city.example.org"), PORTS)
    assert "Strict-Transport" not in caddy.caddyfile(layout, caddy.Site(), PORTS)


def test_two_platforms_started_at_once_choose_different_ports(tmp_path):
    """Each is a process of its own that has chosen and listens nowhere yet."""
    words = (
        "import sys; from pathlib import Path; from chengmai.main.ground import ports;"
        "from chengmai.main.ground.layout import Layout; layout = Layout(Path(sys.argv[1]));"
        "layout.prepare(); chosen = ports.choose(layout, {'nats': 21000, 'web': 21001});"
        "print(*chosen.values(), flush=True); sys.stdin.readline()"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", words, str(tmp_path / name)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for name in ("one", "two", "three")
    ]  # fmt: skip
    try:
        chosen = [port for one in started for port in one.stdout.readline().split()]
    finally:
        for one in started:
            one.communicate("\n", timeout=20)
    assert len(chosen) == 6
    assert len(set(chosen)) == 6
    again = make_layout(tmp_path / "four")
    assert ports._reserve(int(chosen[0]), again), "given back when its holder ended"


def test_servers_of_tests_are_spread_below_the_systems_own_ports():
    spread = [ports.spread({"postgres": 15533, "nats": 14323}) for _ in range(50)]
    assert len({one["nats"] for one in spread}) > 5
    assert all(one["postgres"] - one["nats"] == 1210 for one in spread)
    assert all(one["postgres"] < 15533 + 10 * ports.SLOTS < ports.CEILING for one in spread)


def test_a_real_city_writes_to_the_disk_and_a_test_need_not(tmp_path: Path):
    assert "fsync" not in postgres.settings(durable=True)
    assert "fsync = off" in postgres.settings(durable=False)
    layout = make_layout(tmp_path)
    assert "sync_interval: always" in nats.config(layout, 14223, durable=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root drops privileges")
def test_a_cluster_of_root_lives_where_its_user_may_walk(tmp_path: Path):
    user = postgres.unprivileged_user()
    closed = tmp_path / "closed" / "var"
    closed.mkdir(parents=True)
    (tmp_path / "closed").chmod(0o700)
    folder = postgres.data_folder(Layout(closed), user)
    assert folder.is_relative_to(postgres.ELSEWHERE)
    assert postgres.data_folder(Layout(closed), None) == closed / "postgres"


def test_private_servers_start_serve_and_leave_nothing(tmp_path: Path):
    var = tmp_path / "var"
    ask = (
        "import os, psycopg; c = psycopg.connect(os.environ['DATABASE_URL']); "
        "print(c.execute('SELECT rolsuper, rolcreatedb, postgis_lib_version() IS NOT NULL "
        "FROM pg_roles WHERE rolname = current_user').fetchone())"
    )
    words = ["test-servers", "--var", str(var), "--", sys.executable, "-c", ask]
    command = [sys.executable, "-m", "chengmai.main.cli", *words]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "(False, True, True)" in done.stdout
    assert (var / "children.json").read_text() == "[]"
    chosen = ports._kept(var / "ports.json")
    assert all(ports.is_free(port) for port in chosen.values())


def test_assets_of_the_builds_of_the_last_day_stay_for_pages_that_are_open(tmp_path: Path):
    for name, written_at in (("old.js", 1_000), ("yesterday.js", 90_000), ("fresh.js", 99_000)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (written_at, written_at))
    web.sweep([tmp_path, tmp_path / "not-built-yet"], before=50_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh.js", "yesterday.js"]
