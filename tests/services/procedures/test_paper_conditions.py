"""Conditions of papers in the seed name fields and answers their form really has."""

from collections.abc import Iterator
from typing import Any

import pytest

from services.eforms.catalogues import catalogue
from services.eforms.definition import FieldKind, FormField
from services.eforms.load_eforms import shipped_definitions
from services.procedures.load_seed import SeedPaper, SeedProcedure, read_seed


def conditions() -> Iterator[Any]:
    for procedure in read_seed():
        for paper in papers_of(procedure):
            if paper.when_answer:
                yield pytest.param(procedure, paper, id=paper.code)


def papers_of(procedure: SeedProcedure) -> list[SeedPaper]:
    in_cases = [paper for case in procedure.cases for paper in case.papers]
    return [*procedure.papers, *in_cases]


def answers_of(field: FormField) -> set[str]:
    if field.kind is FieldKind.TICK:
        return {"yes"}
    if field.kind is FieldKind.CATALOGUE:
        return set(catalogue(field.catalogue))
    return {value for value, _ in field.options}


@pytest.mark.parametrize(("procedure", "paper"), list(conditions()))
def test_a_condition_can_come_true(procedure: SeedProcedure, paper: SeedPaper) -> None:
    assert paper.when_answer is not None
    fields = {
        field.code: field
        for form in shipped_definitions()
        if procedure.code in form.procedures
        for field in form.fields()
    }

    assert paper.when_answer.field in fields
    assert set(paper.when_answer.any) <= answers_of(fields[paper.when_answer.field])
    assert paper.when, "the condition is said in words too"
    assert not paper.required


def test_the_seed_has_conditions() -> None:
    assert len(list(conditions())) >= 13


def test_cases_of_the_seed_are_named_by_what_depends_on_them() -> None:
    for procedure in read_seed():
        names = {case.name for case in procedure.cases}
        assert {p.when_case for p in papers_of(procedure)} - {""} <= names
