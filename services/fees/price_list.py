"""What a procedure costs as its page tells it, by the rules in force on a day (C09)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from services.fees.in_force import have_begun, stored_rule
from services.fees.models import FeeRule
from services.fees.reckon import reckon
from services.fees.rule import CHANNELS, Rule, read_rule
from services.fees.statement import FeeLine


@dataclass(frozen=True)
class Price:
    """What one unit of one rule costs; without a channel, by every way of filing."""

    channel: str
    line: FeeLine
    reliefs: tuple[str, ...]  # grounds on which one pays less


def prices_on(
    session: Session, procedure_code: str, day: date
) -> tuple[Price, ...] | None:
    """Return the prices of a procedure; None: it has no rules, ask the catalogue."""
    query = select(stored_rule()).where(FeeRule.procedure_code == procedure_code)
    found = session.exec(query.order_by(col(FeeRule.position)))
    rules = [read_rule(raw) for raw in found]
    return price_list(rules, day) if have_begun(rules, day) else None


def highest_prices(
    session: Session, day: date
) -> tuple[dict[str, int | None], date | None]:
    """Return the highest price by procedure, and the day on which one changes next.

    None: of something it asks for, the agency tells the amount.
    """
    rules: dict[str, list[Rule]] = defaultdict(list)
    for code, raw in session.exec(select(FeeRule.procedure_code, stored_rule())):
        rules[code].append(read_rule(raw))
    highest = {
        code: _highest(price_list(listed, day))
        for code, listed in rules.items()
        if have_begun(listed, day)
    }
    turns = {turn for listed in rules.values() for turn in turning_days(listed)}
    return highest, min((turn for turn in turns if turn > day), default=None)


def price_list(rules: Iterable[Rule], day: date) -> tuple[Price, ...]:
    """Return one price for each rule that holds, or one for each way of filing."""
    return tuple(
        price for rule in rules if rule.holds_on(day) for price in _prices(rule)
    )


def turning_days(rules: Iterable[Rule]) -> set[date]:
    """Return the days on which something begins to hold, or holds no more."""
    days: set[date] = set()
    for rule in rules:
        days.add(rule.valid_from)
        if rule.valid_to and rule.valid_to < date.max:
            days.add(date.fromordinal(rule.valid_to.toordinal() + 1))
    return days


def one_of_each(rule: Rule) -> dict[str, str]:
    """Return answers that name one of everything the rule counts."""
    counted = (*rule.units, *rule.items)
    if not rule.rows:
        return dict.fromkeys(counted, "1")
    return {rule.rows: "1"} | {f"{rule.rows}.1.{name}": "1" for name in counted}


def _prices(rule: Rule) -> Sequence[Price]:
    always = rule.model_copy(update={"when": None})
    answers, day = one_of_each(rule), rule.valid_from
    named = [
        (channel, line)
        for channel in CHANNELS
        for line in reckon([always], answers, day, channel=channel).lines[:1]
    ]
    grounds = tuple(relief.ground for relief in rule.relief if not relief.is_online)
    if len({line.amount for _, line in named}) == 1:
        named = [("", named[0][1])]
    return [Price(channel, line, grounds) for channel, line in named]


def _highest(prices: Iterable[Price]) -> int | None:
    amounts = [price.line.amount for price in prices]
    known = [amount for amount in amounts if amount is not None]
    return max(known, default=0) if len(known) == len(amounts) else None
