"""After filing: a supplement, messages, a withdrawal, a copy, the list."""

import asyncio
import dataclasses
from typing import Any

import pytest
from sqlmodel import select

from dvc_app import routes
from dvc_app.state.citizen.copying import CopyingState
from dvc_app.state.citizen.dossier import DossierState
from dvc_app.state.citizen.messages import MessagesState
from dvc_app.state.citizen.my_dossiers import MyDossiersState
from dvc_app.state.citizen.supplement import SupplementState
from dvc_app.state.citizen.supplement_picker import SupplementPickerState
from dvc_app.state.citizen.supplements import SupplementsState
from dvc_app.state.citizen.withdraw import WithdrawState
from dvc_app.wording import supplements as wording
from services.dossiers.models import Dossier, DossierStatus
from services.messages.send_message import send_message
from services.supplements.models import TargetKind
from services.work import Work
from tests.dvc_app.state.officer.desks import open_as, send, target
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_new,
    make_received,
)
from tests.factories.supplements import fill_in, make_asked, points_asked
from tests.factories.vault import make_document

S = DossierStatus


def press(event: Any) -> None:
    # Any: an event that shows that it works before it answers.
    """Run such an event to its end."""

    async def whole() -> None:
        async for _ in event:
            pass

    asyncio.run(whole())


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def test_a_supplement_is_answered_on_its_page(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    address = routes.fill(routes.SUPPLEMENT, code=code)
    state = open_as(SupplementState, work, desk.filing.citizen, address)
    assert state.is_open
    assert state.done_line == wording.DONE_COUNT.format(done=0, all=3)

    press(state.send({}))
    assert len(state.problem_list) == 3
    free = points_asked(work, asked.request_id)[TargetKind.FREE]
    send(state.save(str(free.id), "120 m²"))
    assert state.saved
    fill_in(work, code, asked.request_id, desk.filing.citizen)
    send(state.refresh())
    press(state.send({}))

    assert state.sent
    assert not state.is_open
    assert dossier_of(work, code).status is S.SUBMITTED
    assert [row.is_answered for row in state.earlier] == [True]


def picker(work: Work, desk: Desk, code: str) -> Any:
    address = routes.fill(routes.SUPPLEMENT, code=code)
    return open_as(SupplementPickerState, work, desk.filing.citizen, address)


def test_a_paper_of_the_vault_answers_a_point(work: Work, desk: Desk) -> None:
    desk.filing.component.name = "Bản sao giấy khai sinh"
    work.session.add(desk.filing.component)
    code = make_new(work, desk)
    asked = make_asked(work, desk, code)
    mine = acting(work, desk.filing.citizen)
    document, _ = make_document(mine, desk.filing.account.id)
    point = str(points_asked(work, asked.request_id)[TargetKind.COMPONENT].id)
    state = picker(work, desk, code)
    assert state.counts == {point: "1 giấy tờ phù hợp"}

    send(state.open(point, "Bản sao giấy khai sinh"))
    assert [row.id for row in state.fitting] == [str(document.id)]
    send(state.use(str(document.id)))

    assert state.slot == ""
    address = routes.fill(routes.SUPPLEMENT, code=code)
    seen = open_as(SupplementState, work, desk.filing.citizen, address)
    [files] = [one.files for one in seen.asked.points if one.id == point]
    assert len(files) == 1


def test_a_point_of_somebody_else_opens_no_dialog(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    make_asked(work, desk, code)
    state = picker(work, desk, code)
    for point in ("", "x", "00000000-0000-0000-0000-000000000001"):
        send(state.open(point, "x"))
        assert state.slot == ""
    assert picker(work, desk, "H55.99.999-261123-0001").counts == {}


def test_a_dossier_withdrawn_meanwhile_is_told_kindly(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    make_asked(work, desk, code)
    address = routes.fill(routes.SUPPLEMENT, code=code)
    state = open_as(SupplementState, work, desk.filing.citizen, address)
    dossier = dossier_of(work, code)
    dossier.status = S.WITHDRAWN
    work.session.add(dossier)
    work.session.flush()

    press(state.send({}))

    assert not state.is_open
    assert state.sent == ""
    assert state.problem_list == []


def test_the_list_leads_to_what_waits(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    make_asked(work, desk, code)

    state = open_as(SupplementsState, work, desk.filing.citizen, routes.MY_SUPPLEMENTS)
    mine = open_as(MyDossiersState, work, desk.filing.citizen, routes.MY_DOSSIERS)

    address = routes.fill(routes.SUPPLEMENT, code=code)
    assert [row.address for row in state.rows] == [address]
    assert [row.address for row in mine.rows] == [address]
    assert "30/11/2026" in mine.rows[0].sentence


def test_the_list_is_narrowed_by_status_and_days(work: Work, desk: Desk) -> None:
    make_new(work, desk)
    make_received(work, desk)

    def rows(query: str) -> list[str]:
        address = f"{routes.MY_DOSSIERS}?{query}"
        state = open_as(MyDossiersState, work, desk.filing.citizen, address)
        return [row.label for row in state.rows]

    assert rows("trang-thai=submitted") == ["Mới đăng ký"]
    assert len(rows("tu=23/11/2026&den=23/11/2026")) == 2
    assert rows("tu=24/11/2026") == []
    assert len(rows("tu=x")) == 2  # one that cannot be read narrows nothing


def test_both_sides_write_on_one_page(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    send_message(acting(work, desk.intake, hours=-1), code, "Chào bà", "1")
    dossier = routes.fill(routes.DOSSIER, code=code)
    page = open_as(DossierState, work, desk.filing.citizen, dossier)
    assert page.view.unseen

    address = routes.fill(routes.MESSAGES, code=code)
    state = open_as(MessagesState, work, desk.filing.citizen, address)
    first = state.form_key
    press(state.send({"text": ""}))
    assert "text" in state.problems
    assert state.form_key == first
    press(state.send({"text": "Chào cơ quan"}))

    assert [row.text for row in state.rows] == ["Chào bà", "Chào cơ quan"]
    assert state.form_key != first


def test_a_withdrawal_asks_for_a_proof_and_is_shown(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    address = routes.fill(routes.WITHDRAW, code=code)
    proved = dataclasses.replace(desk.filing.citizen, proved_at=work.now)
    state = open_as(WithdrawState, work, proved, address)
    assert state.is_at_once
    assert state.contact == ""

    press(state.withdraw({"reason": ""}))
    assert set(state.problems) == {"reason"}
    press(state.withdraw({"reason": "Tôi nộp nhầm thủ tục"}))

    assert state.is_done


def test_a_copy_opens_as_a_draft(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    address = routes.fill(routes.COPY, code=code)
    state = open_as(CopyingState, work, desk.filing.citizen, address)
    assert len(state.files) == 1

    place = target(send(state.copy_now({})))

    drafts = select(Dossier.id).where(Dossier.status == S.DRAFT)
    [draft] = work.session.exec(drafts).all()
    assert place == routes.fill(routes.FILE_INFORMATION, draft=str(draft))


def test_a_dossier_that_ended_shows_no_step_under_way(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    dossier_of(work, code).status = S.REFUSED
    address = routes.fill(routes.DOSSIER, code=code)
    assert open_as(DossierState, work, desk.filing.citizen, address).view.steps == []


def test_the_page_of_a_dossier_shows_its_steps_and_ways(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code

    address = routes.fill(routes.DOSSIER, code=code)
    view = open_as(DossierState, work, desk.filing.citizen, address).view

    assert [step.is_now for step in view.steps] == [True, False]
    assert view.can_withdraw
    assert not view.can_supplement
    assert view.progress.usual
