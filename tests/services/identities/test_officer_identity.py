"""An officer comes in by the national portal: linked from inside, second factor kept."""

import dataclasses

import pytest
from sqlmodel import select

from services.accounts.check_password import SignInOutcome
from services.accounts.confirm_second_factor import confirm_second_factor
from services.accounts.models import (
    Account,
    AccountStatus,
    PendingSignIn,
    SecurityNotice,
    SignInSession,
)
from services.core.errors import Forbidden, ProofNeeded
from services.identities.models import JourneyPurpose
from services.identities.returned import ReturnOutcome
from services.work import Role, Work
from tests.factories.accounts import (
    authenticator,
    make_account,
    make_officer_account,
    make_session,
    signed_in,
    visiting,
)
from tests.factories.identities import come_back, make_identity, set_out

DOOR, LINK = JourneyPurpose.OFFICER, JourneyPurpose.OFFICER_LINK


def inside(work: Work, officer: Account) -> Work:
    """Return the work of this officer, who has just proved who they are."""
    entered = signed_in(work, officer, make_session(work, officer))
    actor = dataclasses.replace(
        entered.actor, roles=frozenset({Role.INTAKE}), proved_at=work.now
    )
    return dataclasses.replace(entered, actor=actor)


def link(work: Work, officer: Account) -> None:
    """Link the identity of `make_identity` to this officer."""
    me = inside(work, officer)
    returned = come_back(me, set_out(me, LINK), make_identity())
    assert returned.outcome is ReturnOutcome.LINKED


def test_the_identity_stands_in_for_the_password_and_opens_nothing_alone(
    work: Work,
) -> None:
    officer = make_officer_account(work)
    link(work, officer)
    door = visiting(work, "another browser")
    before = len(work.session.exec(select(SignInSession)).all())

    returned = come_back(door, set_out(door, DOOR, "/can-bo"), make_identity())

    assert returned.outcome is ReturnOutcome.SECOND_FACTOR
    assert len(work.session.exec(select(SignInSession)).all()) == before
    result = confirm_second_factor(door, returned.token, authenticator(work))
    assert result.outcome is SignInOutcome.SIGNED_IN


def test_linking_is_told_to_the_officer_once(work: Work) -> None:
    officer = make_officer_account(work)
    link(work, officer)
    link(work, officer)

    told = [
        notice.kind
        for notice in work.session.exec(select(SecurityNotice)).all()
        if notice.account_id == officer.id
    ]
    assert told.count("identity_linked") == 1
    assert officer.officer_subject == "TECH-11"


@pytest.mark.parametrize("status", [AccountStatus.LOCKED, AccountStatus.DORMANT])
def test_a_locked_officer_is_answered_like_nobody(
    work: Work, status: AccountStatus
) -> None:
    officer = make_officer_account(work)
    link(work, officer)
    officer.status = status
    work.session.flush()
    door = visiting(work, "another browser")

    locked = come_back(door, set_out(door, DOOR), make_identity())
    nobody = come_back(door, set_out(door, DOOR), make_identity(subject="TECH-99"))

    assert locked.reason == nobody.reason == "no_officer"
    assert work.session.exec(select(PendingSignIn)).all() == []


def test_a_citizen_s_identity_opens_no_officer_s_door(work: Work) -> None:
    make_account(work.session, national_subject="TECH-11")
    make_officer_account(work)
    door = visiting(work)

    returned = come_back(door, set_out(door, DOOR), make_identity())

    assert returned.reason == "no_officer"


def test_a_declared_identity_and_another_officer_s_are_not_linked(work: Work) -> None:
    first = make_officer_account(work)
    link(work, first)
    second = make_officer_account(work, sign_in_name="canbo.hai")
    me = inside(work, second)

    taken = come_back(me, set_out(me, LINK), make_identity())
    declared = make_identity(subject="TECH-12", level=1)
    unsure = come_back(me, set_out(me, LINK), declared)

    assert (taken.reason, unsure.reason) == ("tied", "level_officer")
    assert second.officer_subject is None


def test_linking_needs_an_officer_with_a_fresh_proof(work: Work) -> None:
    with pytest.raises(Forbidden):
        set_out(visiting(work), LINK)
    me = inside(work, make_officer_account(work))
    stale = dataclasses.replace(me.actor, proved_at=None)
    with pytest.raises(ProofNeeded):
        set_out(dataclasses.replace(me, actor=stale), LINK)


def test_linking_ends_when_another_officer_signed_in_meanwhile(work: Work) -> None:
    first = inside(work, make_officer_account(work))
    second = make_officer_account(work, sign_in_name="canbo.hai")
    state = set_out(first, LINK)
    actor = dataclasses.replace(first.actor, account_id=second.id)

    returned = come_back(
        dataclasses.replace(first, actor=actor), state, make_identity()
    )

    assert returned.reason == "session"
    assert second.officer_subject is None
