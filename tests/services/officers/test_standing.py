"""Locked, dormant, first: who may be in, and for how long (AU-11, SS-7)."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import col, select

from services.accounts.authenticator import spend_authenticator_code
from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.identify import Knock, identify
from services.accounts.models import Account, AccountStatus, SecurityNotice
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, open_session
from services.accounts.prove_again import (
    ProofOutcome,
    ProofResult,
    ProofWay,
    proof_way,
    prove_again,
)
from services.accounts.sign_in import sign_in
from services.accounts.sign_in_officer import sign_in_officer
from services.core.errors import Conflict, Forbidden, ProofNeeded, RuleViolation
from services.officers.create_first_administrator import create_first_administrator
from services.officers.officer_status import lock_officer, reactivate, unlock_officer
from services.officers.retire_dormant import retire_dormant
from services.officers.unlock_by_name import unlock_by_name
from services.work import Role, Work
from tests.factories.accounts import (
    PASSWORD,
    authenticator,
    make_account,
    make_officer_account,
    make_post,
    make_session,
    signed_in,
    visiting,
)

DESKTOP = Device("Chrome trên Windows")
PHONE = Device("Chrome trên Android", kind="phone")


def later(work: Work, **wait: float) -> Work:
    return dataclasses.replace(work, now=work.now + timedelta(**wait))


def is_in(work: Work, token: str) -> bool:
    return identify(work, Knock(token)).actor.account_id is not None


@pytest.fixture
def officer(work: Work) -> Account:
    return make_officer_account(work)


@pytest.fixture
def chief(work: Work) -> Work:
    """The work of an administrator who has just proved who they are."""
    account = make_officer_account(work, Role.ADMINISTRATOR, sign_in_name="quantri.x")
    token = make_session(work, account, "chief").token
    return dataclasses.replace(work, actor=identify(work, Knock(token)).actor)


def test_an_officer_has_one_session_a_class_of_device(
    work: Work, officer: Account
) -> None:
    first = open_session(visiting(work, "a"), officer, DESKTOP)
    phone = open_session(visiting(work, "b"), officer, PHONE)
    second = open_session(visiting(work, "c"), officer, Device("Firefox trên Linux"))
    assert [is_in(work, one.token) for one in (first, phone, second)] == [
        False,
        True,
        True,
    ]


def test_a_citizen_keeps_the_sessions_on_other_devices(work: Work) -> None:
    account = make_account(work.session)
    tokens = [
        open_session(visiting(work, cookie), account, DESKTOP).token
        for cookie in ("a", "b")
    ]
    assert all(is_in(work, token) for token in tokens)


def test_a_device_not_seen_for_ninety_days_is_told(work: Work) -> None:
    account = make_account(work.session)

    def told(when: Work) -> int:
        open_session(visiting(when, "x"), account, DESKTOP)
        notices = select(SecurityNotice).where(SecurityNotice.kind == "new_device")
        return len(work.session.exec(notices).all())

    assert told(work) == 0  # the very first use of an account
    assert told(later(work, days=89)) == 0
    assert told(later(work, days=180)) == 1
    open_session(visiting(later(work, days=181), "y"), account, PHONE)
    assert told(later(work, days=182)) == 2


def test_a_proof_counts_from_now_and_each_code_once(
    work: Work, officer: Account
) -> None:
    mine = later(signed_in(work, officer, make_session(work, officer)), minutes=6)
    stale = dataclasses.replace(mine.actor, proved_at=work.now)
    with pytest.raises(ProofNeeded):
        stale.require_fresh_proof(mine.now)
    code = authenticator(mine)
    assert proof_way(mine) is ProofWay.TOTP
    assert prove_again(mine, code) == ProofResult(ProofOutcome.PROVED)
    assert prove_again(mine, code).outcome is ProofOutcome.WRONG
    assert not spend_authenticator_code(work.secret, officer, code, mine.now)


def test_a_citizen_proves_with_the_password(work: Work) -> None:
    account = make_account(work.session)
    mine = signed_in(work, account, make_session(work, account))
    assert proof_way(mine) is ProofWay.PASSWORD
    assert prove_again(mine, "sai").outcome is ProofOutcome.WRONG
    assert prove_again(mine, PASSWORD).outcome is ProofOutcome.PROVED
    account.password_hash = ""
    assert proof_way(mine) is ProofWay.SIGN_IN
    assert prove_again(mine, "").outcome is ProofOutcome.WRONG


def test_wrong_proofs_pause_like_the_door(work: Work, officer: Account) -> None:
    mine = signed_in(work, officer, make_session(work, officer))
    for _ in range(10):
        last = prove_again(mine, "x")
    assert last.outcome is ProofOutcome.PAUSED
    assert prove_again(mine, authenticator(mine)).outcome is ProofOutcome.PAUSED


def test_locking_ends_sessions_and_loans_at_once(work: Work, chief: Work) -> None:
    officer = make_officer_account(work, Role.INTAKE)
    own = work.session.exec(
        select(OfficerPost).where(OfficerPost.account_id == officer.id)
    ).one()
    other = make_officer_account(work, sign_in_name="canbo.hai")
    lent = make_post(work, other, Role.INTAKE, lent_by_post_id=own.id)
    token = make_session(work, officer).token
    assert lock_officer(chief, officer.id) == 1
    assert lock_officer(chief, officer.id) == 0
    assert not is_in(work, token)
    work.session.refresh(lent)
    assert lent.ended_at == work.now
    unlock_officer(chief, officer.id)
    assert officer.status is AccountStatus.ACTIVE
    assert lent.ended_at == work.now


def test_nobody_locks_oneself_or_without_the_role_or_proof(
    work: Work, officer: Account, chief: Work
) -> None:
    assert chief.actor.account_id is not None
    with pytest.raises(Forbidden):
        lock_officer(chief, chief.actor.account_id)
    with pytest.raises(ProofNeeded):
        lock_officer(later(chief, minutes=6), officer.id)
    clerk = dataclasses.replace(chief.actor, roles=frozenset({Role.AUDITOR}))
    for act in (lock_officer, unlock_officer, reactivate):
        with pytest.raises(Forbidden):
            act(dataclasses.replace(work, actor=clerk), officer.id)


def test_a_dormant_officer_is_not_unlocked_as_a_locked_one(
    chief: Work, officer: Account
) -> None:
    officer.status = AccountStatus.DORMANT
    with pytest.raises(Conflict):
        unlock_officer(chief, officer.id)
    reactivate(chief, officer.id)
    assert officer.status is AccountStatus.ACTIVE


def test_officers_idle_for_more_than_45_days_are_put_to_rest(work: Work) -> None:
    idle = make_officer_account(work, last_signed_in_at=work.now)
    token = make_session(work, idle).token
    never = make_officer_account(work, sign_in_name="canbo.chua")
    busy = make_officer_account(work, sign_in_name="canbo.ban")
    busy.last_signed_in_at = work.now + timedelta(days=20)
    citizen = make_account(work.session)
    assert retire_dormant(later(work, days=45)) == 0
    assert retire_dormant(later(work, days=45, seconds=1)) == 2
    states = (idle.status, never.status, busy.status, citizen.status)
    dormant, active = AccountStatus.DORMANT, AccountStatus.ACTIVE
    assert states == (dormant, dormant, active, active)
    assert not is_in(work, token)


def test_one_let_in_again_is_not_put_to_rest_the_next_night(
    work: Work, officer: Account
) -> None:
    night = later(work, days=60)
    retire_dormant(night)
    reactivate(night, officer.id)
    assert retire_dormant(later(night, days=1)) == 0


def test_only_the_worker_puts_officers_to_rest(chief: Work) -> None:
    with pytest.raises(Forbidden):
        retire_dormant(chief)


@pytest.mark.parametrize("status", ["invited", "locked", "dormant", "closed"])
def test_a_shut_account_answers_a_wrong_password_like_an_unknown_name(
    work: Work, officer: Account, status: str
) -> None:
    officer.status = AccountStatus(status)
    if status == "invited":
        officer.password_hash = ""
    door = visiting(work)
    wrong = sign_in_officer(door, SignInAttempt("canbo.mot", "sai mật khẩu"))
    unknown = sign_in_officer(door, SignInAttempt("canbo.khong", "sai mật khẩu"))
    assert wrong == unknown
    right = sign_in_officer(door, SignInAttempt("canbo.mot", PASSWORD)).outcome
    is_told = status in ("locked", "dormant")
    expected = SignInOutcome.CLOSED_DOOR if is_told else SignInOutcome.REFUSED
    assert right is expected


def test_a_locked_citizen_is_told_after_the_right_password_only(work: Work) -> None:
    make_account(work.session, status=AccountStatus.LOCKED)
    door = visiting(work)
    wrong = sign_in(door, SignInAttempt("0900000011", "sai mật khẩu"))
    assert wrong.outcome is SignInOutcome.REFUSED
    right = sign_in(door, SignInAttempt("0900000011", PASSWORD))
    assert right.outcome is SignInOutcome.CLOSED_DOOR


def test_there_are_two_first_administrators(work: Work) -> None:
    made = create_first_administrator(work, "Nguyễn Văn An", " QuanTri.Mot ")
    account = work.session.exec(
        select(Account).where(Account.sign_in_name == made.sign_in_name)
    ).one()
    assert (made.sign_in_name, account.status) == ("quantri.mot", AccountStatus.INVITED)
    post = work.session.exec(
        select(OfficerPost).where(col(OfficerPost.account_id) == account.id)
    ).one()
    assert (post.roles, post.agency_id) == ([str(Role.ADMINISTRATOR)], None)
    create_first_administrator(work, "Nguyễn Văn Bình", "quantri.hai")
    with pytest.raises(Conflict):
        create_first_administrator(work, "Nguyễn Văn Chín", "quantri.ba")


def test_the_first_administrator_has_a_name_nobody_has(
    work: Work, officer: Account
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        create_first_administrator(work, "1", "canbo.hai")
    assert "full_name" in refusal.value.problems
    with pytest.raises(RuleViolation) as refusal:
        create_first_administrator(work, "Nguyễn Văn An", "canbo.mot")
    assert refusal.value.problems == {"account": "account_taken"}


def test_nobody_in_the_portal_makes_the_first_administrator(chief: Work) -> None:
    with pytest.raises(Forbidden):
        create_first_administrator(chief, "Nguyễn Văn An", "quantri.mot")


def test_the_command_opens_a_locked_or_dormant_account(
    work: Work, officer: Account, chief: Work
) -> None:
    for status in (AccountStatus.LOCKED, AccountStatus.DORMANT):
        officer.status = status
        unlock_by_name(work, "CanBo.Mot")
        assert officer.status is AccountStatus.ACTIVE
    with pytest.raises(Forbidden):
        unlock_by_name(chief, "canbo.mot")
