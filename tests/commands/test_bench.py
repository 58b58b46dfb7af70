"""The bench's own arithmetic: a wrong ratio would be believed."""

import io
import json

import pytest
from rich.console import Console

from commands.benching.browser import EMPTY_PRESS, LOOK_UP
from commands.benching.figures import (
    Figure,
    Timings,
    as_records,
    as_table,
    is_over,
    percentile,
    together,
)
from commands.benching.sockets import Ask, event_of


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, 1), (0.05, 1), (0.5, 10), (0.95, 19), (0.96, 20), (1.0, 20)],
)
def test_a_percentile_is_one_of_the_values(share: float, expected: int) -> None:
    assert percentile(range(20, 0, -1), share) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_one_slow_act_in_twenty_does_not_move_the_p95() -> None:
    timings = Timings((*[10.0] * 19, 900.0), seconds=4.0)

    assert (timings.median, timings.p95, timings.per_second) == (10.0, 10.0, 5.0)


def test_turns_count_as_one_measurement() -> None:
    both = together([Timings((1.0, 2.0), 1.0), Timings((3.0,), 0.5)])

    assert both == Timings((1.0, 2.0, 3.0), 1.5)


def test_a_ratio_is_the_portals_share_of_its_base() -> None:
    assert Figure("press", "ms", 60, 20, "empty").ratio == 3
    assert Figure("press", "ms", 60).ratio is None
    assert Figure("press", "ms", 60, 0, "empty").ratio is None


@pytest.mark.parametrize(
    ("portal", "limit", "verdict"),
    [(250, 250, "holds"), (251, 250, "over"), (999, None, "")],
)
def test_a_limit_is_the_most_that_holds(
    portal: float, limit: float | None, verdict: str
) -> None:
    figure = Figure("first visit", "kB", portal, limit=limit)

    assert figure.verdict == verdict
    assert is_over([Figure("x", "kB", 1), figure]) == (verdict == "over")


def test_the_file_holds_what_the_table_shows() -> None:
    figures = [
        Figure("first visit", "kB", 300, 150, "empty", 250),
        Figure("alone", "per s", 12.34),
    ]
    kept = json.loads(json.dumps(as_records(figures)))
    screen = Console(file=io.StringIO(), width=120)
    screen.print(as_table(figures))
    assert isinstance(screen.file, io.StringIO)
    first, second = screen.file.getvalue().splitlines()[1:]

    assert [(one["ratio"], one["verdict"]) for one in kept] == [(2, "over"), (None, "")]
    assert first.split() == [
        "first",
        "visit",
        "2.00",
        "300.0",
        "kB",
        "150.0",
        "empty",
        "over",
        "(250)",
    ]
    assert second.split() == ["alone", "12.3", "per", "s"]


def test_events_are_shaped_as_the_pages_own_script_shapes_them() -> None:
    asked = Ask("name", "/tra-cuu", {"ma": "H55-261123-0001"}, "answer")

    assert event_of(asked) == {
        "name": "name",
        "payload": {},
        "router_data": {
            "pathname": "/tra-cuu",
            "asPath": "/tra-cuu?ma=H55-261123-0001",
            "query": {"ma": "H55-261123-0001"},
        },
    }


def test_both_applications_are_pressed_by_the_same_script() -> None:
    assert LOOK_UP.keys() == EMPTY_PRESS.keys()
