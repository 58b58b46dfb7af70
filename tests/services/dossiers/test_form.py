"""The electronic form of a dossier: pinned, saved, checked, frozen."""

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlmodel import Session

from services.core.errors import RuleViolation
from services.dossiers.begin_draft import begin_draft
from services.dossiers.check_step import check_step
from services.dossiers.models import Dossier
from services.dossiers.open_form import open_form
from services.dossiers.review import review
from services.dossiers.rules import Step
from services.dossiers.save_answers import Answer, save_answer, save_answers
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import submit_dossier
from services.eforms.models import Eform
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import Filing, make_filing, make_proof
from tests.factories.eforms import (
    COMMUNE,
    make_commune,
    make_definition,
    make_eform,
    make_form_draft,
)
from tests.factories.files import make_stored_file

EARLIER = NOON - timedelta(minutes=5)


@pytest.fixture
def filing(session: Session) -> Filing:
    return make_filing(session)


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


@pytest.fixture
def eform(work: Work, filing: Filing) -> Eform:
    return make_eform(work, make_definition(procedures=[filing.procedure.code]))


@pytest.fixture
def draft(mine: Work, filing: Filing, eform: Eform) -> Dossier:
    return make_form_draft(mine, filing, eform, child_name="Lê Thị Bé")


@pytest.fixture
def statements(session: Session) -> Iterator[list[str]]:
    sent: list[str] = []
    connection = session.connection()

    def note(*call: object) -> None:
        sent.append(str(call[2]))

    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)


def hand_in(mine: Work, draft: Dossier) -> Dossier:
    make_stored_file(mine.session, draft.account_id, draft.id)
    submitted = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
    assert submitted is not None
    return mine.session.get_one(Dossier, draft.id)


def test_a_draft_keeps_the_version_it_began_with(mine: Work, eform: Eform) -> None:
    procedure = eform.definition["procedures"][0]
    born = begin_draft(mine, procedure, "one").dossier_id
    newer = make_definition(version=2, procedures=[procedure], title="Bản mới")
    make_eform(mine, newer)
    later = begin_draft(mine, procedure, "two").dossier_id

    opened, fresh = open_form(mine, born), open_form(mine, later)

    assert opened is not None
    assert opened.definition.version == 1
    assert fresh is not None
    assert fresh.definition.version == 2


def test_the_form_is_opened_in_one_statement(
    mine: Work, draft: Dossier, statements: list[str]
) -> None:
    open_form(mine, draft.id)
    statements.clear()

    open_form(mine, draft.id)

    assert len(statements) == 1


def test_answers_of_the_form_are_kept_as_typed(mine: Work, draft: Dossier) -> None:
    typed = {"e.sibling": "1", "e.sibling.1.income": "abc", "e.home.detail": "Xóm 5"}

    save_answers(mine, draft.id, [Answer(k, t, NOON) for k, t in typed.items()])

    kept = mine.session.get_one(Dossier, draft.id).answers
    assert typed.items() <= kept.items()


@pytest.mark.parametrize("key", ["e.nothing", "e.sum_income", "e.sibling.100.income"])
def test_what_the_form_never_asks_is_refused(
    mine: Work, draft: Dossier, key: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        save_answer(mine, draft.id, key, "x", NOON)

    assert refusal.value.problems == {"answer": "field_unknown"}


def test_a_draft_without_a_form_takes_no_answer_of_one(
    mine: Work, draft: Dossier
) -> None:
    draft.eform_id = None
    mine.session.add(draft)
    mine.session.flush()

    with pytest.raises(RuleViolation):
        save_answer(mine, draft.id, "e.child_name", "x", NOON)


def test_of_two_tabs_the_newer_answer_wins_and_both_are_named(
    mine: Work, draft: Dossier
) -> None:
    save_answer(mine, draft.id, "e.job", "Thợ", NOON)

    saved = save_answers(mine, draft.id, [Answer("e.job", "Nông dân", EARLIER)])

    assert [one.field for one in saved.conflicts] == ["e.job"]
    assert mine.session.get_one(Dossier, draft.id).answers["e.job"] == "Thợ"


def test_the_information_step_checks_the_form(mine: Work, draft: Dossier) -> None:
    save_answer(mine, draft.id, "e.married", "yes", NOON)

    with pytest.raises(RuleViolation) as refusal:
        check_step(mine, draft.id, Step.INFORMATION)

    assert set(refusal.value.problems) == {"e.spouse"}
    check_step(mine, draft.id, Step.DELIVERY)


def test_the_review_shows_the_form_by_groups(mine: Work, draft: Dossier) -> None:
    save_answer(mine, draft.id, "e.married", "no", NOON)

    seen = review(mine, draft.id)

    lines = {line.code: line.text for line in seen.form[0].rows[0].lines}
    assert lines["child_name"] == "Lê Thị Bé"
    assert lines["married"] == "Không"
    assert lines["job"] == ""
    assert "spouse" not in lines
    assert "office" not in {group.code for group in seen.form}


def test_whom_the_form_names_is_the_owner(mine: Work, draft: Dossier) -> None:
    answers = {"same_person": "no", "applicant_name": ""}
    draft.answers = draft.answers | answers
    mine.session.add(draft)

    handed_in = hand_in(mine, draft)

    assert handed_in.applicant_name == "Lê Thị Bé"
    assert read_snapshot(handed_in).values["applicant_address"] == ""


def test_what_was_handed_in_stays_whatever_becomes_of_the_form(
    mine: Work, draft: Dossier
) -> None:
    make_commune(mine.session)
    for key, text in {
        "e.married": "no",
        "e.spouse": "Không hỏi nữa",
        "e.sibling": "2",
        "e.sibling.2.sibling_name": "Lê Hai",
        "e.sibling.2.income": "1.000.000",
        "e.home.commune": COMMUNE,
        "e.home.detail": "Xóm 5",
    }.items():
        save_answer(mine, draft.id, key, text, NOON)
    handed_in = hand_in(mine, draft)
    row = mine.session.get_one(Eform, draft.eform_id)
    row.definition = row.definition | {"title": "Đã sửa"}
    mine.session.add(row)

    form = read_snapshot(handed_in).form

    assert form is not None
    assert (form.code, form.version, form.title) == ("THU", 1, "Tờ khai thử")
    assert form.values["home"]["text"] == "Xóm 5, Xã Mẫu, Tỉnh Thử"
    assert form.values["sum_income"] == 1_000_000
    assert "e.spouse" not in form.answers
    assert "spouse" not in form.values
    texts = [line.text for group in form.lines for r in group.rows for line in r.lines]
    assert {"Lê Hai", "1.000.000 đ"} <= set(texts)


def test_an_earlier_dossier_by_the_same_form_is_offered_with_its_code(
    mine: Work, filing: Filing, eform: Eform, draft: Dossier
) -> None:
    save_answer(mine, draft.id, "e.job", "Nông dân", NOON)
    code = hand_in(mine, draft).code
    next_draft = make_form_draft(mine, filing, eform)

    form = open_form(mine, next_draft.id)

    assert form is not None
    assert form.earlier_code == code
    assert form.filled["e.job"].text == "Nông dân"
    assert form.filled["e.child_name"].text == ""


def test_somebody_elses_earlier_dossier_is_never_offered(
    work: Work, mine: Work, draft: Dossier, eform: Eform, session: Session
) -> None:
    hand_in(mine, draft)
    stranger = make_filing(session)
    other = dataclasses.replace(work, actor=stranger.citizen)

    form = open_form(other, make_form_draft(other, stranger, eform).id)

    assert form is not None
    assert form.earlier_code == ""


def test_a_stranger_opens_no_form(work: Work, draft: Dossier, session: Session) -> None:
    stranger = dataclasses.replace(work, actor=make_filing(session).citizen)

    with pytest.raises(Exception, match="dossier"):
        open_form(stranger, UUID(str(draft.id)))
