"""Signing in by a code: who gets one, what it opens, and what nobody learns."""

import dataclasses
import re
from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from typing import Any

import pytest
from sqlmodel import select

from services.accounts.ask_code_by_name import (
    CodeChannel,
    NamedWish,
    ask_code_by_name,
)
from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.code_requests import code_request_progress
from services.accounts.confirm_code import CodeOutcome
from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.identify import Knock, identify
from services.accounts.models import (
    AccountStatus,
    CodePurpose,
    OneTimeCode,
    SignInSession,
)
from services.accounts.open_session import Device
from services.accounts.prove_human import HumanProof
from services.accounts.resend_request_code import resend_request_code
from services.accounts.sign_in import sign_in
from services.accounts.sign_in_by_code import sign_in_by_code
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.work import Work
from tests.factories.accounts import PASSWORD, make_account, make_proof, visiting
from tests.services.accounts.by_name import (
    EMAIL,
    MINUTE,
    NUMBER,
    PHONE,
    ask,
    deliver_all,
    later,
    mail,
    received,
    sms,
)

DEVICE = Device("Chrome trên Android")
NOBODY = ("0900000099", "999190000099", "nobody@example.vn", "nobody")


@pytest.mark.parametrize("name", [PHONE, EMAIL, NUMBER, " 0900 000 011 "])
def test_a_code_asked_for_by_any_name_signs_in_once(work: Work, name: str) -> None:
    account = make_account(work.session)
    work = visiting(work)
    ask(work, name)
    digits = received(work)
    done = sign_in_by_code(work, digits, DEVICE)
    assert done.check.outcome is CodeOutcome.CONFIRMED
    assert done.go_to == "/ca-nhan/ho-so"
    assert identify(work, Knock(done.token)).actor.account_id == account.id
    assert work.session.exec(select(SignInSession)).one().method == "code"
    with pytest.raises(NotFound):
        sign_in_by_code(work, digits, DEVICE)


def test_a_code_goes_by_mail_when_that_way_is_chosen(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    ask(work, NUMBER, channel=CodeChannel.EMAIL)
    deliver_all(work)
    [message] = mail(work).sent
    assert message.to == EMAIL
    assert sms(work).sent == []
    found = re.search(r"\b\d{6}\b", message.text)
    assert found
    assert sign_in_by_code(work, found.group(), DEVICE).token


def test_a_paused_password_does_not_keep_its_owner_out(work: Work) -> None:
    make_account(work.session)
    guesser, owner = visiting(work, "thief"), visiting(work)
    for _ in range(10):
        wrong = SignInAttempt(PHONE, "sai mật khẩu", make_proof(guesser))
        sign_in(guesser, wrong)
    right = SignInAttempt(PHONE, PASSWORD, make_proof(owner))
    assert sign_in(owner, right).outcome is SignInOutcome.PAUSED
    ask(owner)
    assert sign_in_by_code(owner, received(owner), DEVICE).token
    assert sign_in(guesser, right).outcome is SignInOutcome.PAUSED


def told(work: Work, name: str, channel: CodeChannel) -> list[Any]:
    # Any: facts of several kinds, compared as they are.
    """Return everything somebody learns who asks by this name and guesses."""
    sent = ask(work, name, channel=channel)
    deliver_all(work)
    progress = code_request_progress(work, CodePurpose.SIGN_IN)
    assert progress is not None
    wait = sent.next_resend_at - work.now
    learnt: list[Any] = [wait, sent.expires_at - work.now, sent.masked_phone]
    learnt += [progress.shown, progress.is_email, progress.delivery]
    checks = [sign_in_by_code(work, "000000", DEVICE).check for _ in range(6)]
    learnt += [(one.outcome, one.tries_left) for one in checks]
    with pytest.raises(TooMany) as refusal:
        resend_request_code(work, CodePurpose.SIGN_IN, sent.registration_id)
    learnt.append(refusal.value.until - work.now)
    return learnt


@pytest.mark.parametrize("channel", list(CodeChannel))
@pytest.mark.parametrize(
    ("known", "unknown"),
    [(PHONE, "0900000411"), (EMAIL, "a411@example.vn"), (NUMBER, "999190000411")],
)
def test_a_name_nobody_has_is_answered_like_a_real_one(
    work: Work, known: str, unknown: str, channel: CodeChannel
) -> None:
    make_account(work.session, phone="0900000011")
    real = told(visiting(work, "one", "203.0.113.1"), known, channel)
    before = len(sms(work).sent) + len(mail(work).sent)
    false = told(visiting(work, "two", "203.0.113.2"), unknown, channel)
    assert len(sms(work).sent) + len(mail(work).sent) == before == 1

    def plain(learnt: list[Any]) -> list[Any]:
        return [
            re.sub(r"[\w.]", "x", one) if type(one) is str else one for one in learnt
        ]

    assert plain(real) == plain(false)


def test_what_is_shown_is_only_what_was_typed(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    assert ask(work, PHONE).masked_phone == "090****011"
    assert ask(later(work, 2 * MINUTE), NUMBER).masked_phone == ""
    assert ask(later(work, 4 * MINUTE), EMAIL).masked_phone == ""


def test_two_names_of_one_person_do_not_tell_of_each_other(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    ask(work, NUMBER)
    second = ask(later(work, timedelta(seconds=5)), PHONE)  # no limit is told
    deliver_all(work)
    assert len(sms(work).texts_to(PHONE)) == 1, "yet the phone is not flooded"
    code = work.session.get_one(OneTimeCode, second.code_id)
    assert code.phone == ""


def test_a_phone_the_gateway_refuses_is_not_told_apart(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    sms(work).refusal = "10"
    ask(work)
    deliver_all(work)
    progress = code_request_progress(work, CodePurpose.SIGN_IN)
    assert progress is not None
    assert progress.delivery == "sent"


def test_when_other_peoples_messages_fail_everybody_is_told(work: Work) -> None:
    make_account(work.session)
    sms(work).is_down = True
    ask(visiting(work, "one"))
    deliver_all(work)
    other = visiting(work, "two")
    ask(other, NOBODY[0])
    progress = code_request_progress(other, CodePurpose.SIGN_IN)
    assert progress is not None
    assert progress.delivery == "failed"


@pytest.mark.parametrize("name", NOBODY)
def test_a_proof_is_spent_before_anything_is_looked_up(work: Work, name: str) -> None:
    make_account(work.session)
    work = visiting(work)
    for one in (name, PHONE):
        assert (
            ask_code_by_name(work, CodePurpose.SIGN_IN, NamedWish(one), HumanProof())
            is None
        )
    proof = make_proof(work)
    assert ask_code_by_name(work, CodePurpose.SIGN_IN, NamedWish(name), proof)
    again = NamedWish(name, CodeChannel.EMAIL)
    assert ask_code_by_name(work, CodePurpose.SIGN_IN, again, proof) is None


def test_an_empty_name_costs_no_proof(work: Work) -> None:
    work = visiting(work)
    proof = make_proof(work)
    with pytest.raises(RuleViolation) as refusal:
        ask_code_by_name(work, CodePurpose.SIGN_IN, NamedWish("  "), proof)
    assert set(refusal.value.problems) == {"name"}
    assert ask_code_by_name(work, CodePurpose.SIGN_IN, NamedWish(PHONE), proof)


def change(kind: str) -> Callable[[Work], Work]:
    return lambda work: {
        "another_browser": visiting(work, "thief"),
        "too_late": later(work, 5 * MINUTE),
        "much_too_late": later(work, 61 * MINUTE),
    }[kind]


@pytest.mark.parametrize("kind", ["another_browser", "too_late", "much_too_late"])
def test_a_code_is_bound_to_its_browser_and_its_five_minutes(
    work: Work, kind: str
) -> None:
    make_account(work.session)
    work = visiting(work)
    ask(work)
    digits = received(work)
    try:
        token = sign_in_by_code(change(kind)(work), digits, DEVICE).token
    except NotFound:
        token = ""
    assert token == ""


def test_a_code_of_one_purpose_opens_no_other(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    sent = ask(work, purpose=CodePurpose.RECOVERY)
    digits = received(work)
    with pytest.raises(NotFound):
        sign_in_by_code(work, digits, DEVICE)
    with pytest.raises(NotFound):
        confirm_code_request(
            work, CodePurpose.CLOSE_ACCOUNT, sent.registration_id, digits
        )
    ask(later(work, 2 * MINUTE))
    check = sign_in_by_code(later(work, 2 * MINUTE), digits, DEVICE).check
    assert check.outcome is CodeOutcome.WRONG


def test_a_code_of_somebody_else_opens_nothing(work: Work) -> None:
    make_account(work.session)
    make_account(
        work.session, citizen_id="999190000012", phone="0900000012", email=None
    )
    ask(visiting(work, "one"))
    digits = received(work)
    mine = visiting(work, "two")
    ask(mine, "0900000012")
    deliver_all(mine)
    assert digits != sms(work).texts_to("0900000012")[0].rpartition("#")[2]
    check = sign_in_by_code(mine, digits, DEVICE).check
    assert check.outcome is CodeOutcome.WRONG


def test_an_account_closed_meanwhile_is_not_entered(work: Work) -> None:
    account = make_account(work.session)
    work = visiting(work)
    ask(work)
    digits = received(work)
    account.status = AccountStatus.CLOSED
    work.session.flush()
    assert sign_in_by_code(work, digits, DEVICE).token == ""


def test_a_million_codes_are_stopped_after_five(work: Work) -> None:
    make_account(work.session)
    work = visiting(work)
    ask(work)
    digits = int(received(work))
    others = (n for n in range(1_000_000) if n != digits)
    order = [*islice(others, 200), digits]
    outcomes = [sign_in_by_code(work, f"{n:06d}", DEVICE).check.outcome for n in order]
    assert outcomes.count(CodeOutcome.WRONG) == 4
    assert set(outcomes[4:]) == {CodeOutcome.BLOCKED}


def test_asking_again_and_again_gives_a_hundred_guesses_a_day_at_most(
    work: Work,
) -> None:
    make_account(work.session)
    sent = 0
    for minutes in range(0, 24 * 60, 6):
        visitor = later(visiting(work, f"b{minutes}", f"a{minutes}"), MINUTE * minutes)
        try:
            ask(visitor)
        except TooMany:
            continue
        sent += 1
    assert sent == 20


def test_only_wishes_by_name_are_asked_for_by_name(work: Work) -> None:
    work = visiting(work)
    with pytest.raises(Forbidden):
        ask_code_by_name(
            work, CodePurpose.CLOSE_ACCOUNT, NamedWish(PHONE), make_proof(work)
        )
    nameless = dataclasses.replace(
        work, actor=dataclasses.replace(work.actor, browser="")
    )
    with pytest.raises(Forbidden):
        ask(nameless)
