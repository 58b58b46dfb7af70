"""Compare one day of our ledger with a gateway's (PAY-8): pure, and in both directions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.integrations.payment_gateways.port import ReportLine
from services.payments.models import Payment, PaymentState
from services.payments.rules import HOLDS_MONEY
from services.payments.settlement_models import Comparison

HAD_MONEY = HOLDS_MONEY | {PaymentState.REFUNDED}


class LedgerFault(StrEnum):
    """The eight ways two ledgers may differ."""

    MISSED = "missed"  # they were paid, and we were not told
    UNKNOWN = "unknown"  # they know an order that we do not
    NOT_THEIRS = "not_theirs"  # we hold a payment they know nothing of
    NOT_PAID = "not_paid"  # we hold as paid what they hold as unpaid
    AMOUNT = "amount"
    TRANSACTION = "transaction"  # paid on both sides, under different numbers
    TWICE = "twice"  # they list one order twice
    REFUND = "refund"  # given back on one side only, or another sum


@dataclass(frozen=True)
class Difference:
    """One line that does not match."""

    number: str
    result: Comparison
    fault: LedgerFault
    ours: Mapping[str, str]
    theirs: Mapping[str, str]


def compare(
    lines: Sequence[ReportLine],
    ours: Mapping[str, Payment],
    expected: Sequence[Payment],
) -> tuple[int, list[Difference]]:
    """Return how many lines match, and every difference.

    `ours` are the payments their lines name; `expected` those of ours that the
    report of these days has to hold.
    """
    found: list[Difference] = []
    counts = Counter(line.number for line in lines)
    matched = 0
    for line in {line.number: line for line in lines}.values():
        faults = list(_faults(line, ours.get(line.number), counts[line.number]))
        matched += not faults
        found += [_difference(line, ours.get(line.number), one) for one in faults]
    for payment in expected:
        if payment.number not in counts:
            found.append(_ours_only(payment))
    return matched, found


def _faults(line: ReportLine, payment: Payment | None, count: int) -> list[LedgerFault]:
    faults = [LedgerFault.TWICE] if count > 1 and line.is_paid else []
    if payment is None:
        return [*faults, LedgerFault.UNKNOWN] if line.is_paid else faults
    had_money = payment.state in HAD_MONEY
    if line.is_paid and not had_money:
        return [*faults, LedgerFault.MISSED]
    if had_money and not line.is_paid:
        return [*faults, LedgerFault.NOT_PAID]
    if not had_money:
        return faults
    if line.amount != payment.amount_received:
        faults.append(LedgerFault.AMOUNT)
    if line.transaction_id != payment.transaction_id:
        faults.append(LedgerFault.TRANSACTION)
    if line.refunded != payment.refunded:
        faults.append(LedgerFault.REFUND)
    return faults


def _difference(
    line: ReportLine, payment: Payment | None, fault: LedgerFault
) -> Difference:
    result = Comparison.THEIRS_ONLY if payment is None else Comparison.DIFFERING
    return Difference(line.number, result, fault, _ours(payment), _theirs(line))


def _ours_only(payment: Payment) -> Difference:
    fault = LedgerFault.NOT_THEIRS
    return Difference(payment.number, Comparison.OURS_ONLY, fault, _ours(payment), {})


def _ours(payment: Payment | None) -> dict[str, str]:
    if payment is None:
        return {}
    return {
        "state": payment.state.value,
        "amount": str(payment.amount_received or payment.amount),
        "transaction": payment.transaction_id,
        "refunded": str(payment.refunded),
    }


def _theirs(line: ReportLine) -> dict[str, str]:
    return {
        "paid": "yes" if line.is_paid else "no",
        "amount": str(line.amount),
        "transaction": line.transaction_id,
        "refunded": str(line.refunded),
        "at": line.at.isoformat(),
    }
