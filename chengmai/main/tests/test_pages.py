"""Pages name only files and tests that exist, and screens know every code that refuses."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from ninja import Schema

from chengmai.kernel.errors import Refusal
from chengmai.main.urls import urlpatterns  # every domain's refusals are imported with it

ROOT = Path(__file__).resolve().parents[3]
_TEST = re.compile(r"`([\w/.-]+\.py)::(test_\w+)`")
_FILE = re.compile(r"`((?:chengmai|web|journeys|bench|docs|script)/[\w/.-]+\.\w+)`")


def of_ours(path):
    """A path of a page: tests are named from below chengmai/, all others from the root."""
    return next((p for p in (ROOT / "chengmai" / path, ROOT / path) if p.exists()), None)


@pytest.mark.parametrize(("page", "least"), [("refusals.md", 50), ("mlps3.md", 30)])
def test_every_line_of_a_standard_names_tests_that_exist(page, least):
    named = _TEST.findall((ROOT / "docs/standards" / page).read_text())
    assert len(named) > least
    for path, name in named:
        file = of_ours(path)
        assert file, path
        assert f"def {name}(" in file.read_text(), f"{path}::{name}"


@pytest.mark.parametrize(
    "page", ["docs/tour.md", "docs/running/threats.md", "README.md", "README.zh-CN.md"]
)
def test_a_page_names_files_that_exist(page):
    text = (ROOT / page).read_text()
    for path in _FILE.findall(text):
        assert of_ours(path), f"{page}: {path}"
    for path, name in re.findall(r"`([\w/.-]+\.py)` → `(\w+)`", text):
        assert re.search(rf"\b(def|class) {name}\b", (ROOT / path).read_text()), f"{path} {name}"


def codes(kind=Refusal):
    """The codes of all refusals of the program, but not of its tests."""
    for child in kind.__subclasses__():
        if ".tests." not in child.__module__:
            yield child.code
        yield from codes(child)


def sentences(language):
    """The codes that a screen can tell in this language, of the kit and of the citizen's page."""
    page = (ROOT / f"web/packages/kit/src/words/problems-{language}.ts").read_text()
    for domain, block in re.findall(r"\n    (\w+): \{\n(.*?)\n    \},", page, re.DOTALL):
        yield from (f"{domain}.{name}" for name in re.findall(r"\n? +(\w+): '", block))
    citizen = (ROOT / "web/apps/citizen/src/features/reports/words.ts").read_text()
    yield from (f"citizen.{name}" for name in re.findall(r"\b(\w+): '", citizen))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_has_a_sentence_on_the_screen(language):
    assert urlpatterns
    ours = set(codes())
    assert len(ours) > 60
    assert not ours - set(sentences(language))


def schemas(kind=Schema):
    for child in kind.__subclasses__():
        if child.__module__.startswith("chengmai") and "[" not in child.__name__:
            yield child
        yield from schemas(child)


def test_no_two_shapes_on_the_wire_share_a_name():
    """The document names a shape by its class alone: of two, one would be drawn for both."""
    places = defaultdict(set)
    for schema in schemas():
        places[schema.__name__].add(schema.__module__)
    assert len(places) > 100
    assert not {name: where for name, where in places.items() if len(where) > 1}
