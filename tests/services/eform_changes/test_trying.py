"""A form is tried as people nobody is; nothing that is typed is kept."""

import pytest
from sqlmodel import func, select

from services.core.errors import Forbidden, NotFound, RuleViolation
from services.core.readers import read_citizen_id, read_email, read_phone
from services.dossiers.models import Dossier
from services.eform_changes.edit_draft import remove_part, save_field
from services.eform_changes.raw import Spot
from services.eform_changes.try_form import (
    Trial,
    check_trial,
    invented_people,
    try_eform,
)
from services.eforms.load_eforms import load_eforms, shipped_definitions
from services.eforms.prefill import OF_PERSON
from services.work import Work
from tests.factories.eform_drafts import (
    administrator,
    field_typed,
    make_draft_of_form,
)
from tests.factories.eforms import make_definition, make_eform

DRAFT = Trial("THU", "draft", "me")


def test_a_draft_is_filled_in_as_the_person_is_known(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    typed = field_typed(kind="citizen_id", code="number", prefill_1="owner.citizen_id")
    save_field(boss, at, Spot(0, 8), typed)

    mine = try_eform(boss, DRAFT, {"e.job": "Nông dân"}).filled
    another = try_eform(boss, Trial("THU", "draft", "for_another"), {}).filled
    nobody = try_eform(boss, Trial("THU", "draft", "nobody"), {}).filled

    assert (mine["e.teller"].text, mine["e.teller"].is_fixed) == ("Lường Thị Mẫu", True)
    assert mine["e.job"].text == "Nông dân"
    assert mine["e.number"].text == "999190000001"
    assert another["e.number"].text == "999050000004"
    assert {one.text for one in nobody.values()} == {""}


def test_answers_are_checked_and_said_and_nothing_is_stored(work: Work) -> None:
    boss, _ = make_draft_of_form(work)
    answers = {
        "e.child_name": "Lê Thị Bé",
        "e.married": "yes",
        "e.sibling": "1",
        "e.sibling.1.sibling_name": "Lê Văn Anh",
        "e.sibling.1.income": "hai triệu",
    }
    before = work.session.exec(select(func.count()).select_from(Dossier)).one()

    checked = check_trial(boss, DRAFT, answers)

    assert set(checked.problems) == {"e.spouse", "e.sibling.1.income"}
    assert checked.names["e.sibling.1.income"] == "Câu income (người 1)"
    said = {
        line.label: line.text
        for part in checked.lines
        for row in part.rows
        for line in row.lines
    }
    assert said["Câu child_name"] == "Lê Thị Bé"
    assert checked.sheet.title == "Tờ khai thử"
    assert checked.sheet.is_draft
    after = work.session.exec(select(func.count()).select_from(Dossier)).one()
    assert (before, after) == (0, 0)


def test_the_offices_part_is_tried_beside_what_the_person_said(work: Work) -> None:
    boss, _ = make_draft_of_form(work)
    office = Trial("THU", "draft", "me", is_office=True)
    answers = {"e.child_name": "Lê Thị Bé", "e.married": "yes", "e.spouse": "Vi Tư"}

    problems = check_trial(boss, office, answers).problems

    assert set(problems) == {"e.book", "e.book_reason"}


def test_a_stored_version_is_tried_as_well(work: Work) -> None:
    make_eform(work, make_definition())
    boss = administrator(work)

    assert try_eform(boss, Trial("THU", "1", "me"), {}).definition == make_definition()
    for version in ("2", "draft", "x"):
        with pytest.raises(NotFound):
            try_eform(boss, Trial("THU", version), {})
    with pytest.raises(Forbidden):
        try_eform(work, Trial("THU", "1"), {})


def test_a_draft_with_flaws_is_not_drawn(work: Work) -> None:
    boss, at = make_draft_of_form(work)
    remove_part(boss, at, Spot(0, 2))

    with pytest.raises(RuleViolation) as refusal:
        try_eform(boss, DRAFT, {})

    assert refusal.value.problems == {"trial": "eform_try_flawed"}


def test_every_shipped_form_can_be_tried_by_every_invented_person(work: Work) -> None:
    load_eforms(work)
    boss = administrator(work)
    for form in shipped_definitions():
        for person in invented_people():
            trial = Trial(form.code, "1", person.key)
            try_eform(boss, trial, {})
            assert check_trial(boss, trial, {}).problems


def test_invented_people_are_nobody() -> None:
    for person in invented_people():
        for facts in (person.facts, person.owner):
            assert set(facts) <= set(OF_PERSON)
            number, phone = facts.get("citizen_id", ""), facts.get("phone", "")
            assert not number or str(read_citizen_id(number)).startswith("999")
            assert not phone or read_phone(phone).startswith("0900000")
            mail = facts.get("email", "")
            assert not mail or read_email(mail).endswith("@example.vn")
