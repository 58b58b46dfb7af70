"""Officers: a password opens nothing, and a code of the authenticator is good once."""

import dataclasses
from datetime import timedelta

import pytest

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
)
from services.accounts.confirm_second_factor import confirm_second_factor
from services.accounts.identify import Knock, identify
from services.accounts.models import Account, AccountStatus
from services.accounts.sign_in_officer import sign_in_officer
from services.core.errors import RuleViolation
from services.work import Role, Work
from tests.factories.accounts import (
    PASSWORD,
    TOTP_SECRET,
    authenticator,
    make_account,
    make_officer_account,
    make_proof,
    visiting,
)

STEP = timedelta(seconds=30)


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def enter(work: Work, password: str = PASSWORD) -> SignInResult:
    attempt = SignInAttempt(" CanBo.Mot ", password, make_proof(work))
    return sign_in_officer(work, attempt)


def wrong_code(work: Work) -> str:
    shown = {authenticator(work, drift) for drift in (-1, 0, 1)}
    return next(f"{n:06d}" for n in range(9) if f"{n:06d}" not in shown)


@pytest.fixture
def officer(work: Work) -> Account:
    return make_officer_account(work, Role.APPROVER)


def test_password_and_code_open_a_session(work: Work, officer: Account) -> None:
    work = visiting(work)
    pending = enter(work)
    assert pending.outcome is SignInOutcome.SECOND_FACTOR
    result = confirm_second_factor(work, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.SIGNED_IN
    actor = identify(work, Knock(result.token)).actor
    assert actor.require_officer(Role.APPROVER) == officer.id


def test_the_password_alone_opens_nothing(work: Work, officer: Account) -> None:
    work = visiting(work)
    pending = enter(work)
    assert identify(work, Knock(pending.token)).actor.account_id is None


def test_unknown_and_wrong_get_the_same_answer(work: Work, officer: Account) -> None:
    work = visiting(work)
    wrong = [enter(work, "sai mật khẩu rồi") for _ in range(11)]
    unknown = [
        sign_in_officer(work, SignInAttempt("khong.ai", PASSWORD, make_proof(work)))
        for _ in range(11)
    ]
    assert wrong == unknown


def test_a_citizen_does_not_enter_by_the_officers_door(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    attempt = SignInAttempt("999190000011", PASSWORD)
    assert sign_in_officer(work, attempt).outcome is SignInOutcome.REFUSED


def test_a_code_is_good_once(work: Work, officer: Account) -> None:
    work = visiting(work)
    code = authenticator(work)
    confirm_second_factor(work, enter(work).token, code)
    again = confirm_second_factor(work, enter(work).token, code)
    assert again.outcome is SignInOutcome.REFUSED


def test_a_code_older_than_the_last_used_one_is_refused(
    work: Work, officer: Account
) -> None:
    work = visiting(work)
    older, present = authenticator(work, -1), authenticator(work)
    confirm_second_factor(work, enter(work).token, present)
    result = confirm_second_factor(work, enter(work).token, older)
    assert result.outcome is SignInOutcome.REFUSED


@pytest.mark.parametrize(
    ("drift", "outcome"),
    [
        (-2, SignInOutcome.REFUSED),
        (-1, SignInOutcome.SIGNED_IN),
        (1, SignInOutcome.SIGNED_IN),
        (2, SignInOutcome.REFUSED),
    ],
)
def test_a_clock_may_be_one_step_off(
    work: Work, officer: Account, drift: int, outcome: SignInOutcome
) -> None:
    work = visiting(work)
    code = authenticator(work, drift)
    assert confirm_second_factor(work, enter(work).token, code).outcome is outcome


def test_the_wait_for_the_code_ends_after_five_minutes(
    work: Work, officer: Account
) -> None:
    work = visiting(work)
    pending = enter(work)
    late = later(work, timedelta(minutes=5))
    result = confirm_second_factor(late, pending.token, authenticator(late))
    assert result.outcome is SignInOutcome.EXPIRED


def test_another_browser_cannot_finish_the_sign_in(
    work: Work, officer: Account
) -> None:
    pending = enter(visiting(work))
    thief = visiting(work, "thief")
    result = confirm_second_factor(thief, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.EXPIRED


def test_a_pending_sign_in_is_used_once(work: Work, officer: Account) -> None:
    work = visiting(work)
    pending = enter(work)
    confirm_second_factor(work, pending.token, authenticator(work))
    after = later(work, STEP)
    result = confirm_second_factor(after, pending.token, authenticator(after))
    assert result.outcome is SignInOutcome.EXPIRED


def test_five_wrong_codes_end_the_sign_in(work: Work, officer: Account) -> None:
    work = visiting(work)
    pending = enter(work)
    outcomes = [
        confirm_second_factor(work, pending.token, wrong_code(work)).outcome
        for _ in range(5)
    ]
    assert outcomes == [SignInOutcome.REFUSED] * 4 + [SignInOutcome.EXPIRED]
    result = confirm_second_factor(work, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.EXPIRED


def test_starting_over_gives_no_fresh_set_of_guesses(
    work: Work, officer: Account
) -> None:
    work = visiting(work)
    for _ in range(2):
        pending = enter(work)
        for _ in range(5):
            confirm_second_factor(work, pending.token, wrong_code(work))
    assert enter(work).outcome is SignInOutcome.PAUSED


def test_an_officer_who_left_in_between_is_refused(
    work: Work, officer: Account
) -> None:
    work = visiting(work)
    pending = enter(work)
    officer.status = AccountStatus.CLOSED
    result = confirm_second_factor(work, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.REFUSED


def test_an_officer_without_a_second_factor_never_gets_in(work: Work) -> None:
    make_officer_account(work, totp_secret="")
    work = visiting(work)
    pending = enter(work)
    result = confirm_second_factor(work, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.REFUSED


def test_the_secret_is_kept_sealed(work: Work, officer: Account) -> None:
    assert TOTP_SECRET not in officer.totp_secret


@pytest.mark.parametrize("typed", ["", "12345", "٣٣٣٣٣٣", "abcdef"])
def test_what_is_no_code_costs_no_try(work: Work, officer: Account, typed: str) -> None:
    work = visiting(work)
    pending = enter(work)
    for _ in range(6):
        with pytest.raises(RuleViolation):
            confirm_second_factor(work, pending.token, typed)
    result = confirm_second_factor(work, pending.token, authenticator(work))
    assert result.outcome is SignInOutcome.SIGNED_IN
