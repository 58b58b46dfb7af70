"""What happened to a dossier, in the words other systems are told it in."""

import tomllib
from functools import cache
from pathlib import Path

from services.dossiers.models import DossierStatus
from services.dossiers.rules import NATIONAL_NUMBER

WORDS = Path(__file__).with_name("event_words.toml")


def event_words(event: str, status: DossierStatus) -> str:
    """Return the event in words, or the name of the status it led to."""
    return _words("event").get(event) or status_words(status)


def status_words(status: DossierStatus) -> str:
    """Return the national name of a status."""
    return _words("status")[str(NATIONAL_NUMBER[status])]


@cache
def _words(table: str) -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(WORDS.read_text("utf-8"))[table]
    return found
