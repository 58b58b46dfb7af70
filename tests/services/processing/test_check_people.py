"""Persons at the reception are compared with the population database (O03)."""

import dataclasses
from datetime import date

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound
from services.dossiers.models import TimelineEntry
from services.integrations.population.port import PopulationRecord
from services.processing.check_people import check_people, mark_to_verify
from services.processing.open_reception import open_reception
from services.processing.receive import receive
from services.processing.reception_models import CheckOutcome, PersonCheck
from services.processing.save_verdict import save_verdict
from services.processing.verify_people import verify_people
from services.work import SYSTEM, Role, Work
from tests.factories.dossiers import ANSWERS
from tests.factories.processing import Desk, acting, make_desk, make_form, make_new
from tests.fakes import FakePopulation

NUMBER = "999123456789"
ON_FILE = PopulationRecord(
    citizen_id=NUMBER,
    old_id_number="",
    full_name="Nguyễn Thị Ánh Tuyết",
    sex="female",
    birth_date=date(1990, 12, 31),
    permanent_address="",
)


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    answers = ANSWERS | {"submitter_paper_number": NUMBER}
    return make_new(work, desk, answers=answers)


@pytest.fixture
def register(work: Work) -> FakePopulation:
    population = work.systems.population
    assert isinstance(population, FakePopulation)
    population.records = [ON_FILE]
    return population


def ask(work: Work, desk: Desk, code: str) -> tuple[CheckOutcome, ...]:
    return check_people(opener(acting(work, desk.intake)), code)


def opener(work: Work):  # type: ignore[no-untyped-def]
    return lambda use_case, *args: use_case(work, *args)


def stored(work: Work) -> PersonCheck:
    work.session.expire_all()
    return work.session.exec(select(PersonCheck)).one()


def test_who_is_on_file_so_compares_well(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    assert ask(work, desk, code) == (CheckOutcome.SAME,)
    seen = open_reception(acting(work, desk.intake), code).people
    assert [one.outcome for one in seen] == [CheckOutcome.SAME]
    assert register.asked[0].purpose == desk.filing.procedure.code


def test_what_differs_is_kept_by_its_name_and_nothing_else(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    register.records = [dataclasses.replace(ON_FILE, birth_date=date(1991, 1, 1))]
    assert ask(work, desk, code) == (CheckOutcome.DIFFERS,)
    assert stored(work).fields == ["birth_date"]


def test_somebody_unknown_there_is_said_so(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    register.records = []
    assert ask(work, desk, code) == (CheckOutcome.NOT_FOUND,)


def test_without_a_number_nobody_is_asked_about(work: Work, desk: Desk) -> None:
    plain = make_new(work, desk)
    assert ask(work, desk, plain) == ()
    (seen,) = open_reception(acting(work, desk.intake), plain).people
    assert (seen.outcome, seen.can_be_asked) == (None, False)


def test_a_database_that_is_down_stops_no_reception_and_is_asked_again(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    register.is_down = True
    assert ask(work, desk, code) == (CheckOutcome.UNREACHED,)
    mine = acting(work, desk.intake)
    mark_to_verify(mine, code)
    assert stored(work).verify_later
    save_verdict(mine, code, "G01", True)
    receive(mine, code, make_form(), "press")
    system = acting(work, SYSTEM)
    assert verify_people(opener(system)) == 0  # still down
    register.is_down = False
    register.records = [dataclasses.replace(ON_FILE, full_name="Nguyễn Thị Khác")]
    assert verify_people(opener(system)) == 1
    assert (stored(work).outcome, stored(work).verify_later) == ("differs", False)
    noted = select(TimelineEntry).where(TimelineEntry.event == "person_differs")
    assert work.session.exec(noted).one().facts["fields"] == "full_name"
    assert verify_people(opener(system)) == 0  # told once


def test_receiving_marks_what_had_no_answer(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    register.is_down = True
    ask(work, desk, code)
    mine = acting(work, desk.intake)
    save_verdict(mine, code, "G01", True)
    receive(mine, code, make_form(), "press")
    assert stored(work).verify_later


def test_silence_never_takes_the_place_of_an_answer(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    ask(work, desk, code)
    register.is_down = True
    ask(work, desk, code)
    assert stored(work).outcome is CheckOutcome.SAME


def test_each_question_is_written_down(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    ask(work, desk, code)
    asked = select(AuditEntry).where(AuditEntry.act == "population.asked")
    entry = work.session.exec(asked).one()
    assert entry.details["reference"] == register.asked[0].reference


def test_only_the_reception_of_the_unit_asks(
    work: Work, desk: Desk, code: str, register: FakePopulation
) -> None:
    with pytest.raises(Forbidden):
        check_people(opener(acting(work, desk.handler)), code)
    with pytest.raises(NotFound):
        check_people(opener(acting(work, make_desk(work.session).intake)), code)
    assert register.asked == []
    assert Role.INTAKE not in desk.handler.roles
