"""The officer's pages of corrections and of parcels: what they show and answer."""

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import Session, select

from dvc_app import routes
from dvc_app.state.officer.correction import CorrectionState
from dvc_app.state.officer.corrections import CorrectionsState
from dvc_app.state.officer.parcel import ParcelState
from dvc_app.state.officer.parcels import StuckParcelsState
from dvc_app.wording import corrections as wording
from dvc_app.wording import parcels
from services.deliveries.models import Trouble
from services.signals import desk_topics
from services.vault.ask_correction import ask_correction
from services.vault.models import DocumentSource, VaultDocument
from services.work import Role, Work
from tests.dvc_app.state.officer.desks import open_as
from tests.factories.dossiers import Filing, make_citizen, make_filing
from tests.factories.places import COMMUNE, make_places
from tests.factories.processing import Desk, make_account_officer, make_desk
from tests.factories.vault import acting, make_document
from tests.services.processing.test_parcels import refused

WHY = "Sổ gốc ghi đúng như trên giấy, xem trang 12"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def filing(session: Session) -> Filing:
    made = make_filing(session)
    make_places(session)
    made.agency.address, made.agency.phone = "Số 1 đường Mẫu", "0208 000 1010"
    session.flush()
    return made


def run(event: Any) -> None:
    # Any: an event that says in between that it is at work.
    """Run one event to its end."""

    async def to_the_end() -> None:
        async for _ in event:
            pass

    asyncio.run(to_the_end())


def asked(work: Work, desk: Desk, field: str = "number") -> str:
    account = make_citizen(work.session)
    document, _ = make_document(
        work,
        account.id,
        source=DocumentSource.RESULT,
        agency_id=desk.filing.agency.id,
        number="12/GP",
    )
    owner = acting(work, account)
    return str(ask_correction(owner, document.id, field, "21/GP", "gõ nhầm"))


def opened(work: Work, desk: Desk, request: str) -> Any:  # Any: a state
    address = routes.fill(routes.CORRECTION, request=request)
    return open_as(CorrectionState, work, desk.handler, address)


def test_the_list_says_who_asks_for_what_and_leads_there(
    work: Work, desk: Desk
) -> None:
    request = asked(work, desk)
    state = open_as(CorrectionsState, work, desk.handler, routes.CORRECTIONS)
    [row] = state.rows
    assert (row.field, row.number) == ("Số, ký hiệu", "Số 12/GP")
    assert row.href == f"/can-bo/de-nghi-sua/{request}"
    assert (state.waiting, state.pages) == ("1", "")


def test_an_empty_list_of_answered_ones_is_a_view_of_its_own(
    work: Work, desk: Desk
) -> None:
    asked(work, desk)
    address = f"{routes.CORRECTIONS}?xem=da-tra-loi"
    state = open_as(CorrectionsState, work, desk.handler, address)
    assert state.is_answered
    assert state.rows == []
    assert state.waiting == "1"


def test_an_officer_without_a_unit_is_told_so(work: Work) -> None:
    officer = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    assert open_as(CorrectionsState, work, officer, routes.CORRECTIONS).has_no_role
    assert open_as(StuckParcelsState, work, officer, routes.PARCELS).has_no_role


def test_the_page_sets_what_stands_beside_what_is_asked(work: Work, desk: Desk) -> None:
    state = opened(work, desk, asked(work, desk))
    assert (state.present, state.proposed, state.note) == (
        "12/GP",
        "21/GP",
        "gõ nhầm",
    )
    assert state.file.address.startswith("/tep/")
    assert [fact.value for fact in state.facts if fact.is_asked] == ["12/GP"]
    assert state.may_decide


def test_mending_is_said_and_shown(work: Work, desk: Desk) -> None:
    state = opened(work, desk, asked(work, desk))
    run(state.mend({"written": "21/GP-UBND"}))
    assert state._said == wording.MENDED_DONE
    assert "21/GP-UBND" in state.answer
    assert state.file.address == ""  # answered: the file is closed
    document = work.session.exec(select(VaultDocument)).one()
    assert document.number == "21/GP-UBND"


@pytest.mark.parametrize(
    ("act", "form", "field"),
    [
        ("mend", {"written": " "}, "written"),
        ("decline", {"reason": ""}, "reason"),
        ("decline", {"reason": "không"}, "reason"),
    ],
)
def test_an_answer_that_says_nothing_is_refused_at_its_field(
    work: Work, desk: Desk, act: str, form: dict[str, str], field: str
) -> None:
    state = opened(work, desk, asked(work, desk))
    run(getattr(state, act)(form))
    assert [problem.field for problem in state.problem_list] == [field]
    assert state.answer == ""
    assert not state.busy


def test_declining_keeps_what_stands_and_says_why(work: Work, desk: Desk) -> None:
    state = opened(work, desk, asked(work, desk))
    run(state.decline({"reason": WHY}))
    assert WHY in state.answer
    assert not state.may_decide


def test_a_request_of_another_unit_is_not_there(work: Work, desk: Desk) -> None:
    other = make_desk(work.session)
    state = opened(work, other, asked(work, desk))
    assert state.missing
    assert opened(work, desk, "khong-phai-so").missing


def test_the_pages_listen_to_their_unit(work: Work, desk: Desk) -> None:
    heard = tuple(desk_topics([desk.filing.agency.id]))
    for kind, address in (
        (CorrectionsState, routes.CORRECTIONS),
        (StuckParcelsState, routes.PARCELS),
    ):
        assert open_as(kind, work, desk.handler, address)._topics == heard


def parcel(work: Work, filing: Filing) -> Any:  # Any: a state
    row = refused(work, filing)
    address = routes.fill(routes.PARCEL, parcel=str(row.id))
    return open_as(ParcelState, work, filing.officer, address)


def test_a_refused_parcel_says_why_in_plain_words(work: Work, filing: Filing) -> None:
    refused(work, filing)
    state = open_as(StuckParcelsState, work, filing.officer, routes.PARCELS)
    [row] = state.rows
    assert row.trouble == "Bưu điện không nhận"
    assert row.words == "Địa chỉ ngoài vùng phục vụ"
    assert row.leg == "Thu hồ sơ tại nhà"


def test_a_parcel_shows_its_ways_on(work: Work, filing: Filing) -> None:
    state = parcel(work, filing)
    assert state.plain == parcels.PLAIN[Trouble.REFUSED]
    assert state.to_counter == "Đổi sang nộp tại quầy"
    assert (state.commune, state.detail) == (COMMUNE, "Số 12, tổ 5")
    assert state.may_send
    assert state.may_readdress


ACTS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "again": (lambda state: state.send_again(), parcels.SENT_AGAIN),
    "counter": (lambda state: state.give_to_counter(), parcels.TO_COUNTER),
    "readdress": (
        lambda state: state.readdress(
            {
                "person_name": "Nguyễn Thị Ánh Tuyết",
                "person_phone": "0900 000 002",
                "person_address.commune": COMMUNE,
                "person_address.detail": "Số 99, tổ 7",
            }
        ),
        parcels.READDRESSED,
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_each_way_on_is_done_and_said(work: Work, filing: Filing, name: str) -> None:
    act, words = ACTS[name]
    state = parcel(work, filing)
    run(act(state))
    assert state._said == words
    assert not state.may_send
    assert state.standing
    assert not state.busy


def test_an_address_is_refused_field_by_field(work: Work, filing: Filing) -> None:
    state = parcel(work, filing)
    run(state.readdress({"person_name": "Lê An", "person_phone": "12"}))
    assert {problem.field for problem in state.problem_list} == {
        "person_phone",
        "person_address.commune",
        "person_address.detail",
    }
    assert state.may_readdress


def test_a_parcel_of_another_unit_is_not_there(work: Work, filing: Filing) -> None:
    row = refused(work, filing)
    other = make_desk(work.session)
    address = routes.fill(routes.PARCEL, parcel=str(row.id))
    assert open_as(ParcelState, work, other.intake, address).missing
    nowhere = routes.fill(routes.PARCEL, parcel=str(uuid4()))
    assert open_as(ParcelState, work, filing.officer, nowhere).missing
    reader = dataclasses.replace(filing.officer, roles=frozenset({Role.APPROVER}))
    seen = open_as(ParcelState, work, reader, address)
    assert seen.why_not == parcels.ONLY_MENDERS
