"""Real processes for the tests of the ground: small Python programs with an honest purpose."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from chengmai.main.ground.child import Spec, birth_of
from chengmai.main.ground.layout import Layout

WAITS = "import time; time.sleep(600)"
WITH_GRANDCHILD = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(600)
"""
IGNORES_TERM = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
open(sys.argv[1], "w").write("up")
time.sleep(600)
"""


def make_layout(folder: Path) -> Layout:
    layout = Layout(folder / "var")
    layout.prepare()
    return layout


def make_spec(name: str = "child", program: str = WAITS, *arguments: str, **more: object) -> Spec:
    return Spec(name, (sys.executable, "-c", program, *arguments), **more)  # type: ignore[arg-type]


def until(holds: Callable[[], object], seconds: float = 15) -> None:
    """Wait until something holds; fail after a while."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    return birth_of(pid) != ""


def written(path: Path) -> Callable[[], bool]:
    """Whether another process has written this file by now."""
    return lambda: path.exists() and path.read_text() != ""


def environment(**more: str) -> dict[str, str]:
    """Our environment without what would point the ground elsewhere."""
    pointing = ("DATABASE_URL", "NATS_URL", "CHENGMAI_PORT", "CHENGMAI_VAR", "CHENGMAI_SITE")
    return {k: v for k, v in os.environ.items() if k not in pointing} | more
