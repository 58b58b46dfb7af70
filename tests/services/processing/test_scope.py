"""Nobody reads or changes what is not theirs: every use case, every stranger."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlmodel import Session

from services.core.errors import Forbidden, NotFound
from services.processing.desk_queue import QueueFilter, desk_queue
from services.processing.finish_step import finish_step
from services.processing.my_tasks import my_tasks
from services.processing.next_dossier import next_dossier
from services.processing.open_processing import open_processing
from services.processing.open_reception import open_reception
from services.processing.receipt_facts import receipt_facts
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.take_step import take_step
from services.results.attach_result import attach_result
from services.results.begin_result_upload import begin_result_upload
from services.results.open_result import open_result
from services.results.remove_result import remove_result
from services.results.return_result import return_result
from services.work import ANONYMOUS, SYSTEM, Actor, Role, Work
from tests.factories.dossiers import make_draft
from tests.factories.processing import (
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_form,
    make_handled,
    make_new,
    make_ready,
    make_received,
)

Call = Callable[[Work, str], object]
ON_A_DOSSIER: dict[str, Call] = {
    "open_reception": open_reception,
    "save_verdict": lambda work, code: save_verdict(work, code, "G01", True),
    "receive": lambda work, code: receive(work, code, make_form(), "press"),
    "receipt_facts": receipt_facts,
    "open_processing": open_processing,
    "take_step": take_step,
    "finish_step": lambda work, code: finish_step(work, code, "Được", "press", 1),
    "begin_result_upload": lambda work, code: begin_result_upload(
        work, code, "a.pdf", 10
    ),
    "attach_result": lambda work, code: attach_result(work, code, uuid4(), "12"),
    "remove_result": remove_result,
    "open_result": open_result,
    "return_result": lambda work, code: return_result(work, code, "Lê An", "press"),
}
OF_A_DESK: dict[str, Callable[[Work], object]] = {
    "desk_queue": lambda work: desk_queue(work, QueueFilter()),
    "my_tasks": my_tasks,
    "next_dossier": next_dossier,
}
BOTH_READERS = {"receipt_facts", "open_result"}
ALL_ROLES = tuple(role for role in Role if role is not Role.ADMINISTRATOR)


def foreign_officer(session: Session) -> Actor:
    return make_account_officer(
        session, make_desk(session).filing.agency.id, *ALL_ROLES
    )


def unplaced_officer(session: Session) -> Actor:
    return make_account_officer(session, None, *ALL_ROLES)


def other_citizen(session: Session) -> Actor:
    return make_desk(session).filing.citizen


def administrator(session: Session) -> Actor:
    return make_account_officer(session, None, Role.ADMINISTRATOR)


@pytest.mark.parametrize("name", ON_A_DOSSIER)
@pytest.mark.parametrize("make", [make_new, make_received, make_handled, make_ready])
def test_an_officer_of_another_agency_finds_nothing(
    work: Work, name: str, make: Callable[..., object]
) -> None:
    desk = make_desk(work.session)
    made = make(work, desk)
    code = str(getattr(made, "code", made))
    before = dossier_of(work, code).model_dump()
    for stranger in (foreign_officer(work.session), unplaced_officer(work.session)):
        with pytest.raises(NotFound) as foreign:
            ON_A_DOSSIER[name](acting(work, stranger), code)
        with pytest.raises(NotFound) as missing:
            ON_A_DOSSIER[name](acting(work, stranger), "H55.242-261123-9999")
        assert str(foreign.value) == str(missing.value)
    assert dossier_of(work, code).model_dump() == before


@pytest.mark.parametrize("name", ON_A_DOSSIER)
def test_nobody_but_officers_and_owners_acts_on_a_dossier(
    work: Work, name: str
) -> None:
    code = make_ready(work, make_desk(work.session))
    strangers = (
        ANONYMOUS,
        SYSTEM,
        other_citizen(work.session),
        administrator(work.session),
    )
    for stranger in strangers:
        with pytest.raises((NotFound, Forbidden)):
            ON_A_DOSSIER[name](acting(work, stranger), code)


@pytest.mark.parametrize("name", sorted(set(ON_A_DOSSIER) - BOTH_READERS))
def test_the_owner_does_none_of_the_offices_acts(work: Work, name: str) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    with pytest.raises(Forbidden):
        ON_A_DOSSIER[name](acting(work, desk.filing.citizen), code)


@pytest.mark.parametrize("name", ON_A_DOSSIER)
@pytest.mark.parametrize("code", ["", "x", "' or 1=1 --", "H55.242-261123-9999"])
def test_what_is_no_code_is_not_found(work: Work, name: str, code: str) -> None:
    desk = make_desk(work.session)
    officer = make_account_officer(work.session, desk.filing.agency.id, *ALL_ROLES)
    with pytest.raises(NotFound):
        ON_A_DOSSIER[name](acting(work, officer), code)


@pytest.mark.parametrize("name", OF_A_DESK)
def test_a_desk_is_for_officers_of_a_unit(work: Work, name: str) -> None:
    desk = make_desk(work.session)
    for stranger in (ANONYMOUS, SYSTEM, desk.filing.citizen):
        with pytest.raises(Forbidden):
            OF_A_DESK[name](acting(work, stranger))
    with pytest.raises(NotFound):
        OF_A_DESK[name](acting(work, unplaced_officer(work.session)))


def test_a_desk_shows_nothing_of_another_agency(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)
    stranger = acting(work, foreign_officer(work.session))
    queue = desk_queue(stranger, QueueFilter(text=code))
    assert (queue.total, queue.counts.waiting) == (0, 0)
    assert next_dossier(stranger) is None


def test_a_draft_is_nobodys_but_its_owners(work: Work) -> None:
    desk = make_desk(work.session)
    make_draft(work.session, desk.filing)
    at_desk = acting(work, desk.intake)
    assert desk_queue(at_desk, QueueFilter(queue="new")).total == 0
    assert next_dossier(at_desk) is None
