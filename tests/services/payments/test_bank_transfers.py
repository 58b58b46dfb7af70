"""Money by bank transfer: counted once, whatever is told and however often."""

import dataclasses
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from services.core.errors import Forbidden, SystemUnavailable
from services.integrations.bank_feed.port import BankEntry
from services.integrations.payment_gateways.port import RawNotice
from services.payments.match_transfer import match_transfer
from services.payments.models import (
    GatewayNotice,
    Payment,
    PaymentEvent,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.read_feed import PAGE, read_feed, take_push
from services.payments.settlement_models import (
    BankTransfer,
    FeedCursor,
    PaymentReceipt,
    Refund,
)
from services.payments.vietqr import transfer_words
from services.work import SYSTEM, Work
from tests.conftest import NOON, make_work
from tests.factories.dossiers import make_filing
from tests.factories.payments import BENEFICIARY, make_payment, make_payment_request
from tests.payment_fakes import FakeBankFeed

OTHERS = "9999999999999"


def entry(request: PaymentRequest, reference: str = "FT1", **values: Any) -> BankEntry:
    given: dict[str, Any] = {
        "cursor": reference,
        "reference": reference,
        "account": BENEFICIARY["account"],
        "amount": request.amount,
        "words": f"MBVCB.123.{transfer_words(request)}.CT tu 0900000001",
        "at": NOON - timedelta(minutes=1),
    }
    return BankEntry(**given | values)


def worker(work: Work) -> Any:  # Any: an Opener over one session
    def run(use_case: Callable[..., Any], *args: Any) -> Any:
        with work.session.begin_nested():
            return use_case(work, *args)

    return run


def feed(work: Work) -> FakeBankFeed:
    fake = work.systems.bank_feed
    assert isinstance(fake, FakeBankFeed)
    return fake


def push(reference: str, sign: str = "good") -> RawNotice:
    body = json.dumps({"reference": reference}).encode()
    return RawNotice("POST", body=body, headers={"x-sign": sign})


@pytest.fixture
def request_(work: Work) -> PaymentRequest:
    return make_payment_request(
        work.session, make_filing(work.session), opened_at=NOON - timedelta(days=1)
    )


def test_the_right_amount_with_our_words_pays(
    work: Work, request_: PaymentRequest
) -> None:
    assert match_transfer(work, entry(request_)) == "paid"
    payment = work.session.exec(select(Payment)).one()
    assert (payment.provider, payment.gateway) == ("vietqr", "bank_feed")
    assert (payment.state, payment.transaction_id) == (PaymentState.PAID, "FT1")
    assert payment.amount_received == request_.amount
    assert request_.state is RequestState.PAID
    assert request_.paid_with_id == payment.id
    assert request_.paid_at == NOON - timedelta(minutes=1)
    assert work.session.exec(select(PaymentReceipt)).one().payment_id == payment.id
    event = work.session.exec(select(PaymentEvent)).one()
    assert (event.source, event.after) == ("feed", PaymentState.PAID)


def test_the_dossier_follows_in_its_own_job(
    work: Work, request_: PaymentRequest
) -> None:
    match_transfer(work, entry(request_))
    query = text(
        "select lock, args->>'payment_id' from procrastinate_jobs "
        "where task_name = 'dues.follow_payment'"
    )
    payment = work.session.exec(select(Payment)).one()
    jobs = list(work.session.connection().execute(query))
    assert jobs == [(f"dossier:{request_.dossier_id}", str(payment.id))]


def test_the_same_line_told_again_changes_nothing(
    work: Work, request_: PaymentRequest
) -> None:
    for _ in range(3):
        assert match_transfer(work, entry(request_)) == "paid"
    assert len(work.session.exec(select(Payment)).all()) == 1


def test_money_that_nobody_owes_any_more_is_to_be_given_back(
    work: Work, request_: PaymentRequest
) -> None:
    match_transfer(work, entry(request_))
    assert match_transfer(work, entry(request_, "FT2")) == "double"
    refund = work.session.exec(select(Refund)).one()
    second = work.session.get_one(Payment, refund.payment_id)
    assert (second.transaction_id, refund.amount) == ("FT2", request_.amount)
    assert (second.state, refund.reason) == (PaymentState.REFUND_PENDING, "double")
    assert request_.paid_with_id != second.id


def test_money_for_a_cancelled_request_is_to_be_given_back(
    work: Work, request_: PaymentRequest
) -> None:
    request_.state = RequestState.CANCELLED
    work.session.add(request_)
    work.session.flush()
    assert match_transfer(work, entry(request_)) == "double"
    assert work.session.exec(select(Refund)).one().reason == "cancelled"
    assert request_.state is RequestState.CANCELLED


@pytest.mark.parametrize("amount", [1, 74_999, 75_001, 7_500_000])
def test_another_amount_is_held_for_a_person(
    work: Work, request_: PaymentRequest, amount: int
) -> None:
    assert match_transfer(work, entry(request_, amount=amount)) == "amount"
    payment = work.session.exec(select(Payment)).one()
    assert (payment.state, payment.amount_received) == (PaymentState.MISMATCH, amount)
    assert request_.state is RequestState.OPEN
    assert work.session.exec(select(PaymentReceipt)).all() == []


def test_the_right_amount_still_pays_after_a_wrong_one(
    work: Work, request_: PaymentRequest
) -> None:
    match_transfer(work, entry(request_, amount=1))
    assert match_transfer(work, entry(request_, "FT2")) == "paid"
    assert request_.state is RequestState.PAID


@pytest.mark.parametrize(
    "values",
    [
        {"words": "chuc mung nam moi"},
        {"words": "TTHC20991231235959"},
        {"words": ""},
        {"account": OTHERS},
        {"account": ""},
    ],
)
def test_what_cannot_be_known_is_kept_for_officers(
    work: Work, request_: PaymentRequest, values: dict[str, str]
) -> None:
    assert match_transfer(work, entry(request_, **values)) == "unknown"
    line = work.session.exec(select(BankTransfer)).one()
    assert (line.matched, line.payment_id) == ("unknown", None)
    assert request_.state is RequestState.OPEN


def test_words_that_name_two_requests_are_for_a_person(
    work: Work, request_: PaymentRequest
) -> None:
    other = make_payment_request(work.session, make_filing(work.session))
    words = f"{transfer_words(request_)} {transfer_words(other)}"
    assert match_transfer(work, entry(request_, words=words)) == "unknown"


def test_an_attempt_open_elsewhere_does_not_stop_a_transfer(
    work: Work, request_: PaymentRequest
) -> None:
    make_payment(work.session, request_, state=PaymentState.PENDING)
    assert match_transfer(work, entry(request_)) == "paid"
    assert request_.state is RequestState.PAID


def test_signs_no_database_takes_are_left_out(
    work: Work, request_: PaymentRequest
) -> None:
    words = f"\0{transfer_words(request_)}\0"
    assert match_transfer(work, entry(request_, words=words)) == "paid"


def test_a_person_enters_no_line(work: Work, request_: PaymentRequest) -> None:
    citizen = dataclasses.replace(work, actor=make_filing(work.session).citizen)
    for act in (match_transfer,):
        with pytest.raises(Forbidden):
            act(citizen, entry(request_))
    with pytest.raises(Forbidden):
        read_feed(worker(citizen))


def test_the_feed_is_read_on_from_where_it_was_left(
    work: Work, request_: PaymentRequest
) -> None:
    feed(work).lines.append(entry(request_, "FT01"))
    assert read_feed(worker(work)) == 1
    feed(work).lines.append(entry(request_, "FT02", words="?"))
    assert read_feed(worker(work)) == 1
    assert read_feed(worker(work)) == 0
    assert work.session.exec(select(FeedCursor)).one().last == "FT02"
    assert len(work.session.exec(select(BankTransfer)).all()) == 2


def test_more_than_a_page_is_read_at_once(work: Work, request_: PaymentRequest) -> None:
    for number in range(PAGE + 3):
        feed(work).lines.append(entry(request_, f"FT{number:04d}", words="?"))
    assert read_feed(worker(work)) == PAGE + 3


def test_a_feed_that_is_silent_moves_nothing(
    work: Work, request_: PaymentRequest
) -> None:
    feed(work).lines.append(entry(request_))
    feed(work).is_down = True
    with pytest.raises(SystemUnavailable):
        read_feed(worker(work))
    feed(work).is_down = False
    assert read_feed(worker(work)) == 1
    assert request_.state is RequestState.PAID


@pytest.mark.parametrize("is_pushed_first", [True, False])
def test_pushed_and_read_in_any_order_is_counted_once(
    work: Work, request_: PaymentRequest, is_pushed_first: bool
) -> None:
    feed(work).lines.append(entry(request_))
    steps: list[Callable[[], int]] = [
        lambda: take_push(worker(work), push("FT1")),
        lambda: read_feed(worker(work)),
    ]
    for step in steps if is_pushed_first else reversed(steps):
        assert step()
    assert take_push(worker(work), push("FT1"))
    assert len(work.session.exec(select(Payment)).all()) == 1
    assert work.session.exec(select(Refund)).all() == []


def test_a_forged_push_is_kept_and_changes_nothing(
    work: Work, request_: PaymentRequest
) -> None:
    feed(work).lines.append(entry(request_))
    assert not take_push(worker(work), push("FT1", "forged"))
    kept = work.session.exec(select(GatewayNotice)).one()
    assert (kept.verdict, kept.kind) == ("signature", "")
    assert kept.body == push("FT1").body
    assert request_.state is RequestState.OPEN
    assert work.session.exec(select(BankTransfer)).all() == []


def committing(engine: Engine, folder: Path, fake: FakeBankFeed) -> Any:
    """Return an opener whose every act commits, as processes have it; Any: Opener."""

    def run(use_case: Callable[..., Any], *args: Any) -> Any:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            work = make_work(session, folder)
            systems = dataclasses.replace(work.systems, bank_feed=fake)
            acting = dataclasses.replace(work, actor=SYSTEM, systems=systems)
            return use_case(acting, *args)

    return run


def test_twenty_tellings_at_once_count_once(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine, expire_on_commit=False) as session, session.begin():
        request = make_payment_request(session, make_filing(session))
    fake = FakeBankFeed(lines=[entry(request), entry(request, "FT2")])
    run = committing(scratch_engine, tmp_path, fake)

    def tell(turn: int) -> object:
        if turn % 2:
            return read_feed(run)
        return take_push(run, push("FT1" if turn % 4 else "FT2"))

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(tell, range(20)))
    with Session(scratch_engine) as session:
        states = sorted(p.state.value for p in session.exec(select(Payment)))
        assert states == ["paid", "refund_pending"]
        assert len(session.exec(select(PaymentReceipt)).all()) == 1
        assert len(session.exec(select(Refund)).all()) == 1
        assert session.exec(select(PaymentRequest)).one().state is RequestState.PAID
