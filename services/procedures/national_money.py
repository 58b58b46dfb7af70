"""Fees and time limits as the national portal writes them, and what may be believed."""

import re

from services.procedures.facts import FeeFacts, Remark, TimeLimit
from services.procedures.folding import fold_opening
from services.procedures.models import Channel, FeeKind, TimeUnit
from services.procedures.national_wire import WireFee, WireMethod

LEAST_AMOUNT = 1_000  # đồng; no fee of the state is less, so 5 or 500 is another unit
MOST_AMOUNT = 10_000_000_000
DONG = "viet nam dong"
FREE = re.compile(
    r"\b(mien (le )?phi|khong thu|khong (co|quy dinh|mat|phai)|0 ?dong)\b"
)
OPEN = re.compile(r"hoi dong nhan dan|hdnd|tuy (theo|thuoc)|muc (thu|le phi) cu the")
UNITS = {
    "WORKING_DAY": TimeUnit.WORKING_DAY,
    "DAY": TimeUnit.CALENDAR_DAY,
    "HOUR": TimeUnit.HOUR,
    "MONTH": TimeUnit.MONTH,
}
DOUBTFUL = {"DAY", "HOUR", "MONTH"}
PRICE = "PRICE_LEVEL"


def read_time(method: WireMethod) -> tuple[TimeLimit, Remark | None]:
    """Return the time limit; OTHER is never counted, whatever number stands by it."""
    unit, said = method.processing_time_unit, method.processing_time
    value = _number(said)
    shown = f"{said} {unit}".strip()
    if unit not in UNITS or value is None or value <= 0:
        note = said if value is None else ""
        return TimeLimit(note=note), Remark("time_limit", "time_unclear", shown[:200])
    limit = TimeLimit(value, UNITS[unit])
    if unit in DOUBTFUL:
        return limit, Remark("time_limit", "time_unit_doubtful", shown)
    return limit, None


def read_fee(fee: WireFee, channel: Channel | None) -> tuple[FeeFacts, Remark | None]:
    """Return the fee; an amount is given only where it can be đồng."""
    kind = FeeKind.CHARGE if fee.type == "SERVICE_FEE" else FeeKind.FEE
    amount, reason = _amount(fee)
    read = FeeFacts(kind, amount, amount is None, channel, fee.description)
    if not reason:
        return read, None
    shown = f"{_plain(fee.value)} {fee.currency_name}".strip()
    return read, Remark("fee", reason, shown)


def _amount(fee: WireFee) -> tuple[int | None, str]:
    """Return đồng, or None and why it cannot be said."""
    said = fold_opening(fee.description)
    if fee.type == PRICE:
        return None, "fee_is_a_price_list"
    if fee.value is None:
        return None, "fee_without_amount"
    if fee.currency_name and fold_opening(fee.currency_name) != DONG:
        return None, "fee_in_other_money"
    if fee.value == 0:
        if not said or (FREE.search(said) and not OPEN.search(said)):
            return 0, ""
        return None, "fee_zero_but_described"
    if fee.value != int(fee.value) or not LEAST_AMOUNT <= fee.value <= MOST_AMOUNT:
        return None, "fee_not_dong"
    return int(fee.value), ""


def _number(said: str) -> float | None:
    try:
        value = float(said)
    except ValueError:
        return None
    return value if 0 <= value < 100_000 else None


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
