"""Getting an account back: by code, by the slip of the counter, by the portal."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.accounts.change_password import ChangeOutcome, change_password
from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.confirm_code import CodeOutcome
from services.accounts.confirm_recovery import confirm_recovery
from services.accounts.give_up_request import give_up_request
from services.accounts.identify import Knock, identify
from services.accounts.issue_recovery_slip import (
    IssuedSlip,
    SlipOutcome,
    issue_recovery_slip,
)
from services.accounts.models import Account, CodePurpose, SecurityNotice
from services.accounts.open_session import Device, open_session
from services.accounts.prove_human import HumanProof
from services.accounts.recover_account import recover_account
from services.accounts.recovery import RecoveryStep, find_recovery
from services.accounts.redeem_recovery_slip import (
    SlipAnswer,
    TypedSlip,
    redeem_recovery_slip,
)
from services.accounts.set_password import NewPassword
from services.accounts.set_recovery_phone import set_recovery_phone
from services.accounts.sign_in import sign_in
from services.audit.models import AuditEntry
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    ProofNeeded,
    RuleViolation,
    TooMany,
)
from services.work import Role, Work
from tests.factories.accounts import (
    PASSWORD,
    make_account,
    make_officer_account,
    make_proof,
    make_session,
    signed_in,
    visiting,
)
from tests.services.accounts.by_name import MINUTE, NUMBER, PHONE, ask, later, received

NEW = "hàng dừa xanh ven sông"
DEVICE = Device("Chrome trên Android")
TYPED = NewPassword(NEW, NEW)


def confirmed(work: Work) -> Work:
    """Return the work of a browser that gave the right code."""
    work = visiting(work)
    ask(work, purpose=CodePurpose.RECOVERY)
    assert confirm_recovery(work, received(work)).outcome is CodeOutcome.CONFIRMED
    return work


def counter(work: Work, *roles: Role) -> Work:
    """Return the work of an officer who proved who they are just now."""
    roles = roles or (Role.INTAKE,)
    officer = make_officer_account(work, *roles)
    actor = dataclasses.replace(
        signed_in(work, officer, make_session(work, officer, "desk")).actor,
        roles=frozenset(roles),
        proved_at=work.now,
    )
    return dataclasses.replace(work, actor=actor)


def test_a_new_password_signs_in_here_and_out_everywhere_else(work: Work) -> None:
    account = make_account(work.session)
    old = make_session(work, account, "old phone")
    work = confirmed(work)
    done = recover_account(work, TYPED, DEVICE)
    assert done.go_to == "/ca-nhan/ho-so"
    assert identify(work, Knock(done.session.token)).actor.account_id == account.id
    assert identify(work, Knock(old.token)).actor.account_id is None
    assert sign_in(work, SignInAttempt(PHONE, NEW)).outcome is SignInOutcome.SIGNED_IN
    assert (
        sign_in(work, SignInAttempt(PHONE, PASSWORD)).outcome is SignInOutcome.REFUSED
    )
    kinds = work.session.exec(select(SecurityNotice.kind)).all()
    assert kinds.count("account_recovered") == 1


def test_the_steps_are_kept_for_the_browser_and_shown_one_by_one(work: Work) -> None:
    make_account(work.session)
    visitor = visiting(work)
    assert find_recovery(visitor).step is RecoveryStep.ASK
    ask(visitor, purpose=CodePurpose.RECOVERY)
    assert find_recovery(visitor).step is RecoveryStep.CODE
    confirm_recovery(visitor, received(visitor))
    assert find_recovery(visitor).step is RecoveryStep.PASSWORD
    assert find_recovery(visiting(work, "thief")).step is RecoveryStep.ASK
    give_up_request(visitor, CodePurpose.RECOVERY, CodePurpose.COUNTER)
    assert find_recovery(visitor).step is RecoveryStep.ASK


def test_without_the_code_there_is_no_new_password(work: Work) -> None:
    make_account(work.session)
    visitor = visiting(work)
    with pytest.raises(Conflict):
        recover_account(visitor, TYPED, DEVICE)
    ask(visitor, purpose=CodePurpose.RECOVERY)
    with pytest.raises(Conflict):
        recover_account(visitor, TYPED, DEVICE)
    with pytest.raises(NotFound):
        confirm_recovery(visiting(work, "thief"), "123456")


def test_a_confirmation_of_half_an_hour_ago_is_too_old(work: Work) -> None:
    make_account(work.session)
    work = confirmed(work)
    with pytest.raises(Conflict):
        recover_account(later(work, 31 * MINUTE), TYPED, DEVICE)


def test_a_confirmation_is_good_for_one_password(work: Work) -> None:
    make_account(work.session)
    work = confirmed(work)
    recover_account(work, TYPED, DEVICE)
    with pytest.raises(Conflict):
        recover_account(work, NewPassword("một hai ba bốn năm"), DEVICE)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (NewPassword(PASSWORD), {"password": "password_same"}),
        (NewPassword("12345678"), {"password": "password_common"}),
        (NewPassword("0900000011"), {"password": "password_phone"}),
        (NewPassword(NEW, NEW + "x"), {"again": "password_again_differs"}),
    ],
)
def test_the_old_password_and_the_easy_ones_are_refused(
    work: Work, typed: NewPassword, problem: dict[str, str]
) -> None:
    make_account(work.session)
    work = confirmed(work)
    with pytest.raises(RuleViolation) as refusal:
        recover_account(work, typed, DEVICE)
    assert refusal.value.problems == problem


def test_a_pause_ends_with_the_new_password(work: Work) -> None:
    make_account(work.session)
    thief = visiting(work, "thief", "203.0.113.66")
    for _ in range(10):
        sign_in(thief, SignInAttempt(PHONE, "sai mật khẩu", make_proof(thief)))
    work = confirmed(work)
    recover_account(work, TYPED, DEVICE)
    assert sign_in(work, SignInAttempt(PHONE, NEW)).outcome is SignInOutcome.SIGNED_IN


def test_a_name_nobody_has_never_reaches_the_password(work: Work) -> None:
    work = visiting(work)
    ask(work, "0900000099", CodePurpose.RECOVERY)
    tries = [confirm_recovery(work, f"{n:06d}").outcome for n in range(6)]
    assert CodeOutcome.CONFIRMED not in tries
    with pytest.raises(Conflict):
        recover_account(work, TYPED, DEVICE)


def redeem(work: Work, slip: IssuedSlip, number: str = NUMBER) -> SlipAnswer:
    typed = TypedSlip(number, f" {slip.code.lower()} ", "/ca-nhan/ho-so")
    return redeem_recovery_slip(work, typed, make_proof(work))


def test_the_counter_gives_the_account_a_new_phone_and_tells_the_old_one(
    work: Work,
) -> None:
    account = make_account(work.session)
    slip = issue_recovery_slip(counter(work), NUMBER, True)
    assert slip.outcome is SlipOutcome.ISSUED
    assert slip.masked_number == "9991******11"
    work = visiting(work)
    assert redeem(work, slip) is SlipAnswer.ACCEPTED
    assert find_recovery(work).step is RecoveryStep.NEW_PHONE
    set_recovery_phone(work, "0900 000 088")
    assert confirm_recovery(work, received(work, "0900000088")).outcome is (
        CodeOutcome.CONFIRMED
    )
    done = recover_account(work, TYPED, DEVICE)
    assert done.session.token
    assert account.phone == "0900000088"
    assert account.field_sources["phone"] == "code"
    assert redeem(visiting(work, "thief"), slip) is SlipAnswer.REFUSED


def test_a_slip_dies_with_five_wrong_tries_and_after_half_an_hour(work: Work) -> None:
    make_account(work.session)
    desk = counter(work)
    slip = issue_recovery_slip(desk, NUMBER, True)
    wrong = dataclasses.replace(slip, code="AAAA-AAAA")
    visitor = visiting(work)
    for _ in range(5):
        assert redeem(visitor, wrong) is SlipAnswer.REFUSED
    assert redeem(visitor, slip) is SlipAnswer.REFUSED
    second = issue_recovery_slip(desk, NUMBER, True)
    late = later(visitor, timedelta(minutes=30))
    assert redeem(late, second) is SlipAnswer.REFUSED
    assert redeem(visitor, second) is SlipAnswer.ACCEPTED


def test_a_second_slip_voids_the_first(work: Work) -> None:
    make_account(work.session)
    desk = counter(work)
    first = issue_recovery_slip(desk, NUMBER, True)
    issue_recovery_slip(desk, NUMBER, True)
    assert redeem(visiting(work), first) is SlipAnswer.REFUSED


def test_a_slip_opens_one_account_and_needs_a_proof(work: Work) -> None:
    make_account(work.session)
    other = make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email=None
    )
    slip = issue_recovery_slip(counter(work), NUMBER, True)
    visitor = visiting(work)
    assert redeem(visitor, slip, str(other.citizen_id)) is SlipAnswer.REFUSED
    assert redeem(visitor, slip, "999190000099") is SlipAnswer.REFUSED
    typed = TypedSlip(NUMBER, slip.code)
    assert redeem_recovery_slip(visitor, typed, HumanProof()) is SlipAnswer.PROOF_WRONG
    assert redeem(visitor, slip) is SlipAnswer.ACCEPTED


def test_only_a_proved_officer_of_the_counter_issues_slips(work: Work) -> None:
    make_account(work.session)
    desk = counter(work)
    stale = dataclasses.replace(
        desk,
        actor=dataclasses.replace(
            desk.actor, proved_at=work.now - timedelta(minutes=6)
        ),
    )
    with pytest.raises(ProofNeeded):
        issue_recovery_slip(stale, NUMBER, True)
    leader = dataclasses.replace(
        desk, actor=dataclasses.replace(desk.actor, roles=frozenset({Role.APPROVER}))
    )
    for stranger in (leader, visiting(work)):
        with pytest.raises(Forbidden):
            issue_recovery_slip(stranger, NUMBER, True)


def test_card_and_person_are_compared_first(work: Work) -> None:
    make_account(work.session)
    desk = counter(work)
    with pytest.raises(RuleViolation) as refusal:
        issue_recovery_slip(desk, "12", False)
    assert set(refusal.value.problems) == {"citizen_id", "compared"}


def test_twenty_questions_a_day_are_an_officers_limit_found_or_not(work: Work) -> None:
    make_account(work.session)
    desk = counter(work)
    for n in range(19):
        asked = issue_recovery_slip(desk, f"9991900001{n:02d}", True)
        assert asked.outcome is SlipOutcome.NO_ACCOUNT
    assert issue_recovery_slip(desk, NUMBER, True).outcome is SlipOutcome.ISSUED
    with pytest.raises(TooMany) as refusal:
        issue_recovery_slip(desk, NUMBER, True)
    assert refusal.value.until == work.now + timedelta(days=1)
    acts = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "recovery_slip.issued")
    ).all()
    assert len(acts) == 20


def test_a_phone_of_somebody_else_is_not_taken(work: Work) -> None:
    make_account(work.session)
    make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email=None
    )
    slip = issue_recovery_slip(counter(work), NUMBER, True)
    visitor = visiting(work)
    redeem(visitor, slip)
    with pytest.raises(RuleViolation) as refusal:
        set_recovery_phone(visitor, "0900000012")
    assert refusal.value.problems == {"phone": "phone_taken"}


def by_portal(work: Work, account: Account) -> Work:
    opened = open_session(visiting(work), account, DEVICE, "national")
    return signed_in(work, account, opened)


def test_who_comes_from_the_national_portal_sets_a_password_without_the_old_one(
    work: Work,
) -> None:
    account = make_account(work.session)
    person = by_portal(work, account)
    assert find_recovery(person).step is RecoveryStep.PASSWORD
    change = change_password(person, "", TYPED)
    assert change.outcome is ChangeOutcome.CHANGED
    late = later(by_portal(work, account), timedelta(minutes=11))
    assert change_password(late, "", NewPassword("một hai ba bốn năm")).outcome is (
        ChangeOutcome.WRONG
    )
