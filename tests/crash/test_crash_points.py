"""F-01: killed at every step, then tried again: nothing lost, nothing doubled."""

import re
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commands.local_postgres import LocalPostgres
from tests.crash.actor import PIECES, Plan
from tests.crash.checker import Intent, find_unfinished
from tests.crash.rig import World, live, open_world
from tests.crash.test_payment_crashes import POINTS as OF_MONEY
from tests.crash.test_signing_crashes import POINTS as OF_SIGNING

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r'failpoint\("([a-z.0-9]+)"\)')
INSIDE = (
    *(f"submit.{number}" for number in range(1, 8)),
    *(f"upload.{number}" for number in range(1, 7)),
    "autosave.1",
)
# Committed, and the answer never heard: the person cannot know.
UNHEARD = (
    *("begin", "choose", "save.1", "save.2", "start", "inspect", "submit"),
    *(f"piece.{number}" for number in (1, PIECES)),
)
LEAST = 13


@pytest.fixture(scope="module")
def world(
    postgres: LocalPostgres, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """One for all points, so that each is checked with all that came before."""
    with open_world(postgres, template, tmp_path_factory.mktemp("crash")) as world:
        yield world


@pytest.fixture(scope="module")
def lived() -> list[Plan]:
    """The plans of the points that have run."""
    return []


@pytest.mark.parametrize(
    ("failpoint", "dies_after"),
    [*((name, "") for name in INSIDE), *(("", name) for name in UNHEARD)],
    ids=[*INSIDE, *(f"{name}.unheard" for name in UNHEARD)],
)
def test_a_kill_loses_nothing_acknowledged_and_doubles_nothing(
    world: World, lived: list[Plan], failpoint: str, dies_after: str
) -> None:
    plan = replace(world.plans[0], intents=(f"at {failpoint or dies_after}",))
    lived.append(plan)

    killed = live(replace(plan, failpoint=failpoint, dies_after=dies_after))

    assert killed == -signal.SIGKILL
    assert world.problems(lived) == []

    assert live(plan) == 0
    assert world.problems(lived) == []
    wanted = [Intent(key, plan.account_id, "") for key in plan.intents]
    assert find_unfinished(world.engine, wanted) == []


def test_every_failpoint_of_the_product_was_killed_at(
    lived: list[Plan], capsys: pytest.CaptureFixture[str]
) -> None:
    sources = (ROOT / "services").rglob("*.py")
    named = {name for path in sources for name in NAMED.findall(path.read_text())}

    with capsys.disabled():
        sys.stdout.write(f"\n{len(lived)} crash points ran\n")

    assert named == {*INSIDE, *OF_MONEY, *OF_SIGNING}
    assert len(lived) == len(INSIDE) + len(UNHEARD) >= LEAST
