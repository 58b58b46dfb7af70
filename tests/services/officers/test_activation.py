"""Activation: a code, a password, an authenticator; then ten recovery codes."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.confirm_recovery_code import confirm_recovery_code
from services.accounts.confirm_second_factor import confirm_second_factor
from services.accounts.identify import Knock, identify
from services.accounts.models import Account, AccountStatus, SecurityNotice
from services.accounts.officer_models import ActivationPurpose
from services.accounts.open_session import Device
from services.accounts.recovery_codes import recovery_codes_left, renew_recovery_codes
from services.accounts.set_password import NewPassword
from services.accounts.sign_in_officer import sign_in_officer
from services.core.errors import (
    Conflict,
    Forbidden,
    ProofNeeded,
    RuleViolation,
    TooMany,
)
from services.officers.begin_activation import (
    ActivationForm,
    ActivationOutcome,
    ActivationResult,
    begin_activation,
)
from services.officers.begin_new_authenticator import begin_new_authenticator
from services.officers.enrol import Enrolled, EnrolmentOutcome, enrol, show_enrolment
from services.officers.issue_activation import issue_activation
from services.officers.new_recovery_codes import new_recovery_codes
from services.work import SYSTEM, Role, Work
from tests.conftest import make_work
from tests.factories.accounts import (
    PASSWORD,
    authenticator,
    make_officer_account,
    make_proof,
    make_session,
    signed_in,
    visiting,
)

NEW = "hàng dừa xanh ven sông"
PHONE = Device("Chrome trên Android", kind="phone")
ACCOUNT, FACTOR = ActivationPurpose.ACCOUNT, ActivationPurpose.FACTOR


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


@pytest.fixture
def invited(work: Work) -> Account:
    return make_officer_account(
        work, status=AccountStatus.INVITED, password_hash="", totp_secret=""
    )


def give(
    work: Work, code: str, password: str = NEW, name: str = "canbo.mot"
) -> ActivationResult:
    form = ActivationForm(name, code, NewPassword(password, password))
    return begin_activation(work, form)


def shown(work: Work, token: str, steps: int = 0) -> str:
    waiting = show_enrolment(work, token)
    assert waiting is not None
    assert waiting.address.startswith("otpauth://totp/")
    moment = work.now + steps * timedelta(seconds=30)
    return pyotp.TOTP(waiting.secret).at(moment)


def activated(work: Work, account: Account) -> Enrolled:
    code = issue_activation(work, account.id, ACCOUNT).code
    work = visiting(work)
    token = give(work, code).token
    return enrol(work, token, shown(work, token), PHONE)


def test_code_password_and_authenticator_make_an_active_officer(
    work: Work, invited: Account
) -> None:
    issued = issue_activation(work, invited.id, ACCOUNT)
    assert issued.expires_at == work.now + timedelta(hours=72)
    at_door = visiting(work)
    begun = give(at_door, issued.code.upper().replace("-", " "))
    assert begun.outcome is ActivationOutcome.ACCEPTED
    assert (str(invited.status), invited.password_hash) == ("invited", "")
    done = enrol(at_door, begun.token, shown(at_door, begun.token), PHONE)
    assert done.outcome is EnrolmentOutcome.ENROLLED
    assert len(set(done.recovery_codes)) == 10
    assert done.session is not None
    assert identify(work, Knock(done.session.token)).actor.require_officer()
    assert invited.status is AccountStatus.ACTIVE
    assert show_enrolment(at_door, begun.token) is None


def test_the_new_keys_open_the_door_and_each_code_once(
    work: Work, invited: Account
) -> None:
    codes = activated(work, invited).recovery_codes
    at_door = visiting(work)
    for typed, outcome in (
        (codes[0].upper(), SignInOutcome.SIGNED_IN),
        (codes[0], SignInOutcome.REFUSED),
        (codes[1].replace("-", ""), SignInOutcome.SIGNED_IN),
    ):
        attempt = SignInAttempt("canbo.mot", NEW, make_proof(at_door))
        token = sign_in_officer(at_door, attempt).token
        assert confirm_recovery_code(at_door, token, typed).outcome is outcome
    assert recovery_codes_left(work, invited.id) == 8
    used = select(SecurityNotice).where(SecurityNotice.kind == "recovery_code_used")
    told = [notice.facts["left"] for notice in work.session.exec(used)]
    assert sorted(told) == ["8", "9"]


def test_the_secret_is_the_same_after_a_reload_and_only_in_that_browser(
    work: Work, invited: Account
) -> None:
    code = issue_activation(work, invited.id, ACCOUNT).code
    at_door = visiting(work)
    token = give(at_door, code).token
    assert show_enrolment(at_door, token) == show_enrolment(at_door, token)
    assert show_enrolment(visiting(work, "another"), token) is None
    late = later(at_door, timedelta(minutes=31))
    assert show_enrolment(late, token) is None


@pytest.mark.parametrize("change", ["code", "name", "late", "newer", "locked"])
def test_a_code_that_is_not_good_is_refused_in_one_way(
    work: Work, invited: Account, change: str
) -> None:
    code = issue_activation(work, invited.id, ACCOUNT).code
    at_door = visiting(work)
    name = "canbo.khong" if change == "name" else "canbo.mot"
    if change == "code":
        code = code[:-1] + ("b" if code[-1] == "a" else "a")
    if change == "late":
        at_door = later(at_door, timedelta(hours=72))
    if change == "newer":
        issue_activation(work, invited.id, ACCOUNT)
    if change == "locked":
        invited.status = AccountStatus.LOCKED
    refused = give(at_door, code, name=name)
    assert refused == ActivationResult(ActivationOutcome.REFUSED)


def test_five_wrong_tries_void_the_code(work: Work, invited: Account) -> None:
    code = issue_activation(work, invited.id, ACCOUNT).code
    at_door = visiting(work)
    for _ in range(5):
        give(at_door, "sai")
    assert give(at_door, code).outcome is ActivationOutcome.REFUSED


def test_a_weak_password_costs_no_try_and_names_the_rule(
    work: Work, invited: Account
) -> None:
    code = issue_activation(work, invited.id, ACCOUNT).code
    for _ in range(7):
        with pytest.raises(RuleViolation) as refusal:
            give(visiting(work), code, "ngắn quá")
    assert refusal.value.problems == {"password": "password_short"}
    assert give(visiting(work), code).outcome is ActivationOutcome.ACCEPTED


def test_wrong_codes_of_the_authenticator_end_the_enrolment(
    work: Work, invited: Account
) -> None:
    code = issue_activation(work, invited.id, ACCOUNT).code
    at_door = visiting(work)
    token = give(at_door, code).token
    good = {shown(at_door, token, steps) for steps in (-1, 0, 1)}
    wrong = next(f"{n:06d}" for n in range(9) if f"{n:06d}" not in good)
    outcomes = [enrol(at_door, token, wrong, PHONE).outcome for _ in range(5)]
    assert outcomes[:4] == [EnrolmentOutcome.WRONG] * 4
    assert outcomes[4] is EnrolmentOutcome.EXPIRED
    assert invited.status is AccountStatus.INVITED


def test_a_factor_reset_keeps_the_password_and_asks_for_it(work: Work) -> None:
    officer = make_officer_account(work)
    kept, token = officer.password_hash, make_session(work, officer).token
    code = issue_activation(work, officer.id, FACTOR).code
    at_door = visiting(work)
    assert give(at_door, code, NEW).outcome is ActivationOutcome.REFUSED
    begun = give(at_door, code, PASSWORD)
    assert begun.outcome is ActivationOutcome.ACCEPTED
    enrol(at_door, begun.token, shown(at_door, begun.token), PHONE)
    assert officer.password_hash == kept
    assert identify(work, Knock(token)).actor.account_id is None
    attempt = SignInAttempt("canbo.mot", PASSWORD, make_proof(at_door))
    pending = sign_in_officer(at_door, attempt).token
    old = confirm_second_factor(at_door, pending, authenticator(work, 1))
    assert old.outcome is SignInOutcome.REFUSED
    kinds = {notice.kind for notice in work.session.exec(select(SecurityNotice))}
    assert "factor_reset" in kinds


def test_only_an_administrator_with_fresh_proof_gives_codes_to_others(
    work: Work, invited: Account
) -> None:
    chief = make_officer_account(work, Role.ADMINISTRATOR, sign_in_name="quantri.x")
    token = make_session(work, chief).token
    actor = identify(work, Knock(token)).actor
    mine = dataclasses.replace(work, actor=actor)
    issue_activation(mine, invited.id, ACCOUNT)
    with pytest.raises(ProofNeeded):
        issue_activation(later(mine, timedelta(minutes=6)), invited.id, ACCOUNT)
    with pytest.raises(Forbidden):
        issue_activation(mine, chief.id, ACCOUNT)
    clerk = dataclasses.replace(actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(Forbidden):
        issue_activation(dataclasses.replace(work, actor=clerk), invited.id, ACCOUNT)
    with pytest.raises(Conflict):
        issue_activation(mine, invited.id, FACTOR)


def test_an_officer_changes_phone_and_codes_after_a_fresh_proof(work: Work) -> None:
    officer = make_officer_account(work)
    old = renew_recovery_codes(work, officer.id)
    opened = make_session(work, officer)
    mine = dataclasses.replace(work, actor=identify(work, Knock(opened.token)).actor)
    stale = later(mine, timedelta(minutes=6))
    for act in (begin_new_authenticator, new_recovery_codes):
        with pytest.raises(ProofNeeded):
            act(stale)
    assert not set(new_recovery_codes(mine)) & set(old)
    token = begin_new_authenticator(mine)
    done = enrol(mine, token, shown(mine, token), PHONE)
    assert done.outcome is EnrolmentOutcome.ENROLLED
    assert identify(work, Knock(opened.token)).actor.account_id is None


def test_ten_parallel_guesses_spend_five_tries(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session, session.begin():
        work = make_work(session, tmp_path)
        account = make_officer_account(
            work, status=AccountStatus.INVITED, password_hash="", totp_secret=""
        )
        code = issue_activation(work, account.id, ACCOUNT).code

    def guess(typed: str) -> ActivationOutcome | None:
        with Session(scratch_engine) as session, session.begin():
            try:
                return give(visiting(make_work(session, tmp_path)), typed).outcome
            except TooMany:
                return None

    with ThreadPoolExecutor(10) as pool:
        outcomes = list(pool.map(guess, ["sai"] * 10))
    assert ActivationOutcome.ACCEPTED not in outcomes
    for _ in range(5):
        guess("sai")
    assert guess(code) is ActivationOutcome.REFUSED


def test_the_same_recovery_code_opens_one_door_in_parallel(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session, session.begin():
        work = make_work(session, tmp_path)
        account = make_officer_account(work)
        code = renew_recovery_codes(work, account.id)[0]
        door = visiting(work)
        tokens = [
            sign_in_officer(door, SignInAttempt("canbo.mot", PASSWORD)).token
            for _ in range(6)
        ]

    def use(token: str) -> SignInOutcome | None:
        with Session(scratch_engine) as session, session.begin():
            door = visiting(make_work(session, tmp_path))
            try:
                return confirm_recovery_code(door, token, code).outcome
            except TooMany:
                return None

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(use, tokens))
    assert outcomes.count(SignInOutcome.SIGNED_IN) == 1


def test_the_system_is_who_gives_the_first_code(work: Work, invited: Account) -> None:
    assert work.actor == SYSTEM
    assert issue_activation(work, invited.id, ACCOUNT).code
    nobody = signed_in(work, invited, make_session(work, invited))
    with pytest.raises(Forbidden):
        issue_activation(nobody, invited.id, ACCOUNT)
