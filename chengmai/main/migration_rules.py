"""What a migration may do to a city that is at work: found by reading it, before it runs anywhere.

Every step has a way back. On a table that grows with the city, what keeps writers or readers out
for long (an index made in the ordinary way, another type for a column, a check of all rows) needs
a line `# holds: …` that says for how long and why that is bearable.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Tables that grow with the city's years; the others are changed in a blink.
BIG = {
    "cases_case",
    "cases_report",
    "citizen_submission",
    "city_component",
    "identity_contact",
    "kernel_idempotency",
    "kernel_ledgerentry",
    "kernel_ledgerhead",
    "kernel_reactiondone",
    "media_mediafile",
}
HOLDING = {"AddIndex", "AddConstraint", "AlterField"}
HOLDING_SQL = re.compile(
    r"create\s+(unique\s+)?index\s+(?!concurrently)[^;]*?\bon\s+(?P<index>\w+)"
    r"|alter\s+table\s+(?:only\s+)?(?P<table>\w+)[^;]*\balter\s+(?:column\s+)?\w+\s+(?:set\s+data\s+)?type\b",
    re.IGNORECASE | re.DOTALL,
)
REASON = re.compile(r"#\s*holds: \w.{8,}")
# The first release, made before anybody had a table: application and last number.
FIRST_RELEASE = {
    ("kernel", 1),
    ("media", 2),
    ("identity", 1),
    ("city", 1),
    ("cases", 6),
    ("citizen", 2),
}


def migrations_have_a_way_back(root: Path) -> Iterator[str]:
    """RunSQL and RunPython name what undoes them; nothing to undo is said as noop."""
    for path in _migrations(root):
        for call in _calls(path):
            name, words = _name(call), {word.arg for word in call.keywords}
            missing = (name == "RunSQL" and len(call.args) < 2 and "reverse_sql" not in words) or (
                name == "RunPython" and len(call.args) < 2 and "reverse_code" not in words
            )
            if missing:
                yield f"{_shown(root, path)}:{call.lineno}: {name} has no way back (noop where there is nothing to undo)"


def big_tables_are_changed_with_care(root: Path) -> Iterator[str]:
    """What holds up a table that grows with the city says for how long and why."""
    for path in _migrations(root):
        text = path.read_text()
        if REASON.search(text):
            continue
        app = path.parts[path.parts.index("migrations") - 1]
        made = {
            _word(call, "name").lower() for call in _calls(path) if _name(call) == "CreateModel"
        }
        for call in _calls(path):
            model = _word(call, "model_name").lower()
            if _name(call) in HOLDING and f"{app}_{model}" in BIG and model not in made:
                where = f"{_shown(root, path)}:{call.lineno}"
                yield f"{where}: {_name(call)} holds up {app}_{model}; do it concurrently, or say `# holds: …`"
        for found in HOLDING_SQL.finditer(text):
            table = found["index"] or found["table"]
            if table in BIG and f"CREATE TABLE {table}" not in text:
                line = text[: found.start()].count("\n") + 1
                yield f"{_shown(root, path)}:{line}: holds up {table}; do it concurrently, or say `# holds: …`"


def _migrations(root: Path) -> Iterator[Path]:
    for path in sorted((root / "chengmai").rglob("migrations/*.py")):
        app = path.parts[path.parts.index("migrations") - 1]
        number = path.stem[:4]
        if number.isdigit() and not any(
            app == first and int(number) <= last for first, last in FIRST_RELEASE
        ):
            yield path


def _calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _word(call: ast.Call, name: str) -> str:
    for word in call.keywords:
        if word.arg == name and isinstance(word.value, ast.Constant):
            return str(word.value.value)
    return ""


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
