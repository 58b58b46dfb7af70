"""A paper is due exactly when its condition holds (C12, ‹Bắt buộc khi …›)."""

import dataclasses
from typing import Any

import pytest
from sqlmodel import Session

from services.dossiers.check_components import component_problems
from services.dossiers.queries import Draft, load_own
from services.dossiers.requirements import StandIn, is_required, stand_in
from services.dossiers.snapshot import freeze_components
from services.dossiers.view_papers import view_component
from services.eforms.definition import EformDefinition, read_definition
from services.procedures.models import CaseKind
from services.work import Work
from tests.factories.dossiers import (
    Filing,
    make_component,
    make_draft,
    make_filing,
)

RULE = {"field": "relation", "any": ["other", "neighbour"]}


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


def form(component: str = "") -> EformDefinition:
    """Return a form with a choice, and a tick that hides another."""
    words = {"used_by": "công chức hộ tịch, để xét quyền"}
    choice = {"kind": "choice", "options": [["self", "a"], ["other", "b"]], **words}
    hidden = {"when": {"field": "found", "any": ["yes"]}, **choice}
    fields: list[dict[str, Any]] = [
        {"code": "relation", "label": "Quan hệ", **choice},
        {"code": "found", "label": "Bị bỏ rơi", "kind": "tick", **words},
        {"code": "by", "label": "Người báo", **hidden},
    ]
    return read_definition(
        {
            "code": "KS",
            "version": 1,
            "starts_on": "2026-01-01",
            "procedures": ["1.001193"],
            "component": component,
            "title": "Tờ khai",
            "legal_basis": "Luật Hộ tịch",
            "group": [{"code": "child", "title": "Trẻ", "field": fields}],
        }
    )


def drafted(work: Work, filing: Filing, component: str = "", **answers: str) -> Draft:
    """Return a draft with the form and these answers."""
    mine = dataclasses.replace(work, actor=filing.citizen)
    dossier = make_draft(work.session, filing)
    draft = load_own(mine, dossier.id)
    dossier.answers = {**dossier.answers, **answers}
    return dataclasses.replace(draft, form=form(component))


def paper(draft: Draft, code: str) -> Any:
    return next(c for c in draft.catalogue.components if c.code == code)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, False),
        ({"e.relation": "self"}, False),
        ({"e.relation": "other"}, True),
        ({"e.relation": "neighbour"}, True),
    ],
)
def test_an_answer_of_the_form_makes_a_paper_due(
    work: Work, filing: Filing, answers: dict[str, str], expected: bool
) -> None:
    make_component(work.session, filing.procedure, "G02", required_answer=RULE)
    draft = drafted(work, filing, **answers)

    assert is_required(draft, paper(draft, "G02")) is expected
    assert ("G02" in component_problems(draft, [])) is expected
    frozen = {c.code: c.required for c in freeze_components(draft, "", [])}
    assert frozen["G02"] is expected


def test_an_answer_that_is_not_asked_any_more_decides_nothing(
    work: Work, filing: Filing
) -> None:
    rule = {"field": "by", "any": ["other"]}
    make_component(work.session, filing.procedure, "G02", required_answer=rule)
    asked = drafted(work, filing, **{"e.found": "yes", "e.by": "other"})
    hidden = drafted(work, filing, **{"e.found": "", "e.by": "other"})

    assert is_required(asked, paper(asked, "G02"))
    assert not is_required(hidden, paper(hidden, "G02"))


def test_without_a_form_the_condition_stays_words(work: Work, filing: Filing) -> None:
    when = "Khi người đi khai không phải cha, mẹ"
    make_component(
        work.session,
        filing.procedure,
        "G02",
        required_answer=RULE,
        required_when=when,
    )
    draft = dataclasses.replace(drafted(work, filing), form=None)

    view = view_component(draft, paper(draft, "G02"), [])

    assert (view.required, view.required_when) == (False, when)


def test_the_case_chosen_makes_a_paper_due(work: Work, filing: Filing) -> None:
    one = make_component(work.session, filing.procedure, "G02", CaseKind.WHEN)
    two = make_component(work.session, filing.procedure, "G03", CaseKind.WHEN)
    name = "Trường hợp G03"
    make_component(work.session, filing.procedure, "G04", required_case=name)

    def due(case_id: object) -> bool:
        draft = drafted(work, filing, case_id=str(case_id))
        return is_required(draft, paper(draft, "G04"))

    assert (due(one.case_id), due(two.case_id)) == (False, True)


def test_the_electronic_form_stands_for_its_own_paper(
    work: Work, filing: Filing
) -> None:
    draft = drafted(work, filing, component="G01")

    assert stand_in(draft, paper(draft, "G01")) is StandIn.FORM
    assert component_problems(draft, []) == {}
    assert freeze_components(draft, "", [])[0].stand_in is StandIn.FORM


def test_a_form_for_another_paper_stands_for_nothing_here(
    work: Work, filing: Filing
) -> None:
    draft = drafted(work, filing, component="G09")

    assert stand_in(draft, paper(draft, "G01")) is StandIn.NONE
    assert component_problems(draft, []) == {"G01": "component_missing"}
