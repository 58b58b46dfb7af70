"""Fees, delivery and proof as they were when the dossier was handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from services.dossiers.check_cosign import cosign_standing
from services.dossiers.cosign_content import digest_of
from services.dossiers.cosign_models import CosignState
from services.dossiers.delivery_plan import (
    address_line,
    counters,
    is_collected,
    is_posted,
    needs_address,
)
from services.dossiers.fields import Value
from services.dossiers.queries import Draft
from services.dossiers.state_fees import state_fees
from services.dossiers.views import RELIEF_PROOF
from services.fees.statement import FeeLine
from services.files.models import StoredFile
from services.work import Work


@dataclass(frozen=True)
class FrozenDelivery:
    """How the result reaches the person; the electronic copy always does."""

    way: str  # Delivery
    place_name: str = ""
    place_address: str = ""
    place_hours: str = ""
    person_name: str = ""
    person_phone: str = ""
    address: str = ""
    collection_day: date | None = None
    collection_part: str = ""


@dataclass(frozen=True)
class FrozenCosigner:
    """Who signed beside the submitter, when, and the hash of what they signed."""

    name: str
    at: datetime
    digest: str


FEES = TypeAdapter(tuple[FeeLine, ...])
DELIVERY = TypeAdapter(FrozenDelivery)
COSIGNER = TypeAdapter(FrozenCosigner | None)


def freeze_terms(
    work: Work,
    draft: Draft,
    values: Mapping[str, Value],
    files: Sequence[StoredFile],
    frozen: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the snapshot with fees and delivery in it; Any: JSON."""
    statement = state_fees(draft, work.now)
    terms: dict[str, Any] = {
        "fees": FEES.dump_python(statement.lines, mode="json"),
        "delivery": DELIVERY.dump_python(
            freeze_delivery(work, draft, values), mode="json"
        ),
        "cosigner": COSIGNER.dump_python(
            freeze_cosigner(work, draft, files), mode="json"
        ),
    }
    if statement.chosen:
        # What proves a relief is a paper of this dossier like any other.
        ids = {str(file.id) for file in files if file.slot == RELIEF_PROOF}
        others: list[Any] = list(frozen["other_files"])
        paper = {
            "code": RELIEF_PROOF,
            "name": statement.chosen.proof,
            "required": values.get(RELIEF_PROOF) != "look_up",
            "original_qty": 0,
            "copy_qty": 1,
            "files": [file for file in others if str(file["id"]) in ids],
        }
        terms["components"] = [*frozen["components"], paper]
        terms["other_files"] = [f for f in others if str(f["id"]) not in ids]
    return {**frozen, **terms}


def freeze_cosigner(
    work: Work, draft: Draft, files: Sequence[StoredFile]
) -> FrozenCosigner | None:
    """Return the second signature, if it is of the draft as it is handed in."""
    standing = cosign_standing(work, draft, files)
    if standing is None or standing.state is not CosignState.SIGNED:
        return None
    assert standing.answered_at is not None  # the moment of the signature
    return FrozenCosigner(standing.name, standing.answered_at, digest_of(draft, files))


def freeze_delivery(
    work: Work, draft: Draft, values: Mapping[str, Value]
) -> FrozenDelivery:
    """Return what was chosen, with the addresses as they are now."""
    desks = counters(work.session, draft)
    key = str(values.get("delivery_place") or "unit")
    desk = next((one for one in desks if one.key == key), desks[0] if desks else None)
    at_desk = desk if desk and not is_posted(values) else None
    day = str(values.get("collection_day", "")) if is_collected(values) else ""
    has_address = needs_address(values)
    return FrozenDelivery(
        way=str(values["delivery"]),
        place_name=at_desk.name if at_desk else "",
        place_address=at_desk.address if at_desk else "",
        place_hours=at_desk.hours if at_desk else "",
        person_name=str(values.get("recipient_name", "")) if has_address else "",
        person_phone=str(values.get("recipient_phone", "")) if has_address else "",
        address=address_line(work.session, values) if has_address else "",
        collection_day=date.fromisoformat(day) if day else None,
        collection_part=str(values.get("collection_part", "")) if day else "",
    )
