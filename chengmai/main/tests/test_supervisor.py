"""The supervisor with real processes: restarts, stops, and what it says in one line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chengmai.main.ground.child import BEHIND_REQUESTS, LOG_BYTES, birth_of
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Stopped, Trouble
from chengmai.main.tests.makers import (
    IGNORES_TERM,
    WITH_GRANDCHILD,
    alive,
    environment,
    make_layout,
    make_spec,
    until,
    written,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_crashed_child_is_started_again_and_reported_in_one_line(tmp_path: Path, said: list[str]):
    with Supervisor(make_layout(tmp_path), said.append, first_pause=0.05) as supervisor:
        supervisor.start(make_spec("web"))
        first = supervisor.running["web"].pid
        os.kill(first, signal.SIGKILL)

        until(lambda: supervisor.look_after() or "web was started again." in said)

        assert supervisor.running["web"].pid != first
        ended = [line for line in said if "ended" in line]
        assert len(ended) == 1
        assert "web ended (signal SIGKILL); starting again in 0.05 s" in ended[0]
        assert ended[0].endswith("web.log")


def test_a_full_disk_does_not_end_the_supervisor(tmp_path: Path):
    """What it writes down and what it says fails for a while; it looks after its children."""

    def nobody_hears(_line: str) -> None:
        raise OSError(28, "No space left on device")

    layout = make_layout(tmp_path)
    with Supervisor(layout, nobody_hears, first_pause=0.05) as supervisor:
        supervisor.start(make_spec("web"))
        first = supervisor.running["web"].pid
        no_room = layout.children.with_suffix(".new")
        no_room.mkdir()
        os.kill(first, signal.SIGKILL)
        until(lambda: supervisor.look_after() or "web" in supervisor.waiting)
        until(lambda: supervisor.look_after() or "web" in supervisor.running)
        again = supervisor.running["web"].pid
        assert again != first
        assert f'"pid": {first}' in layout.children.read_text()
        no_room.rmdir()
        supervisor.look_after()
        assert f'"pid": {again}' in layout.children.read_text()


def test_the_pause_doubles_while_the_child_keeps_crashing(tmp_path: Path, said: list[str]):
    with Supervisor(make_layout(tmp_path), said.append, first_pause=0.02) as supervisor:
        supervisor.start(make_spec("relay", "import time; time.sleep(0.3); raise SystemExit(3)"))
        until(lambda: supervisor.look_after() or sum("ended (exit 3)" in s for s in said) == 3)
    pauses = [line.split(" in ")[1].split(" s;")[0] for line in said if "ended" in line]
    assert pauses == ["0.02", "0.04", "0.08"]


def test_stopping_leaves_no_child_and_no_grandchild(tmp_path: Path, said: list[str]):
    kept = tmp_path / "grandchild"
    with Supervisor(make_layout(tmp_path), said.append) as supervisor:
        supervisor.start(make_spec("web", WITH_GRANDCHILD, str(kept)))
        until(written(kept))
        pids = [supervisor.running["web"].pid, int(kept.read_text())]
        assert all(alive(pid) for pid in pids)
    assert not any(alive(pid) for pid in pids)


def test_children_stop_in_reverse_order(tmp_path: Path, said: list[str]):
    program = """
import signal, sys, time
def stop(*_):
    open(sys.argv[1], "a").write(sys.argv[2] + " ")
    sys.exit()
signal.signal(signal.SIGTERM, stop)
open(sys.argv[3], "w").write("up")
time.sleep(600)
"""
    order = tmp_path / "order"
    with Supervisor(make_layout(tmp_path), said.append) as supervisor:
        for name in ("first", "second", "third"):
            up = tmp_path / name
            spec = make_spec(name, program, str(order), name, str(up), ready=written(up))
            supervisor.start(spec)
    assert order.read_text().split() == ["third", "second", "first"]


def test_a_child_that_ignores_the_request_is_killed_in_the_end(tmp_path: Path, said: list[str]):
    up = tmp_path / "up"
    with Supervisor(make_layout(tmp_path), said.append) as supervisor:
        spec = make_spec("deaf", IGNORES_TERM, str(up), ready=written(up), stop_within=0.3)
        supervisor.start(spec)
        pid = supervisor.running["deaf"].pid
    assert not alive(pid)


def test_a_child_that_ends_while_starting_is_told_with_its_last_words(tmp_path: Path):
    with Supervisor(make_layout(tmp_path), print) as supervisor:
        spec = make_spec("web", "raise SystemExit('no such table')", ready=lambda: False)
        with pytest.raises(
            Trouble, match=r"web ended while starting \(exit 1\): no such table\. See"
        ):
            supervisor.start(spec)


def test_a_child_that_never_gets_ready_is_told_after_its_time(tmp_path: Path):
    with Supervisor(make_layout(tmp_path), print) as supervisor:
        spec = make_spec("web", ready=lambda: False, ready_within=0.2)
        with pytest.raises(Trouble, match=r"web was not ready in 0 s"):
            supervisor.start(spec)


def test_what_answers_nobody_who_waits_stands_behind_the_others(tmp_path: Path):
    with Supervisor(make_layout(tmp_path), lambda _: None) as supervisor:
        supervisor.start(make_spec("web"), make_spec("reactor", nice=BEHIND_REQUESTS))
        pids = {name: child.pid for name, child in supervisor.running.items()}
        until(lambda: os.getpriority(os.PRIO_PROCESS, pids["reactor"]) == BEHIND_REQUESTS)
        assert os.getpriority(os.PRIO_PROCESS, pids["web"]) == 0


def test_a_failed_step_says_its_last_line(tmp_path: Path):
    with Supervisor(make_layout(tmp_path), print) as supervisor:
        with pytest.raises(Trouble, match=r"The step build failed \(exit 1\): out of paper"):
            supervisor.run_step(make_spec("build", "raise SystemExit('out of paper')"))


def test_a_missing_program_is_one_line(tmp_path: Path):
    with Supervisor(make_layout(tmp_path), print) as supervisor:
        spec = make_spec()
        gone = type(spec)("gone", ("/nowhere/tool",))
        with pytest.raises(Trouble) as trouble:
            supervisor.run_step(gone)
    assert "gone" in str(trouble.value)
    assert "\n" not in str(trouble.value)


def test_a_log_stays_within_its_size(tmp_path: Path, said: list[str]):
    with Supervisor(make_layout(tmp_path), said.append) as supervisor:
        program = f"import sys, time; sys.stdout.write('x' * {LOG_BYTES + 10}); sys.stdout.flush(); time.sleep(600)"
        supervisor.start(make_spec("chatty", program))
        log = supervisor.running["chatty"].log
        until(lambda: log.stat().st_size > LOG_BYTES)
        supervisor.look_after()
        assert log.stat().st_size == 0
        assert log.with_suffix(".log.1").stat().st_size == LOG_BYTES + 10


RUNNER = """
import sys
from pathlib import Path
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.tests.makers import WITH_GRANDCHILD, make_layout, make_spec
folder = Path(sys.argv[1])
with Supervisor(make_layout(folder)) as supervisor:
    supervisor.start(make_spec("web", WITH_GRANDCHILD, str(folder / "grandchild")))
    supervisor.keep()
"""


def _run(folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    process = subprocess.Popen([sys.executable, "-c", RUNNER, str(folder)], env=environment())
    until(written(folder / "grandchild"))
    (row,) = json.loads((folder / "var/children.json").read_text())
    return process, [row["pid"], int((folder / "grandchild").read_text())]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_supervisor_stops_everything(tmp_path: Path, number: signal.Signals):
    process, pids = _run(tmp_path)
    process.send_signal(number)
    assert process.wait(15) == 0
    assert not any(alive(pid) for pid in pids)
    assert json.loads((tmp_path / "var/children.json").read_text()) == []


def test_children_of_a_killed_supervisor_end_by_themselves(tmp_path: Path):
    process, pids = _run(tmp_path)
    process.kill()
    process.wait()
    until(lambda: not alive(pids[0]))
    os.kill(pids[1], signal.SIGKILL)


def test_the_next_start_ends_what_a_killed_supervisor_left(tmp_path: Path, said: list[str]):
    layout = make_layout(tmp_path)
    left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], process_group=0)
    row = {"name": "web", "pid": left.pid, "birth": birth_of(left.pid), "signal": 15}
    layout.children.write_text(json.dumps([row]))
    with Supervisor(layout, said.append):
        assert left.wait(5) == -signal.SIGTERM
    assert said == [f"Ending web (process {left.pid}), left by an earlier run."]


def test_a_later_process_with_the_same_id_is_not_touched(tmp_path: Path, said: list[str]):
    layout = make_layout(tmp_path)
    row = {"name": "web", "pid": os.getpid(), "birth": "1", "signal": 9}
    layout.children.write_text(json.dumps([row]))
    with Supervisor(layout, said.append):
        assert said == []


def test_a_request_to_stop_interrupts_a_start(tmp_path: Path, said: list[str]):
    with Supervisor(make_layout(tmp_path), said.append) as supervisor:
        began = time.monotonic()

        def ready() -> bool:
            os.kill(os.getpid(), signal.SIGTERM)
            return False

        with pytest.raises(Stopped):
            supervisor.start(make_spec("web", ready=ready))
        assert time.monotonic() - began < 5
