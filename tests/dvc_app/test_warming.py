"""The search is ready before it is asked, and never holds up the start."""

import asyncio
import logging

import pytest

from dvc_app import warming
from services.procedures.index import warm_index
from services.procedures.load_seed import load_seed
from services.work import SYSTEM, Work


def test_the_start_reads_the_catalogue_as_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(warming, "run", lambda *given: asked.append(given))

    asyncio.run(warming.warm_search())

    assert asked == [(SYSTEM, warm_index)]


def test_a_database_that_is_away_does_not_fail_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*given: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(warming, "run", away)

    with caplog.at_level(logging.WARNING):
        asyncio.run(warming.warm_search())

    assert [line.message for line in caplog.records] == ["search_not_warmed"]


def test_the_index_holds_the_whole_catalogue(work: Work) -> None:
    assert warm_index(work) == 0
    load_seed(work)
    assert warm_index(work) > 0
