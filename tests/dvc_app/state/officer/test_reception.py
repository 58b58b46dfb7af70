"""Reception: verdicts are kept, faults are named by tab, the first officer wins."""

from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.officer.reception import ReceptionState
from dvc_app.wording import reception as wording
from services.processing.models import DossierReceipt
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.signals import dossier_topic
from services.templates.load_templates import load_templates
from services.work import Role, Work
from tests.dvc_app.state.officer.desks import open_as, send, target
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_form,
    make_new,
)

FORM = {"birth_date": "31/12/1990", "phone": "0912 000 001"}


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    return make_new(work, desk)


def opened(work: Work, desk: Desk, code: str) -> Any:
    address = routes.fill(routes.RECEPTION, code=code)
    return open_as(ReceptionState, work, desk.intake, address)


def notes(state: Any) -> dict[str, str]:
    return {tab.label: tab.note for tab in state.tabs}


def test_the_page_shows_what_was_handed_in(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    assert state.loaded
    assert state.may_receive
    assert state.head.code == code
    assert state.head.left.endswith("để tiếp nhận")
    assert state.general.birth_date == "31/12/1990"
    assert state.due.endswith("nếu tiếp nhận bây giờ")
    assert state.due_why
    assert state.viewed.id == state.papers.rows[0].files[0].id
    assert state._topics == (dossier_topic(dossier_of(work, code).id),)


def test_what_is_undone_is_counted_on_its_tab(
    work: Work, desk: Desk, code: str
) -> None:
    state = opened(work, desk, code)
    assert notes(state)[wording.COMPONENTS] == "còn 1"
    send(state.judge("G01", True))
    assert notes(state)[wording.COMPONENTS] == ""
    assert state.papers.rows[0].is_ok


def test_not_accepted_is_kept_only_with_its_reason(
    work: Work, desk: Desk, code: str
) -> None:
    load_templates(work)
    state = opened(work, desk, code)
    send(state.judge("G01", False))
    assert state.papers.rows[0].is_bad
    assert opened(work, desk, code).papers.rows[0].is_bad is False
    send(state.choose_reason("G01", "unreadable"))
    kept = opened(work, desk, code).papers.rows[0]
    assert (kept.is_bad, kept.choice) == (True, "unreadable")
    assert kept.reason == "Bản chụp mờ hoặc mất góc, cần chụp lại rõ toàn bộ trang"


def test_a_reason_may_be_written_by_hand(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    send(state.judge("G01", False))
    send(state.choose_reason("G01", wording.OTHER))
    assert state.papers.rows[0].choice == wording.OTHER
    send(state.write_reason("G01", "mờ"))
    assert "reason.G01" in state.problems
    send(state.write_reason("G01", "Trang 2 bị mất góc"))
    assert state.problems == {}
    assert opened(work, desk, code).papers.rows[0].reason == "Trang 2 bị mất góc"


def test_every_reason_offered_is_one_the_use_case_keeps(
    work: Work, desk: Desk, code: str
) -> None:
    load_templates(work)
    state = opened(work, desk, code)
    assert len(state.reasons) >= 7
    for one in state.reasons:
        send(state.choose_reason("G01", one.key))
        assert state.papers.rows[0].choice == one.key


def test_faults_are_named_at_their_tab_and_answers_stay(
    work: Work, desk: Desk, code: str
) -> None:
    state = opened(work, desk, code)
    send(state.receive({"birth_date": "", "phone": "12"}))
    assert set(state.problems) == {"birth_date", "phone", "component.G01"}
    assert state.problems["component.G01"].startswith("Giấy tờ G01: ")
    assert notes(state)[wording.GENERAL] == "2 chỗ cần sửa"
    assert notes(state)[wording.COMPONENTS] == "1 chỗ cần sửa"
    attempt = state.attempt
    send(state.judge("G01", True))
    assert "component.G01" not in state.problems
    assert state.attempt == attempt, "focus must stay on the checklist"


def test_receiving_shows_the_number_and_the_way_to_the_receipt(
    work: Work, desk: Desk, code: str
) -> None:
    state = opened(work, desk, code)
    send(state.judge("G01", True))
    send(state.receive(FORM))
    assert state.receipt.startswith("Đã tiếp nhận. Số 1 ")
    assert "Lê Thu Hà" in state.receipt_line
    assert state.print_href == f"/in/giay-hen/{code}?ban=2"
    assert not state.may_receive
    assert state.head.left == ""


def test_pressing_twice_receives_once(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    send(state.judge("G01", True))
    send(state.receive(FORM))
    receipt = state.receipt
    send(state.receive(FORM))
    assert state.receipt == receipt
    assert len(work.session.exec(select(DossierReceipt)).all()) == 1


def test_another_day_needs_its_reason(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    send(state.judge("G01", True))
    send(state.receive({**FORM, "due_day": "29/11/2026"}))  # a Sunday
    assert state.problems["due_day"] == wording.FAULTS["due_not_working_day"]
    assert state.problems["due_reason"]
    reason = "Chờ kết quả xác minh của công an"
    send(state.receive({**FORM, "due_day": "15/12/2026", "due_reason": reason}))
    assert "15/12/2026" in state.receipt_line


def test_a_colleague_who_was_faster_is_named(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Vũ Ngọc Lan"
    )
    theirs = acting(work, colleague)
    save_verdict(theirs, code, "G01", True)
    receive(theirs, code, make_form(), "their press")
    send(state.receive(FORM))
    assert state._said == "Vũ Ngọc Lan vừa tiếp nhận hồ sơ này trước bạn."
    assert state.receipt
    send(state.judge("G01", True))
    assert state._said == wording.RECEIVED_ALREADY


def test_a_colleague_who_is_looking_is_named(work: Work, desk: Desk, code: str) -> None:
    opened(work, desk, code)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.INTAKE, name="Vũ Ngọc Lan"
    )
    address = routes.fill(routes.RECEPTION, code=code)
    state = open_as(ReceptionState, work, colleague, address)
    assert state.holder.startswith("Lê Thu Hà đang xem")


def test_other_agencies_and_other_roles_read_why(
    work: Work, desk: Desk, code: str
) -> None:
    stranger = make_desk(work.session)
    assert opened(work, stranger, code).missing
    address = routes.fill(routes.RECEPTION, code=code)
    state = open_as(ReceptionState, work, desk.handler, address)
    assert state.has_no_role
    assert state.details_href == f"/can-bo/ho-so/{code}"


def test_the_next_one_follows_the_receipt(work: Work, desk: Desk, code: str) -> None:
    state = opened(work, desk, code)
    send(state.judge("G01", True))
    send(state.receive(FORM))
    assert target(send(state.take_next())) == routes.DESK
    other = make_new(work, desk)
    assert target(send(state.take_next())).endswith(f"{other}/tiep-nhan")


def test_a_file_of_another_dossier_is_not_shown(
    work: Work, desk: Desk, code: str
) -> None:
    state = opened(work, desk, code)
    before = state.viewed
    send(state.view("7b0d2c1e-0000-4000-8000-000000000000"))
    assert state.viewed == before
