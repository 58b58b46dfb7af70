"""Lines of fees as they are drawn; one without an amount is never shown as money."""

from collections.abc import Sequence
from dataclasses import dataclass

from dvc_app import formats
from dvc_app.wording import fees as wording
from services.fees.statement import FeeLine, total_of


@dataclass(frozen=True)
class FeeLineRow:
    """One fee or charge."""

    name: str
    kind: str
    rate: str
    quantity: str
    amount: str
    basis: str
    relief: str
    note: str


def fee_line_row(line: FeeLine) -> FeeLineRow:
    """Return a line with its rate, its quantity and why it is less."""
    name = line.name or wording.KINDS[line.kind]
    if line.row:
        name = wording.ROW.format(name=name, row=line.row)
    return FeeLineRow(
        name=name,
        kind=wording.KINDS[line.kind],
        rate=say_rate(line),
        quantity=_quantity(line),
        amount=say_amount(line.amount),
        basis=line.basis,
        relief=say_relief(line),
        note=line.note,
    )


def say_amount(amount: int | None) -> str:
    """Return an amount, that there is none, or who tells it."""
    if amount is None:
        return wording.WILL_TELL
    return formats.dong(amount)


def say_price(line: FeeLine) -> str:
    """Return what one costs, as a list of prices says it."""
    if line.unit or line.item or len(line.rates) > 1:
        return say_rate(line)
    return say_amount(line.amount)


def say_total(lines: Sequence[FeeLine]) -> str:
    """Return what there is to pay in all."""
    return say_amount(total_of(lines))


def due_lines(lines: Sequence[FeeLine]) -> list[str]:
    """Return when and how it is paid, each way once; nothing for nothing."""
    ways = dict.fromkeys(line.due for line in lines if line.amount != 0)
    return [wording.DUE[way] for way in ways]


def say_rate(line: FeeLine) -> str:
    """Return what one costs, from which number on, and the most there is to pay."""
    if not line.rates:
        return wording.WILL_TELL if line.amount is None else formats.dong(line.amount)
    said = []
    for first, amount in line.rates:
        rate = formats.dong(amount)
        if counted := line.unit or line.item:
            rate = wording.EACH.format(rate=rate, unit=counted)
        if first > 1:
            rate = wording.FROM.format(unit=line.unit, first=first, rate=rate)
        said.append(rate)
    if line.cap is not None:
        cap = formats.dong(line.cap)
        said.append(wording.CAP.format(cap=cap, item=line.item or line.unit))
    return "; ".join(said)


def _quantity(line: FeeLine) -> str:
    counted = [(line.units, line.unit), (line.items, line.item)]
    said = [
        wording.COUNT.format(count=formats.number(count), unit=unit)
        for count, unit in counted
        if count is not None
    ]
    return (
        wording.TIMES.format(units=said[0], items=said[1])
        if said[1:]
        else "".join(said)
    )


def say_relief(line: FeeLine) -> str:
    """Return why it is less, and what it would be; nothing where it is not."""
    if not line.relief:
        return ""
    is_free = line.relief_percent == 100
    words = wording.RELIEVED if is_free else wording.REDUCED
    said = words.format(
        ground=line.relief, basis=line.relief_basis, percent=line.relief_percent
    )
    if line.full_amount is None:
        return said
    full = wording.FULL.format(full=formats.dong(line.full_amount))
    return f"{said}. {full}."
