"""Every rule of the house check catches a bad example, and lets a good one pass."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chengmai.main import house

Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write one file of a small tree with the domains `low` and `high`."""

    def write_file(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    for name in ("chengmai/__init__.py", "chengmai/low/__init__.py", "chengmai/high/__init__.py"):
        write_file(name, "")
    return write_file


@pytest.mark.parametrize(
    "line",
    [
        "from chengmai.low.models import Thing",
        "from chengmai.low import queries",
        "import chengmai.low.actions",
        "from chengmai.low.rules.inner import decide",
        "from chengmai.low.tests.makers import make_thing",
    ],
)
def test_only_the_three_doors_open_from_another_domain(write: Write, tmp_path: Path, line: str):
    write("chengmai/high/actions.py", line)
    assert len(list(house.doors(tmp_path))) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("chengmai/high/actions.py", "from chengmai.low.words import Colour"),
        ("chengmai/high/actions.py", "from chengmai.low import events, public"),
        ("chengmai/high/actions.py", "from chengmai.high.models import Mine"),
        ("chengmai/high/actions.py", "from chengmai.kernel.ledger import publish"),
        ("chengmai/high/tests/test_actions.py", "from chengmai.low.tests.makers import make_thing"),
        ("chengmai/high/api.py", "from chengmai.identity.edge import require_actor"),
        ("chengmai/main/api.py", "from chengmai.low.api import router"),
    ],
)
def test_the_doors_are_open(write: Write, tmp_path: Path, file: str, line: str):
    write(file, line)
    assert list(house.doors(tmp_path)) == []


def test_main_composes_but_does_not_touch_tables(write: Write, tmp_path: Path):
    write("chengmai/main/api.py", "from chengmai.low.models import Thing")
    assert len(list(house.doors(tmp_path))) == 1


@pytest.mark.parametrize("name", ["views.py", "serializers.py", "signals.py", "logic/__init__.py"])
def test_a_domain_has_no_other_file_names(write: Write, tmp_path: Path, name: str):
    write(f"chengmai/low/{name}", "")
    assert len(list(house.file_names(tmp_path))) == 1


@pytest.mark.parametrize(
    "name",
    [
        "chengmai/kernel/utils.py",
        "chengmai/low/actions/helpers.py",
        "chengmai/main/case_service/../services/x.py",
        "web/apps/desk/src/common/x.ts",
    ],
)
def test_some_names_say_nothing_and_are_refused(write: Write, tmp_path: Path, name: str):
    write(name, "")
    assert any("is not a name" in finding for finding in house.file_names(tmp_path))


@pytest.mark.parametrize("call", ["timezone.now()", "datetime.now(UTC)", "date.today()", "now()"])
def test_a_rule_does_not_look_at_the_clock(write: Write, tmp_path: Path, call: str):
    write("chengmai/low/rules.py", f"late = {call}")
    write("chengmai/low/actions.py", f"late = {call}")
    (finding,) = house.no_clock_in_rules(tmp_path)
    assert finding.startswith("chengmai/low/rules.py:1")


@pytest.mark.parametrize("framework", ["django.db", "ninja", "psycopg", "nats", "procrastinate"])
def test_a_rule_imports_no_framework_even_through_a_neighbour(
    write: Write, tmp_path: Path, framework: str
):
    write("chengmai/low/neighbour.py", f"import {framework}")
    write("chengmai/low/rules.py", "from chengmai.low import neighbour")
    write("chengmai/low/words.py", "WORD = 1")
    (finding,) = house.no_framework_in_rules(tmp_path)
    assert finding.startswith("chengmai.low.rules: imports a framework")


def test_a_migration_has_a_name(write: Write, tmp_path: Path):
    write("chengmai/low/migrations/0002_auto_20260101_0000.py", "")
    write("chengmai/low/migrations/0003_ask_for_a_reason.py", "")
    assert len(list(house.migrations_are_named(tmp_path))) == 1


@pytest.mark.parametrize(
    "colour", ["#c0392b", "#fff", "#11223344", "rgb(1 2 3)", "hsla(1, 2%, 3%)"]
)
def test_a_component_takes_its_colours_from_the_tokens(write: Write, tmp_path: Path, colour: str):
    write("web/apps/desk/src/Card.vue", f"<style>.a {{ color: {colour} }}</style>")
    write("web/packages/kit/src/tokens.css", f":root {{ --ink: {colour} }}")
    (finding,) = house.no_colour_outside_tokens(tmp_path)
    assert finding.startswith("web/apps/desk/src/Card.vue:1")


@pytest.mark.parametrize("text", ["mount('#app')", "href='#case-faded'", "/^#[a-z]/", "'&#169;'"])
def test_not_every_hash_is_a_colour(write: Write, tmp_path: Path, text: str):
    write("web/apps/desk/src/main.ts", text)
    assert list(house.no_colour_outside_tokens(tmp_path)) == []


def test_a_long_file_needs_a_reason(write: Write, tmp_path: Path):
    write("chengmai/low/actions.py", "x = 1\n" * 401)
    write("chengmai/low/queries.py", "x = 1\n" * 400)
    (finding,) = house.files_are_short(tmp_path)
    assert "401 lines" in finding


@pytest.mark.parametrize(
    "line",
    [
        "thing @ https://example.org/thing.whl",
        "--find-links /somewhere",
        "--index-url https://example.org/simple",
        "-e .",
        "thing>=1",
    ],
)
def test_a_lock_file_holds_nothing_but_pins(write: Write, tmp_path: Path, line: str):
    write("requirements.lock", f"good==1.0\n{line}\n")
    write("requirements-dev.lock", "good==1.0\n")
    (finding,) = house.locks_are_plain(tmp_path)
    assert finding.startswith("requirements.lock:2")
