"""The common form (C11): each field, its reader and the step that checks it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from services.core.readers import (
    Fault,
    Unreadable,
    read_address,
    read_birth_date,
    read_citizen_id,
    read_copies,
    read_date,
    read_email,
    read_name,
    read_note,
    read_phone,
    read_tax_code,
)
from services.core.text import clean
from services.deliveries.models import PartOfDay
from services.dossiers.models import Delivery
from services.dossiers.rules import Problem, Step

Value = str | int  # a day is written as ISO 8601
Read = Callable[[str, date], Value]

REQUEST_LENGTHS = (10, 500)
LONGEST_LINE = 200


@dataclass(frozen=True)
class FieldRule:
    """How one field is read, and when an empty one is a fault."""

    read: Read
    required: bool = False
    step: Step = Step.INFORMATION


@dataclass(frozen=True)
class Cleaned:
    """What the answers mean, and what is wrong with the others."""

    values: dict[str, Value]
    problems: dict[str, str]
    form: dict[str, Any] = field(default_factory=dict)  # Any: JSON, as checked


def read_paper_number(text: str) -> str:
    """Read an identity number of 9 or 12 digits, or a tax code (F5, F6)."""
    try:
        return read_citizen_id(text)
    except Unreadable as fault:
        if fault.key is not Fault.CITIZEN_ID_LENGTH:
            raise
        try:
            return read_tax_code(text)
        except Unreadable:
            raise fault from None


def read_past_day(text: str, today: date) -> str:
    """Read the day something was issued: not in the future."""
    day = read_date(text, latest=today)
    if day > today:
        raise Unreadable(Fault.DATE_FUTURE)
    return day.isoformat()


def _one_of(*allowed: str) -> Read:
    def read(text: str, today: date) -> Value:
        if text not in allowed:
            raise Unreadable(Fault.REQUIRED)
        return text

    return read


def _plain(read: Callable[[str], Value]) -> Read:
    return lambda text, today: read(text)


def _read_case(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise Unreadable(Fault.REQUIRED) from None


def _read_iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Unreadable(Fault.REQUIRED) from None


FIELDS: Mapping[str, FieldRule] = {
    "submitter_name": FieldRule(_plain(read_name), required=True),
    "submitter_birth_date": FieldRule(
        lambda text, today: read_birth_date(text, today).isoformat(), required=True
    ),
    "submitter_address": FieldRule(_plain(read_address), required=True),
    "submitter_phone": FieldRule(_plain(read_phone), required=True),
    "submitter_email": FieldRule(_plain(read_email)),
    "submitter_paper_number": FieldRule(_plain(read_paper_number)),
    "paper_issued_on": FieldRule(read_past_day),
    "paper_issued_by": FieldRule(
        _plain(lambda text: read_note(clean(text), 0, LONGEST_LINE))
    ),
    "same_person": FieldRule(_one_of("yes", "no"), required=True),
    "applicant_name": FieldRule(_plain(read_name)),
    "applicant_address": FieldRule(_plain(read_address)),
    "request": FieldRule(
        _plain(lambda text: read_note(text, *REQUEST_LENGTHS)), required=True
    ),
    "copies": FieldRule(_plain(read_copies), required=True),
    "case_id": FieldRule(_plain(_read_case), step=Step.COMPONENTS),
    "delivery": FieldRule(_one_of(*Delivery), required=True, step=Step.DELIVERY),
    "delivery_place": FieldRule(_one_of("unit", "centre"), step=Step.DELIVERY),
    # Who sends or takes a parcel, and where; check_delivery says when it is asked.
    "recipient_name": FieldRule(_plain(read_name), step=Step.DELIVERY),
    "recipient_phone": FieldRule(_plain(read_phone), step=Step.DELIVERY),
    "delivery_address.commune": FieldRule(_plain(clean), step=Step.DELIVERY),
    "delivery_address.detail": FieldRule(
        _plain(lambda text: read_note(clean(text), 0, LONGEST_LINE)),
        step=Step.DELIVERY,
    ),
    "delivery_address.old": FieldRule(
        _plain(lambda text: read_note(clean(text), 0, LONGEST_LINE)),
        step=Step.DELIVERY,
    ),
    "home_collection": FieldRule(_one_of("yes", "no"), step=Step.DELIVERY),
    "collection_day": FieldRule(_plain(_read_iso_day), step=Step.DELIVERY),
    "collection_part": FieldRule(_one_of(*PartOfDay), step=Step.DELIVERY),
    "fee_relief": FieldRule(_plain(clean), step=Step.FEES),
    "relief_proof": FieldRule(_one_of("attach", "look_up"), step=Step.FEES),
}


def clean_answers(
    answers: Mapping[str, str], steps: Iterable[Step], today: date
) -> Cleaned:
    """Read the fields of these steps (R8); what one reader says stops no other."""
    chosen = set(steps)
    cleaned = Cleaned({}, {})
    for name, rule in FIELDS.items():
        if rule.step not in chosen:
            continue
        text = answers.get(name, "")
        try:
            if text.strip():
                cleaned.values[name] = rule.read(text, today)
            elif rule.required:
                raise Unreadable(Fault.REQUIRED)
        except Unreadable as fault:
            cleaned.problems[name] = fault.key
    if Step.INFORMATION in chosen:
        _between_fields(cleaned)
    return cleaned


def _between_fields(cleaned: Cleaned) -> None:
    """Name what no single field can tell: owner without a name, paper before birth."""
    values, problems = cleaned.values, cleaned.problems
    if values.get("same_person") == "yes":
        for name in ("applicant_name", "applicant_address"):
            problems.pop(name, None)
            values[name] = values.get(name.replace("applicant", "submitter"), "")
    elif values.get("same_person") == "no" and "applicant_name" not in values:
        problems.setdefault("applicant_name", Fault.REQUIRED)
    born, issued = values.get("submitter_birth_date"), values.get("paper_issued_on")
    if born and issued and str(issued) < str(born):
        problems["paper_issued_on"] = Problem.PAPER_BEFORE_BIRTH
