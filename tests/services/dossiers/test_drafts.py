"""Drafts: born once, saved as typed, opened as they were left, thrown away."""

import dataclasses
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.answers import Source
from services.dossiers.begin_draft import OPEN_DRAFTS, begin_draft, open_drafts
from services.dossiers.check_step import check_step
from services.dossiers.choose_agency import choose_agency, set_step
from services.dossiers.discard_draft import discard_draft
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.open_draft import open_draft
from services.dossiers.review import review
from services.dossiers.rules import Step
from services.dossiers.save_answers import Answer, TwoTabs, save_answer, save_answers
from services.files.models import FileState, StoredFile
from services.procedures.models import CaseKind
from services.work import Work
from tests.conftest import NOON
from tests.factories.dossiers import (
    Filing,
    make_citizen,
    make_component,
    make_draft,
    make_filing,
    make_ready_draft,
    make_submitted,
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
def statements(session: Session) -> Iterator[list[str]]:
    sent: list[str] = []
    connection = session.connection()

    def note(*call: object) -> None:
        sent.append(str(call[2]))

    event.listen(connection, "before_cursor_execute", note)
    yield sent
    event.remove(connection, "before_cursor_execute", note)


def stored(mine: Work, dossier_id: UUID) -> dict[str, str]:
    dossier = mine.session.get_one(Dossier, dossier_id)
    mine.session.refresh(dossier)
    return dossier.answers


def test_one_intent_bears_one_draft(mine: Work, filing: Filing) -> None:
    first = begin_draft(mine, filing.procedure.code, "key")
    again = begin_draft(mine, filing.procedure.code, "key")
    other = begin_draft(mine, filing.procedure.code, "another key")

    assert first.is_new
    assert again == dataclasses.replace(first, is_new=False)
    assert other.dossier_id != first.dossier_id


def test_two_people_may_have_the_same_intent_key(
    mine: Work, filing: Filing, session: Session
) -> None:
    other = make_citizen(session)
    theirs = dataclasses.replace(
        mine, actor=dataclasses.replace(mine.actor, account_id=other.id)
    )

    assert begin_draft(theirs, filing.procedure.code, "k").is_new
    assert begin_draft(mine, filing.procedure.code, "k").is_new


@pytest.mark.parametrize("key", ["", "x" * 101])
def test_an_intent_without_a_key_is_refused(
    mine: Work, filing: Filing, key: str
) -> None:
    with pytest.raises(NotFound):
        begin_draft(mine, filing.procedure.code, key)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"is_filed_here": False}, "procedure_not_here"),
        ({"is_suspended": True}, "procedure_closed"),
    ],
)
def test_a_procedure_not_open_here_takes_no_draft(
    work: Work, session: Session, values: dict[str, bool], fault: str
) -> None:
    filing = make_filing(session, **values)
    mine = dataclasses.replace(work, actor=filing.citizen)

    with pytest.raises(RuleViolation) as refusal:
        begin_draft(mine, filing.procedure.code, "key")
    assert refusal.value.problems == {"procedure": fault}


def test_an_unknown_procedure_is_not_found(mine: Work) -> None:
    with pytest.raises(NotFound):
        begin_draft(mine, "0.000000", "key")


def test_drafts_without_end_are_refused(mine: Work, filing: Filing) -> None:
    for _ in range(OPEN_DRAFTS):
        make_draft(mine.session, filing)

    with pytest.raises(RuleViolation):
        begin_draft(mine, filing.procedure.code, "one more")


def test_an_existing_draft_is_offered(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing, step="components")

    offered = open_drafts(mine, filing.procedure.code)

    assert [(d.dossier_id, d.step) for d in offered] == [(draft.id, "components")]
    assert open_drafts(mine, "another") == ()


def test_nobody_and_officers_have_no_drafts(work: Work, filing: Filing) -> None:
    for actor in (work.actor, filing.officer):
        other = dataclasses.replace(work, actor=actor)
        with pytest.raises(Forbidden):
            begin_draft(other, filing.procedure.code, "key")


def test_what_was_typed_is_kept_as_typed(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing, answers={})
    typed = "  Nguyễn   Thị ÁNH tuyết,, 12/13/1990 \n xin"

    saved = save_answer(mine, draft.id, "request", typed, NOON)

    assert saved.moment == mine.now
    assert stored(mine, draft.id) == {"request": typed}


def test_of_two_texts_the_newer_stands_and_both_are_shown(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "mới", NOON)

    late = save_answer(mine, draft.id, "request", "cũ", EARLIER)

    assert late.conflicts == (TwoTabs("request", kept="mới", other="cũ"),)
    assert stored(mine, draft.id) == {"request": "mới"}


def test_a_late_copy_of_the_same_text_is_no_conflict(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "một", NOON)

    assert save_answer(mine, draft.id, "request", "một", EARLIER).conflicts == ()


def test_a_tab_that_overwrites_another_is_told_what_it_overwrote(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "tab A", EARLIER)

    saved = save_answers(mine, draft.id, [Answer("request", "tab B", NOON, seen="")])

    assert saved.conflicts == (TwoTabs("request", kept="tab B", other="tab A"),)
    assert stored(mine, draft.id)["request"] == "tab B"


def test_a_tab_that_goes_on_from_what_is_saved_meets_no_conflict(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "một", EARLIER)

    saved = save_answers(mine, draft.id, [Answer("request", "hai", NOON, seen="một")])

    assert saved.conflicts == ()


def test_fields_do_not_disturb_each_other(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "a", NOON)
    save_answer(mine, draft.id, "copies", "b", EARLIER)

    assert stored(mine, draft.id) == {"request": "a", "copies": "b"}


def test_a_clock_that_runs_ahead_does_not_freeze_a_field(
    mine: Work, filing: Filing
) -> None:
    draft = make_draft(mine.session, filing, answers={})
    save_answer(mine, draft.id, "request", "máy sai giờ", NOON + timedelta(days=400))
    later = dataclasses.replace(mine, now=NOON + timedelta(seconds=1))

    save_answer(later, draft.id, "request", "máy đúng", later.now)

    assert stored(mine, draft.id)["request"] == "máy đúng"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\x1b[31m", "x" * 10_001])
def test_what_no_row_can_hold_is_refused(mine: Work, filing: Filing, text: str) -> None:
    draft = make_draft(mine.session, filing)

    with pytest.raises(RuleViolation):
        save_answer(mine, draft.id, "request", text, NOON)


@pytest.mark.parametrize(
    "text", ["'; drop table dossier; --", "<b>", "{{7*7}}", "=1+1", "😀", ""]
)
def test_any_other_text_is_kept(mine: Work, filing: Filing, text: str) -> None:
    draft = make_draft(mine.session, filing)

    save_answer(mine, draft.id, "paper_issued_by", text, NOON)

    assert stored(mine, draft.id)["paper_issued_by"] == text


def test_a_field_nobody_asked_for_is_refused(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)

    with pytest.raises(RuleViolation):
        save_answer(mine, draft.id, "status", "submitted", NOON)


def test_only_an_entitled_unit_can_be_chosen(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing, agency_id=None)
    other = make_filing(mine.session).agency

    with pytest.raises(RuleViolation) as refusal:
        choose_agency(mine, draft.id, other.id)
    choose_agency(mine, draft.id, filing.agency.id)

    assert refusal.value.problems == {"agency": "agency_not_entitled"}
    assert mine.session.get_one(Dossier, draft.id).agency_id == filing.agency.id


def test_the_step_is_remembered(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing)

    set_step(mine, draft.id, Step.COMPONENTS)

    assert open_draft(mine, draft.id).step == "components"


def test_a_draft_opens_with_all_it_needs(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)

    view = open_draft(mine, draft.id)

    assert view.procedure_name == filing.procedure.name
    assert view.sector == "Xây dựng"
    assert view.is_open
    assert [unit.id for unit in view.units] == [filing.agency.id]
    assert view.agency_name == filing.agency.name
    assert [c.code for c in view.components] == ["G01"]
    assert [f.name for f in view.components[0].files] == ["đơn đề nghị.pdf"]
    assert [fee.amount for fee in view.fees] == [75_000]
    assert view.promise is not None
    # Monday; the 24th is a holiday; so the third working day is Friday.
    assert view.promise.due_at == datetime.fromisoformat("2026-11-27T17:00+07:00")


def test_a_draft_opens_in_at_most_four_statements(
    mine: Work, filing: Filing, statements: list[str]
) -> None:
    draft = make_ready_draft(mine.session, filing)
    for number in range(2, 12):
        make_component(mine.session, filing.procedure, f"G{number:02d}")
        make_stored_file(mine.session, filing.account.id, draft.id)
    mine.session.expire_all()
    statements.clear()

    open_draft(mine, draft.id)

    # A process reads the calendar once (`shown_calendar`); pages do not pay for it.
    asked = [one for one in statements if "office_week" not in one]
    assert len(asked) <= 4


def test_the_account_is_not_asked_twice(work: Work, session: Session) -> None:
    filing = make_filing(session)
    filing.account.address, filing.account.phone = "Tổ 5, xã Vô Tranh", "0900000002"
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = make_draft(session, filing, answers={"submitter_phone": ""})

    answers = open_draft(mine, draft.id).answers

    assert answers["submitter_address"].text == "Tổ 5, xã Vô Tranh"
    assert answers["submitter_address"].source is Source.ACCOUNT
    assert answers["submitter_phone"].text == ""  # erased stays erased
    assert answers["copies"].source is Source.DEFAULT
    assert answers["request"].text == filing.procedure.name
    assert answers["submitter_email"].source is Source.NOBODY


def test_verified_data_is_not_overtyped(work: Work, session: Session) -> None:
    filing = make_filing(session)
    filing.account.assurance_level = 2
    mine = dataclasses.replace(work, actor=filing.citizen)
    draft = make_draft(session, filing, answers={"submitter_name": "Người Khác"})

    name = open_draft(mine, draft.id).answers["submitter_name"]

    assert name.text == filing.account.full_name
    assert name.source is Source.VERIFIED


def test_a_step_names_all_that_is_wrong_on_it(mine: Work, filing: Filing) -> None:
    draft = make_draft(mine.session, filing, answers={}, agency_id=None)

    found: dict[Step, dict[str, str]] = {}
    for step in Step:
        try:
            check_step(mine, draft.id, step)
            found[step] = {}
        except RuleViolation as refusal:
            found[step] = refusal.problems

    assert found[Step.AGENCY] == {"agency": "required"}
    assert found[Step.INFORMATION] == {
        "submitter_birth_date": "required",
        "submitter_address": "required",
        "submitter_phone": "required",
    }
    assert found[Step.COMPONENTS] == {"G01": "component_missing"}
    assert found[Step.DELIVERY] == {}
    assert found[Step.FEES] == {}
    assert len(found[Step.REVIEW]) == 5


def test_saving_checks_nothing_and_review_shows_it_all(
    mine: Work, filing: Filing
) -> None:
    draft = make_ready_draft(mine.session, filing)
    save_answer(mine, draft.id, "submitter_phone", "abc", NOON)

    seen = review(mine, draft.id)

    assert seen.problems == {"submitter_phone": "phone_format"}
    values = {card.field: card.value for card in seen.cards}
    assert values["submitter_email"] is None
    assert values["request"] == "Cấp giấy phép xây dựng nhà ở riêng lẻ"


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        (FileState.RECEIVING, "file_sending"),
        (FileState.CHECKING, "file_checking"),
        (FileState.REFUSED, "file_refused"),
    ],
)
def test_a_file_that_is_not_ready_stops_the_step(
    mine: Work, filing: Filing, state: FileState, fault: str
) -> None:
    draft = make_ready_draft(mine.session, filing)
    make_stored_file(
        mine.session, filing.account.id, draft.id, slot="other", state=state
    )

    with pytest.raises(RuleViolation) as refusal:
        check_step(mine, draft.id, Step.COMPONENTS)
    assert refusal.value.problems == {"other": fault}


def test_papers_of_one_case_are_asked_in_that_case_only(
    mine: Work, filing: Filing
) -> None:
    session = mine.session
    one = make_component(session, filing.procedure, "G02", CaseKind.WHEN, required=True)
    make_component(session, filing.procedure, "G03", CaseKind.WHEN, required=True)
    make_component(session, filing.procedure, "G04", CaseKind.PRESENT, required=True)
    make_component(session, filing.procedure, "G05", CaseKind.NOTE, is_paper=False)
    draft = make_ready_draft(session, filing)

    check_step(mine, draft.id, Step.COMPONENTS)
    save_answer(mine, draft.id, "case_id", str(one.case_id), NOON)
    with pytest.raises(RuleViolation) as refusal:
        check_step(mine, draft.id, Step.COMPONENTS)

    assert refusal.value.problems == {"G02": "component_missing"}


def test_a_case_of_another_procedure_is_refused(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)
    save_answer(mine, draft.id, "case_id", str(uuid4()), NOON)

    with pytest.raises(RuleViolation) as refusal:
        check_step(mine, draft.id, Step.COMPONENTS)
    assert refusal.value.problems == {"case_id": "choice_unknown"}


def test_a_discarded_draft_takes_its_files_along(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)

    discard_draft(mine, draft.id)

    files = mine.session.exec(
        select(StoredFile).where(StoredFile.subject_id == draft.id)
    ).all()
    assert mine.session.get(Dossier, draft.id) is None
    assert [file.removed_at for file in files] == [mine.now]


def test_what_was_handed_in_is_no_draft_any_more(work: Work, filing: Filing) -> None:
    submitted = make_submitted(work, filing)
    mine = dataclasses.replace(work, actor=filing.citizen)

    for act in (
        lambda: save_answer(mine, submitted.dossier_id, "copies", "2", NOON),
        lambda: choose_agency(mine, submitted.dossier_id, filing.agency.id),
        lambda: set_step(mine, submitted.dossier_id, Step.FEES),
        lambda: discard_draft(mine, submitted.dossier_id),
    ):
        with pytest.raises(Conflict):
            act()
    view = open_draft(mine, submitted.dossier_id)
    assert view.status is DossierStatus.SUBMITTED
    assert view.code == submitted.code


def test_foreign_and_missing_drafts_are_refused_alike(
    mine: Work, filing: Filing
) -> None:
    theirs = make_draft(mine.session, make_filing(mine.session))
    answers = {}
    for name, dossier_id in (("foreign", theirs.id), ("missing", uuid4())):
        said = []
        for act in (
            lambda d: open_draft(mine, d),
            lambda d: review(mine, d),
            lambda d: check_step(mine, d, Step.AGENCY),
            lambda d: save_answer(mine, d, "copies", "2", NOON),
            lambda d: choose_agency(mine, d, filing.agency.id),
            lambda d: set_step(mine, d, Step.FEES),
            lambda d: discard_draft(mine, d),
        ):
            with pytest.raises(NotFound) as refusal:
                act(dossier_id)
            said.append(str(refusal.value))
        answers[name] = said

    assert answers["foreign"] == answers["missing"]
    assert (
        mine.session.exec(
            select(Dossier.version).where(col(Dossier.id) == theirs.id)
        ).one()
        == 1
    )
