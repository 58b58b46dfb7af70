"""Amounts of money in words, as a receipt writes them."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
TEN = "mười"
TENS = "mươi"
HUNDRED = "trăm"
ODD = "lẻ"  # stands for tens that are not there
ONE_AFTER_TENS = "mốt"
FOUR_AFTER_TENS = "tư"
FIVE_AFTER_TEN = "lăm"
GROUPS = ("", "nghìn", "triệu")
BILLION = "tỷ"
DONG = "đồng"


def spelled_dong(amount: int) -> str:
    """Return an amount in words: 105000 is “Một trăm lẻ năm nghìn đồng”."""
    words = f"{_number(amount)} {DONG}"
    return words[0].upper() + words[1:]


def _number(value: int) -> str:
    """Return a number from zero up in words."""
    if value == 0:
        return DIGITS[0]
    billions, rest = divmod(value, 10**9)
    parts = [f"{_number(billions)} {BILLION}"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            parts.append(f"{_group(group, bool(parts))} {GROUPS[power]}".strip())
    return " ".join(parts)


def _group(value: int, is_inner: bool) -> str:
    """Return three digits; inside a longer number the empty hundreds are said."""
    hundreds, rest = divmod(value, 100)
    words = [DIGITS[hundreds], HUNDRED] if hundreds or is_inner else []
    tens, unit = divmod(rest, 10)
    if not tens:
        if unit:
            words += [ODD, DIGITS[unit]] if words else [DIGITS[unit]]
        return " ".join(words)
    words += [TEN] if tens == 1 else [DIGITS[tens], TENS]
    if unit:
        words.append(_unit(unit, tens))
    return " ".join(words)


def _unit(unit: int, tens: int) -> str:
    """Return a unit after tens: mốt, tư and lăm instead of một, bốn and năm."""
    if unit == 5:
        return FIVE_AFTER_TEN
    changed = {1: ONE_AFTER_TENS, 4: FOUR_AFTER_TENS} if tens > 1 else {}
    return changed.get(unit, DIGITS[unit])
