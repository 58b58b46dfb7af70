"""“Cập nhật” from the population database (contracts 5.11, C22)."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, cast

import pytest
from sqlmodel import select

from services.accounts.models import Party
from services.audit.models import AuditEntry
from services.core.errors import (
    Conflict,
    Forbidden,
    RuleViolation,
    SystemUnavailable,
    TooMany,
)
from services.integrations.population.port import PopulationRecord
from services.profiles.check_population import (
    MOST_A_DAY,
    Difference,
    PopulationCheck,
    PopulationOutcome,
    check_population,
)
from services.profiles.take_population_record import take_population_record
from services.work import Work
from tests.factories.accounts import make_account
from tests.factories.dossiers import make_filing, make_submitted
from tests.fakes import FakePopulation
from tests.services.profiles.people import VERIFIED, acting, owner

ON_FILE = PopulationRecord(
    citizen_id="999190000011",
    old_id_number="999000011",
    full_name="Nguyễn Thị Ánh Tuyết",
    sex="female",
    birth_date=date(1990, 12, 31),
    permanent_address="Tổ 5, phường Tích Lương, tỉnh Thái Nguyên",
)


def population(work: Work) -> FakePopulation:
    """Return the fake of this work."""
    return cast(FakePopulation, work.systems.population)


def check(work: Work, number: str = "") -> PopulationCheck:
    """Ask, each use case over the session of the test."""

    def run(use_case: Callable[..., Any], *args: Any, **more: Any) -> Any:
        # Any: whatever the use case takes and answers.
        return use_case(work, *args, **more)

    return check_population(partial(run), number)


def test_differences_are_shown_and_nothing_is_stored(work: Work) -> None:
    mine, account = owner(work)
    population(mine).records.append(ON_FILE)

    found = check(mine)

    assert found.outcome is PopulationOutcome.CHANGED
    assert Difference("sex", "", "female") in found.differences
    assert "full_name" not in {one.field for one in found.differences}
    assert account.sex == account.address == account.old_id_number == ""
    assert account.sources_checked_at is None


def test_the_asking_is_written_down_with_its_purpose(work: Work) -> None:
    mine, account = owner(work)
    population(mine).records.append(ON_FILE)

    check(mine)

    [question] = population(mine).asked
    assert (question.purpose, question.officer) == ("profile", "")
    entry = mine.session.exec(
        select(AuditEntry).where(AuditEntry.act == "population.asked")
    ).one()
    assert entry.subject_id == account.id
    assert entry.details == {"purpose": "profile", "reference": question.reference}


def test_what_is_on_file_is_taken_over_with_source_and_moment(work: Work) -> None:
    mine, account = owner(work, full_name="Nguyen Thi Anh Tuyet", address="Chỗ khác")
    population(mine).records.append(ON_FILE)

    taken = take_population_record(mine, check(mine).sealed)

    assert set(taken.changed) == {"full_name", "old_id_number", "sex", "address"}
    assert account.full_name == "Nguyễn Thị Ánh Tuyết"
    assert account.birth_date == date(1990, 12, 31)
    assert account.field_sources["address"] == "population"
    assert account.sources_checked_at == mine.now
    assert check(mine).outcome is PopulationOutcome.SAME


def test_a_second_press_takes_the_same_again(work: Work) -> None:
    mine, _ = owner(work)
    population(mine).records.append(ON_FILE)
    sealed = check(mine).sealed

    take_population_record(mine, sealed)

    assert take_population_record(mine, sealed).changed == ()


def test_a_dossier_under_way_keeps_what_it_was_handed_in_with(work: Work) -> None:
    filing = make_filing(work.session)
    account = filing.account
    for name, value in {**VERIFIED, "citizen_id": ON_FILE.citizen_id}.items():
        setattr(account, name, value)
    account.birth_date, account.full_name = ON_FILE.birth_date, "Nguyen Thi Anh Tuyet"
    make_submitted(work, filing)
    mine = acting(work, account)
    population(mine).records.append(ON_FILE)

    assert take_population_record(mine, check(mine).sealed).running == 1


def test_an_empty_answer_of_a_field_takes_nothing_away(work: Work) -> None:
    mine, account = owner(work, sex="female")
    population(mine).records.append(dataclasses.replace(ON_FILE, sex=""))

    take_population_record(mine, check(mine).sealed)

    assert account.sex == "female"
    assert "sex" not in account.field_sources


def test_a_difference_of_name_or_birth_date_says_which(work: Work) -> None:
    mine, _ = owner(work, birth_date=date(1990, 1, 1))
    population(mine).records.append(ON_FILE)

    found = check(mine)

    assert found.outcome is PopulationOutcome.DIFFERS
    assert found.differing == ("birth_date",)
    assert (found.sealed, found.differences) == ("", ())


def test_nobody_found_and_a_database_that_is_down(work: Work) -> None:
    mine, _ = owner(work)
    assert check(mine).outcome is PopulationOutcome.NOT_FOUND

    population(mine).is_down = True

    with pytest.raises(SystemUnavailable):
        check(mine)


def test_who_was_never_compared_learns_nothing_of_anybody(work: Work) -> None:
    mine, _ = owner(work, assurance_level=1)
    population(mine).records.append(ON_FILE)

    assert check(mine).outcome is PopulationOutcome.UNPROVED
    assert population(mine).asked == []


def test_somebody_with_nine_digits_gives_the_twelve(work: Work) -> None:
    mine, account = owner(work, citizen_id="999000011")
    population(mine).records.append(ON_FILE)
    with pytest.raises(RuleViolation) as refused:
        check(mine, "999000011")
    assert refused.value.problems == {"citizen_id": "citizen_id_former"}

    take_population_record(mine, check(mine, "9991 9000 0011").sealed)

    assert account.citizen_id == "999190000011"
    assert account.old_id_number == "999000011"


def test_a_number_that_another_account_has_is_not_taken(work: Work) -> None:
    make_account(work.session)
    mine, account = owner(work, citizen_id="999000011", phone=None, email=None)
    population(mine).records.append(ON_FILE)

    with pytest.raises(RuleViolation) as refused:
        take_population_record(mine, check(mine, ON_FILE.citizen_id).sealed)

    assert refused.value.problems == {"citizen_id": "citizen_id_taken"}
    mine.session.refresh(account)
    assert account.citizen_id == "999000011"


def test_an_answer_serves_its_owner_for_ten_minutes(work: Work) -> None:
    mine, _ = owner(work)
    population(mine).records.append(ON_FILE)
    sealed = check(mine).sealed
    later = dataclasses.replace(mine, now=mine.now + timedelta(minutes=11))
    other, _ = owner(work, citizen_id="999190000022", phone=None, email=None)

    for work_of in (later, other):
        with pytest.raises(Conflict):
            take_population_record(work_of, sealed)
    with pytest.raises(Conflict):
        take_population_record(mine, "")


def test_it_is_asked_so_often_a_day_and_no_more(work: Work) -> None:
    mine, _ = owner(work)
    population(mine).records.append(ON_FILE)
    for _ in range(MOST_A_DAY):
        check(mine)

    with pytest.raises(TooMany) as refused:
        check(mine)

    assert refused.value.until == mine.now + timedelta(days=1)


def test_an_organisation_is_not_in_it(work: Work) -> None:
    mine, _ = owner(work, party=Party.ENTERPRISE)

    with pytest.raises(Forbidden):
        check(mine)
