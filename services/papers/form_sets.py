"""Which circular's set of forms is in force on a day, and how its forms are numbered."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path


class FormSet(StrEnum):
    """Which circular's forms; a dossier keeps the set it started with."""

    TT01_2018 = "tt01_2018"
    TT03_2025 = "tt03_2025"


@dataclass(frozen=True)
class FormNumber:
    """The number of a form and the circular it comes from, as printed."""

    form_set: FormSet
    number: str
    circular: str


@dataclass(frozen=True)
class FormSetDates:
    """A set as administrators read it: its days, and the number of each form."""

    circular: str
    since: date
    until: date | None
    forms: dict[str, str]


@dataclass(frozen=True)
class _Set:
    key: FormSet
    since: date
    circular: str
    forms: dict[str, str]


def form_on(day: date, form: str) -> FormNumber:
    """Return the form by the set in force on a day (contracts 8.1).

    A dossier is asked by the day it was handed in. Of a day before all sets the
    first is used; what a set lacks comes from the latest one.
    """
    begun = [one for one in _sets() if one.since <= day]
    own = (begun or _sets()[:1])[-1]
    used = own if form in own.forms else _sets()[-1]
    return FormNumber(used.key, used.forms[form], used.circular)


def form_sets() -> tuple[FormSetDates, ...]:
    """Return every set with the days it is in force, the earliest first (A08)."""
    sets = _sets()
    ends = (*(one.since - timedelta(days=1) for one in sets[1:]), None)
    return tuple(
        FormSetDates(one.circular, one.since, until, dict(one.forms))
        for one, until in zip(sets, ends, strict=True)
    )


@cache
def _sets() -> tuple[_Set, ...]:
    written = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    sets = (
        _Set(FormSet(one["key"]), one["from"], one["circular"], one["forms"])
        for one in written["set"]
    )
    return tuple(sorted(sets, key=lambda one: one.since))
