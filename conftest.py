"""What every Python test stands on."""

import os

from chengmai.kernel.keyring import new_key_ring


def pytest_configure() -> None:
    """Tests seal personal data with a key ring of their own, made anew for each run."""
    os.environ["CHENGMAI_KEYS"] = new_key_ring().text()
