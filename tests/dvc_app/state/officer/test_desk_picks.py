"""Rows that are ticked: which acts are valid for all of them, and what became of each."""

from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.officer.desk_picks import (
    ASK_REASON,
    OFFICER,
    REASON,
    DeskPicksState,
    why_refused,
)
from dvc_app.state.officer.desk_views import NAME, PURPOSE, DeskViewsState
from dvc_app.wording import desk as wording
from services.core.errors import RuleViolation
from services.oversight.models import DeskExport
from services.processing.take_step import take_step
from services.work import Actor, Role, Work
from tests.dvc_app.state.officer.desks import open_as, send
from tests.factories.processing import (
    Desk,
    acting,
    make_account_officer,
    make_desk,
    make_new,
    make_received,
)

OWED = "?hang=con-phai-lam"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def part(kind: Any, work: Work, who: Actor, queue: str = OWED) -> tuple[Any, Any]:
    # Any: the framework's states have no static type of their own.
    """Return the list of a desk and the part of the page that acts upon it."""
    shown = open_as(DeskState, work, who, f"{routes.DESK}{queue}")
    state = kind(_reflex_internal_init=True)

    async def other(_: Any) -> Any:
        return shown

    async def say(text: str, kind: str = "info") -> None:
        object.__setattr__(state, "_said", text)

    async def run_here(use_case: Any, *given: Any) -> Any:
        return use_case(acting(work, who), *given)

    async def run_apart(act: Any, *given: Any) -> Any:
        return act(lambda use_case, *more: use_case(acting(work, who), *more), *given)

    patched = {
        "get_state": other,
        "_actor": lambda: who,
        "_say": say,
        "_run": run_here,
        "_run_apart": run_apart,
    }
    for name, value in patched.items():
        object.__setattr__(state, name, value)
    send(state.load())
    return shown, state


def picks(work: Work, who: Actor, *codes: str) -> tuple[Any, Any]:
    # Any: as above.
    shown, state = part(DeskPicksState, work, who)
    ids = {line.code: line.id for line in shown.lines}
    for code in codes:
        send(state.pick(ids[code], True))
    return shown, state


def test_an_act_is_offered_only_where_it_is_valid_for_every_row(
    work: Work, desk: Desk
) -> None:
    new, free = make_new(work, desk), make_received(work, desk).code
    _, one = picks(work, desk.handler, free)
    assert (one.may_take, one.may_give, one.words) == (True, False, "Đã chọn 1 hồ sơ")
    assert one.print_href == f"{routes.RECEIPTS_SHEET}?ma={free}"
    _, both = picks(work, desk.handler, new, free)
    assert (both.may_take, both.print_href, both.has_none) == (False, "", True)


def test_a_tick_is_taken_away_again(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    shown, state = picks(work, desk.handler, code)
    send(state.pick(shown.lines[0].id, False))
    assert (state.picked, state.may_take, state.has_none) == ([], False, False)


def test_every_row_of_the_page_is_ticked_and_taken(work: Work, desk: Desk) -> None:
    codes = {make_received(work, desk).code for _ in range(3)}
    shown, state = picks(work, desk.handler)
    before = state.round
    send(state.pick_all(True))
    assert len(state.picked) == 3
    assert state.round != before  # the boxes are drawn anew, ticked
    send(state.take())
    assert {row.code for row in state.results} == codes
    assert {row.words for row in state.results} == {wording.ROW_DONE}
    assert {line.holder for line in shown.lines} == {wording.ME}
    assert state.picked == []


def test_a_row_a_colleague_took_meanwhile_says_so_and_the_rest_is_done(
    work: Work, desk: Desk
) -> None:
    lost, free = make_received(work, desk).code, make_received(work, desk).code
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, name="Vũ Văn Bận"
    )
    _, state = picks(work, desk.handler, lost, free)
    take_step(acting(work, colleague), lost)
    send(state.take())
    found = {row.code: row.words for row in state.results}
    assert found[free] == wording.ROW_DONE
    assert "Vũ Văn Bận" in found[lost]
    assert state.results_words == wording.DONE_ROWS.format(done=1, total=2)


def test_the_menu_of_a_row_takes_that_row_alone(work: Work, desk: Desk) -> None:
    make_received(work, desk)
    shown, state = picks(work, desk.handler)
    row = shown.lines[0]
    assert row.may_take
    send(state.take_one(row.id))
    assert [one.code for one in state.results] == [row.code]


def test_a_leader_gives_with_an_officer_and_a_reason(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    shown, state = picks(work, desk.approver, code)
    assert state.may_give
    send(state.give({OFFICER: "", REASON: "x"}))
    assert {problem.field for problem in state.problem_list} == {OFFICER, REASON}
    to = str(desk.handler.account_id)
    send(state.give({OFFICER: to, REASON: "Chia lại việc"}))
    assert [row.words for row in state.results] == [wording.ROW_DONE]
    assert [line.holder for line in shown.lines] == [desk.handler.name]


def test_a_colleague_is_asked_with_a_reason(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    take_step(acting(work, desk.handler), code)
    other = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, name="Vũ Văn Bận"
    )
    _, state = picks(work, other, code)
    assert (state.may_ask, state.may_take) == (True, False)
    send(state.ask({ASK_REASON: ""}))
    assert [problem.field for problem in state.problem_list] == [ASK_REASON]
    send(state.ask({ASK_REASON: "Tôi đã làm hồ sơ trước"}))
    assert [row.words for row in state.results] == [wording.ROW_DONE]


def test_another_list_begins_with_nothing_ticked(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    _, state = picks(work, desk.handler, code)
    send(state.take())
    send(state.load())
    assert (state.picked, state.results) == ([], [])


def test_a_view_is_kept_renamed_opened_with_and_thrown_away(
    work: Work, desk: Desk
) -> None:
    shown, state = part(DeskViewsState, work, desk.handler, "?hang=qua-han")
    send(state.save({NAME: " Việc gấp "}))
    (view,) = shown.views
    assert (view.name, view.is_open) == ("Việc gấp", True)
    send(state.rename({"bo-loc": view.id, "ten-moi": ""}))
    assert [problem.field for problem in state.problem_list] == [f"ten-moi.{view.id}"]
    send(state.rename({"bo-loc": view.id, "ten-moi": "Quá hạn của tôi"}))
    assert [one.name for one in shown.views] == ["Quá hạn của tôi"]
    send(state.start(view.id))
    opened = open_as(DeskState, work, desk.handler, routes.DESK)
    assert opened.title == wording.QUEUES[shown._queue].title
    send(state.delete(view.id))
    assert shown.views == []


def test_a_view_of_somebody_else_is_not_touched(work: Work, desk: Desk) -> None:
    shown, state = part(DeskViewsState, work, desk.handler)
    send(state.save({NAME: "Của thụ lý"}))
    view = shown.views[0].id
    _, theirs = part(DeskViewsState, work, desk.approver)
    for event in (theirs.delete(view), theirs.start(view)):
        send(event)
    send(theirs.rename({"bo-loc": view, "ten-moi": "Lấy"}))
    send(shown.refresh())
    assert [one.name for one in shown.views] == ["Của thụ lý"]


def test_a_sheet_says_what_for_and_waits_to_be_fetched(work: Work, desk: Desk) -> None:
    make_received(work, desk)
    _, state = part(DeskViewsState, work, desk.handler)
    send(state.export({PURPOSE: ""}))
    assert [problem.field for problem in state.problem_list] == [PURPOSE]
    assert state.sheet_href == ""
    send(state.export({PURPOSE: "Họp giao ban"}))
    key = state.sheet_href.removesuffix(".xlsx").rpartition("/")[2]
    kept = work.session.get(DeskExport, key)
    assert kept is not None
    assert kept.purpose == "Họp giao ban"
    assert state.sheet_words == wording.EXPORT_READY.format(count=1)


def test_who_may_not_hold_a_step_is_named_as_such() -> None:
    refused = RuleViolation({"officer": "officer_may_not_hold"})
    assert why_refused(refused).startswith("Chọn người khác")
