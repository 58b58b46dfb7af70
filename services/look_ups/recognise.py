"""One box for any number: what it is, by its shape (C26 ★)."""

import re
from enum import StrEnum

from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.core.readers import read_tax_code
from services.core.text import clean
from services.work import Work

PLATE = re.compile(r"[0-9]{2}[A-Z]{1,2}[0-9]?[- ]?([0-9]{3}\.?[0-9]{2}|[0-9]{4})")
BUDGET = re.compile(r"MSNS-[0-9-]{6,40}")


class Number(StrEnum):
    """What a number turns out to be."""

    OWN_DOSSIER = "own_dossier"
    ENTERPRISE = "enterprise"
    BUDGET_DOSSIER = "budget_dossier"
    TRANSPORT_DOSSIER = "transport_dossier"
    PLATE = "plate"  # no register answers for plates: the page says so
    UNKNOWN = "unknown"


def recognise(work: Work, typed: str) -> tuple[Number, str]:
    """Return what was typed into the one box, and how it is written."""
    words = clean(typed[:200]).upper()
    if PLATE.fullmatch(words):
        return Number.PLATE, words
    if BUDGET.fullmatch(words):
        return Number.BUDGET_DOSSIER, words
    try:
        return Number.ENTERPRISE, read_tax_code(words)
    except Unreadable:
        pass
    try:
        code = read_dossier_code(words)
    except Unreadable:
        return Number.UNKNOWN, words
    # Codes of this province begin with its own number; those of other systems with 000.
    is_own = code.startswith(work.province.code)
    return (Number.OWN_DOSSIER if is_own else Number.TRANSPORT_DOSSIER), code
