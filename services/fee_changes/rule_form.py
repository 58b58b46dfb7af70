"""Read a rule as an administrator typed it; everything wrong is said at once (A05)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from services.core.errors import RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.money import read_money
from services.core.read_dates import read_date
from services.core.text import clean
from services.fee_changes.counted import read_counted
from services.fees.rule import CHANNELS, Due, Rule, read_rule

Form = Mapping[str, str]
LARGEST = 10_000_000_000  # đồng, of a rule
STEPS = ("2", "3", "4", "5")  # further levels a form has room for
MOST_RELIEFS = 12
LONGEST = {"name": 200, "basis": 500, "note": 1000, "reason": 500}
KINDS = ("fee", "charge")


@dataclass
class Reading:
    """The form, and what is wrong with it so far."""

    form: Form
    problems: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, longest: int, needed: bool = False) -> str:
        """Return a text of at most so many characters."""
        typed = clean(self.form.get(name, ""))
        if needed and not typed:
            self.problems[name] = Fault.REQUIRED
        elif len(typed) > longest:
            self.problems[name] = Fault.NOTE_LONG
        return typed

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """Return one of the known answers."""
        given = self.form.get(name, "")
        if given not in known:
            self.problems[name] = Fault.REQUIRED
        return given

    def day(self, name: str) -> date | None:
        """Return a day; nothing where nothing was typed."""
        found: date | None = self._read(name, read_date)
        return found

    def money(self, name: str) -> int | None:
        """Return whole đồng; nothing where nothing was typed."""
        found: int | None = self._read(name, read_money)
        if found is not None and found > LARGEST:
            self.problems[name] = Fault.MONEY_LARGE
        return found

    def number(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number within bounds; nothing where nothing was typed."""
        typed = clean(self.form.get(name, ""))
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit() and len(typed) < 7):
            self.problems[name] = "fee_number"
            return None
        if not least <= int(typed) <= most:
            self.problems[name] = "fee_number"
        return int(typed)

    def _read(self, name: str, reader: Callable[[str], Any]) -> Any:
        # Any: a day or a sum of money.
        typed = self.form.get(name, "")
        if not typed.strip():
            return None
        try:
            return reader(typed)
        except Unreadable as fault:
            self.problems[name] = str(fault.key)
            return None


def parse_rule(form: Form, procedure_code: str, code: str, today: date) -> Rule:
    """Return the rule, or refuse with the fault of every field."""
    reading = Reading(form)
    raw = _plain(reading) | _amounts(reading) | _when(reading)
    raw |= _days(reading, today) | {"relief": _reliefs(reading)}
    reading.text("reason", LONGEST["reason"])
    if reading.problems:
        raise RuleViolation(reading.problems)
    try:
        return read_rule(raw | {"code": code, "procedures": [procedure_code]})
    except ValidationError:
        raise RuleViolation({"amount": "fee_senseless"}) from None


def _plain(reading: Reading) -> dict[str, Any]:  # Any: fields of a rule
    return {
        "name": reading.text("name", LONGEST["name"], needed=True),
        "basis": reading.text("basis", LONGEST["basis"], needed=True),
        "note": reading.text("note", LONGEST["note"]),
        "kind": reading.one_of("kind", KINDS),
        "due": reading.one_of("due", tuple(due.value for due in Due)),
    }


def _days(reading: Reading, today: date) -> dict[str, Any]:  # Any: as above
    begins, ends = reading.day("valid_from"), reading.day("valid_to")
    if not reading.form.get("valid_from", "").strip():
        reading.problems["valid_from"] = Fault.REQUIRED
    if begins and begins < today:
        reading.problems["valid_from"] = "fee_past"
    if begins and ends and ends < begins:
        reading.problems["valid_to"] = "fee_ends_first"
    return {"valid_from": begins, "valid_to": ends}


def _amounts(reading: Reading) -> dict[str, Any]:  # Any: as above
    amount, steps = reading.money("amount"), _steps(reading)
    units = read_counted(reading.form.get("units", ""))
    items = read_counted(reading.form.get("items", ""))
    if units.names and items.names and units.rows != items.rows:
        reading.problems["items"] = "fee_rows_differ"
    if steps and amount is None:
        reading.problems["amount"] = Fault.REQUIRED
    if steps and not units.names:
        reading.problems["units"] = "fee_steps_count"
    asked = {"channel": CHANNELS, "amount": [reading.money(_own(c)) for c in CHANNELS]}
    by_channel = [
        {"channel": channel, "amount": own}
        for channel, own in zip(asked["channel"], asked["amount"], strict=True)
        if own is not None
    ]
    return {
        "amount": None if steps else amount,
        "steps": [{"first": 1, "amount": amount or 0}, *steps] if steps else [],
        "by_channel": by_channel,
        "cap": reading.money("cap"),
        "rows": units.rows or items.rows,
        "units": units.names,
        "unit": reading.text("unit", 30, needed=bool(units.names)),
        "items": items.names,
        "item": reading.text("item", 30, needed=bool(items.names)),
    }


def _own(channel: str) -> str:
    return f"amount_{channel}"


def _steps(reading: Reading) -> list[dict[str, int]]:
    found, before = list[dict[str, int]](), 1
    for number in STEPS:
        first = reading.number(f"first_{number}", 2, 100_000)
        amount = reading.money(f"amount_{number}")
        if first is None and amount is None:
            continue
        if first is None:
            reading.problems.setdefault(f"first_{number}", Fault.REQUIRED)
        elif amount is None:
            reading.problems.setdefault(f"amount_{number}", Fault.REQUIRED)
        elif first <= before:
            reading.problems.setdefault(f"first_{number}", "fee_steps_rise")
        else:
            found.append({"first": first, "amount": amount})
            before = first
    return found


def _when(reading: Reading) -> dict[str, Any]:  # Any: as above
    answer = clean(reading.form.get("when", ""))[:100]
    if not answer:
        return {"when": None}
    given = reading.form.get("when_any", "").split(",")
    values = [value for value in map(clean, given) if value]
    if not values:
        reading.problems["when_any"] = Fault.REQUIRED
    otherwise = bool(reading.form.get("otherwise"))
    return {"when": {"answer": answer, "any": values, "otherwise": otherwise}}


def _reliefs(reading: Reading) -> list[dict[str, Any]]:  # Any: as above
    keys = [key for key in reading.form.get("reliefs", "").split(",") if key]
    return [_relief(reading, key) for key in keys[:MOST_RELIEFS]]


def _relief(reading: Reading, key: str) -> dict[str, Any]:  # Any: as above
    named = f"relief_{key}_"
    is_online = bool(reading.form.get(f"{named}online"))
    percent = reading.number(f"{named}percent", 1, 100)
    if percent is None:
        reading.problems.setdefault(f"{named}percent", Fault.REQUIRED)
    return {
        "code": key,
        "ground": reading.text(f"{named}ground", 200, needed=True),
        "percent": percent,
        "basis": reading.text(f"{named}basis", 300, needed=True),
        "proof": "" if is_online else reading.text(f"{named}proof", 200, needed=True),
        "is_known": not is_online and bool(reading.form.get(f"{named}known")),
        "is_online": is_online,
    }
