"""`chengmai up`: servers, schema, demo city, web build and all processes, under one supervisor."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chengmai.main.ground import caddy, lock, ports, web
from chengmai.main.ground.child import BEHIND_REQUESTS, Spec
from chengmai.main.ground.layout import Layout, layout_here
from chengmai.main.ground.servers import chengmai_command, start_servers
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Stopped, Trouble

WEB_WORKERS = 2
WEB_THREADS = 3
WEB_KEEPS_CONNECTION = 600  # seconds


def up(*, demo: bool, build_web: bool, say: Callable[[str], None]) -> int:
    """Start the city and look after it until Ctrl-C or SIGTERM. Raises Trouble with what to do."""
    layout = layout_here()
    layout.prepare()
    with lock.held(layout) as previous:
        if previous is not None:
            say(f"An earlier run (process {previous}) did not end cleanly; taking over from it.")
        with Supervisor(layout, say) as supervisor:
            try:
                _start(layout, supervisor, demo=demo, build_web=build_web, say=say)
            except Stopped:
                say("Stopped before everything was ready.")
                return 130
            supervisor.keep()
            say("Stopping …")
        layout.addresses.unlink(missing_ok=True)
    say("Stopped.")
    return 0


def _start(
    layout: Layout,
    supervisor: Supervisor,
    *,
    demo: bool,
    build_web: bool,
    say: Callable[[str], None],
) -> None:
    began = time.monotonic()
    site = caddy.site_here(_wanted_port())
    if site.host is None:
        ports.public_port(site.port)
    chosen = ports.choose(layout)
    layout.secret("secret")
    say("Starting Chengmai 城脉")
    with _timed(say, "servers"):
        env = start_servers(layout, supervisor, chosen)
    _write_addresses(layout, env)
    env |= _environment(layout, site, demo=demo)
    with _timed(say, "schema and demo city" if demo else "schema"):
        prepare = ("prepare", "--demo") if demo else ("prepare",)
        supervisor.run_step(Spec("prepare", chengmai_command(*prepare), env))
        _tell(layout.logs / "prepare.log", say)
    if build_web:
        with _timed(say, "web build"):
            web.build(supervisor)
    with _timed(say, "processes"):
        supervisor.start(*processes(chosen, env))
        supervisor.start(caddy.spec(layout, site, chosen))
    say(f"Ready in {time.monotonic() - began:.1f} s: {site.address}")
    if demo:
        _greet(layout, say)
    say("Ctrl-C stops everything.")


def processes(chosen: dict[str, int], env: dict[str, str]) -> list[Spec]:
    """Our own processes; each of them could run any number of times, on several machines."""
    return [
        Spec(
            "web",
            _granian(
                "wsgi",
                chosen["web"],
                "--workers",
                f"{WEB_WORKERS}",
                "--blocking-threads",
                f"{WEB_THREADS}",
            ),
            {**env, "CHENGMAI_DB_KEEP": f"{WEB_KEEPS_CONNECTION}"},
            ready=lambda: caddy.answers(f"http://127.0.0.1:{chosen['web']}/healthz"),
        ),
        Spec(
            "push",
            _granian("asgi", chosen["push"], "--workers", "1"),
            env,
            ready=lambda: not ports.is_free(chosen["push"]),
        ),
        Spec("relay", chengmai_command("relay"), env, ready=_steady()),
        Spec(
            "reactor",
            chengmai_command("react"),
            env,
            ready=_steady(),
            nice=BEHIND_REQUESTS,
        ),
        # Two, so that an import or a backup never keeps a deadline or a notice waiting.
        Spec("worker", chengmai_command("work", "--lane", "short"), env, ready=_steady()),
        Spec(
            "worker-long",
            chengmai_command("work", "--lane", "long"),
            env,
            ready=_steady(),
            nice=BEHIND_REQUESTS,
        ),
    ]


def _steady(seconds: float = 1.5) -> Callable[[], bool]:
    """For a process that listens nowhere: it is ready when it has not ended after a while."""
    began = time.monotonic()
    return lambda: time.monotonic() - began > seconds


def _granian(interface: str, port: int, *more: str) -> tuple[str, ...]:
    application = {
        "wsgi": "chengmai.main.wsgi:application",
        "asgi": "chengmai.main.push:application",
    }
    program = str(Path(sys.executable).with_name("granian"))
    where = ("--host", "127.0.0.1", "--port", str(port))
    care = ("--respawn-failed-workers", "--workers-kill-timeout", "5", "--no-ws")
    return (program, "--interface", interface, *where, *care, *more, application[interface])


def _environment(layout: Layout, site: caddy.Site, *, demo: bool) -> dict[str, str]:
    """What every process of ours is told besides the addresses of the servers."""
    hosts = ["localhost", "127.0.0.1", "[::1]", *([site.host] if site.host else [])]
    env = {
        "CHENGMAI_VAR": str(layout.var),
        "CHENGMAI_HOSTS": os.environ.get("CHENGMAI_HOSTS", ",".join(hosts)),
        "CHENGMAI_SECURE": "1" if site.host else "",
        "PROMETHEUS_MULTIPROC_DIR": str(_fresh_figures(layout)),
        "PYTHONUNBUFFERED": "1",
    }
    return {**env, "CHENGMAI_DEMO": "1"} if demo else env


def _fresh_figures(layout: Layout) -> Path:
    """The folder where all processes count together, without the counts of the last start."""
    folder = layout.var / "figures"
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.glob("*.db"):
        old.unlink(missing_ok=True)
    return folder


def _write_addresses(layout: Layout, env: dict[str, str]) -> None:
    """For other commands of the same installation, such as `chengmai ledger verify`."""
    layout.addresses.unlink(missing_ok=True)
    layout.addresses.touch(mode=0o600)
    layout.addresses.write_text("".join(f"{name}={value}\n" for name, value in env.items()))


def _wanted_port() -> int:
    text = os.environ.get("CHENGMAI_PORT", "8080")
    if not text.isdigit():
        raise Trouble(f"CHENGMAI_PORT={text} is not a port.", "Choose one from 1 to 65535.")
    return int(text)


@contextmanager
def _timed(say: Callable[[str], None], what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - began:.1f} s")


def _tell(log: Path, say: Callable[[str], None]) -> None:
    """Pass on what the preparing step said, then forget it: the next start says its own."""
    for line in log.read_text(errors="replace").splitlines():
        if line.startswith("  "):
            say(line)
    log.unlink()


def _greet(layout: Layout, say: Callable[[str], None]) -> None:
    """Print the demo accounts, which the preparing step wrote down."""
    path = layout.var / "demo-accounts.txt"
    if path.exists():
        say("Demo accounts (user name, password, duty):")
        for line in path.read_text().splitlines():
            say(f"  {line}")
