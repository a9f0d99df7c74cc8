"""Migrations that would hold up a city at work are found by reading them."""

from pathlib import Path

import pytest

from chengmai.main.migration_rules import (
    big_tables_are_changed_with_care,
    migrations_have_a_way_back,
)

INDEX = 'migrations.AddIndex(model_name="case", index=models.Index(fields=["grid"], name="x"))'
SLOW = "migrations.RunSQL('CREATE INDEX x ON cases_case (grid_code)', 'DROP INDEX x')"
TYPE = "migrations.RunSQL('ALTER TABLE cases_case ALTER COLUMN address TYPE text', '')"


def write(root: Path, line: str, name: str = "0099_more") -> Path:
    path = root / "chengmai" / "cases" / "migrations" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"operations = [\n    {line},\n]\n")
    return root


@pytest.mark.parametrize(
    "line",
    ["migrations.RunPython(fill)", "migrations.RunSQL('SELECT 1')", "RunSQL(sql=TEXT)"],
)
def test_a_step_without_a_way_back_is_found(tmp_path: Path, line: str):
    assert len(list(migrations_have_a_way_back(write(tmp_path, line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "migrations.RunPython(fill, migrations.RunPython.noop)",
        "migrations.RunSQL('SELECT 1', reverse_sql='SELECT 2')",
    ],
)
def test_a_step_with_a_way_back_passes(tmp_path: Path, line: str):
    assert list(migrations_have_a_way_back(write(tmp_path, line))) == []


@pytest.mark.parametrize("line", [INDEX, SLOW, TYPE])
def test_what_holds_up_a_big_table_is_found_unless_it_says_why(tmp_path: Path, line: str):
    (found,) = big_tables_are_changed_with_care(write(tmp_path, line))
    assert "holds up cases_case" in found
    reason = f"# holds: a second for a million rows, measured\n    {line}"
    assert list(big_tables_are_changed_with_care(write(tmp_path, reason))) == []


@pytest.mark.parametrize(
    "line",
    [
        'AddIndexConcurrently(model_name="case", index=models.Index(fields=["g"], name="x"))',
        "migrations.RunSQL('CREATE INDEX CONCURRENTLY x ON cases_case (grid_code)', '')",
        INDEX.replace('"case"', '"setting"'),
        f'migrations.CreateModel(name="Case"),\n    {INDEX}',
    ],
)
def test_what_holds_up_nobody_passes(tmp_path: Path, line: str):
    assert list(big_tables_are_changed_with_care(write(tmp_path, line))) == []


def test_the_first_release_is_left_as_it_is(tmp_path: Path):
    assert list(big_tables_are_changed_with_care(write(tmp_path, INDEX, "0004_drawn"))) == []
