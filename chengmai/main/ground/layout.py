"""Where the ground keeps things: the folders of one installation and the tools it needs."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from chengmai.main.ground.trouble import Trouble

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "web"

# What to install when a tool is missing; `script/up` installs all of it by itself.
PACKAGES = {
    "initdb": "apt-get install postgresql-15 postgresql-15-postgis-3",
    "postgres": "apt-get install postgresql-15 postgresql-15-postgis-3",
    "setpriv": "apt-get install util-linux",
}


@dataclass(frozen=True)
class Layout:
    """One `var/` folder: everything that an installation keeps outside the repository."""

    var: Path

    @property
    def logs(self) -> Path:
        return self.var / "log"

    @property
    def lock(self) -> Path:
        return self.var / "chengmai.lock"

    @property
    def children(self) -> Path:
        return self.var / "children.json"

    @property
    def addresses(self) -> Path:
        """Where the private servers are while they run: lines of `NAME=value`, secret."""
        return self.var / "addresses.env"

    @property
    def ports(self) -> Path:
        return self.var / "ports.json"

    def shown(self, path: Path) -> str:
        """The path as a person would type it: relative to the working folder where possible."""
        here = Path.cwd()
        return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

    def prepare(self) -> None:
        """Make the folders; say it in one line when the place cannot be written."""
        try:
            self.logs.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise Trouble(
                f"{self.var} cannot be written ({problem.strerror}).",
                "Set CHENGMAI_VAR to a folder that this user may write.",
            ) from None

    def secret(self, name: str) -> str:
        """A random secret made once and kept in `var/NAME`, readable by the owner only."""
        path = self.var / name
        if not path.exists():
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(fd, "w") as file:
                file.write(secrets.token_urlsafe(32))
        return path.read_text().strip()


def learn_addresses() -> None:
    """Let a command find the servers of a running city, unless the environment says otherwise."""
    path = layout_here().addresses
    if path.exists():
        for line in path.read_text().splitlines():
            name, _, value = line.partition("=")
            os.environ.setdefault(name, value)


def layout_here() -> Layout:
    """The layout that `CHENGMAI_VAR` names, or `var/` in the repository."""
    return Layout(Path(os.environ.get("CHENGMAI_VAR") or ROOT / "var").resolve())


def tool(name: str) -> str:
    """The path of a program: beside our Python, in PostgreSQL's folder, or on the PATH."""
    beside = Path(sys.executable).parent / name
    if beside.exists():
        return str(beside)
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_version, reverse=True)
    if debian:
        return str(debian[0])
    found = shutil.which(name)
    if found is None:
        remedy = PACKAGES.get(name, "script/up")
        raise Trouble(f"The program {name} is not installed.", f"Run: {remedy}")
    return found


def _version(path: Path) -> int:
    number = path.parent.parent.name
    return int(number) if number.isdigit() else 0
