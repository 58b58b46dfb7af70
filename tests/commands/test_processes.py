"""Child processes: mended with growing pauses, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands.processes import MARK, Child, end_leftovers, is_program, leftovers

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
FORK = [
    sys.executable,
    "-c",
    (
        f"import subprocess, time; child = subprocess.Popen({SLEEP!r});"
        " print(child.pid, flush=True); time.sleep(60)"
    ),
]


def is_alive(number: int) -> bool:
    """Tell whether a process runs; one that only waits to be counted does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_for(question: object, seconds: float = 10) -> bool:
    assert callable(question)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if question():
            return True
        time.sleep(0.05)
    return False


def test_quick_deaths_make_the_pause_grow(tmp_path: Path) -> None:
    child = Child("brief", [sys.executable, "-c", ""], tmp_path)
    child.start()
    pauses = []
    for _ in range(3):
        assert child.process
        child.process.wait()
        child.mend()
        pauses.append(child.due - time.monotonic())
        child.due = time.monotonic()  # the pause is over
        assert child.mend()
    child.stop()
    assert pauses[0] < pauses[1] < pauses[2] < 3


def test_what_a_child_started_ends_with_it(tmp_path: Path) -> None:
    child = Child("parent", FORK, tmp_path, tmp_path / "log")
    child.start()
    assert wait_for(lambda: child.last_words().strip().isdigit())
    grandchild = int(child.last_words())
    assert is_alive(grandchild)
    child.stop()
    assert wait_for(lambda: not is_alive(grandchild))


def test_a_start_ends_what_a_killed_start_left(tmp_path: Path) -> None:
    marked = {**os.environ, MARK: str(tmp_path)}
    with (
        subprocess.Popen(SLEEP, env=marked) as left,
        subprocess.Popen(SLEEP) as foreign,
    ):
        assert wait_for(lambda: leftovers(tmp_path) == [left.pid])
        end_leftovers(tmp_path)
        assert left.wait(5) == -signal.SIGKILL
        assert foreign.poll() is None
        foreign.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own signal")
def test_children_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from commands.processes import Child\n"
        f"c = Child('c', {SLEEP!r}, Path({str(tmp_path)!r})); c.start()\n"
        "print(c.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
    assert wait_for(lambda: not is_alive(child))


def test_a_number_is_a_program_only_while_it_is() -> None:
    assert is_program(str(os.getpid()), Path(sys.executable).name) or is_program(
        str(os.getpid()), Path(sys.argv[0]).name
    )
    assert not is_program(str(os.getpid()), "postgres")
    assert not is_program("999999999", "postgres")
