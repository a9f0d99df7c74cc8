"""One promise, two stores: a local folder, and a peer that speaks the protocol of S3."""

import io
from datetime import UTC, datetime

import pytest

from chengmai.kernel.media import store
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.public import keep_upload
from chengmai.kernel.media.tests.makers import make_photo
from chengmai.kernel.media.words import Variant

KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def s3_peer():
    """A server on loopback that speaks S3."""
    from moto.server import ThreadedMotoServer  # a second to load: not for the fast tests

    server = ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(params=["folder", pytest.param("s3", marks=pytest.mark.slow)])
def any_store(request, settings, tmp_path):
    if request.param == "folder":
        backend = "django.core.files.storage.FileSystemStorage"
        options = {"location": str(tmp_path / "media")}
    else:
        import boto3

        endpoint = request.getfixturevalue("s3_peer")
        keys = {"aws_access_key_id": "city", "aws_secret_access_key": "secret"}
        boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **keys).create_bucket(
            Bucket="chengmai"
        )
        backend = "storages.backends.s3.S3Storage"
        options = {
            "endpoint_url": endpoint,
            "bucket_name": "chengmai",
            "access_key": "city",
            "secret_key": "secret",
            "region_name": "us-east-1",
            "addressing_style": "path",
            "default_acl": None,
            "file_overwrite": True,
        }
    settings.STORAGES = {
        **settings.STORAGES,
        "media": {"BACKEND": backend, "OPTIONS": options},
    }


@pytest.mark.parametrize("content", [b"x", b"\0\xff" * 300_000])
def test_what_was_written_is_read_again(any_store, content):
    store.write(KEY, Variant.VIEW, content)
    store.write(KEY, Variant.ORIGINAL, io.BytesIO(content))
    for variant in (Variant.VIEW, Variant.ORIGINAL):
        with store.read(KEY, variant) as file:
            assert file.size == len(content)
            file.seek(1)
            assert file.read() == content[1:]
    store.remove(KEY)


def test_what_was_removed_is_gone_and_removing_twice_is_no_matter(any_store):
    store.write(KEY, Variant.THUMB, b"x")
    store.remove(KEY)
    store.remove(KEY)
    with pytest.raises(store.MediaGone):
        store.read(KEY, Variant.THUMB)


@pytest.mark.django_db
@pytest.mark.urls("chengmai.kernel.media.tests.urls")
def test_a_photo_goes_in_and_comes_out(any_store, client):
    card = keep_upload(
        file=io.BytesIO(make_photo(2000, 1500)),
        name="a.jpg",
        owner="device:anna",
        at=datetime(2026, 5, 1, tzinfo=UTC),
    )
    assert client.get(card.url).status_code == 200
    store.remove(MediaFile.objects.get(pk=card.id).key)
    assert client.get(card.url).status_code == 404
