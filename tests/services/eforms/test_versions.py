"""Versions of a form: loaded once, superseded from a day, never changed in place."""

from datetime import date, timedelta

import pytest
from sqlmodel import func, select

from services.eforms.conditions import asked_fields, find_key
from services.eforms.current_eform import current_eform, stored_definition
from services.eforms.load_eforms import (
    AlteredVersion,
    add_eforms,
    load_eforms,
    shipped_definitions,
)
from services.eforms.models import Eform
from services.eforms.prefill import Fact, Known, filled_answers
from services.work import Work
from tests.factories.eforms import asked, make_definition, make_eform

TODAY = date(2026, 11, 23)


def test_loading_the_shipped_forms_again_adds_nothing(work: Work) -> None:
    first = load_eforms(work)
    again = load_eforms(work)

    held = work.session.exec(select(func.count()).select_from(Eform)).one()
    assert first == len(shipped_definitions()) == held
    assert again == 0


def test_a_stored_form_reads_back_as_it_was_shipped(work: Work) -> None:
    eform = make_eform(work)

    assert stored_definition(work.session, eform.id) == make_definition()


def test_a_version_in_use_is_never_changed_in_place(work: Work) -> None:
    make_eform(work)

    with pytest.raises(AlteredVersion, match="THU 1"):
        add_eforms(work, [make_definition(title="Khác")])


def test_a_new_version_supersedes_from_its_day_on(work: Work) -> None:
    old = make_eform(work)
    tomorrow = TODAY + timedelta(days=1)
    new = make_eform(work, make_definition(version=2, starts_on=tomorrow))

    assert current_eform(work.session, "9.thu", TODAY) == old.id
    assert current_eform(work.session, "9.thu", tomorrow) == new.id
    assert current_eform(work.session, "9.thu", date(2025, 1, 1)) is None
    assert current_eform(work.session, "9.other", TODAY) is None


def keys(answers: dict[str, str]) -> set[str]:
    return {one.key for one in asked_fields(make_definition(), answers)}


def test_a_condition_on_a_hidden_field_does_not_hold() -> None:
    group = {
        "code": "one",
        "title": "Một",
        "field": [
            asked("first", "tick"),
            asked("second", "tick", when={"field": "first", "any": ["yes"]}),
            asked("third", "text", when={"field": "second", "any": ["yes"]}),
        ],
    }
    form = make_definition(applicant="", group=[group])
    both = {"e.first": "yes", "e.second": "yes"}

    shown = {one.key for one in asked_fields(form, both)}
    hidden = {one.key for one in asked_fields(form, both | {"e.first": ""})}

    assert shown == {"e.first", "e.second", "e.third"}
    assert hidden == {"e.first"}


def test_rows_are_asked_in_their_order_and_foreign_names_are_passed_over() -> None:
    found = [
        one.row
        for one in asked_fields(make_definition(), {"e.sibling": "3,x,1,3,0,100"})
        if one.field.code == "sibling_name"
    ]

    assert found == ["3", "1"]


@pytest.mark.parametrize(
    ("key", "is_known"),
    [
        ("e.child_name", True),
        ("e.home.commune", True),
        ("e.home", False),
        ("e.sibling", True),
        ("e.sibling.7.income", True),
        ("e.sibling.100.income", False),
        ("e.sibling.x.income", False),
        ("e.sibling..income", False),
        ("e.income", False),
        ("e.sum_income", False),
        ("e.unknown", False),
        ("child_name", False),
        ("e.", False),
    ],
)
def test_only_what_the_form_asks_can_be_answered(key: str, is_known: bool) -> None:
    assert (find_key(make_definition(), key) is not None) is is_known


def test_known_facts_fill_fields_and_verified_ones_are_fixed() -> None:
    facts = {
        "submitter.phone": Fact("0900000001", "account"),
        "submitter.full_name": Fact("Lê Thu", "verified", is_verified=True),
        "submitter.address": Fact("Xóm 5, xã Mẫu", "account"),
    }
    typed = {"e.phone": "", "e.teller": "Người khác"}

    filled = filled_answers(make_definition(), typed, Known(facts))

    assert filled["e.phone"].text == ""  # what was erased stays erased
    assert (filled["e.teller"].text, filled["e.teller"].is_fixed) == ("Lê Thu", True)
    assert filled["e.home.old"].text == "Xóm 5, xã Mẫu"
    assert filled["e.home.commune"].text == ""


def test_an_earlier_dossier_fills_only_what_the_form_takes_from_it() -> None:
    earlier = {"e.job": "Nông dân", "e.child_name": "Bé Một", "e.sibling": "1"}

    filled = filled_answers(make_definition(), {}, Known({}, earlier))

    assert (filled["e.job"].text, filled["e.job"].source) == ("Nông dân", "earlier")
    assert filled["e.child_name"].text == ""
    assert filled["e.sibling"].text == ""
