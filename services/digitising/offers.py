"""What is offered for each field: what the dossier knows, else what was read (O09)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from services.digitising.extract import Extracted, ReadValue
from services.digitising.kinds import REQUIRED, fields_of
from services.digitising.values import same_value
from services.digitising.words import Box

SURE = 0.8  # below it a person looks: no wrong value of the test papers is above
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Origin(StrEnum):
    """Where an offered value comes from."""

    DOSSIER = "dossier"
    TEXT_LAYER = "text_layer"
    MACHINE = "machine"
    NOBODY = ""


@dataclass(frozen=True)
class Offer:
    """One field of the form before an officer touches it."""

    name: str
    text: str
    origin: Origin
    confidence: float
    page: int
    box: Box
    other: str  # what the paper says, where the dossier says otherwise
    must_confirm: bool
    is_required: bool


def offers_of(
    kind: str, known: Mapping[str, str], found: Extracted, trusted: bool
) -> tuple[Offer, ...]:
    """Return an offer for every field of the kind.

    What the dossier knows wins over what was read; where the two differ both are
    shown. `trusted`: the dossier speaks of this very paper, as of its own result;
    else what it says alone is confirmed too, for the paper may be somebody else's.
    """
    return tuple(
        _offer(field.name, known.get(field.name, ""), found.values, trusted)
        for field in fields_of(kind)
    )


def _offer(
    name: str, known: str, read: Mapping[str, ReadValue], trusted: bool
) -> Offer:
    value = read.get(name)
    place = (value.page, value.box) if value else (0, NOWHERE)
    required = name in REQUIRED
    if known:
        agrees = value is not None and same_value(known, value.text)
        other = value.text if value and not agrees else ""
        confirm = bool(other) or not (agrees or trusted)
        return Offer(name, known, Origin.DOSSIER, 1.0, *place, other, confirm, required)
    if value is None:
        return Offer(name, "", Origin.NOBODY, 0.0, *place, "", False, required)
    unsure = value.confidence < SURE
    origin = Origin(str(value.source))
    return Offer(
        name, value.text, origin, value.confidence, *place, "", unsure, required
    )
