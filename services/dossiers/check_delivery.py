"""Check step 4 (C13): who, where and when, asked only if something is posted."""

from datetime import date

from services.core.faults import Fault
from services.dossiers.delivery_plan import (
    COMMUNE,
    DETAIL,
    address_line,
    collection_days,
    is_collected,
    missing,
    needs_address,
)
from services.dossiers.fields import FIELDS, Cleaned
from services.dossiers.queries import Draft
from services.dossiers.rules import Problem, Step
from services.work import Work

PERSON = ("recipient_name", "recipient_phone", COMMUNE, DETAIL)
COLLECTION = ("collection_day", "collection_part")


def check_delivery(work: Work, draft: Draft, cleaned: Cleaned) -> None:
    """Name what is missing; drop what was typed for a way that is not taken."""
    values, problems = cleaned.values, cleaned.problems
    if not needs_address(values):
        _drop(cleaned, (*PERSON, "delivery_address.old", *COLLECTION))
    else:
        for name in missing(values, PERSON):
            problems.setdefault(name, Fault.REQUIRED)
        if values.get(COMMUNE) and not address_line(work.session, values):
            problems[COMMUNE] = Problem.COMMUNE_MISSING
    if not is_collected(values):
        _drop(cleaned, COLLECTION)
        return
    for name in missing(values, COLLECTION):
        problems.setdefault(name, Fault.REQUIRED)
    day = str(values.get("collection_day", ""))
    offered = collection_days(work, draft.dossier.agency_id)
    if day and date.fromisoformat(day) not in offered:
        problems["collection_day"] = Problem.COLLECTION_DAY


def _drop(cleaned: Cleaned, names: tuple[str, ...]) -> None:
    for name in names:
        assert FIELDS[name].step is Step.DELIVERY
        cleaned.values.pop(name, None)
        cleaned.problems.pop(name, None)
