"""The house check: what no general tool knows about how this house is laid out.

`python -m chengmai.main.house` prints one line per finding and fails when there is one. Every rule
is a function from the root of a tree to findings, so that tests can show each a bad example.
The floors themselves are import-linter's; see pyproject.toml.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from chengmai.main.migration_rules import (
    big_tables_are_changed_with_care,
    migrations_have_a_way_back,
)

ROOT = Path(__file__).resolve().parents[2]

DOORS = {"words", "events", "public"}
# What only `main` may touch, because it composes: wiring, never a table or a rule.
COMPOSED = DOORS | {"layers", "admin", "api", "tasks", "reactions", "middleware", "edge", "errors"}
# The door of HTTP: who is asking. Only what answers HTTP may use it.
HTTP_DOOR = {("identity", "edge")}

NAMES = {
    *("__init__", "words", "errors", "rules", "events", "models", "queries", "actions", "public"),
    *("api", "reactions", "tasks", "gateways", "layers", "admin", "apps", "fixtures", "tests"),
    *("migrations", "edge", "middleware", "management"),
}
# Names beyond the table, each with the reason why it is right.
EXTRA_NAMES = {
    "identity/settings": "identity's numbers as data rows with a default, read by its actions",
    "identity/tokens": "random session tokens and their hashes, used by actions and queries alike",
    "identity/signin": "a sub-domain: sessions and their steps, passwords, the policy",
    "identity/factors": "a sub-domain: one-time codes, recovery codes, passkeys",
    "identity/sso": "a sub-domain: single sign-on by OpenID Connect",
    "identity/keys": "a sub-domain: API clients, their scopes, keys and quotas",
    "identity/leave": "a sub-domain: who stands in for whom",
    "identity/shifts": "a sub-domain: shifts and rosters",
    "identity/grants": "a sub-domain: rights that need two people",
    "city/urls": "addresses of the tiles, which are no JSON API",
    "city/atlas": "a sub-domain: the one map's layers, their looks and their tiles",
    "city/areas": "a sub-domain: management grids and responsibility areas",
    "city/addresses": "a sub-domain: the gazetteer and finding addresses in it, with a file set of its own",
    "city/census": "a sub-domain: the city's own data in and out, with a file set of its own",
    "city/faults": "a sub-domain: checks of the grids and what they found, with a file set of its own",
    "citizen/privacy": "a sub-domain: what is kept of a person, and their requests about it",
    "cases/intake": "a sub-domain: messages read from files, with a file set of its own",
    "cases/desk": "a sub-domain: views, phrases, bulk moves and workbooks, with its own file set",
    "cases/casefile": "a sub-domain: the printable file of a case, with its own file set",
}
FREE = {"kernel", "main"}
REFUSED_NAMES = re.compile(r"^(utils?|helpers?|common|misc|managers?|services?)$")

PURE = {"words", "rules", "events", "errors"}
PURE_KERNEL = ("facts", "errors", "worktime", "places")
FRAMEWORKS = ("django", "ninja", "psycopg", "nats", "procrastinate")
CLOCKS = {"now", "utcnow", "today"}

LONGEST = 400
# Files longer than that, each with the reason.
EXCUSED: dict[str, str] = {
    "chengmai/main/tests/faults.py": "a list: one short class for each fault that chaos knows",
}

COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![\w-])|\b(?:rgb|hsl)a?\("
)
Rule = Callable[[Path], Iterator[str]]


def doors(root: Path) -> Iterator[str]:
    """From another domain only words.py, events.py and public.py may be imported."""
    for path in _python(root):
        domain = _domain(root, path)
        for line, module in _imports(path):
            parts = module.split(".")
            if parts[0] != "chengmai" or len(parts) < 3 or parts[1] in (domain, "kernel"):
                continue
            if not _may_enter(path, domain, parts[1], parts[2:]):
                where = _shown(root, path)
                yield f"{where}:{line}: {module} is no door; use {parts[1]}'s words, events or public"


def _may_enter(path: Path, domain: str, other: str, inner: list[str]) -> bool:
    if "tests" in path.parts and inner[:2] == ["tests", "makers"]:
        return True
    if (other, inner[0]) in HTTP_DOOR and {"api", "serving"} & {path.stem, path.parent.name}:
        return True
    return inner[0] in (COMPOSED if domain == "main" else DOORS)


def file_names(root: Path) -> Iterator[str]:
    """A domain has the files of the table and no others; refused names are refused everywhere."""
    for domain in _domains(root):
        for path in sorted(domain.iterdir()):
            known = path.stem in NAMES or path.name in ("README.md", "__pycache__")
            listed = f"{domain.name}/{path.stem}" in EXTRA_NAMES
            if domain.name not in FREE and not known and not listed:
                yield f"{_shown(root, path)}: not a file name of a domain (see docs/where.md)"
    for path in [*_python(root), *_web(root, ".ts", ".vue", ".css")]:
        for part in path.relative_to(root).with_suffix("").parts:
            if REFUSED_NAMES.match(part):
                yield f"{_shown(root, path)}: '{part}' is not a name; say what it holds"


def no_clock_in_rules(root: Path) -> Iterator[str]:
    """Rules are told the time as `at`; they never look at a clock."""
    for path in _pure(root):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _called(node) in CLOCKS:
                yield f"{_shown(root, path)}:{node.lineno}: a rule looks at the clock; pass the time in"


def no_framework_in_rules(root: Path) -> Iterator[str]:
    """Words, rules, events and errors import in a Python that has no framework at all."""
    modules = [_module(root, path) for path in _pure(root)]
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_WITHOUT_FRAMEWORKS, *modules],
        cwd=root,
        capture_output=True,
        text=True,
    )
    yield from done.stdout.splitlines()
    if done.returncode != 0:
        yield f"words and rules could not be imported: {done.stderr.strip().splitlines()[-1:]}"


_IMPORT_WITHOUT_FRAMEWORKS = f"""
import importlib, sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {FRAMEWORKS!r}:
            raise ModuleNotFoundError(f'a framework: {{name}}')
sys.meta_path.insert(0, Absent())
sys.path.insert(0, '.')
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError as problem:
        print(f'{{name}}: imports {{problem}}')
"""


def migrations_are_named(root: Path) -> Iterator[str]:
    """A migration says what it does; `_auto_` says only when it was made."""
    for path in root.glob("chengmai/*/migrations/*.py"):
        if "_auto_" in path.name:
            yield f"{_shown(root, path)}: name the migration after its one purpose"


def no_colour_outside_tokens(root: Path) -> Iterator[str]:
    """Colours live in the kit's tokens and in the map's style, nowhere else in the web."""
    for path in _web(root, ".vue", ".ts", ".css"):
        inside = path.relative_to(root / "web").as_posix()
        if re.match(r"packages/kit/.*(token|theme)|packages/map/.*(style|palette|theme)", inside):
            continue
        if re.search(r"\.(spec|test)\.ts$|\.d\.ts$", inside):
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if (found := COLOUR.search(line)) and "&#" not in line:
                yield f"{_shown(root, path)}:{number}: colour {found[0]} outside the tokens"


def files_are_short(root: Path) -> Iterator[str]:
    """A file aims at 60-200 lines; beyond 400 it needs a reason listed here."""
    for path in [*_python(root), *_web(root, ".vue", ".ts")]:
        where = _shown(root, path)
        if "migrations" in path.parts or path.name.endswith(".d.ts") or "generated" in path.stem:
            continue
        lines = len(path.read_text().splitlines())
        if lines > LONGEST and where not in EXCUSED:
            yield f"{where}: {lines} lines; divide it, or give a reason in chengmai/main/house.py"


def locks_are_plain(root: Path) -> Iterator[str]:
    """Lock files pin every package by name and version, without a host, an address or a path."""
    plain = re.compile(r"^[a-z0-9._-]+==[\w.!+-]+( ; .*)?$", re.IGNORECASE)
    for name in ("requirements.lock", "requirements-dev.lock"):
        for number, line in enumerate((root / name).read_text().splitlines(), 1):
            if line.strip() and not plain.match(line):
                yield f"{name}:{number}: not a plain pin: {line}"
    package_lock = root / "web/package-lock.json"
    if package_lock.exists() and '"resolved": "http' in package_lock.read_text():
        yield "web/package-lock.json: holds a host; npm needs omit-lockfile-registry-resolved"


RULES: tuple[Rule, ...] = (
    doors,
    file_names,
    no_clock_in_rules,
    no_framework_in_rules,
    migrations_are_named,
    migrations_have_a_way_back,
    big_tables_are_changed_with_care,
    no_colour_outside_tokens,
    files_are_short,
    locks_are_plain,
)


def main(root: Path = ROOT) -> int:
    """Print every finding; the exit code."""
    findings = [finding for rule in RULES for finding in rule(root)]
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    return 1 if findings else 0


def _domains(root: Path) -> list[Path]:
    return [p for p in sorted((root / "chengmai").iterdir()) if (p / "__init__.py").exists()]


def _python(root: Path) -> list[Path]:
    return sorted((root / "chengmai").rglob("*.py"))


def _web(root: Path, *suffixes: str) -> list[Path]:
    skipped = {"node_modules", "dist"}
    folders = [root / "web" / name for name in ("apps", "packages")]
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in suffixes and not skipped & set(path.parts)
    ]


def _pure(root: Path) -> Iterator[Path]:
    for path in _python(root):
        inside = path.relative_to(root / "chengmai").with_suffix("").parts
        if "tests" in inside or "migrations" in inside:
            continue
        if inside[0] == "kernel":
            if inside[1:] and inside[1] in PURE_KERNEL:
                yield path
        elif PURE & set(inside[1:]):
            yield path


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            if node.module.count(".") == 1 and node.module.startswith("chengmai."):
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _module(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _domain(root: Path, path: Path) -> str:
    return path.relative_to(root / "chengmai").parts[0]


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


if __name__ == "__main__":
    sys.exit(main())
