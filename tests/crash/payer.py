"""A payer and a gateway's notices in processes that die where they are told to."""

import os
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from sqlmodel import select

from services import runtime
from services import settings as settings_module
from services.core.clock import ZONE, local_day
from services.integrations.payment_gateways.port import (
    Begun,
    Order,
    Outcome,
    RefundOrder,
    RefundTold,
    ReportLine,
    Told,
)
from services.payments import open_attempt
from services.payments.ask_payment import ask_payment
from services.payments.begin_payment import begin_payment
from services.payments.models import Payment
from services.payments.reconcile import reconcile
from services.payments.send_refund import send_refund
from services.payments.settlement_models import Refund
from services.payments.take_notice import take_notice
from services.work import SYSTEM, Work
from tests.conftest import NOON
from tests.crash.rig import PATIENCE, processes
from tests.fakes import fake_systems
from tests.payment_fakes import FakeGateway
from tests.services.payments.paying import AMOUNT, BANK, PERSON, notice

PRESS = "the one press"


@dataclass(frozen=True)
class PayPlan:
    """What a process does, and where it dies."""

    database_url: str
    folder: Path
    key: str
    act: str  # press, notice, ask, refund or reconcile
    failpoint: str = ""


@dataclass
class LedgerGateway(FakeGateway):
    """A gateway whose ledger outlives our process: a line for each order opened."""

    ledger: Path = field(default_factory=Path)

    def begin(self, order: Order) -> Begun:
        """Open the order and write it down."""
        with self.ledger.open("a") as lines:
            lines.write(f"{order.number}\n")
        return super().begin(order)

    def refund(self, refund: RefundOrder) -> RefundTold:
        """Give back once per number, and write it down."""
        given = self.ledger.with_name("given-back")
        given.touch()
        if refund.number not in given.read_text().split():
            with given.open("a") as lines:
                lines.write(f"{refund.number}\n")
        return super().refund(refund)

    def report(self, day: date) -> tuple[ReportLine, ...]:
        """List as paid what stands in the ledger."""
        at = datetime.combine(day, time(12), ZONE)
        numbers = dict.fromkeys(self.ledger.read_text().split())
        return tuple(ReportLine(one, "T1", AMOUNT, True, 0, at) for one in numbers)

    def ask(self, number: str, begun_at: datetime) -> Told:
        """Say that what stands in the ledger was paid."""
        is_known = number in self.ledger.read_text().split()
        outcome = Outcome.PAID if is_known else Outcome.UNKNOWN
        return Told(number, outcome, AMOUNT, "T1")


def live(plan: PayPlan) -> int | None:
    """Let a process do what is planned; return how it ended."""
    process = processes().Process(target=play, args=(plan,))
    process.start()
    process.join(PATIENCE)
    return process.exitcode


def play(plan: PayPlan) -> None:
    """Do one act in a process of its own."""
    os.environ |= {
        "DVC_DATABASE_URL": plan.database_url,
        "DVC_DATA_FOLDER": str(plan.folder),
        "DVC_FAILPOINT": plan.failpoint,
    }
    settings_module.settings.cache_clear()
    gateway = LedgerGateway("vnpay", ledger=plan.folder / "ledger")
    systems = replace(fake_systems(), gateways={"vnpay": gateway})
    setattr(runtime, "systems", lambda: systems)  # noqa: B010 (it is a cached one)
    open_attempt.LEASE = timedelta(seconds=1)  # who pressed again need not wait long
    ACTS[plan.act](plan)


def _press(plan: PayPlan) -> None:
    person = partial(runtime.run, PERSON)
    begin_payment(person, plan.key, BANK, PRESS, AMOUNT)


def _notice(plan: PayPlan) -> None:
    said = notice(runtime.run(SYSTEM, _attempt).number)
    take_notice(partial(runtime.run, SYSTEM), "vnpay", said)


def _ask(plan: PayPlan) -> None:
    payment = runtime.run(SYSTEM, _attempt)
    ask_payment(partial(runtime.run, SYSTEM), payment.id)


def _refund(plan: PayPlan) -> None:
    refund_id = runtime.run(
        SYSTEM, lambda work: work.session.exec(select(Refund)).one().id
    )
    send_refund(partial(runtime.run, SYSTEM), refund_id)


def _reconcile(plan: PayPlan) -> None:
    reconcile(partial(runtime.run, SYSTEM), "vnpay", local_day(NOON))


def _attempt(work: Work) -> Payment:
    return work.session.exec(select(Payment)).one()


ACTS = {
    "press": _press,
    "notice": _notice,
    "ask": _ask,
    "refund": _refund,
    "reconcile": _reconcile,
}
