"""The pages of docs/ name only files and tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
_TEST = re.compile(r"`([\w/.-]+\.py)::(test_\w+)`")
_FILE = re.compile(r"`((?:chengmai|web|journeys|bench|docs|script)/[\w/.-]+\.\w+)`")


def of_ours(path):
    """A path of a page: tests are named from below chengmai/, all others from the root."""
    return next((p for p in (ROOT / "chengmai" / path, ROOT / path) if p.exists()), None)


def test_every_refusal_names_a_test_that_exists():
    named = _TEST.findall((ROOT / "docs/standards/refusals.md").read_text())
    assert len(named) > 50
    for path, name in named:
        file = of_ours(path)
        assert file, path
        assert f"def {name}(" in file.read_text(), f"{path}::{name}"


@pytest.mark.parametrize("page", ["docs/tour.md", "README.md", "README.zh-CN.md"])
def test_a_page_names_files_that_exist(page):
    text = (ROOT / page).read_text()
    for path in _FILE.findall(text):
        assert of_ours(path), f"{page}: {path}"
    for path, name in re.findall(r"`([\w/.-]+\.py)` → `(\w+)`", text):
        assert re.search(rf"\b(def|class) {name}\b", (ROOT / path).read_text()), f"{path} {name}"
