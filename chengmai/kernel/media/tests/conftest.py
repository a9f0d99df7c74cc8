"""Each test of media has a store of its own."""

import pytest


@pytest.fixture
def media_folder(tmp_path, settings):
    """An empty local store."""
    settings.STORAGES = {
        **settings.STORAGES,
        "media": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }
    return tmp_path / "media"
