"""One box finds procedures and dossiers; figures only where they mean something."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.public.home import HomeState, show_figures
from services.dossiers.month_figures import MonthFigures
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send, target

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def home(seeded_work: Work) -> Any:
    return open_state(HomeState, seeded_work)


def test_suggestions_are_few_and_say_days_fee_and_papers(home: Any) -> None:
    send(home.suggest("lam lai so do"))
    assert 0 < len(home.suggestions) <= 6
    assert home.suggested == f"{len(home.suggestions)} gợi ý"
    assert home.suggestions[0].line == "10 ngày làm việc · 100.000 đ · 2 giấy tờ"


def test_one_letter_suggests_nothing(home: Any) -> None:
    send(home.suggest("lam lai so do"))
    send(home.suggest("k"))
    assert home.suggestions == []
    assert home.suggested == ""


@pytest.mark.parametrize("typed", ["H55.242-261121-0007", " h55.242 261121 0007 "])
def test_a_dossier_code_goes_to_the_look_up(home: Any, typed: str) -> None:
    send(home.suggest(typed))
    assert [row.href for row in home.suggestions] == ["/tra-cuu?ma=H55.242-261121-0007"]
    where = target(send(home.search({"tim": typed})))
    assert where == "/tra-cuu?ma=H55.242-261121-0007"


def test_words_go_to_the_list(home: Any) -> None:
    where = target(send(home.search({"tim": " khai sinh & tử "})))
    assert where == f"{routes.PROCEDURES}?tim=khai+sinh+%26+t%E1%BB%AD"


def test_what_is_used_most_is_read_from_the_catalogue(home: Any) -> None:
    send(home.load())
    assert len(home.most_used) == 6
    assert all(row.href.startswith("/thu-tuc/") for row in home.most_used)


def test_a_month_of_few_dossiers_shows_no_figures() -> None:
    assert show_figures(MonthFigures(9, 9, 9, NOW)).received == ""
    few_finished = show_figures(MonthFigures(1200, 9, 9, NOW))
    assert few_finished.received == "1.200"
    assert few_finished.on_time == ""


def test_the_share_on_time_comes_with_its_definition() -> None:
    figures = show_figures(MonthFigures(1200, 300, 296, NOW))
    assert figures.on_time == "98,7%"
    assert "300" in figures.definition
    assert "09:00 ngày 23/11/2026" in figures.definition
