"""tipg beside us: the same tables, the same machine, as many workers, an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _tile_load import Load

ROOT = Path(__file__).resolve().parents[1]
VERSION = "1.6.1"
PEER = f"tipg {VERSION}"


@contextmanager
def peer_running(url: str, port: int, workers: int) -> Iterator[None]:
    """Install tipg where it is not yet, and run it over this database."""
    home = ROOT / "var" / "peers" / "tipg"
    python = home / "bin" / "python"
    if not (home / f".{VERSION}").exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "-q", f"tipg=={VERSION}", "uvicorn[standard]", "psycopg[binary]"],
            check=True,
        )  # fmt: skip
        (home / f".{VERSION}").touch()
    env = {
        **{
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("DJANGO", "CHENGMAI", "PYTHON"))
        },
        "DATABASE_URL": url,
        "TIPG_DB_SCHEMAS": '["public"]',
        "TIPG_DB_TABLES": '["public.city_component"]',
        "TIPG_MAX_FEATURES_PER_TILE": "10000",
    }
    log = home / "tipg.log"
    with log.open("wb") as out:
        command = [
            str(home / "bin" / "uvicorn"), "tipg.main:app", "--host", "127.0.0.1",
            "--port", str(port), "--workers", str(workers), "--log-level", "warning",
        ]  # fmt: skip
        child = subprocess.Popen(command, env=env, cwd=home, stdout=out, stderr=out)
        try:
            Load(f"http://127.0.0.1:{port}", "").wait("/healthz", log)
            yield
        finally:
            child.terminate()
            child.wait(10)
