"""Whole dong (đồng): reading, writing, and what can be a fee at all (F3)."""

import re
from typing import NewType

from services.core.faults import Fault, Unreadable
from services.core.text import fold

Dong = NewType("Dong", int)

SIGN = chr(0x0111)
LARGEST = 999_999_999_999
UNIT = "(?: ?(?:d|vnd|dong|\u20ab))?"
PLAIN = re.compile(rf"(\d{{1,12}}){UNIT}")
GROUPED = re.compile(rf"([1-9]\d{{0,2}}(?:([., ])\d{{3}})(?:\2\d{{3}})*){UNIT}")
LONGEST = 40


def read_money(text: str) -> Dong:
    """Read whole dong, with or without thousands marks; fractions are refused."""
    plain = fold(text[: LONGEST + 1])
    if not plain:
        raise Unreadable(Fault.REQUIRED)
    if plain[0] in "-\u2212\u2013":
        raise Unreadable(Fault.MONEY_NEGATIVE)
    digits = re.sub(r"[., ]", "", plain)
    if digits.isascii() and digits.isdigit() and len(digits) > len(str(LARGEST)):
        raise Unreadable(Fault.MONEY_LARGE)
    found = PLAIN.fullmatch(plain) or GROUPED.fullmatch(plain)
    if len(text) > LONGEST or found is None or not found[1].isascii():
        raise Unreadable(Fault.MONEY_FORMAT)
    return Dong(int(re.sub(r"[., ]", "", found[1])))


def format_money(amount: int) -> str:
    """Write an amount the one way the portal writes it: 100.000 and the sign."""
    return f"{amount:,}".replace(",", ".") + f" {SIGN}"


def is_plausible_fee(amount: int) -> bool:
    """Say whether a catalogue number can be a fee: free, or a real sum of dong.

    The national catalogue also holds 5, 90, 200 or 500 where percentages, thousands
    or days were typed into the fee column; those are not shown as an amount.
    """
    return amount == 0 or (amount >= 1000 and amount % 100 == 0)
