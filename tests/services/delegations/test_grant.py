"""Giving, answering and ending the right to act for somebody (AZ-10)."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, select

from services.accounts.models import Account, Party, SecurityNotice
from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound, RuleViolation, SystemUnavailable
from services.delegations.answer_delegation import answer_delegation
from services.delegations.declare_child import ChildForm, declare_child
from services.delegations.faults import DelegationFault
from services.delegations.grant_delegation import GrantForm, grant_delegation
from services.delegations.list_delegations import (
    DelegationState,
    list_delegations,
    people_i_act_for,
)
from services.delegations.models import Delegation, DelegationKind
from services.delegations.revoke_delegation import revoke_delegation
from services.delegations.rules import last_day_of_childhood
from services.integrations.population.port import PopulationRecord, Relative
from services.work import ANONYMOUS, Actor, Work
from tests.factories.accounts import make_account
from tests.factories.delegations import make_delegation
from tests.fakes import FakePopulation

CHILD = PopulationRecord(
    citizen_id="999318000004",
    old_id_number="",
    full_name="Trần Gia Hân",
    sex="female",
    birth_date=date(2018, 9, 2),
    permanent_address="Số 27, tổ dân phố 9",
    mother=Relative("Nguyễn Thị Ánh Tuyết", "999190000011"),
)
CHILD_TYPED = ChildForm("trần gia hân", "2/9/2018", "999 318 000 004")
GRANT = GrantForm("0900000022", "Trần Văn Bình", "23/11/2026", "22/11/2027")


@pytest.fixture
def mother(session: Session) -> Account:
    """A citizen whose number a register has confirmed."""
    return make_account(session, assurance_level=2)


@pytest.fixture
def son(session: Session) -> Account:
    """Another citizen."""
    return make_account(
        session,
        full_name="Trần Văn Bình",
        citizen_id="999085000022",
        phone="0900000022",
        email="binh@example.vn",
        assurance_level=2,
    )


@pytest.fixture
def company(session: Session) -> Account:
    """An enterprise with an account of its own."""
    return make_account(
        session,
        party=Party.ENTERPRISE,
        full_name="Công ty TNHH Chè Xanh",
        citizen_id=None,
        tax_code="9990000011",
        phone="0900000033",
        email="che@example.vn",
    )


def of(work: Work, account: Account, days: int = 0) -> Work:
    """Return the work of this person, perhaps days later."""
    actor = Actor(account_id=account.id, name=account.full_name)
    return dataclasses.replace(work, actor=actor, now=work.now + timedelta(days=days))


def opener(work: Work) -> Callable[..., Any]:
    """Run use cases in the test's own transaction; Any: what they take and give."""
    return lambda use_case, *args: use_case(work, *args)


def refusal(work: Work, form: GrantForm) -> dict[str, str]:
    """Return what is wrong with a grant."""
    with pytest.raises(RuleViolation) as refused:
        grant_delegation(work, form)
    return refused.value.problems


def declare(work: Work, form: ChildForm = CHILD_TYPED) -> UUID:
    """Declare a child the population database knows."""
    population = work.systems.population
    assert isinstance(population, FakePopulation)
    population.records = [CHILD]
    return declare_child(opener(work), form)


def child_refusal(work: Work, form: ChildForm = CHILD_TYPED) -> dict[str, str]:
    """Return why a child is not taken."""
    with pytest.raises(RuleViolation) as refused:
        declare(work, form)
    return refused.value.problems


def test_a_mother_declares_her_child_until_it_is_eighteen(
    work: Work, mother: Account
) -> None:
    mine = of(work, mother)

    declare(mine)
    [acting] = people_i_act_for(mine)

    assert (acting.name, acting.relation) == ("trần gia hân", "mother")
    assert (acting.starts_on, acting.ends_on) == (date(2026, 11, 23), date(2036, 9, 1))
    assert acting.source == "population"


def test_a_child_declared_twice_is_kept_once(work: Work, mother: Account) -> None:
    mine = of(work, mother)

    assert declare(mine) == declare(mine)
    assert len(people_i_act_for(mine)) == 1


def test_whose_child_it_is_not_reads_like_no_child(work: Work, son: Account) -> None:
    stranger = of(work, son)
    unknown = ChildForm("Trần Gia Hân", "02/09/2018", "999318000099")

    not_theirs, nobody = child_refusal(stranger), child_refusal(stranger, unknown)

    assert not_theirs == nobody
    assert not_theirs == {"child_citizen_id": DelegationFault.CHILD_NOT_FOUND}
    assert people_i_act_for(stranger) == ()


def test_a_number_nobody_confirmed_makes_no_parent(
    work: Work, session: Session
) -> None:
    claimed = make_account(session, assurance_level=1)

    problems = child_refusal(of(work, claimed))

    assert problems == {"child_citizen_id": DelegationFault.PROVE_YOURSELF}


def test_somebody_of_eighteen_grants_for_themselves(
    work: Work, mother: Account
) -> None:
    grown = ChildForm("Trần Gia Hân", "23/11/2008", "999308000004")
    almost = ChildForm("Trần Gia Hân", "24/11/2008", "999308000004")

    assert child_refusal(of(work, mother), grown) == {
        "child_birth_date": DelegationFault.CHILD_GROWN
    }
    assert child_refusal(of(work, mother), almost) == {
        "child_citizen_id": DelegationFault.CHILD_NOT_FOUND
    }


def test_a_leap_day_child_is_grown_on_the_first_of_march() -> None:
    assert last_day_of_childhood(date(2008, 2, 29)) == date(2026, 2, 28)


def test_a_database_that_is_down_keeps_nothing(work: Work, mother: Account) -> None:
    mine = of(work, mother)
    population = mine.systems.population
    assert isinstance(population, FakePopulation)
    population.is_down = True

    with pytest.raises(SystemUnavailable):
        declare(mine)

    assert people_i_act_for(mine) == ()


def test_a_delegation_holds_once_it_is_accepted(
    work: Work, mother: Account, son: Account
) -> None:
    his = of(work, son)
    granted = grant_delegation(of(work, mother), GRANT)

    [invitation] = list_delegations(his).invitations
    before = people_i_act_for(his)
    answer_delegation(his, granted, True)
    answer_delegation(his, granted, True)

    assert (invitation.id, invitation.state) == (granted, DelegationState.WAITING)
    assert before == ()
    assert [one.name for one in people_i_act_for(his)] == [mother.full_name]
    assert list_delegations(his).invitations == ()
    [given] = list_delegations(of(work, mother)).given
    assert (given.state, given.delegate_name) == (
        DelegationState.STANDS,
        "Trần Văn Bình",
    )


def test_granting_reads_the_same_whether_or_not_there_is_such_an_account(
    work: Work, mother: Account, son: Account
) -> None:
    hers = of(work, mother)
    grant_delegation(hers, GRANT)
    nobody = dataclasses.replace(GRANT, number="0900000099")
    grant_delegation(hers, nobody)

    lines = [
        dataclasses.replace(line, id=UUID(int=0), delegate_number="")
        for line in list_delegations(hers).given
    ]

    assert lines[0] == lines[1]
    rows = work.session.exec(select(Delegation)).all()
    assert {row.delegate_id for row in rows} == {None}
    assert "0900000022" not in repr([row.model_dump() for row in rows])


def test_a_number_with_another_name_reaches_nobody(
    work: Work, mother: Account, son: Account
) -> None:
    slip = dataclasses.replace(GRANT, name="Trần Văn Bảy")
    granted = grant_delegation(of(work, mother), slip)

    assert list_delegations(of(work, son)).invitations == ()
    with pytest.raises(NotFound):
        answer_delegation(of(work, son), granted, True)


def test_only_whom_it_is_addressed_to_answers(
    work: Work, mother: Account, son: Account, company: Account
) -> None:
    granted = grant_delegation(of(work, mother), GRANT)

    for stranger in (of(work, company), of(work, mother)):
        with pytest.raises(NotFound, match=r"^delegation$"):
            answer_delegation(stranger, granted, True)
    with pytest.raises(Forbidden):
        answer_delegation(dataclasses.replace(work, actor=ANONYMOUS), granted, True)


def test_a_declined_delegation_gives_nothing(
    work: Work, mother: Account, son: Account
) -> None:
    granted = grant_delegation(of(work, mother), GRANT)

    answer_delegation(of(work, son), granted, False)

    assert people_i_act_for(of(work, son)) == ()
    [line] = list_delegations(of(work, mother)).given
    assert line.state is DelegationState.DECLINED


def test_the_same_grant_pressed_twice_is_one(
    work: Work, mother: Account, son: Account
) -> None:
    hers = of(work, mother)

    assert grant_delegation(hers, GRANT) == grant_delegation(hers, GRANT)
    longer = dataclasses.replace(GRANT, ends_on="22/12/2027")
    assert refusal(hers, longer) == {"number": DelegationFault.STANDS}


def test_days_out_of_bounds_are_refused(work: Work, mother: Account) -> None:
    hers, replace = of(work, mother), dataclasses.replace

    assert refusal(hers, replace(GRANT, starts_on="22/11/2026")) == {
        "starts_on": DelegationFault.IN_PAST
    }
    assert refusal(hers, replace(GRANT, ends_on="22/11/2026")) == {
        "ends_on": DelegationFault.ENDS_FIRST
    }
    assert refusal(hers, replace(GRANT, ends_on="24/11/2028")) == {
        "ends_on": DelegationFault.TOO_LONG
    }
    assert grant_delegation(hers, replace(GRANT, ends_on="23/11/2028"))


def test_an_organisation_grants_for_three_years(work: Work, company: Account) -> None:
    theirs, replace = of(work, company), dataclasses.replace

    assert refusal(theirs, replace(GRANT, ends_on="24/11/2029")) == {
        "ends_on": DelegationFault.TOO_LONG
    }
    assert grant_delegation(theirs, replace(GRANT, ends_on="23/11/2029"))


def test_nobody_grants_to_themselves(work: Work, mother: Account) -> None:
    own = GrantForm("0900000011", "nguyen thi anh tuyet", "23/11/2026", "24/11/2026")

    assert refusal(of(work, mother), own) == {"number": DelegationFault.TO_SELF}


def test_a_grant_holds_within_its_days_only(
    work: Work, mother: Account, son: Account
) -> None:
    later = dataclasses.replace(GRANT, starts_on="25/11/2026", ends_on="27/11/2026")
    granted = grant_delegation(of(work, mother), later)
    answer_delegation(of(work, son), granted, True)

    held = [len(people_i_act_for(of(work, son, days))) for days in (0, 2, 4, 5)]

    assert held == [0, 1, 1, 0]
    assert list_delegations(of(work, son, 5)).held[0].state is DelegationState.EXPIRED


@pytest.mark.parametrize("side", ["mother", "son"])
def test_either_side_ends_it_at_once(
    work: Work, mother: Account, son: Account, side: str
) -> None:
    delegation = make_delegation(work.session, son, mother)
    whose = of(work, mother if side == "mother" else son)

    revoke_delegation(whose, delegation.id)
    revoke_delegation(whose, delegation.id)

    assert people_i_act_for(of(work, son)) == ()
    acts = work.session.exec(
        select(AuditEntry.act).where(AuditEntry.subject_id == delegation.id)
    ).all()
    assert acts.count("delegation.revoked") == 1


def test_a_stranger_ends_nothing(
    work: Work, mother: Account, son: Account, company: Account
) -> None:
    delegation = make_delegation(work.session, son, mother)

    with pytest.raises(NotFound, match=r"^delegation$"):
        revoke_delegation(of(work, company), delegation.id)

    assert len(people_i_act_for(of(work, son))) == 1


def test_both_sides_are_told(work: Work, mother: Account, son: Account) -> None:
    granted = grant_delegation(of(work, mother), GRANT)
    answer_delegation(of(work, son), granted, True)
    revoke_delegation(of(work, son), granted)

    told = work.session.exec(select(SecurityNotice)).all()

    for account, other in ((mother, "Trần Văn Bình"), (son, mother.full_name)):
        mine = [note for note in told if note.account_id == account.id]
        assert {note.kind for note in mine} == {
            "delegation_given",
            "delegation_revoked",
        }
        assert {note.facts["name"] for note in mine} == {other}


def test_a_closed_account_grants_nothing_any_more(
    work: Work, mother: Account, son: Account
) -> None:
    make_delegation(work.session, son, mother)
    mother.status = "closed"  # type: ignore[assignment]
    work.session.add(mother)
    work.session.flush()

    assert people_i_act_for(of(work, son)) == ()


def manage(work: Work, company: Account, manager: Account, **values: Any) -> Delegation:
    """Make somebody a manager of the company; Any: columns."""
    given = {"kind": DelegationKind.ORGANISATION, "is_manager": True}
    return make_delegation(work.session, manager, company, **given | values)


def test_a_manager_grants_in_the_organisation_s_name_but_makes_no_manager(
    work: Work, mother: Account, son: Account, company: Account
) -> None:
    manage(work, company, mother)
    form = dataclasses.replace(GRANT, organisation_id=company.id, is_manager=True)

    granted = grant_delegation(of(work, mother), form)

    row = work.session.get_one(Delegation, granted)
    assert (row.principal_id, row.kind) == (company.id, DelegationKind.ORGANISATION)
    assert not row.is_manager
    named = list_delegations(of(work, mother)).given
    assert granted in [line.id for line in named]


def test_only_a_manager_of_today_grants_for_an_organisation(
    work: Work, mother: Account, son: Account, company: Account
) -> None:
    form = dataclasses.replace(GRANT, organisation_id=company.id)
    manage(work, company, mother, is_manager=False)

    with pytest.raises(NotFound, match=r"^organisation$"):
        grant_delegation(of(work, mother), form)

    manage(work, company, mother, revoked_at=work.now)
    with pytest.raises(NotFound, match=r"^organisation$"):
        grant_delegation(of(work, mother), form)


def test_a_manager_ends_what_members_hold_but_not_another_manager_s_right(
    work: Work, mother: Account, son: Account, company: Account, session: Session
) -> None:
    manage(work, company, mother)
    member = manage(work, company, son, is_manager=False)
    peer = manage(work, company, son)

    revoke_delegation(of(work, mother), member.id)
    with pytest.raises(NotFound):
        revoke_delegation(of(work, mother), peer.id)

    assert member.revoked_at is not None


def test_every_fault_has_its_sentence() -> None:
    from dvc_app.wording import delegations

    assert set(delegations.FAULTS) == set(DelegationFault)
    assert set(delegations.STATES) == set(DelegationState)
