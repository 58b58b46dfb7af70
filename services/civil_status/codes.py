"""Our answers in the registry's codes (codes.toml), and days as a register spells them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from services.eforms.catalogues import catalogue


@cache
def tables() -> Mapping[str, Any]:  # Any: TOML
    """Return the tables, read once."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def module_of(procedure_code: str) -> str:
    """Return their module of a procedure; empty: none of theirs."""
    found: str = tables()["modules"].get(procedure_code, "")
    return found


def code_of(name: str, answer: str) -> str:
    """Return what an option is called there; others are told as they are."""
    for lists in tables()["words_of"].get(name, ()):
        if answer in catalogue(lists):
            return catalogue(lists)[answer]
    for end, codes in tables()["codes"].items():
        if name.endswith(end) and answer in codes:
            return str(codes[answer])
    return answer


def answer_of(name: str, code: str) -> str:
    """Return which option of ours they mean; others are taken as they are."""
    for lists in tables()["words_of"].get(name, ()):
        for answer, words in catalogue(lists).items():
            if words == code:
                return answer
    for end, codes in tables()["codes"].items():
        if name.endswith(end):
            return next((one for one, said in codes.items() if said == code), code)
    return code


def spell_day(day: date) -> str:
    """Return a day in words, as the register has it beside the figures."""
    words = tables()["spelled"]
    month = words["april"] if day.month == 4 else _below_hundred(day.month)
    template: str = words["day"]
    return template.format(
        day=_below_hundred(day.day), month=month, year=_year(day.year)
    )


def _below_hundred(number: int, after_hundred: bool = False) -> str:
    words = tables()["spelled"]
    tens, unit = divmod(number, 10)
    if tens == 0:
        bare: str = words["digits"][unit]
        return f"{words['zero_tens']} {bare}" if after_hundred else bare
    head = words["ten"] if tens == 1 else f"{words['digits'][tens]} {words['tens']}"
    if unit == 0:
        return str(head)
    # After mười an 1 and a 4 keep their names; a 5 never does.
    changed = words["after_tens"] if tens > 1 else {"5": words["after_tens"]["5"]}
    return f"{head} {changed.get(str(unit), words['digits'][unit])}"


def _year(year: int) -> str:
    words = tables()["spelled"]
    thousands, rest = divmod(year, 1000)
    hundreds, rest = divmod(rest, 100)
    said = [f"{words['digits'][thousands]} {words['thousand']}"]
    if hundreds or rest:
        said.append(f"{words['digits'][hundreds]} {words['hundred']}")
    if rest:
        said.append(_below_hundred(rest, after_hundred=True))
    return " ".join(said)
