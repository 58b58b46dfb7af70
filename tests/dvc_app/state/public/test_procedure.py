"""One procedure: answers in words, units found by name, a kind word when unknown."""

import dataclasses
from typing import Any

import pytest

from dvc_app.state.public.procedure import ProcedureState, official_parts
from dvc_app.state.public.procedure_view import say_price, view_procedure
from dvc_app.state.public.units import SHOWN
from dvc_app.wording import procedure as wording
from services.core.errors import NotFound
from services.procedures.models import FeeKind, OnlineLevel
from services.procedures.show_procedure import (
    Fee,
    Named,
    ProcedureDetail,
    show_procedure,
)
from services.work import Work
from tests.dvc_app.state.public.pages import go, open_state, send

BIRTH = "1.001193"


@pytest.fixture
def seeded(seeded_work: Work) -> Work:
    return seeded_work


@pytest.fixture
def detail(seeded: Work) -> ProcedureDetail:
    return show_procedure(seeded, BIRTH)


def opened(work: Work, code: str) -> Any:
    state = open_state(ProcedureState, work, f"/thu-tuc/{code}")
    send(state.load())
    return state


def fee(amount: int | None, needs_confirmation: bool = False) -> Fee:
    return Fee(None, FeeKind.CHARGE, amount, needs_confirmation, "")


def test_the_answers_stand_first(seeded: Work) -> None:
    state = opened(seeded, BIRTH)
    assert state.view.plain == "Làm giấy khai sinh cho con"
    assert state.view.days == "1 ngày làm việc"
    assert state.view.file_href == f"/nop-ho-so?thu-tuc={BIRTH}"
    assert state.checklist_href == f"/in/giay-to/{BIRTH}"
    assert state.view.cases[0].title == "Phải nộp"


def test_many_units_are_shown_few_at_a_time_and_found_without_marks(
    seeded: Work,
) -> None:
    state = opened(seeded, BIRTH)
    assert len(state.units) == SHOWN
    assert state.units_words
    send(state.find_unit("tich luong"))
    assert [unit.name for unit in state.units] == ["Ủy ban nhân dân phường Tích Lương"]


def test_an_unknown_code_is_named_and_nothing_else_is_shown(seeded: Work) -> None:
    state = opened(seeded, "9.999999")
    assert state.missing_words == wording.MISSING.format(code="9.999999")
    go(state, f"/thu-tuc/{BIRTH}")
    send(state.load())
    assert state.missing_words == ""


def test_the_official_text_is_fetched_only_when_opened(seeded: Work) -> None:
    state = opened(seeded, BIRTH)
    assert state.official == []
    send(state.read_official())
    assert wording.LEGAL in [part.title for part in state.official]


def test_official_text_keeps_its_paragraphs_and_admits_what_is_missing(
    detail: ProcedureDetail,
) -> None:
    told = dataclasses.replace(
        detail, steps=(Named("", "- Một\n\n- Hai"),), requirements=""
    )
    parts = {part.title: part.lines for part in official_parts(told)}
    assert parts[wording.STEPS] == ["- Một", "- Hai"]
    assert parts[wording.REQUIREMENTS] == [wording.NOT_SAID]


def test_a_price_is_one_sum_a_range_or_a_question() -> None:
    assert say_price([fee(50_000), fee(50_000)]) == "50.000 đ"
    assert say_price([fee(0)]) == wording.FREE
    assert say_price([fee(30_000), fee(90_000)]) == "Từ 30.000 đ đến 90.000 đ"
    assert say_price([fee(30_000), fee(None, True)]) == wording.FEE_UNKNOWN
    assert say_price([]) == wording.FEE_UNKNOWN


def test_filed_elsewhere_suspended_or_at_the_counter_no_filing_is_offered(
    detail: ProcedureDetail,
) -> None:
    national = view_procedure(dataclasses.replace(detail, is_filed_here=False))
    assert national.file_href == ""
    assert BIRTH in national.national_words
    stopped = view_procedure(
        dataclasses.replace(detail, is_suspended=True, suspended_reason="Sửa luật")
    )
    assert stopped.file_href == ""
    assert stopped.suspended_words == wording.SUSPENDED
    assert stopped.suspended_reason == "Sửa luật"
    counter = view_procedure(
        dataclasses.replace(detail, online_level=OnlineLevel.VIEW_ONLY)
    )
    assert counter.is_counter_only
    away = view_procedure(
        dataclasses.replace(detail, is_elsewhere=True, promulgated_by="Tỉnh A")
    )
    assert "Tỉnh A" in away.elsewhere_words
    assert not away.is_counter_only


def test_a_procedure_removed_meanwhile_leaves_the_page_standing(seeded: Work) -> None:
    state = opened(seeded, BIRTH)

    async def gone(*given: Any) -> None:
        raise NotFound("procedure")

    object.__setattr__(state, "_run", gone)
    send(state.find_unit("a"))
    send(state.read_official())
    assert state.official == []
