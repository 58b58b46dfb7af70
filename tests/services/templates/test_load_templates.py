"""The texts that come with the portal: whole, plain, and never written over."""

from datetime import date

import pytest
from sqlmodel import select

from services.templates.load_templates import load_templates, read_templates
from services.templates.models import TemplateKind, TextTemplate
from services.templates.queries import templates_for
from services.work import Work

DAY = date(2026, 11, 22)
OFFICE_KINDS = (
    TemplateKind.NOT_ACCEPTED,
    TemplateKind.SUPPLEMENT,
    TemplateKind.REFUSAL,
    TemplateKind.EXTENSION,
    TemplateKind.STOP,
)


@pytest.mark.parametrize("kind", OFFICE_KINDS)
def test_every_office_reason_says_what_to_do(kind: TemplateKind) -> None:
    found = [one for one in read_templates() if one["kind"] is kind]
    assert found
    assert all(one["title"] and one["body"] and one["how_to"] for one in found)


def test_refusals_rest_on_a_law() -> None:
    refusals = [one for one in read_templates() if one["kind"] is TemplateKind.REFUSAL]
    assert all(one["legal_basis"] for one in refusals)


def test_loading_twice_changes_nothing(work: Work) -> None:
    assert load_templates(work) > 0
    assert load_templates(work) == 0


def test_an_edited_text_is_not_written_over(work: Work) -> None:
    load_templates(work)
    query = select(TextTemplate).where(TextTemplate.key == "unreadable")
    edited = work.session.exec(query).one()
    edited.body = "Chữ mờ"
    work.session.flush()
    load_templates(work)
    assert work.session.exec(query).one().body == "Chữ mờ"


def test_a_procedure_has_the_general_texts_and_its_own(work: Work) -> None:
    load_templates(work)
    birth = templates_for(work.session, TemplateKind.REFUSAL, "1.001193", DAY)
    copies = templates_for(work.session, TemplateKind.REFUSAL, "2.000815", DAY)
    assert "already_registered_birth" in {text.key for text in birth}
    assert "already_registered_birth" not in {text.key for text in copies}
    assert {"not_our_office"} <= {text.key for text in birth} & {
        text.key for text in copies
    }
