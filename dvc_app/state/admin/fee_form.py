"""The editor of a rule: what stands in its fields, and what was typed (A05)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dvc_app import formats
from dvc_app.wording import fee_changes as wording
from services.fee_changes.counted import Counted, Questions
from services.fees.rule import Relief, Rule

LONGEST = 1000
FIELDS = (
    "name",
    "basis",
    "note",
    "kind",
    "due",
    "amount",
    "amount_online",
    "amount_direct",
    "amount_postal",
    "cap",
    "units",
    "unit",
    "items",
    "item",
    *(f"{part}_{number}" for number in range(2, 6) for part in ("first", "amount")),
)
BLANK = dict.fromkeys(FIELDS, "") | {"kind": "charge", "due": "reception"}


@dataclass(frozen=True)
class FeeOption:
    """One line of a choice."""

    value: str
    words: str


@dataclass(frozen=True)
class WhenOption:
    """One answer on which a rule may depend."""

    id: str
    value: str
    words: str
    is_on: bool


@dataclass(frozen=True)
class ReliefEdit:
    """A ground to pay less while it is edited."""

    key: str
    ground: str = ""
    percent: str = "100"
    basis: str = ""
    proof: str = ""
    is_known: bool = False
    is_online: bool = False


def typed_of(rule: Rule | None) -> dict[str, str]:
    """Return what stands in the fields: the rule as it is, but for its days."""
    if rule is None:
        return dict(BLANK)
    steps = rule.steps[1:5]
    first = rule.steps[0].amount if rule.steps else rule.amount
    found = BLANK | {
        "name": rule.name,
        "basis": rule.basis,
        "note": rule.note,
        "kind": rule.kind,
        "due": rule.due.value,
        "amount": _money(first),
        "cap": _money(rule.cap),
        "units": Counted(rule.rows, rule.units).key,
        "unit": rule.unit,
        "items": Counted(rule.rows, rule.items).key,
        "item": rule.item,
    }
    found |= {f"amount_{one.channel}": _money(one.amount) for one in rule.by_channel}
    for number, step in enumerate(steps, 2):
        found[f"first_{number}"] = str(step.first)
        found[f"amount_{number}"] = _money(step.amount)
    return found


def relief_edits(rule: Rule | None) -> list[ReliefEdit]:
    """Return the grounds as they are edited."""
    return [_edit(relief) for relief in rule.relief] if rule else []


def counted_options(questions: Questions, *kept: str) -> list[FeeOption]:
    """Return what can be counted; what a rule counts now stays there to be kept."""
    found = {"": wording.NOT_COUNTED}
    found |= {one.counted.key: one.label for one in questions.countable}
    for key in kept:
        names = key.partition("|")[2].replace(",", ", ")
        found.setdefault(key, wording.KEPT_ANSWER.format(names=names))
    return [FeeOption(value, words) for value, words in found.items()]


def question_options(questions: Questions, kept: str) -> list[FeeOption]:
    """Return what a rule may depend on."""
    found = {"": wording.ALWAYS}
    found |= {one.answer: one.label for one in questions.choosable}
    found.setdefault(kept, wording.KEPT_ANSWER.format(names=kept))
    return [FeeOption(value, words) for value, words in found.items()]


def when_options(
    questions: Questions, answer: str, chosen: Sequence[str]
) -> list[WhenOption]:
    """Return the answers to that question, those that count ticked."""
    known = {one.answer: dict(one.options) for one in questions.choosable}
    options = known.get(answer, {}) | {
        value: known.get(answer, {}).get(value, value) for value in chosen
    }
    return [
        WhenOption(f"any_{number}", value, words, value in chosen)
        for number, (value, words) in enumerate(options.items())
    ]


def as_typed(form: Mapping[str, str | bool]) -> dict[str, str]:
    """Return the form as texts: a box that is ticked says so."""
    return {
        name: ("1" if value else "") if isinstance(value, bool) else value[:LONGEST]
        for name, value in form.items()
    }


def _edit(relief: Relief) -> ReliefEdit:
    return ReliefEdit(
        relief.code,
        relief.ground,
        str(relief.percent),
        relief.basis,
        relief.proof,
        relief.is_known,
        relief.is_online,
    )


def _money(amount: int | None) -> str:
    return "" if amount is None else formats.number(amount)
