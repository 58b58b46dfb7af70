"""Reckon what a dossier costs by the rules in force on its day: whole đồng, no less."""

from collections.abc import Iterable, Mapping
from datetime import date

from services.fees.rule import ONLINE, Condition, Relief, Rule
from services.fees.statement import FeeLine, Ground, Statement

MOST = 100_000  # more pages or copies than this is a slip of the finger
Answers = Mapping[str, str]


def reckon(
    rules: Iterable[Rule],
    answers: Answers,
    day: date,
    chosen: str = "",
    channel: str = ONLINE,
) -> Statement:
    """Return the lines of the rules that hold, with the ground chosen for less."""
    holding = (rule.on_channel(channel) for rule in rules if rule.holds_on(day))
    asked = [rule for rule in holding if _applies(rule, answers)]
    lines = tuple(
        _line(rule, row, chosen) for rule in asked for row in _rows(rule, answers)
    )
    grounds: dict[str, Ground] = {}
    for relief in (relief for rule in asked for relief in rule.relief):
        if not relief.is_online:
            grounds.setdefault(relief.code, _ground(relief))
    return Statement(lines, tuple(grounds.values()), grounds.get(chosen))


def amount_of(rule: Rule, units: int | None, items: int | None) -> int | None:
    """Return the full amount; None while a quantity or the amount is not known."""
    if (rule.units and units is None) or (rule.items and items is None):
        return None
    one = _one_item(rule, units or 0)
    if one is None:
        return None
    held = one if rule.cap is None else min(one, rule.cap)
    return held * (1 if items is None else items)


def less(amount: int, relief: Relief | None) -> int:
    """Take the relief off; what is left of a đồng is not asked for."""
    return amount if relief is None else amount * (100 - relief.percent) // 100


def _one_item(rule: Rule, units: int) -> int | None:
    if not rule.steps:
        if rule.amount is None or not rule.units:
            return rule.amount
        return rule.amount * units
    total, ends = 0, [step.first for step in rule.steps[1:]] + [units + 1]
    for step, end in zip(rule.steps, ends, strict=True):
        total += max(0, min(end, units + 1) - step.first) * step.amount
    return total


def _applies(rule: Rule, answers: Answers) -> bool:
    if rule.when is None:
        return True
    return _holds(rule.when, answers.get(rule.when.answer, ""))


def _holds(condition: Condition, answer: str) -> bool:
    return answer in condition.any if answer else condition.otherwise


def _rows(rule: Rule, answers: Answers) -> list[Answers]:
    """Return what each line is reckoned from; without rows, all answers once."""
    if not rule.rows:
        return [answers]
    listed = [row.strip() for row in answers.get(rule.rows, "").split(",")]
    rows: list[Answers] = []
    for row in listed:
        begins = f"{rule.rows}.{row}."
        inside = {
            name.removeprefix(begins): text
            for name, text in answers.items()
            if name.startswith(begins)
        }
        rows.append({"row": str(len(rows) + 1), **inside} if row else {})
    return rows


def _line(rule: Rule, answers: Answers, chosen: str) -> FeeLine:
    units, items = _count(answers, rule.units), _count(answers, rule.items)
    full = amount_of(rule, units, items)
    relief = _best(rule, chosen)
    return FeeLine(
        kind=rule.kind,
        amount=None if full is None else less(full, relief),
        needs_confirmation=full is None,
        note=rule.note,
        name=rule.name,
        row=answers.get("row", "") if rule.rows else "",
        rates=_rates(rule),
        cap=rule.cap,
        units=units,
        unit=rule.unit,
        items=items,
        item=rule.item,
        full_amount=full,
        basis=rule.basis,
        relief=relief.ground if relief else "",
        relief_percent=relief.percent if relief else 0,
        relief_basis=relief.basis if relief else "",
        due=rule.due.value,
        rule=f"{rule.code}@{rule.valid_from.isoformat()}",
    )


def _rates(rule: Rule) -> tuple[tuple[int, int], ...]:
    if rule.steps:
        return tuple((step.first, step.amount) for step in rule.steps)
    return ((1, rule.amount),) if rule.amount is not None else ()


def _best(rule: Rule, chosen: str) -> Relief | None:
    """Return the relief that helps most: filing online, or the ground chosen."""
    usable = [r for r in rule.relief if r.is_online or (chosen and r.code == chosen)]
    return max(usable, key=lambda relief: relief.percent, default=None)


def _count(answers: Answers, names: tuple[str, ...]) -> int | None:
    for name in names:
        digits = answers.get(name, "").strip().replace(".", "").replace(" ", "")
        if digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST)):
            return min(int(digits), MOST)
    return None


def _ground(relief: Relief) -> Ground:
    return Ground(relief.code, relief.ground, relief.proof, relief.is_known)
