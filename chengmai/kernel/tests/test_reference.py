from __future__ import annotations

import pytest

from chengmai.kernel.reference import cached, forget


def test_what_was_loaded_is_kept_until_it_is_forgotten():
    loads = iter(range(10))
    forget("kept-test")
    assert [cached("kept-test", lambda: next(loads)) for _ in range(3)] == [0, 0, 0]
    forget("kept-test")
    assert cached("kept-test", lambda: next(loads)) == 1
    assert cached("kept-test", lambda: next(loads), seconds=0) == 2


def test_forgetting_a_name_forgets_what_stands_under_it():
    cached("under-test:1", lambda: 1)
    cached("under-testing", lambda: 1)
    forget("under-test")
    assert cached("under-test:1", lambda: 2) == 2
    assert cached("under-testing", lambda: 2) == 1
    forget()


def test_a_loader_that_fails_keeps_nothing():
    with pytest.raises(ZeroDivisionError):
        cached("failing-test", lambda: 1 // 0)
    assert cached("failing-test", lambda: 7) == 7
