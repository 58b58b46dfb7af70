"""A bill, a bank and a gateway of tests; and many people who press at once."""

import dataclasses
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session, select

from services.integrations.payment_gateways.port import Outcome, RawNotice, Told
from services.payments.models import (
    GatewayNotice,
    Payment,
    PaymentRequest,
    PaymentState,
)
from services.payments.queries import provider_by_code
from services.payments.settlement_models import PaymentReceipt, Refund
from services.work import SYSTEM, Actor, Systems, Work
from tests.conftest import NOON, make_work
from tests.factories.dossiers import make_filing
from tests.factories.payments import (
    make_payment,
    make_payment_request,
    make_provider,
)
from tests.fakes import fake_systems
from tests.payment_fakes import FakeGateway

P = ParamSpec("P")
T = TypeVar("T")
AMOUNT = 75_000
BANK = "vietcombank"
PERSON = Actor(browser="browser-of-the-payer", address="203.0.113.7")
MINUTE = timedelta(minutes=1)
PAYER = {
    "name": "Nguyễn Thị Ánh Tuyết",
    "number": "999190000011",
    "phone": "0900000011",
    "address": "Tổ 5, phường Tích Lương, tỉnh Thái Nguyên",
    "email": "",
}


class Inside:
    """Opens the transactions of an act inside the one of a test."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def __call__(
        self,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        with self.work.session.begin_nested():
            return use_case(self.work, *args, **kwargs)


@dataclasses.dataclass
class Till:
    """A committed bill in a database of its own, and the moment it is."""

    engine: Engine
    folder: Path
    key: str
    systems: Systems = dataclasses.field(default_factory=fake_systems)
    now: datetime = NOON

    @property
    def gateway(self) -> FakeGateway:
        """The gateway of the bank."""
        found = self.systems.gateways["vnpay"]
        assert isinstance(found, FakeGateway)
        return found

    @contextmanager
    def work(self, actor: Actor = SYSTEM) -> Iterator[Work]:
        """Open one transaction and commit it."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            work = make_work(session, self.folder, self.now)
            yield dataclasses.replace(work, actor=actor, systems=self.systems)

    def opener(self, actor: Actor = PERSON) -> "Apart":
        """Return what opens transactions as this person."""
        return Apart(self, actor)

    def rows(self, table: type[T]) -> list[T]:
        """Return all rows of a table."""
        with Session(self.engine) as session:
            return list(session.exec(select(table)))

    def request(self) -> PaymentRequest:
        """Return the bill as it is now."""
        (request,) = [
            one for one in self.rows(PaymentRequest) if one.link_key == self.key
        ]
        return request

    def payment(self) -> Payment:
        """Return the one attempt."""
        (payment,) = self.rows(Payment)
        return payment


class Apart:
    """Runs each use case in a transaction of its own."""

    def __init__(self, till: Till, actor: Actor) -> None:
        self.till, self.actor = till, actor

    def __call__(
        self,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        with self.till.work(self.actor) as work:
            return use_case(work, *args, **kwargs)


def make_bill(session: Session, **values: Any) -> PaymentRequest:
    """Return a bill whose payer is known, and the bank it can be paid with."""
    if provider_by_code(session, BANK) is None:
        make_provider(session, BANK)
    return make_payment_request(
        session, make_filing(session), **{"payer": dict(PAYER)} | values
    )


def open_till(engine: Engine, folder: Path, **values: Any) -> Till:
    """Commit a bill; Any: its columns."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        return Till(engine, folder, make_bill(session, **values).link_key)


def make_pending(session: Session, request: PaymentRequest, **values: Any) -> Payment:
    """Return an attempt that waits for its gateway; Any: columns."""
    given: dict[str, Any] = {"ask_next_at": NOON + MINUTE, "provider": BANK}
    state = PaymentState(values.pop("state", PaymentState.PENDING))
    return make_payment(session, request, state=state, **given | values)


def told(payment: Payment, outcome: Outcome = Outcome.PAID, **values: Any) -> Told:
    """Return what a gateway says of an attempt; Any: fields of Told."""
    given: dict[str, Any] = {"amount": payment.amount, "transaction_id": "T1"}
    return Told(payment.number, outcome, **given | values)


def notice(number: str, **values: Any) -> RawNotice:
    """Return a notice of the gateway of tests; Any: its fields, or its signature."""
    sign = values.pop("sign", "good")
    said = {
        "number": number,
        "outcome": "paid",
        "amount": AMOUNT,
        "transaction_id": "T1",
    }
    body = json.dumps(said | values).encode()
    return RawNotice("POST", "", body, "application/json", {"x-sign": sign})


def at_once(times: int, act: Callable[[int], T]) -> list[T]:
    """Do it so many times at the same moment; return what came of each."""
    gate = threading.Barrier(times)

    def run(number: int) -> T:
        gate.wait()
        return act(number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def moves(till: Till) -> dict[str, int]:
    """Count what a settled till holds, to compare before and after."""
    tables = (Payment, PaymentReceipt, Refund, GatewayNotice)
    return {table.__name__: len(till.rows(table)) for table in tables}
