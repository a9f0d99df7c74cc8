from __future__ import annotations

import pytest

from chengmai.kernel.ledger import publish
from chengmai.kernel.metrics import relay_state
from chengmai.kernel.models import DeadLetter
from chengmai.kernel.tests.buses import start_process
from chengmai.kernel.tests.makers import make_fact, new_lamp

COUNT = "from chengmai.kernel.metrics import RELAYED; RELAYED.inc(3)"
LOOK = """
from chengmai.kernel.metrics import exposition
assert b"chengmai_relayed_facts_total 6.0" in exposition(), exposition()
assert b"chengmai_outbox_depth" in exposition()
"""


@pytest.mark.django_db(transaction=True)
def test_the_figures_of_all_processes_add_up(monkeypatch, tmp_path):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    assert [start_process(code).wait(30) for code in (COUNT, COUNT, LOOK)] == [0, 0, 0]


@pytest.mark.django_db
def test_the_state_of_the_relay_counts_what_waits_and_what_died():
    depth, _lag, dead = relay_state()
    publish(make_fact(new_lamp()))
    values = {"entry_id": 1, "name": "x.Y", "subject": "x:1", "body": {}, "tries": 1}
    DeadLetter.objects.create(reaction="gone", **values)
    after, lag, died = relay_state()
    assert (after, died) == (depth + 1, dead + 1)
    assert lag >= 0
