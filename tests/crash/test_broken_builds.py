"""A checker that finds nothing proves nothing: broken builds must be caught."""

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from commands.local_postgres import LocalPostgres
from tests.crash.broken import BREAKS
from tests.crash.rig import live, open_world

# What is broken, where it is killed, and what the checker must say.
CASES = {
    "no-counter-row": ("submit.7", "", "numbers: "),
    "no-intent-key": ("", "begin", "doubled: "),
    "short-object": ("upload.6", "", "not whole: "),
    "job-outside": ("upload.4", "", "doubled: "),
    "reply-before-commit": ("", "submit", "acknowledged and missing: "),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_build_is_caught(
    postgres: LocalPostgres, template: str, tmp_path: Path, broken: str
) -> None:
    failpoint, dies_after, complaint = CASES[broken]
    with open_world(postgres, template, tmp_path) as world:
        plan = replace(world.plans[0], intents=("one",), broken=broken)

        killed = live(replace(plan, failpoint=failpoint, dies_after=dies_after))
        after_the_kill = world.problems([plan])
        live(plan)
        found = [*after_the_kill, *world.problems([plan])]

    assert killed == -signal.SIGKILL
    assert any(problem.startswith(complaint) for problem in found), found
