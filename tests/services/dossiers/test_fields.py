"""The common form: what is read, and what is said of the rest."""

from datetime import date

import pytest

from services.core.readers import Unreadable
from services.dossiers.fields import FIELDS, clean_answers, read_paper_number
from services.dossiers.rules import Step
from tests.factories.dossiers import ANSWERS

TODAY = date(2026, 11, 23)
WHOLE = ANSWERS | {"same_person": "yes", "copies": "1", "delivery": "counter"}


def problems(**changed: str) -> dict[str, str]:
    return clean_answers(WHOLE | changed, Step, TODAY).problems


def test_a_whole_form_has_no_problem_and_is_read() -> None:
    cleaned = clean_answers(WHOLE, Step, TODAY)

    assert cleaned.problems == {}
    assert cleaned.values["submitter_phone"] == "0900000001"
    assert cleaned.values["submitter_birth_date"] == "1990-12-31"
    assert cleaned.values["applicant_name"] == "Nguyễn Thị Ánh Tuyết"


def test_an_empty_form_names_every_required_field_at_once() -> None:
    cleaned = clean_answers({}, Step, TODAY)

    required = {name for name, rule in FIELDS.items() if rule.required}
    assert required <= set(cleaned.problems)
    assert set(cleaned.problems.values()) == {"required"}


def test_a_step_checks_its_own_fields_only() -> None:
    assert set(clean_answers({}, [Step.DELIVERY], TODAY).problems) == {"delivery"}
    assert clean_answers({}, [Step.FEES], TODAY).problems == {}


def test_an_owner_who_is_not_the_submitter_needs_a_name() -> None:
    assert problems(same_person="no") == {"applicant_name": "required"}
    assert problems(same_person="no", applicant_name="Trần Văn Ba") == {}


def test_a_stale_owner_is_forgotten_when_the_two_are_one() -> None:
    cleaned = clean_answers(WHOLE | {"applicant_name": "1"}, Step, TODAY)

    assert cleaned.problems == {}
    assert cleaned.values["applicant_name"] == cleaned.values["submitter_name"]


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("submitter_birth_date", "31/04/1990", "date_real"),
        ("submitter_birth_date", "24/11/2026", "date_future"),
        ("submitter_birth_date", "01/01/1905", "date_too_old"),
        ("submitter_phone", "12", "phone_format"),
        ("submitter_email", "khong phai", "email_format"),
        ("submitter_paper_number", "01234567890", "citizen_id_lost_zero"),
        ("submitter_paper_number", "12345", "citizen_id_length"),
        ("paper_issued_on", "24/11/2026", "date_future"),
        ("paper_issued_on", "30/12/1990", "paper_before_birth"),
        ("request", "ngắn quá", "note_short"),
        ("request", "x" * 501, "note_long"),
        ("copies", "0", "copies_range"),
        ("copies", "10", "copies_range"),
        ("delivery", "drone", "required"),
        ("same_person", "maybe", "required"),
        ("case_id", "1 or 1=1", "required"),
    ],
)
def test_each_fault_has_its_own_sentence(field: str, text: str, fault: str) -> None:
    assert problems(**{field: text}) == {field: fault}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("999190000001", "999190000001"),
        ("999 190 000 001", "999190000001"),
        ("012345678", "012345678"),
        ("4600000019", "4600000019"),
        ("0101234567-001", "0101234567-001"),
    ],
)
def test_a_paper_number_is_an_identity_number_or_a_tax_code(
    typed: str, read: str
) -> None:
    assert read_paper_number(typed) == read


def test_letters_are_no_paper_number() -> None:
    with pytest.raises(Unreadable):
        read_paper_number("C1234567")
