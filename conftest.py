"""What every Python test stands on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import TransactionTestCase
from hypothesis import settings

from chengmai.kernel.keyring import make_key_ring, new_key_ring, read_ring_again

# Fixtures behind which PostgreSQL or NATS stands.
SERVERS = {"db", "transactional_db", "live_server", "own_stream", "nats_server"}


def pytest_configure(config: pytest.Config) -> None:
    """Tests seal personal data with a key ring of their own, made anew for each run."""
    os.environ["CHENGMAI_KEYS"] = new_key_ring().text()
    django_settings.RATE_LIMITS = False  # all tests ask from one address; see test_rates
    os.environ["CHENGMAI_RATE_LIMITS"] = "off"  # and so do those in processes of their own
    settings.register_profile("whole", deadline=None)  # a busy machine is not a failure
    settings.register_profile("fast", deadline=None, max_examples=20)
    settings.load_profile("fast" if config.getoption("--fast") else "whole")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fast", action="store_true", help="only tests without a server or a process")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --fast: rules and stories, whatever asks for no database and is not marked slow."""
    if not config.getoption("--fast"):
        return
    fast = [item for item in items if not _needs_more(item)]
    config.hook.pytest_deselected(items=[item for item in items if _needs_more(item)])
    items[:] = fast


def _needs_more(item: pytest.Item) -> bool:
    marked = any(item.get_closest_marker(name) for name in ("django_db", "slow", "journey"))
    asked = SERVERS & set(getattr(item, "fixturenames", ()))
    case = getattr(item, "cls", None)
    on_database = isinstance(case, type) and issubclass(case, TransactionTestCase)
    return marked or on_database or bool(asked)


@pytest.fixture
def ring_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A key ring in a file of its own, which every process reads; afterwards the run's again."""
    path = tmp_path / "keys.json"
    make_key_ring(path)
    with monkeypatch.context() as here:
        here.setenv("CHENGMAI_KEYS", str(path))
        read_ring_again()
        yield path
    read_ring_again()
