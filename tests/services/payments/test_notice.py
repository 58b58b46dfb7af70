"""What gateways tell us: stored first, believed when genuine, acted on once (PAY-3)."""

import dataclasses
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select, update

from services.core.errors import Forbidden, NotFound
from services.integrations.payment_gateways.port import RawNotice, Verdict
from services.payments import take_notice as taking
from services.payments.models import (
    GatewayNotice,
    Payment,
    PaymentEvent,
    PaymentState,
    RequestState,
)
from services.payments.settlement_models import PaymentReceipt
from services.payments.sweep_notices import sweep_notices
from services.payments.take_notice import take_notice
from services.work import ANONYMOUS, SYSTEM, Work
from tests.services.payments.paying import (
    AMOUNT,
    Inside,
    Till,
    at_once,
    make_bill,
    make_pending,
    notice,
    open_till,
)

S = PaymentState
COPIES = 50


@pytest.fixture
def payment(work: Work) -> Payment:
    """An attempt that waits."""
    return make_pending(work.session, make_bill(work.session))


def hear(work: Work, said: RawNotice, gateway: str = "vnpay") -> str:
    """Take a notice; return the answer."""
    return take_notice(Inside(work), gateway, said).body.decode()


def stored(work: Work) -> list[GatewayNotice]:
    """Return the notices kept, the oldest first."""
    work.session.flush()
    return list(work.session.exec(select(GatewayNotice)))


def test_a_genuine_success_pays(work: Work, payment: Payment) -> None:
    assert hear(work, notice(payment.number)) == Verdict.OK
    assert payment.state is S.PAID
    (row,) = stored(work)
    assert (row.verdict, row.kind, row.transaction_id) == ("ok", "paid", "T1")
    assert row.payment_id == payment.id
    assert json.loads(row.body)["number"] == payment.number


def test_a_notice_without_a_valid_signature_changes_nothing_but_its_row(
    work: Work, payment: Payment
) -> None:
    forged = notice(payment.number, sign="guessed")
    assert hear(work, forged) == Verdict.BAD_SIGNATURE
    assert (payment.state, payment.version) == (S.PENDING, 1)
    (row,) = stored(work)
    assert (row.verdict, row.kind, row.payment_id) == ("bad_signature", "", None)
    assert row.body == forged.body


def test_a_repeat_is_told_so_and_only_one_row_acted(
    work: Work, payment: Payment
) -> None:
    answers = [hear(work, notice(payment.number)) for _ in range(3)]
    assert answers == [Verdict.OK, Verdict.ALREADY, Verdict.ALREADY]
    assert [row.transaction_id for row in stored(work)].count("T1") == 1
    assert payment.version == 2


def test_an_order_nobody_opened_is_not_found(work: Work, payment: Payment) -> None:
    assert hear(work, notice("9" * 16)) == Verdict.NOT_FOUND
    assert hear(work, notice("nul\0number")) == Verdict.NOT_FOUND


def test_another_gateways_word_is_not_about_our_order(
    work: Work, payment: Payment
) -> None:
    said = notice(payment.number)
    assert hear(work, said, gateway="national") == Verdict.NOT_FOUND
    assert payment.state is S.PENDING


def test_nobody_listens_at_a_gateway_there_is_none_of(work: Work) -> None:
    with pytest.raises(NotFound):
        hear(work, notice("1"), gateway="no-such")
    assert stored(work) == []


@pytest.mark.parametrize("amount", [AMOUNT - 1, AMOUNT + 1, AMOUNT * 100])
def test_another_amount_is_answered_so_and_held(
    work: Work, payment: Payment, amount: int
) -> None:
    said = notice(payment.number, amount=amount)
    assert hear(work, said) == Verdict.BAD_AMOUNT
    assert (payment.state, payment.amount_received) == (S.MISMATCH, amount)
    assert hear(work, said) == Verdict.ALREADY


def test_a_success_after_a_failure_still_counts(work: Work, payment: Payment) -> None:
    failed = notice(payment.number, outcome="failed", failure="otp")
    answers = [hear(work, said) for said in (failed, notice(payment.number), failed)]
    assert answers == [Verdict.OK, Verdict.OK, Verdict.ALREADY]
    assert (payment.state, payment.version) == (S.PAID, 3)


def test_one_transaction_proves_one_payment(work: Work, payment: Payment) -> None:
    other = make_pending(work.session, make_bill(work.session))
    hear(work, notice(payment.number))
    assert hear(work, notice(other.number)) == Verdict.OTHER
    assert other.state is S.PENDING


def test_what_is_told_is_kept_even_when_judging_it_fails(
    scratch_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = open_till(scratch_engine, tmp_path)
    number = pending(till)

    def fall(*_: Any) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as broken:
        broken.setattr(taking, "settle", fall)
        with pytest.raises(RuntimeError):
            take_notice(till.opener(SYSTEM), "vnpay", notice(number))

    (row,) = till.rows(GatewayNotice)
    assert (row.verdict, row.transaction_id) == ("", "")
    assert till.payment().state is S.PENDING
    reply = take_notice(till.opener(SYSTEM), "vnpay", notice(number))
    assert reply.body == b"ok"
    assert till.request().state is RequestState.PAID


def pending(till: Till) -> str:
    """Open an attempt that waits; return its number."""
    with till.work() as work:
        request = work.session.get_one(type(till.request()), till.request().id)
        return make_pending(work.session, request).number


def test_fifty_copies_at_once_are_one_transition(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    till = open_till(scratch_engine, tmp_path)
    number = pending(till)

    def tell(_: int) -> str:
        return take_notice(till.opener(SYSTEM), "vnpay", notice(number)).body.decode()

    answers = at_once(COPIES, tell)

    assert sorted(answers) == ["already"] * (COPIES - 1) + ["ok"]
    assert len(till.rows(GatewayNotice)) == COPIES
    assert len(till.rows(PaymentEvent)) == 1
    assert len(till.rows(PaymentReceipt)) == 1
    assert till.payment().version == 2


def test_successes_of_two_attempts_at_once_pay_once_and_give_one_back(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    till = open_till(scratch_engine, tmp_path)
    with till.work() as work:
        request = work.session.get_one(type(till.request()), till.request().id)
        late = make_pending(work.session, request, state=S.EXPIRED).number
    numbers = [pending(till), late]

    def tell(turn: int) -> str:
        number = numbers[turn % 2]
        said = notice(number, transaction_id=f"T{number}")
        return take_notice(till.opener(SYSTEM), "vnpay", said).body.decode()

    answers = at_once(20, tell)

    assert answers.count("ok") == 2
    states = {payment.state for payment in till.rows(Payment)}
    assert states == {S.PAID, S.REFUND_PENDING}
    assert len(till.rows(PaymentReceipt)) == 1


def test_a_flood_of_forged_notices_fills_no_disk(
    work: Work, payment: Payment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "MOST_REFUSED", 5)
    for _ in range(9):
        assert hear(work, notice("1", sign="guessed")) == Verdict.BAD_SIGNATURE
    assert len(stored(work)) == 5
    assert hear(work, notice(payment.number)) == Verdict.OK
    assert len(stored(work)) == 6


def test_from_an_address_that_tells_too_much_only_the_genuine_is_kept(
    work: Work, payment: Payment
) -> None:
    opener = Inside(work)
    forged = take_notice(opener, "vnpay", notice("1", sign="guessed"), is_flood=True)
    assert forged.body == b"bad_signature"
    assert stored(work) == []
    genuine = take_notice(opener, "vnpay", notice(payment.number), is_flood=True)
    assert genuine.body == b"ok"
    assert payment.state is S.PAID


def test_a_huge_or_odd_notice_is_kept_in_part(work: Work) -> None:
    said = RawNotice("POST", "a=\0\ud800", b"x" * 100_000, "t" * 500, {"x-sign": "no"})
    assert hear(work, said) == Verdict.BAD_SIGNATURE
    (row,) = stored(work)
    assert len(row.body) == 64 << 10
    assert (row.query, len(row.content_type)) == ("a=?", 200)


@pytest.mark.parametrize(
    ("is_genuine", "days", "is_kept"),
    [(False, 29, True), (False, 31, False), (True, 3650, True), (True, 3660, False)],
)
def test_old_notices_are_forgotten(
    work: Work, payment: Payment, is_genuine: bool, days: int, is_kept: bool
) -> None:
    hear(work, notice(payment.number, sign="good" if is_genuine else "guessed"))
    work.session.flush()
    then = work.now - timedelta(days=days)
    work.session.exec(update(GatewayNotice).values(received_at=then))
    assert sweep_notices(work) == (not is_kept)
    count = select(GatewayNotice.id).where(col(GatewayNotice.gateway) == "vnpay")
    assert len(work.session.exec(count).all()) == is_kept


def test_only_the_system_sweeps(work: Work) -> None:
    with pytest.raises(Forbidden):
        sweep_notices(dataclasses.replace(work, actor=ANONYMOUS))
