"""What an administrator typed of a procedure, read as facts; every fault at once."""

import re
from dataclasses import dataclass
from typing import Any

from services.core.text import reject_reason
from services.procedure_changes.papers import PaperForm, kept_or_clean, read_papers
from services.procedures.local_facts import FIELDS, LocalFacts
from services.procedures.models import OnlineLevel, TimeUnit

LONGEST = {
    "plain_name": 200,
    "summary": 800,
    "keywords": 500,
    "requirements": 8_000,
    "limit_note": 300,
    "suspended_reason": 500,
    "reason": 500,
}
LINES = {"requirements"}  # of several lines
MOST_DAYS = 3_650
CUT_OFF = re.compile(r"([01]?\d|2[0-3])[:hg.]([0-5]\d)")

Problems = dict[str, str]


@dataclass(frozen=True)
class ChangeForm:
    """A procedure's local facts as they were typed."""

    plain_name: str = ""
    summary: str = ""
    keywords: str = ""
    online_level: str = ""
    is_filed_here: bool = False
    units: tuple[str, ...] = ()
    requirements: str = ""
    limit_value: str = ""
    limit_unit: str = ""
    limit_note: str = ""
    cut_off: str = ""
    papers: tuple[PaperForm, ...] = ()
    is_suspended: bool = False
    suspended_reason: str = ""
    valid_from: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Basis:
    """What the form was drawn from, and what may be chosen."""

    facts: LocalFacts
    version: int  # of the change that is written
    units: frozenset[str]  # codes of agencies


def read_edits(form: ChangeForm, basis: Basis, problems: Problems) -> LocalFacts:
    """Return the facts as they shall be; faults go into `problems`."""
    now = basis.facts
    texts = {name: _text(form, name, _old(now, name), problems) for name in LONGEST}
    units = sorted(code for code in set(form.units) if code in basis.units)
    if not units and now["units"]:
        problems["units"] = "procedure_units"
    level = form.online_level
    if level not in set(OnlineLevel):
        problems["online_level"] = "procedure_level"
    if form.is_suspended and not texts["suspended_reason"]:
        problems["suspended_reason"] = "procedure_suspended_reason"
    if not texts["reason"]:
        problems["reason"] = "procedure_reason"
    plain = ("plain_name", "summary", "keywords", "requirements")
    return {
        **{name: texts[name] for name in plain},
        "online_level": level,
        "is_filed_here": form.is_filed_here,
        "units": units,
        "limit": _limit(form, texts["limit_note"], problems),
        "cases": read_papers(form.papers, now["cases"], basis.version, problems),
        "suspension": {
            "is_suspended": form.is_suspended,
            "reason": texts["suspended_reason"] if form.is_suspended else "",
        },
    }


def differing(now: LocalFacts, wanted: LocalFacts) -> LocalFacts:
    """Return the wanted facts that are others than those in force."""
    return {
        name: wanted[name]
        for name in FIELDS
        if _compared(name, wanted[name]) != _compared(name, now[name])
    }


def _compared(name: str, value: Any) -> Any:
    # Any: JSON. What follows from the rest is left out.
    if name in ("limit", "suspension"):
        value = {k: v for k, v in value.items() if k not in ("ways", "since")}
    if name == "suspension" and not value["is_suspended"]:
        return {"is_suspended": False}
    return sorted(value) if name == "units" else value


def _old(now: LocalFacts, name: str) -> str:
    """Return the text that the field was drawn with."""
    inside = {
        "limit_note": now["limit"]["note"],
        "suspended_reason": now["suspension"]["reason"],
    }
    return str(inside.get(name, now.get(name, "")))


def _text(form: ChangeForm, name: str, old: str, problems: Problems) -> str:
    many = name in LINES
    text = kept_or_clean(getattr(form, name), old, multiline=many)
    if text == old:
        return text
    if len(text) > LONGEST[name]:
        problems[name] = "note_long"
    elif fault := reject_reason(text, multiline=many):
        problems[name] = str(fault)
    return text


def _limit(form: ChangeForm, note: str, problems: Problems) -> dict[str, Any]:
    """Read how long it may take; without a number the agency must be asked."""
    value, unit = _number(form.limit_value, problems), form.limit_unit
    if value is None:
        unit = str(TimeUnit.UNCLEAR)
    elif unit not in set(TimeUnit) - {TimeUnit.UNCLEAR}:
        problems["limit_unit"] = "procedure_limit_unit"
        unit = str(TimeUnit.WORKING_DAY)
    cut_off = _cut_off(form.cut_off, problems)
    whole_days = unit == TimeUnit.WORKING_DAY and value and value == int(value)
    if cut_off and not whole_days and "limit_value" not in problems:
        problems["cut_off"] = "procedure_cut_off_days"
    return {"value": value, "unit": unit, "note": note, "cut_off": cut_off}


def _number(typed: str, problems: Problems) -> float | None:
    said = typed.strip().replace(",", ".")
    if not said:
        return None
    try:
        value = float(said) if said.isascii() else 0.0
    except ValueError:
        value = 0.0
    if not 0 < value <= MOST_DAYS:
        problems["limit_value"] = "procedure_limit_value"
        return None
    return value


def _cut_off(typed: str, problems: Problems) -> str:
    said = typed.strip().lower()
    found = CUT_OFF.fullmatch(said)
    if said and not found:
        problems["cut_off"] = "procedure_cut_off"
    return f"{int(found[1]):02d}:{found[2]}" if found else ""
