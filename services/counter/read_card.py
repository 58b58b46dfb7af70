"""Read what a scanner types from the QR of an identity card: strictly, or say why."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from services.core.errors import RuleViolation
from services.core.readers import Unreadable, read_citizen_id, read_name
from services.core.text import clean

SEPARATOR = "|"
FEWEST, MOST = 7, 11  # newer cards add the parents' names behind
LONGEST = 600
WORDS = Path(__file__).with_name("card.toml")
DAY = re.compile(r"\d{8}")


@dataclass(frozen=True)
class Card:
    """What the card says of its bearer."""

    number: str
    old_number: str
    full_name: str
    birth_date: date
    sex: str
    address: str
    issued_on: date | None


def read_card(text: str, today: date) -> Card:
    """Read `number|old number|name|birth|sex|address|issued`; nothing is guessed.

    A keyboard that writes Vietnamese spoils what a scanner types: that shows as a
    missing field, and is said.
    """
    given = text.strip()
    if not given:
        raise RuleViolation({"card": "card_empty"})
    parts = [clean(part) for part in given[:LONGEST].split(SEPARATOR)]
    if not FEWEST <= len(parts) <= MOST:
        raise RuleViolation({"card": "card_parts"})
    number, old, name, born, sex, address, issued = parts[:7]
    try:
        number, name = str(read_citizen_id(number)), read_name(name)
    except Unreadable:
        raise RuleViolation({"card": "card_number"}) from None
    birth_date = _day(born)
    if len(number) != 12 or birth_date is None or birth_date > today:
        raise RuleViolation({"card": "card_number"})
    sexes = _sexes()
    if sex not in sexes or (old and not re.fullmatch(r"\d{9}", old)):
        raise RuleViolation({"card": "card_broken"})
    return Card(number, old, name, birth_date, sexes[sex], address, _day(issued))


@cache
def _sexes() -> Mapping[str, str]:
    words: Mapping[str, str] = tomllib.loads(WORDS.read_text("utf-8"))["sex"]
    return words


def _day(text: str) -> date | None:
    if not DAY.fullmatch(text):
        return None
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None
