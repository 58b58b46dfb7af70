"""The printed form: for whom, from what, and what strangers get."""

import dataclasses
from uuid import uuid4

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import NotFound
from services.dossiers.print_draft_form import print_draft_form
from services.eforms.load_eforms import load_eforms
from services.eforms.models import Eform
from services.papers.facts import FormSheet
from services.papers.printing import print_declaration
from services.processing.print_form import print_form
from services.work import Work
from tests.factories.dossiers import ANSWERS, make_citizen, make_draft, make_officer
from tests.factories.filled_forms import filled
from tests.factories.processing import acting, dossier_of, make_desk, make_new
from tests.services.papers.test_printing import words

COPIES = ANSWERS | filled("CTBS")


@pytest.fixture
def form(work: Work) -> Eform:
    """The shipped form of certified copies, as it is stored."""
    load_eforms(work)
    return work.session.exec(select(Eform).where(Eform.code == "CTBS")).one()


def said(sheet: FormSheet) -> dict[str, str]:
    """Return the last text under each label."""
    return {
        line.label: line.text
        for part in sheet.parts
        for row in part.rows
        for line in row.lines
    }


def test_the_owner_of_a_draft_prints_it_marked_as_one(work: Work, form: Eform) -> None:
    filing = make_desk(work.session).filing
    draft = make_draft(work.session, filing, eform_id=form.id, answers=COPIES)

    sheet = print_draft_form(acting(work, filing.citizen), draft.id)

    assert sheet.is_draft
    assert sheet.dossier_code == ""
    assert said(sheet)["Tên giấy tờ"] == "Giấy khai sinh"
    assert sheet.addressee == filing.agency.name
    assert "BẢN NHÁP" in words(print_declaration(sheet))


def test_a_draft_that_lacks_or_misspells_answers_prints_all_the_same(
    work: Work, form: Eform
) -> None:
    filing = make_desk(work.session).filing
    answers = ANSWERS | {"e.asker_phone": "nonsense", "e.paper": "1"}
    draft = make_draft(
        work.session, filing, eform_id=form.id, answers=answers, agency_id=None
    )

    sheet = print_draft_form(acting(work, filing.citizen), draft.id)

    assert said(sheet)["Điện thoại"] == ""
    assert said(sheet)["Tên giấy tờ"] == ""
    assert set(sheet.addressee) == {"."}
    assert print_declaration(sheet)


def test_nobody_else_prints_a_draft(work: Work, form: Eform) -> None:
    desk = make_desk(work.session)
    draft = make_draft(work.session, desk.filing, eform_id=form.id, answers=COPIES)
    stranger = make_citizen(work.session)
    other = dataclasses.replace(desk.filing, account=stranger).citizen

    with pytest.raises(NotFound):
        print_draft_form(acting(work, other), draft.id)
    with pytest.raises(NotFound):
        print_draft_form(acting(work, desk.filing.citizen), uuid4())


def test_a_draft_of_the_common_form_has_no_form_to_print(work: Work) -> None:
    filing = make_desk(work.session).filing
    draft = make_draft(work.session, filing)

    with pytest.raises(NotFound):
        print_draft_form(acting(work, filing.citizen), draft.id)


def test_owner_and_desk_print_what_was_handed_in(work: Work, form: Eform) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk, eform_id=form.id, answers=COPIES)
    dossier_of(work, code).answers = dict(ANSWERS)  # what was frozen is what counts

    mine = print_form(acting(work, desk.filing.citizen), code)

    assert mine == print_form(acting(work, desk.intake), code)
    assert mine == print_form(acting(work, desk.approver), code)
    assert mine.dossier_code == code
    assert not mine.is_draft
    assert said(mine)["Tên giấy tờ"] == "Giấy khai sinh"
    assert said(mine)["Cộng số bản sao"] == "8 bản"
    assert [one.name for one in mine.signatures] == [said(mine)["Họ và tên"]]
    text = words(print_declaration(mine))
    assert f"Mã hồ sơ: {code}" in text


def test_a_reading_by_the_desk_is_written_down(work: Work, form: Eform) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk, eform_id=form.id, answers=COPIES)

    print_form(acting(work, desk.filing.citizen), code)
    print_form(acting(work, desk.intake), code)

    rows = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "print_form")
    ).all()
    assert [row.account_id for row in rows] == [desk.intake.account_id]


def test_strangers_and_other_units_learn_nothing(work: Work, form: Eform) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk, eform_id=form.id, answers=COPIES)
    stranger = make_citizen(work.session)
    other = dataclasses.replace(desk.filing, account=stranger).citizen

    for reader in (other, make_officer(uuid4())):
        with pytest.raises(NotFound):
            print_form(acting(work, reader), code)


def test_a_dossier_of_the_common_form_has_no_form_to_print(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk)

    with pytest.raises(NotFound):
        print_form(acting(work, desk.filing.citizen), code)


def test_a_handed_in_draft_is_printed_under_its_code_only(
    work: Work, form: Eform
) -> None:
    desk = make_desk(work.session)
    code = make_new(work, desk, eform_id=form.id, answers=COPIES)

    with pytest.raises(NotFound):
        print_draft_form(acting(work, desk.filing.citizen), dossier_of(work, code).id)
