"""Posts: switched, lent, taken back; four eyes count persons, not posts."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from services.accounts.identify import Knock, identify
from services.accounts.models import Account, SecurityNotice, SignInSession
from services.accounts.officer_models import OfficerPost
from services.core.errors import (
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
)
from services.officers.end_lent_post import end_lent_post
from services.officers.lend_post import Loan, lend_post, list_colleagues
from services.officers.list_lent_posts import list_lent_posts
from services.officers.list_my_posts import list_my_posts
from services.officers.switch_post import switch_post
from services.procedures.models import Agency, AgencyLevel
from services.processing.take_step import take_step
from services.work import Role, Work
from tests.factories.accounts import make_officer_account, make_post, make_session
from tests.factories.processing import (
    acting,
    make_account_officer,
    make_desk,
    make_handled,
)

DAY = timedelta(days=1)


def entered(work: Work, account: Account, cookie: str = "c") -> tuple[Work, str]:
    """Return the officer's work, as the walls would, and the cookie."""
    token = make_session(work, account, cookie).token
    return seen(work, token), token


def seen(work: Work, token: str) -> Work:
    return dataclasses.replace(work, actor=identify(work, Knock(token)).actor)


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def make_unit(work: Work) -> UUID:
    agency = Agency(code=uuid4().hex, name="UBND xã", level=AgencyLevel.COMMUNE)
    work.session.add(agency)
    work.session.flush()
    return agency.id


@pytest.fixture
def agency_id(work: Work) -> UUID:
    return make_unit(work)


@pytest.fixture
def lender(work: Work, agency_id: UUID) -> Account:
    return make_officer_account(
        work, Role.PROCESSING, Role.APPROVER, agency_id=agency_id
    )


@pytest.fixture
def borrower(work: Work, agency_id: UUID) -> Account:
    return make_officer_account(
        work,
        Role.INTAKE,
        agency_id=agency_id,
        sign_in_name="canbo.hai",
        full_name="Vũ Minh",
    )


def loan_of(
    work: Work, lender: Account, borrower: Account, roles: Sequence[Role] = ()
) -> Loan:
    own = work.session.exec(
        select(OfficerPost).where(OfficerPost.account_id == lender.id)
    ).first()
    assert own is not None
    return Loan(
        post_id=own.id,
        to_account=borrower.id,
        roles=list(roles) or [Role.APPROVER],
        starts_at=work.now,
        ends_at=work.now + 10 * DAY,
    )


def test_switching_gives_a_new_id_and_the_old_one_is_dead(
    work: Work, lender: Account
) -> None:
    other = make_post(work, lender, Role.INTAKE, granted_at=work.now)
    mine, token = entered(work, lender)
    assert mine.actor.post_id != other.id
    mine = dataclasses.replace(later(mine, DAY / 24), actor=mine.actor)
    opened = switch_post(mine, other.id)
    actor = seen(mine, opened.token).actor
    assert actor.post_id == other.id
    assert actor.roles == {Role.INTAKE}
    assert identify(mine, Knock(token)).actor.account_id is None


def test_switching_neither_prolongs_the_session_nor_proves_anything(
    work: Work, lender: Account
) -> None:
    other = make_post(work, lender, Role.INTAKE, granted_at=work.now)
    mine, _ = entered(work, lender)
    before = work.session.get_one(SignInSession, mine.actor.session_id)
    opened = switch_post(later(mine, DAY / 24), other.id)
    after = seen(later(mine, DAY / 24), opened.token)
    assert after.actor.proved_at == before.proved_at
    assert opened.expires_at == before.expires_at
    with pytest.raises(ProofNeeded):
        after.actor.require_fresh_proof(after.now)


def test_a_post_of_somebody_else_or_not_in_force_is_not_there(
    work: Work, lender: Account, borrower: Account
) -> None:
    mine, _ = entered(work, lender)
    theirs = work.session.exec(
        select(OfficerPost).where(OfficerPost.account_id == borrower.id)
    ).one()
    unconfirmed = make_post(work, lender, Role.ADMINISTRATOR, confirmed_at=None)
    over = make_post(work, lender, Role.INTAKE, ends_at=work.now)
    for post in (theirs, unconfirmed, over):
        with pytest.raises(NotFound):
            switch_post(mine, post.id)


def test_a_post_that_ends_is_felt_at_the_next_event(
    work: Work, lender: Account
) -> None:
    mine, token = entered(work, lender)
    post = work.session.get_one(OfficerPost, mine.actor.post_id)
    post.ended_at = work.now
    work.session.flush()
    actor = identify(work, Knock(token)).actor
    assert (actor.account_id, actor.post_id) == (lender.id, None)
    assert not actor.roles
    with pytest.raises(Forbidden):
        actor.require_officer()
    assert list_my_posts(dataclasses.replace(work, actor=actor)) == []


def test_a_lent_post_gives_the_roles_lent_and_says_whose_it_is(
    work: Work, lender: Account, borrower: Account
) -> None:
    mine, _ = entered(work, lender)
    lent_id = lend_post(mine, loan_of(work, lender, borrower))
    theirs, _ = entered(work, borrower, "d")
    own, lent = list_my_posts(theirs)
    assert (own.lent_by, lent.lent_by) == ("", lender.full_name)
    assert lent.roles == (Role.APPROVER,)
    actor = seen(theirs, switch_post(theirs, lent_id).token).actor
    assert actor.account_id == borrower.id
    assert actor.roles == {Role.APPROVER}
    kinds = {(n.account_id, n.kind) for n in work.session.exec(select(SecurityNotice))}
    assert (lender.id, "delegation_given") in kinds
    assert (borrower.id, "post_borrowed") in kinds


def test_lending_twice_is_lending_once(
    work: Work, lender: Account, borrower: Account
) -> None:
    mine, _ = entered(work, lender)
    loan = loan_of(work, lender, borrower)
    assert lend_post(mine, loan) == lend_post(mine, loan)
    assert len(list_lent_posts(mine)) == 1


def test_lending_needs_a_fresh_proof(
    work: Work, lender: Account, borrower: Account
) -> None:
    mine, _ = entered(work, lender)
    with pytest.raises(ProofNeeded):
        lend_post(later(mine, DAY / 48), loan_of(work, lender, borrower))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"roles": [Role.ADMINISTRATOR]}, {"roles": "loan_roles"}),
        ({"roles": []}, {"roles": "loan_roles"}),
        ({"ends": 91}, {"ends": "loan_long"}),
        ({"ends": 0}, {"ends": "loan_order"}),
        ({"starts": -2}, {"starts": "loan_past"}),
        ({"to": "lender"}, {"to_account": "loan_to"}),
        ({"to": "outsider"}, {"to_account": "loan_to"}),
    ],
)
def test_only_ones_own_roles_for_a_while_to_a_colleague(
    work: Work,
    lender: Account,
    borrower: Account,
    change: dict[str, object],
    problem: dict[str, str],
) -> None:
    mine, _ = entered(work, lender)
    outsider = make_officer_account(
        work, agency_id=make_unit(work), sign_in_name="canbo.ngoai"
    )
    loan = loan_of(work, lender, borrower)
    if "roles" in change:
        loan = dataclasses.replace(loan, roles=change["roles"])  # type: ignore[arg-type]
    if "ends" in change:
        ends_at = work.now + int(str(change["ends"])) * DAY
        loan = dataclasses.replace(loan, ends_at=ends_at)
    if "starts" in change:
        loan = dataclasses.replace(loan, starts_at=work.now - 2 * DAY)
    if "to" in change:
        to = {"lender": lender, "outsider": outsider}[str(change["to"])]
        loan = dataclasses.replace(loan, to_account=to.id)
    with pytest.raises(RuleViolation) as refusal:
        lend_post(mine, loan)
    assert refusal.value.problems == problem


def test_a_borrowed_post_is_not_lent_on(
    work: Work, lender: Account, borrower: Account, agency_id: UUID
) -> None:
    mine, _ = entered(work, lender)
    lent_id = lend_post(mine, loan_of(work, lender, borrower))
    theirs, _ = entered(work, borrower, "d")
    theirs = seen(theirs, switch_post(theirs, lent_id).token)
    loan = dataclasses.replace(loan_of(work, lender, lender), post_id=lent_id)
    with pytest.raises(NotFound):
        lend_post(theirs, loan)
    with pytest.raises(NotFound):
        list_colleagues(theirs, lent_id)


@pytest.mark.parametrize("who", ["lender", "borrower"])
def test_either_side_ends_a_loan_and_it_is_felt_at_once(
    work: Work, lender: Account, borrower: Account, who: str
) -> None:
    mine, _ = entered(work, lender)
    lent_id = lend_post(mine, loan_of(work, lender, borrower))
    theirs, _ = entered(work, borrower, "d")
    token = switch_post(theirs, lent_id).token
    end_lent_post(mine if who == "lender" else theirs, lent_id)
    end_lent_post(mine, lent_id)
    assert identify(work, Knock(token)).actor.roles == set()
    assert list_lent_posts(mine) == []


def test_a_stranger_does_not_end_a_loan(
    work: Work, lender: Account, borrower: Account, agency_id: UUID
) -> None:
    mine, _ = entered(work, lender)
    lent_id = lend_post(mine, loan_of(work, lender, borrower))
    stranger = make_account_officer(work.session, agency_id, Role.APPROVER)
    with pytest.raises(NotFound):
        end_lent_post(acting(work, stranger), lent_id)


def test_a_loan_falls_with_the_post_it_is_of(
    work: Work, lender: Account, borrower: Account
) -> None:
    mine, _ = entered(work, lender)
    loan = loan_of(work, lender, borrower)
    lent_id = lend_post(mine, loan)
    work.session.get_one(OfficerPost, loan.post_id).ended_at = work.now
    work.session.flush()
    theirs, _ = entered(work, borrower, "d")
    with pytest.raises(NotFound):
        switch_post(theirs, lent_id)


def test_who_prepared_a_dossier_cannot_approve_it_in_a_lent_post(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_handled(work, desk)
    approver = dataclasses.replace(desk.approver, proved_at=work.now)
    assert approver.post_id is not None
    assert desk.handler.account_id is not None
    loan = Loan(
        post_id=approver.post_id,
        to_account=desk.handler.account_id,
        roles=[Role.APPROVER],
        starts_at=work.now,
        ends_at=work.now + DAY,
    )
    lent_id = lend_post(acting(work, approver), loan)
    in_lent_post = dataclasses.replace(
        desk.handler, post_id=lent_id, roles=frozenset({Role.APPROVER})
    )
    with pytest.raises(Forbidden, match="four_eyes"):
        take_step(acting(work, in_lent_post), code)
    take_step(acting(work, approver), code)
