"""Where people are reached: each address once, also while the key of its index is changed."""

import pytest

from chengmai.kernel import keyring, reindexing
from chengmai.kernel.secrets import index_key_of
from chengmai.notices.tests.makers import Address, begin, reach
from chengmai.notices.words import Channel

pytestmark = pytest.mark.django_db


def test_an_address_given_again_is_the_same_before_meanwhile_and_after(ring_file):
    begin()
    one = reach(Channel.EMAIL, {"email": "a@city.example"}).pk
    two = reach(Channel.EMAIL, {"email": "b@city.example"}).pk
    reindexing.begin_rotation(wait=lambda _: None)
    assert reach(Channel.EMAIL, {"email": "a@city.example"}).pk == one
    assert reindexing.reindex_all() == 1
    assert {index_key_of(row.address_index) for row in Address.objects.all()} == {"i2"}
    reindexing.retire_index("i1")
    keyring.read_ring_again()
    assert reach(Channel.EMAIL, {"email": "b@city.example"}).pk == two
    assert Address.objects.count() == 2
