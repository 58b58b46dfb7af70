"""Rules and changes of fees as an administrator reads them (A05)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dvc_app import formats
from dvc_app.state.citizen.fee_rows import say_price
from dvc_app.wording import fee_changes as wording
from services.fee_changes.counted import Choosable, Questions
from services.fee_changes.effect import Sample
from services.fee_changes.show_fees import (
    AccountShown,
    CatalogueFee,
    FeeChangeShown,
    RuleShown,
)
from services.fees.models import FeeChangeState
from services.fees.price_list import price_list
from services.fees.rule import Condition, Relief, Rule
from services.fees.statement import FeeLine

Choices = Mapping[str, Choosable]


@dataclass(frozen=True)
class FeeFact:
    """What is said of a rule: a label, and one line or several."""

    label: str
    lines: list[str]


@dataclass(frozen=True)
class SampleRow:
    """An invented dossier before and after."""

    words: str
    before: str
    after: str
    css: str


@dataclass(frozen=True)
class RuleRow:
    """One version of one rule."""

    id: str
    code: str
    name: str
    state: str
    css: str
    span: str
    source: str
    facts: list[FeeFact]
    may_renew: bool
    renew: str


@dataclass(frozen=True)
class FeeChangeRow:
    """One change with its effect and what may be done."""

    id: str
    name: str
    state: str
    css: str
    span: str
    instead: str
    reason: str
    facts: list[FeeFact]
    samples: list[SampleRow]
    by: str
    decided: str
    undoing: str
    may_publish: bool
    may_decline: bool
    decline: str
    may_withdraw: bool
    may_undo: bool


@dataclass(frozen=True)
class AccountLine:
    """An account, and whose money it receives."""

    words: str
    units: str


def choices_of(questions: Questions) -> dict[str, Choosable]:
    """Return the questions a rule may depend on, by the key of their answer."""
    return {one.answer: one for one in questions.choosable}


def rule_row(one: RuleShown, choices: Choices) -> RuleRow:
    """Return a version in words."""
    state, css = wording.STANDINGS[one.standing]
    rule = one.rule
    return RuleRow(
        id=f"{rule.code}@{rule.valid_from.isoformat()}",
        code=rule.code,
        name=rule.name,
        state=state,
        css=css,
        span=say_span(rule),
        source="" if one.is_ours else wording.SHIPPED,
        facts=rule_facts(rule, choices),
        may_renew=one.may_renew,
        renew=wording.RENEW_ONE.format(name=rule.name),
    )


def change_row(one: FeeChangeShown, choices: Choices) -> FeeChangeRow:
    """Return a change in words."""
    state, css = wording.STATES[one.state]
    waits = one.state is FeeChangeState.PROPOSED
    instead = wording.NEW_RULE
    if one.before:
        instead = wording.INSTEAD_OF.format(price="; ".join(prices_of(one.before)))
    by = wording.BY.format(name=one.proposed_by, moment=formats.moment(one.proposed_at))
    decided = wording.DECIDED.format(
        name=one.decided_by, moment=formats.moment(one.decided_at)
    )
    return FeeChangeRow(
        id=str(one.id),
        name=one.rule.name,
        state=state,
        css=css,
        span=say_span(one.rule),
        instead=instead,
        reason=wording.REASON_IS.format(reason=one.reason) if one.reason else "",
        facts=rule_facts(one.rule, choices),
        samples=sample_rows(one.effect, choices),
        by=by,
        decided=decided if one.decided_at else "",
        undoing=wording.UNDOING if one.is_undoing else "",
        may_publish=waits and not one.is_own,
        may_decline=waits,
        decline=wording.TAKE_BACK if one.is_own else wording.DECLINE,
        may_withdraw=one.may_withdraw,
        may_undo=one.may_undo,
    )


def say_span(rule: Rule) -> str:
    """Say from when to when a rule holds."""
    day = formats.day(rule.valid_from)
    if rule.valid_to is None:
        return wording.FROM_DAY.format(day=day)
    return wording.FROM_TO.format(day=day, end=formats.day(rule.valid_to))


def rule_facts(rule: Rule, choices: Choices) -> list[FeeFact]:
    """Return all that a rule says, without what it does not."""
    said = (
        (wording.FACT_PRICE, prices_of(rule)),
        (wording.FACT_COUNT, [_counted(rule)]),
        (wording.FACT_WHEN, [_condition(rule.when, choices)] if rule.when else []),
        (wording.FACT_DUE, [wording.DUES[rule.due]]),
        (wording.FACT_RELIEF, [_relief(relief) for relief in rule.relief]),
        (wording.FACT_BASIS, [rule.basis]),
        (wording.FACT_NOTE, [rule.note]),
    )
    kept = ((label, [line for line in lines if line]) for label, lines in said)
    return [FeeFact(label, lines) for label, lines in kept if lines]


def prices_of(rule: Rule) -> list[str]:
    """Return what one costs, by the way of filing where that differs."""
    prices = price_list([rule], rule.valid_from)
    return [
        wording.PRICE.format(
            name=wording.AMOUNT_BY[price.channel], price=say_price_of(price.line)
        )
        if price.channel
        else say_price_of(price.line)
        for price in prices
    ]


def sample_rows(samples: Iterable[Sample], choices: Choices) -> list[SampleRow]:
    """Return the invented dossiers, what changes for them told apart."""
    return [
        SampleRow(
            words=_sample(one, choices),
            before=_amount(one.before),
            after=_amount(one.after),
            css="num" if one.before == one.after else "num changed",
        )
        for one in samples
    ]


def account_line(one: AccountShown) -> AccountLine:
    """Return an account and whose money it receives."""
    account = one.account
    words = wording.ACCOUNT.format(
        number=account.account, name=account.name, bank=account.bank
    )
    return AccountLine(words, ", ".join(one.units) or wording.ACCOUNT_OTHERS)


def say_price_of(line: FeeLine) -> str:
    """Return what one costs; of nothing that it is not asked for."""
    return wording.NOTHING_NOW if line.amount == 0 else say_price(line)


def catalogue_words(fee: CatalogueFee) -> str:
    """Return what the catalogue asks for in words."""
    words = wording.PRICE_BY if fee.channel else wording.PRICE
    said = words.format(
        name=wording.KINDS[fee.kind],
        channel=wording.CHANNELS.get(fee.channel, ""),
        price=_amount(fee.amount),
    )
    return f"{said} · {fee.note}" if fee.note else said


def _counted(rule: Rule) -> str:
    counted = [word for word in (rule.unit, rule.item) if word]
    if len(counted) == 2:
        return wording.COUNT_BOTH.format(unit=rule.unit, item=rule.item)
    return wording.COUNT_ONE.format(unit=counted[0]) if counted else ""


def _condition(when: Condition, choices: Choices) -> str:
    words = wording.WHEN_OTHERWISE if when.otherwise else wording.WHEN
    answers = ", ".join(_value(when.answer, value, choices) for value in when.any)
    return words.format(question=_question(when.answer, choices), answers=answers)


def _question(answer: str, choices: Choices) -> str:
    return choices[answer].label if answer in choices else answer


def _value(answer: str, value: str, choices: Choices) -> str:
    known = choices[answer].options if answer in choices else {}
    return known.get(value, value)


def _relief(relief: Relief) -> str:
    words = wording.RELIEF_FREE if relief.percent == 100 else wording.RELIEF_LESS
    said = words.format(ground=relief.ground, percent=relief.percent)
    whole = wording.RELIEF_ONLINE if relief.is_online else wording.RELIEF_PROOF
    return whole.format(relief=said, proof=relief.proof, basis=relief.basis)


def _sample(one: Sample, choices: Choices) -> str:
    parts = [wording.SAMPLE_CHANNEL.format(channel=wording.CHANNELS[one.channel])]
    if one.count > 1:
        parts.append(wording.SAMPLE_COUNT.format(count=one.count))
    if one.answer:
        question = _question(one.answer, choices)
        value = _value(one.answer, one.value, choices)
        parts.append(wording.SAMPLE_ANSWER.format(question=question, value=value))
    return "; ".join([*parts, one.ground] if one.ground else parts)


def _amount(amount: int | None) -> str:
    if amount == 0:
        return wording.NOTHING_NOW
    return wording.WILL_TELL if amount is None else formats.dong(amount)
