"""The desk: queues with counts, filters in the address, rows that stay put."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dvc_app import routes
from dvc_app.state.officer import time_left
from dvc_app.state.officer.desk import DeskState
from dvc_app.wording import desk as wording
from services.core.errors import Conflict
from services.dossiers.owe import open_due
from services.payments.models import DueMoment
from services.payments.views import DueLine
from services.processing.deadlines import Lateness, TimeLeft
from services.processing.desk import DeskQueue
from services.processing.take_step import take_step
from services.signals import desk_topics
from services.work import Role, Work
from tests.dvc_app.state.officer.desks import go, open_as, send, target
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_many_new,
    make_new,
    make_ready,
    make_received,
)

NOON = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def at_desk(work: Work, desk: Desk, query: str = "") -> Any:
    return open_as(DeskState, work, desk.intake, f"{routes.DESK}{query}")


def counts(state: Any) -> dict[str, str]:
    return {link.title: link.count for group in state.groups for link in group.links}


def test_an_intake_officer_begins_with_what_was_handed_in(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    state = at_desk(work, desk)
    assert state.title == "Mới đăng ký"
    (line,) = state.lines
    assert line.code == code
    assert line.reception_href == f"/can-bo/ho-so/{code}/tiep-nhan" == line.href
    assert line.details_href == f"/can-bo/ho-so/{code}"
    assert counts(state)["Mới đăng ký"] == "1"


def test_a_dossier_that_waits_for_money_shows_that_its_clock_stands_still(
    work: Work,
) -> None:
    desk = make_desk(work.session, fee=75_000)
    code = make_received(work, desk).code
    state = at_desk(work, desk, "?hang=cho-thanh-toan")
    assert (state.title, counts(state)["Chờ thanh toán"]) == ("Chờ thanh toán", "1")
    (line,) = state.lines
    assert (line.code, line.left, line.deadline) == (code, "Tạm dừng", "")
    assert line.holder == wording.PEOPLE
    assert line.unpaid == ""


def test_a_result_that_is_not_paid_for_says_so(work: Work, desk: Desk) -> None:
    dossier = dossier_of(work, make_ready(work, desk))
    assert at_desk(work, desk, "?hang=cho-tra-ket-qua").lines[0].unpaid == ""
    lines = (DueLine("Phí cấp bản sao", "fee", 16_000),)
    open_due(work, dossier, DueMoment.RESULT, lines)
    state = at_desk(work, desk, "?hang=cho-tra-ket-qua")
    assert [line.unpaid for line in state.lines] == ["(Chờ thanh toán)"]


def test_a_name_is_masked_on_a_shared_screen(work: Work, desk: Desk) -> None:
    make_new(work, desk)
    state = at_desk(work, desk)
    assert state.lines[0].applicant.endswith("Tuyết")
    assert "Nguyễn Thị" not in repr(state.dict())


def test_a_handler_begins_with_their_own_work(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    state = open_as(DeskState, work, desk.handler, routes.DESK)
    assert state.title == "Chờ tôi xử lý"
    assert [line.code for line in state.lines] == [code]
    assert state.lines[0].reception_href == ""
    assert state.lines[0].step


def test_the_address_names_the_queue_and_an_unknown_one_is_the_first(
    work: Work, desk: Desk
) -> None:
    key = wording.QUEUES[DeskQueue.READY].key
    assert at_desk(work, desk, f"?hang={key}").title == "Chờ trả kết quả"
    assert at_desk(work, desk, "?hang=khong-co").title == "Mới đăng ký"


def test_filters_are_kept_in_the_address(work: Work, desk: Desk) -> None:
    state = at_desk(work, desk)
    form = {"tu-ngay": "1/11/2026", "den-ngay": "", "linh-vuc": "", "tim": "Bình "}
    leads_to = target(send(state.search(form)))
    assert "tu-ngay=1%2F11%2F2026" in leads_to
    assert "tim=B%C3%ACnh" in leads_to
    assert "den-ngay" not in leads_to


def test_a_filter_narrows_the_list_and_says_so_when_nothing_is_left(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    assert [line.code for line in at_desk(work, desk, f"?tim={code}").lines] == [code]
    state = at_desk(work, desk, "?den-ngay=01/01/2020")
    assert state.lines == []
    assert state.empty_words == wording.NONE_FOUND
    assert at_desk(work, desk, "?hang=qua-han").empty_words != wording.NONE_FOUND


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"tu-ngay": "hôm qua"}, "tu-ngay"),
        ({"tu-ngay": "20/11/2026", "den-ngay": "19/11/2026"}, "den-ngay"),
    ],
)
def test_a_day_that_cannot_be_read_is_named_and_nothing_moves(
    work: Work, desk: Desk, form: dict[str, str], field: str
) -> None:
    state = at_desk(work, desk)
    assert send(state.search(form)) is None
    assert [problem.field for problem in state.problem_list] == [field]


def test_a_queue_is_paged_by_twenty(work: Work, desk: Desk) -> None:
    make_many_new(work.session, desk, 21)
    first = at_desk(work, desk)
    assert (len(first.lines), first.previous_href) == (20, "")
    assert "trang=2" in first.next_href
    second = at_desk(work, desk, "?trang=2")
    assert (len(second.lines), second.next_href) == (1, "")
    assert second.previous_href


def test_a_new_row_is_announced_and_not_pushed_under_the_pointer(
    work: Work, desk: Desk
) -> None:
    first = make_new(work, desk)
    state = at_desk(work, desk)
    second = make_new(work, desk)
    send(state.refresh())
    assert [line.code for line in state.lines] == [first]
    assert state.arrived_words == "Có 1 hồ sơ mới – hiện"
    assert counts(state)["Mới đăng ký"] == "2"
    send(state.show_arrived())
    assert {line.code for line in state.lines} == {first, second}
    assert state.arrived_words == ""


def test_new_rows_beyond_a_full_page_are_counted_too(work: Work, desk: Desk) -> None:
    make_many_new(work.session, desk, 20)
    state = at_desk(work, desk)
    make_new(work, desk)
    send(state.refresh())
    assert state.arrived_words == "Có 1 hồ sơ mới – hiện"


def test_a_row_a_colleague_took_stays_and_says_that_it_is_gone(
    work: Work, desk: Desk
) -> None:
    make_received(work, desk)
    queue = f"?hang={wording.QUEUES[DeskQueue.MINE].key}"
    state = open_as(DeskState, work, desk.handler, f"{routes.DESK}{queue}")
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING, name="Ma Văn Khánh"
    )
    take_step(acting(work, colleague), state.lines[0].code)
    send(state.refresh())
    assert [line.is_gone for line in state.lines] == [True]
    assert state.arrived_words == ""


def test_the_page_listens_to_the_desk_of_its_agency(work: Work, desk: Desk) -> None:
    state = at_desk(work, desk)
    assert state._topics == tuple(desk_topics([desk.filing.agency.id]))


def test_the_next_dossier_leads_to_the_page_it_is_worked_on(
    work: Work, desk: Desk
) -> None:
    state = at_desk(work, desk)
    assert send(state.take_next()) is None
    assert state._said == wording.NO_NEXT
    code = make_new(work, desk)
    assert target(send(state.take_next())).endswith(f"{code}/tiep-nhan")
    received = make_received(work, make_desk(work.session))
    handler_desk = open_as(DeskState, work, desk.handler, routes.DESK)
    assert send(handler_desk.take_next()) is None
    assert received.code


def test_an_account_without_a_desk_reads_why(work: Work, desk: Desk) -> None:
    admin = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    state = open_as(DeskState, work, admin, routes.DESK)
    assert state.has_no_role
    go(state, f"{routes.DESK}?hang=moi-dang-ky")
    send(state.refresh())
    assert state.lines == []


@pytest.mark.parametrize(
    ("left", "words", "css"),
    [
        (TimeLeft(None), "", "tag"),
        (TimeLeft(NOON, 20.0), "2 ngày", "tag"),
        (TimeLeft(NOON, 6.5), "6 giờ", "tag tag--wait"),
        (TimeLeft(NOON, 2.0, Lateness.SOON), "2 giờ", "tag tag--late"),
        (TimeLeft(NOON, 0.4, Lateness.SOON), "dưới 1 giờ", "tag tag--late"),
        (TimeLeft(NOON, -1.2, Lateness.LATE), "Quá 1 giờ", "tag tag--late"),
        (TimeLeft(NOON, -20, Lateness.LATE, 2), "Quá 2 ngày", "tag tag--late"),
    ],
)
def test_time_left_is_told_in_words_and_not_by_colour_alone(
    left: TimeLeft, words: str, css: str
) -> None:
    assert time_left.say_left(left, time_left.SHORT) == (words, css)


def test_a_finished_dossier_says_whether_it_kept_its_promise() -> None:
    assert time_left.say_kept(TimeLeft(NOON, 3))[0] == "Đúng hạn"
    late = TimeLeft(NOON, -20, Lateness.LATE, 2)
    assert time_left.say_kept(late)[0] == "Trễ 2 ngày"


def test_conflict_is_not_swallowed(work: Work, desk: Desk) -> None:
    state = at_desk(work, desk)

    async def refuse(*given: Any) -> Any:
        raise Conflict("changed_since")

    object.__setattr__(state, "_run", refuse)
    with pytest.raises(Conflict):
        send(state.take_next())
