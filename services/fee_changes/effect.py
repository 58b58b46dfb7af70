"""What invented dossiers would cost before and after a change of a rule (A05)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import col, select

from services.fees.in_force import have_begun, read_row, rows_of
from services.fees.price_list import one_of_each
from services.fees.reckon import reckon
from services.fees.rule import CHANNELS, ONLINE, Rule
from services.fees.statement import total_of
from services.procedures.models import Channel, Procedure, ProcedureFee
from services.work import Work

MOST = 14
MANY = 10


@dataclass(frozen=True)
class Sample:
    """One invented dossier: how it is filed, what it counts, what is answered."""

    channel: str
    count: int = 1  # of everything that is counted
    answer: str = ""  # question a rule depends on
    value: str = ""
    ground: str = ""  # words of the ground to pay less
    before: int | None = None  # None: the agency tells it
    after: int | None = None
    had_rule: bool = True  # false: the amounts of the catalogue held before


EFFECT = TypeAdapter(tuple[Sample, ...])
Rules = Sequence[Rule]


def effect_of(work: Work, procedure: Procedure, rule: Rule) -> tuple[Sample, ...]:
    """Reckon them all on the first day of the new rule; nothing is written."""
    day = rule.valid_from
    old = [read_row(row) for row in rows_of(work.session, procedure.code)]
    new = [one for one in old if one.code != rule.code or not one.holds_on(day)]
    had = have_begun(old, day)
    fees = _catalogue(work, procedure)
    found = []
    for sample, ground in _samples([*old, rule], day):
        prices = Prices(day, sample, ground)
        before = prices.by(old) if had else _by_catalogue(fees, sample.channel)
        after = prices.by([*new, rule])
        found.append(replace(sample, before=before, after=after, had_rule=had))
    return tuple(found)


@dataclass(frozen=True)
class Prices:
    """One invented dossier on one day."""

    day: date
    sample: Sample
    ground: str  # code

    def by(self, rules: Rules) -> int | None:
        """Return what it costs by these rules."""
        answers = answers_of(rules, self.sample)
        channel = self.sample.channel
        lines = reckon(rules, answers, self.day, self.ground, channel).lines
        return total_of(lines)


def answers_of(rules: Rules, sample: Sample) -> dict[str, str]:
    """Return the answers of the invented dossier to all that these rules ask."""
    found: dict[str, str] = {}
    for rule in rules:
        counts = one_of_each(rule)
        if rule.rows:
            counts.pop(rule.rows, None)
            found[rule.rows] = "1"
        found |= dict.fromkeys(counts, str(sample.count))
    return found | ({sample.answer: sample.value} if sample.answer else {})


def _samples(rules: Rules, day: date) -> list[tuple[Sample, str]]:
    """Return few enough to be read: each way, many, each answer, each ground."""
    asked = [rule for rule in rules if rule.holds_on(day)]
    found = [(Sample(channel), "") for channel in CHANNELS]
    if any(rule.units or rule.items for rule in asked):
        found.append((Sample(ONLINE, MANY), ""))
    found += [(Sample(ONLINE, answer=a, value=v), "") for a, v in _answers(asked)]
    found += [(Sample(ONLINE, ground=words), code) for code, words in _grounds(asked)]
    return found[:MOST]


def _answers(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Yield one answer for each case that rules tell apart."""
    yield from sorted({(r.when.answer, r.when.any[0]) for r in rules if r.when})


def _grounds(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    reliefs = (relief for rule in rules for relief in rule.relief)
    yield from {r.code: r.ground for r in reliefs if not r.is_online}.items()


def _catalogue(work: Work, procedure: Procedure) -> Sequence[ProcedureFee]:
    query = select(ProcedureFee).where(ProcedureFee.procedure_id == procedure.id)
    return work.session.exec(query.order_by(col(ProcedureFee.position))).all()


def _by_catalogue(fees: Iterable[ProcedureFee], channel: str) -> int | None:
    asked = [fee.amount for fee in fees if fee.channel in (None, Channel(channel))]
    known = [amount for amount in asked if amount is not None]
    return sum(known) if len(known) == len(asked) else None


def read_effect(stored: list[Any]) -> tuple[Sample, ...]:
    """Read it back from the row; Any: JSON."""
    return EFFECT.validate_python(stored, strict=False)
