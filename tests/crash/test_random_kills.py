"""F-02: people hand in dossiers while their processes are killed at random."""

import os
import random
import signal
import sys
import time
from dataclasses import replace
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from commands.local_postgres import LocalPostgres
from tests.crash.actor import Plan
from tests.crash.checker import Intent, find_unfinished
from tests.crash.rig import open_world, start

PEOPLE, DOSSIERS, KILLS = 4, 5, 20
LONGEST = 90.0
SEED_VARIABLE = "CRASH_SEED"  # replays a run


def test_random_kills_under_load_lose_and_double_nothing(
    postgres: LocalPostgres,
    template: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed = int(os.environ.get(SEED_VARIABLE) or random.SystemRandom().randrange(10**6))
    with open_world(postgres, template, tmp_path, citizens=PEOPLE) as world:
        plans = [
            replace(plan, intents=tuple(f"{who}/{n}" for n in range(DOSSIERS)))
            for who, plan in enumerate(world.plans)
        ]

        kills = play_and_kill(plans, random.Random(seed))

        with capsys.disabled():
            sys.stdout.write(f"\n{kills} random kills, {SEED_VARIABLE}={seed}\n")
        wanted = [
            Intent(key, plan.account_id, "") for plan in plans for key in plan.intents
        ]
        assert kills == KILLS
        assert world.problems(plans) == []
        assert find_unfinished(world.engine, wanted) == []


def play_and_kill(plans: list[Plan], chance: random.Random) -> int:
    """Keep every citizen going until all is handed in; kill some on the way."""
    playing = [start(plan) for plan in plans]
    kills, deadline = 0, time.monotonic() + LONGEST
    due = time.monotonic() + chance.uniform(0.3, 0.6)
    while any(process.exitcode != 0 for process in playing):
        assert time.monotonic() < deadline, "the load never ends"
        time.sleep(0.01)
        alive = [process for process in playing if process.is_alive()]
        if kills < KILLS and alive and time.monotonic() > due:
            chance.choice(alive).kill()
            kills += 1
            due = time.monotonic() + chance.uniform(0.05, 0.5)
        playing = [revived(one, plan) for one, plan in zip(playing, plans, strict=True)]
    return kills


def revived(process: ForkServerProcess, plan: Plan) -> ForkServerProcess:
    """Start the killed again; anything but a kill is a fault of the test's own."""
    if process.exitcode in (None, 0):
        return process
    assert process.exitcode == -signal.SIGKILL, process.exitcode
    process.close()
    return start(plan)
