"""Which variables a text may have, how long it gets, and how it reads (A08)."""

import math
from collections.abc import Mapping

from services.core.text import clean, strip_marks
from services.templates.fill import HOLE
from services.templates.fill import fill as fill_in
from services.templates.models import TemplateKind

LONGEST_BODY = 2000
SMS_ONE, SMS_MORE = 160, 153  # letters of one SMS, and of each of several
DOSSIER = ("code", "procedure", "unit", "hotline")
KNOWN: dict[TemplateKind, tuple[str, ...]] = {
    TemplateKind.NOT_ACCEPTED: (),
    TemplateKind.SUPPLEMENT: DOSSIER,
    TemplateKind.REFUSAL: DOSSIER,
    TemplateKind.EXTENSION: (*DOSSIER, "due"),
    TemplateKind.STOP: DOSSIER,
    TemplateKind.RESULT: (*DOSSIER, "name", "born", "address", "number", "day"),
    TemplateKind.MESSAGE: ("dossier", "until", "day"),
}


def known_for(kind: TemplateKind, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the variables a text of this kind may have.

    Results have those of their own form too, which the version in force shows.
    """
    found = dict.fromkeys(KNOWN[kind])
    if kind is TemplateKind.RESULT:
        found |= dict.fromkeys(name for text in texts for name in holes(text))
    return tuple(found)


def holes(text: str) -> list[str]:
    """Return the names in braces, each once, in their order."""
    return list(dict.fromkeys(HOLE.findall(text)))


def unknown(text: str, known: tuple[str, ...]) -> list[str]:
    """Return what is in braces and no variable; a lone brace is one as well."""
    bad = [name for name in holes(text) if name not in known]
    lone = HOLE.sub("", text)
    return bad + [brace for brace in "{}" if brace in lone]


def fill(text: str, sample: Mapping[str, str]) -> str:
    """Return the text with the sample's facts in it."""
    return fill_in(clean(text), sample)


def sms_length(text: str) -> tuple[int, int]:
    """Return the letters of a text without marks, and how many SMS it takes."""
    letters = len(strip_marks(text).encode("ascii", "ignore"))
    parts = 1 if letters <= SMS_ONE else math.ceil(letters / SMS_MORE)
    return letters, parts
