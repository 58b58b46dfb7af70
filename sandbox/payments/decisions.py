"""What happens to an order: by the account that pays, or as the tester chooses."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from sandbox.payments.ledger import Ledger, Order, Reason
from sandbox.payments.notifier import Notifier

SHORT_BY = 1_000  # what a wrong amount lacks, unless told otherwise


class Result(StrEnum):
    """What the bank does."""

    PAID = "paid"
    FAILED = "failed"
    SILENCE = "silence"  # nothing is taken and nobody is told


class Decision(BaseModel):
    """What happens to one order, and how the merchant hears of it."""

    outcome: Result = Result.PAID
    reason: Reason = Reason.OTHER  # of a failure
    amount: int | None = Field(default=None, gt=0)  # taken, when not what was asked
    seconds: float = Field(default=0, ge=0, le=3600)  # how late the notice is
    copies: int = Field(default=1, ge=0, le=50)  # at the same moment; 0: a lost notice
    is_told_first: bool = False  # the browser waits until the notice was answered
    bank: str = ""  # which one paid
    comes_back: bool = True  # False: the browser is closed at the bank


@dataclass(frozen=True)
class Scenario:
    """One choice of the tester's panel."""

    key: str
    title: str
    about: str
    decision: Decision


def _failing(reason: Reason, title: str) -> Scenario:
    decision = Decision(outcome=Result.FAILED, reason=reason)
    return Scenario(reason.value, title, "Tiền không bị trừ", decision)


SUCCESSES = (
    Scenario("success", "Thành công", "Báo cho cổng ngay", Decision()),
    Scenario(
        "told_first",
        "Báo trước, quay về sau",
        "Cổng biết trước khi người dân quay về",
        Decision(is_told_first=True),
    ),
    Scenario("late", "Báo muộn", "Sau số giây ở trên", Decision(seconds=15)),
    Scenario("double", "Báo hai lần", "Hai thông báo cùng lúc", Decision(copies=2)),
    Scenario(
        "lost", "Mất thông báo", "Đã trừ tiền, không báo cho cổng", Decision(copies=0)
    ),
    Scenario(
        "closed",
        "Người dân đóng trang",
        "Có báo cho cổng, trình duyệt không quay về",
        Decision(comes_back=False),
    ),
    Scenario("wrong_amount", "Sai số tiền", "Trừ số tiền ở trên", Decision()),
)
FAILURES = (
    _failing(Reason.FUNDS, "Không đủ số dư"),
    _failing(Reason.LIMIT, "Quá hạn mức"),
    _failing(Reason.OTP, "Nhập sai OTP quá số lần"),
    _failing(Reason.LOCKED, "Tài khoản bị khóa"),
    _failing(Reason.NOT_REGISTERED, "Chưa đăng ký dịch vụ"),
    _failing(Reason.TIMEOUT, "Hết thời gian"),
    _failing(Reason.MAINTENANCE, "Ngân hàng bảo trì"),
    _failing(Reason.CANCELLED, "Hủy giao dịch"),
    Scenario(
        "silence",
        "Im lặng",
        "Không trừ tiền, không báo, không quay về",
        Decision(outcome=Result.SILENCE, comes_back=False),
    ),
)
SCENARIOS = {one.key: one for one in (*SUCCESSES, *FAILURES)}


def as_chosen(key: str, order: Order, seconds: str, amount: str) -> Decision | None:
    """Return the tester's choice, with what was typed above it."""
    scenario = SCENARIOS.get(key)
    if scenario is None:
        return None
    changes: dict[str, object] = {}
    if key == "late" and seconds.isdecimal():
        changes["seconds"] = min(float(seconds), 3600.0)
    if key == "wrong_amount":
        typed = int(amount) if amount.isdecimal() and int(amount) else 0
        changes["amount"] = typed or max(order.amount - SHORT_BY, 1)
    return scenario.decision.model_copy(update=changes)


async def carry_out(
    ledger: Ledger, notifier: Notifier, order: Order, decision: Decision
) -> Order:
    """Let it happen, and tell the merchant as the decision says."""
    key = (order.gateway, order.number)
    match decision.outcome:
        case Result.SILENCE:
            return order
        case Result.PAID:
            order = await run_in_threadpool(
                ledger.pay, *key, decision.amount, decision.bank
            )
        case Result.FAILED:
            order = await run_in_threadpool(ledger.refuse, *key, decision.reason)
    if decision.copies and decision.is_told_first:
        if not await notifier.tell(order, decision.copies):
            notifier.tell_later(order, 2)
    elif decision.copies:
        notifier.tell_later(order, decision.seconds, decision.copies)
    return order
