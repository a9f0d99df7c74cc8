"""Fixtures of the kernel's tests."""

from __future__ import annotations

import asyncio
import uuid

import pytest

from chengmai.kernel.tests.buses import NatsServer, delete_stream


@pytest.fixture
def own_stream(settings):
    """A stream that no other test hears."""
    settings.FACT_STREAM = f"TEST{uuid.uuid4().hex[:12].upper()}"
    settings.FACT_STREAM_BYTES = 16 * 1024 * 1024
    yield settings.FACT_STREAM
    asyncio.run(delete_stream())


@pytest.fixture
def nats_server(settings, tmp_path):
    """A NATS server that the test may kill."""
    server = NatsServer(tmp_path / "jetstream")
    server.start()
    settings.NATS_URL = server.url
    settings.FACT_STREAM_BYTES = 16 * 1024 * 1024
    yield server
    server.kill()
