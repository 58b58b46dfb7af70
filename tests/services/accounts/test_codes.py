"""One-time codes: sending, limits, delivery and confirmation."""

import dataclasses
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.accounts.confirm_code import CodeOutcome, confirm_code
from services.accounts.deliver_code import deliver_code
from services.accounts.keys import seal
from services.accounts.models import CodeDelivery, OneTimeCode, Registration
from services.accounts.resend_code import resend_code
from services.accounts.send_code import SEALED_FOR, CodeSent
from services.core.errors import (
    Conflict,
    Forbidden,
    NotFound,
    RuleViolation,
    TooMany,
)
from services.work import SYSTEM, Work
from tests.at_once import at_once
from tests.conftest import make_work
from tests.factories.accounts import make_code, make_registration, visiting
from tests.fakes import FakeSms

MINUTE = timedelta(minutes=1)


def later(work: Work, wait: timedelta) -> Work:
    return dataclasses.replace(work, now=work.now + wait)


def sms(work: Work) -> FakeSms:
    fake = work.systems.sms
    assert isinstance(fake, FakeSms)
    return fake


def job_of(work: Work, code: CodeSent) -> dict[str, str]:
    rows = work.session.execute(
        text("select args from procrastinate_jobs where task_name = :name"),
        {"name": "accounts.deliver_code"},
    )
    mine: list[dict[str, str]] = [
        args for (args,) in rows if args["code_id"] == str(code.code_id)
    ]
    return mine[0]


def deliver(work: Work, code: CodeSent) -> Any:
    system = dataclasses.replace(work, actor=SYSTEM)
    return deliver_code(system, code.code_id, job_of(work, code)["sealed"])


def digits_in(message: str) -> str:
    return message.rpartition("#")[2]


def test_the_code_that_was_sent_confirms_the_phone(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    deliver(work, resend_code(work, registration.id))
    digits = digits_in(sms(work).texts_to("0900000022")[0])
    typed = f" {digits[:3]} - {digits[3:]} "
    assert confirm_code(work, registration.id, typed).outcome is CodeOutcome.CONFIRMED
    assert registration.verified_at == work.now


def test_neither_the_queue_nor_the_table_tells_the_code(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    sent = resend_code(work, registration.id)
    deliver(work, sent)
    digits = digits_in(sms(work).sent[0].text)
    row = work.session.get_one(OneTimeCode, sent.code_id).model_dump()
    queued = json.dumps(job_of(work, sent))
    assert digits not in str(row["code_hash"])
    assert digits not in queued
    assert "0900000022" not in queued


def test_the_message_is_short_plain_and_filled_in_by_the_phone(work: Work) -> None:
    work = visiting(work)
    deliver(work, resend_code(work, make_registration(work.session).id))
    message = sms(work).sent[0].text
    assert message.isascii()
    assert len(message) <= 160
    last = message.splitlines()[-1]
    assert last == f"@localhost #{digits_in(message)}"
    assert len(digits_in(message)) == 6


def test_a_second_try_after_a_lost_answer_sends_nothing_twice(work: Work) -> None:
    work = visiting(work)
    sent = resend_code(work, make_registration(work.session).id)
    first, second = deliver(work, sent), deliver(work, sent)
    assert first.delivery is second.delivery is CodeDelivery.SENT
    assert len(sms(work).sent) == 1


def test_a_gateway_that_is_down_is_told_and_tried_again(work: Work) -> None:
    work = visiting(work)
    sent = resend_code(work, make_registration(work.session).id)
    sms(work).is_down = True
    tried = deliver(work, sent)
    assert (tried.delivery, tried.is_worth_another) == (CodeDelivery.FAILED, True)
    sms(work).is_down = False
    assert deliver(work, sent).delivery is CodeDelivery.SENT
    code = work.session.get_one(OneTimeCode, sent.code_id)
    assert code.delivery is CodeDelivery.SENT


def test_a_refused_message_is_not_tried_again(work: Work) -> None:
    work = visiting(work)
    sms(work).refusal = "10"
    tried = deliver(work, resend_code(work, make_registration(work.session).id))
    assert (tried.delivery, tried.is_worth_another) == (CodeDelivery.FAILED, False)


def test_a_code_whose_life_is_over_is_not_sent(work: Work) -> None:
    work = visiting(work)
    sent = resend_code(work, make_registration(work.session).id)
    tried = deliver(later(work, 6 * MINUTE), sent)
    assert (tried.delivery, tried.is_worth_another) == (CodeDelivery.FAILED, False)
    assert sms(work).sent == []


def test_a_letter_sealed_with_another_key_is_not_sent(work: Work) -> None:
    work = visiting(work)
    sent = resend_code(work, make_registration(work.session).id)
    letter = json.dumps({"phone": "0900000999", "digits": "123456"})
    forged = seal(b"another secret", SEALED_FOR, letter, work.now)
    system = dataclasses.replace(work, actor=SYSTEM)
    deliver_code(system, sent.code_id, forged)
    assert sms(work).sent == []


def test_only_the_worker_delivers(work: Work) -> None:
    work = visiting(work)
    sent = resend_code(work, make_registration(work.session).id)
    with pytest.raises(Forbidden):
        deliver_code(work, sent.code_id, job_of(work, sent)["sealed"])


def test_a_code_is_sent_again_after_a_minute_and_not_before(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    resend_code(work, registration.id)
    early = later(work, timedelta(seconds=59))
    with pytest.raises(TooMany) as refusal:
        resend_code(early, registration.id)
    assert refusal.value.until == work.now + MINUTE
    assert resend_code(later(work, MINUTE), registration.id)


def fill(work: Work, count: int, gap: timedelta, **values: Any) -> None:
    for n in range(count):
        at = work.now - gap * (n + 1)
        earlier = make_code(
            dataclasses.replace(work, now=at),
            make_registration(work.session, browser="somebody"),
            "000000",
        )
        for name, value in values.items():
            setattr(earlier, name, value)
    work.session.flush()


def until(work: Work, registration: Registration) -> datetime | None:
    try:
        resend_code(work, registration.id)
    except TooMany as refusal:
        return refusal.until
    return None


def test_five_codes_in_ten_minutes_are_the_limit_of_a_phone(work: Work) -> None:
    work = visiting(work)
    fill(work, 4, 2 * MINUTE)
    assert until(work, make_registration(work.session)) is None
    waited = later(work, MINUTE)
    opens = until(waited, make_registration(work.session))
    assert opens == work.now + 2 * MINUTE
    assert until(later(work, 2 * MINUTE), make_registration(work.session)) is None


def test_five_codes_in_ten_minutes_are_the_limit_of_an_address(work: Work) -> None:
    work = visiting(work)
    other = {"phone": "0900000077", "network_address": work.actor.address}
    fill(work, 5, MINUTE, **other)
    assert until(work, make_registration(work.session)) == work.now + 5 * MINUTE
    elsewhere = visiting(work, address="203.0.113.99")
    assert until(elsewhere, make_registration(work.session)) is None


def test_twenty_codes_a_day_are_the_limit_of_a_phone(work: Work) -> None:
    work = visiting(work)
    fill(work, 20, timedelta(hours=1))
    opens = until(work, make_registration(work.session))
    assert opens == work.now + timedelta(hours=4)


def test_a_wrong_code_costs_a_try_and_five_block_the_right_one(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    make_code(work, registration, "123456")
    checks = [confirm_code(work, registration.id, "654321") for _ in range(5)]
    assert [check.tries_left for check in checks] == [4, 3, 2, 1, 0]
    assert checks[-1].outcome is CodeOutcome.BLOCKED
    assert checks[-1].resend_at == work.now + MINUTE
    sixth = confirm_code(work, registration.id, "123456")
    assert sixth.outcome is CodeOutcome.BLOCKED
    assert registration.verified_at is None


def test_an_older_code_is_good_within_its_life(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    make_code(work, registration, "111222")
    make_code(later(work, MINUTE), registration, "333444")
    check = confirm_code(later(work, 2 * MINUTE), registration.id, "111222")
    assert check.outcome is CodeOutcome.CONFIRMED


def test_a_second_code_gives_the_first_no_new_tries(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    make_code(work, registration, "111222")
    for _ in range(4):
        confirm_code(work, registration.id, "000000")
    work = later(work, MINUTE)
    make_code(work, registration, "333444")
    assert confirm_code(work, registration.id, "000000").tries_left == 4
    check = confirm_code(work, registration.id, "111222")
    assert check.outcome is CodeOutcome.WRONG


def test_a_code_dies_after_five_minutes(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    make_code(work, registration, "123456")
    check = confirm_code(later(work, 5 * MINUTE), registration.id, "123456")
    assert check.outcome is CodeOutcome.EXPIRED
    assert registration.verified_at is None


def test_a_code_of_another_registration_opens_nothing(work: Work) -> None:
    work = visiting(work)
    mine, other = (make_registration(work.session) for _ in range(2))
    make_code(work, mine, "111222")
    make_code(work, other, "333444")
    assert confirm_code(work, mine.id, "333444").outcome is CodeOutcome.WRONG


def test_a_code_read_over_a_shoulder_is_no_use_in_another_browser(work: Work) -> None:
    registration = make_registration(work.session)
    make_code(work, registration, "123456")
    with pytest.raises(NotFound):
        confirm_code(visiting(work, "thief"), registration.id, "123456")
    assert registration.verified_at is None


def test_a_code_sent_to_a_corrected_number_opens_nothing(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    make_code(work, registration, "123456")
    registration.phone = "0900000033"
    check = confirm_code(work, registration.id, "123456")
    assert check.outcome is CodeOutcome.EXPIRED


def test_a_used_code_confirms_nothing_new(work: Work) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    code = make_code(work, registration, "123456")
    confirm_code(work, registration.id, "123456")
    assert code.used_at == work.now
    first = registration.verified_at
    again = confirm_code(later(work, MINUTE), registration.id, "123456")
    assert again.outcome is CodeOutcome.CONFIRMED
    assert registration.verified_at == first
    with pytest.raises(Conflict):
        resend_code(later(work, MINUTE), registration.id)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "٣٣٣٣٣٣", "abcdef"])
def test_what_is_no_code_costs_no_try(work: Work, typed: str) -> None:
    work = visiting(work)
    registration = make_registration(work.session)
    code = make_code(work, registration, "123456")
    with pytest.raises(RuleViolation):
        confirm_code(work, registration.id, typed)
    assert code.tries_left == 5


def test_parallel_guesses_cost_a_try_each(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        work = visiting(make_work(session, tmp_path))
        registration = make_registration(session)
        make_code(work, registration, "123456")
        session.commit()
    checks = at_once(
        scratch_engine,
        tmp_path,
        20,
        lambda work, n: confirm_code(work, registration.id, f"{n:06d}").outcome,
    )
    assert checks.count(CodeOutcome.WRONG) == 4
    assert checks.count(CodeOutcome.BLOCKED) == 16


def test_parallel_requests_for_one_phone_send_one_message(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session:
        ids = [make_registration(session).id for _ in range(12)]
        session.commit()
    answers = at_once(
        scratch_engine,
        tmp_path,
        12,
        lambda work, n: resend_code(work, ids[n]),
    )
    assert sum(isinstance(answer, CodeSent) for answer in answers) == 1
    assert sum(isinstance(answer, TooMany) for answer in answers) == 11
    with Session(scratch_engine) as session:
        assert len(session.exec(select(OneTimeCode)).all()) == 1
