"""Corpus B14: no act is done out of turn, whatever the screen offered (IN-7)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from services.work import Work
from tests.corpora.misused import ACTS, verdict_on
from tests.corpora.stages import STAGES, Flow

CORPUS = tomllib.loads(
    Path(__file__).with_name("b14_flow_misuse.toml").read_text("utf-8")
)["cases"]


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: str(case["id"]))
def test_an_act_out_of_turn_has_its_verdict_and_changes_nothing(
    work: Work, case: dict[str, Any]
) -> None:
    flow = Flow(work)
    STAGES[case["stage"]](flow)
    before = flow.state()

    verdict = verdict_on(flow, case["by"], case["act"])

    assert verdict == case["verdict"], case["why"]
    assert (flow.state() != before) is case.get("changes", False)


def test_the_corpus_tries_every_stage_and_every_act() -> None:
    assert len({case["id"] for case in CORPUS}) == len(CORPUS) >= 30
    assert {case["stage"] for case in CORPUS} == set(STAGES)
    assert {case["act"] for case in CORPUS} == set(ACTS)
