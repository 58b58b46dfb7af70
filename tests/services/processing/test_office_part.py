"""The office's part of a form: filled in before receiving, beside what was handed in."""

import dataclasses

import pytest

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dossiers.models import Dossier
from services.dossiers.submit import submit_dossier
from services.processing.office_part import open_office_part, save_office_part
from services.processing.queries import agency_dossier
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.processing.tick_office_part import tick_office_part
from services.work import Work
from tests.factories.dossiers import make_proof
from tests.factories.eforms import make_definition, make_eform, make_form_draft
from tests.factories.files import make_stored_file
from tests.factories.processing import Desk, acting, make_desk, make_form, make_new


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def code(work: Work, desk: Desk) -> str:
    """A dossier with a form, handed in; the child is married."""
    mine = dataclasses.replace(work, actor=desk.filing.citizen)
    eform = make_eform(work, make_definition(procedures=[desk.filing.procedure.code]))
    answers = {"child_name": "Lê Thị Bé", "married": "yes", "spouse": "Lê Văn Hai"}
    draft = make_form_draft(mine, desk.filing, eform, **answers)
    make_stored_file(work.session, desk.filing.account.id, draft.id)
    submitted = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted
    assert submitted is not None
    return submitted.code


@pytest.fixture
def intake(work: Work, desk: Desk) -> Work:
    return acting(work, desk.intake)


def test_the_officer_reads_what_was_handed_in(intake: Work, code: str) -> None:
    part = open_office_part(intake, code)

    texts = [line.text for line in part.lines[0].rows[0].lines]
    assert {"Lê Thị Bé", "Có", "Lê Văn Hai"} <= set(texts)
    assert part.may_fill
    assert set(part.problems) == {"e.book", "e.book_reason"}


def test_what_the_office_must_fill_in_blocks_receiving(intake: Work, code: str) -> None:
    save_verdict(intake, code, "G01", True)

    with pytest.raises(RuleViolation) as refusal:
        receive(intake, code, make_form(phone="x"), "press")

    assert set(refusal.value.problems) == {
        "phone",
        "office_part",
        "e.book",
        "e.book_reason",
    }


def test_a_filled_in_part_lets_it_be_received_and_is_read_afterwards(
    intake: Work, desk: Desk, code: str
) -> None:
    save_verdict(intake, code, "G01", True)
    frozen = dict(_dossier(intake, code).frozen)
    save_office_part(intake, code, {"e.book": "12"})
    part = save_office_part(intake, code, {"e.book_reason": "Đã đối chiếu"})
    with pytest.raises(RuleViolation) as refusal:
        receive(intake, code, make_form(), "press")
    assert refusal.value.problems == {"office_part": "office_part_unticked"}
    assert tick_office_part(intake, code, True).is_ticked

    receive(intake, code, make_form(), "press")

    assert part.problems == {}
    seen = open_office_part(acting(intake, desk.handler), code)
    assert [line.text for line in seen.office_lines[0].rows[0].lines] == [
        "12",
        "Đã đối chiếu",
    ]
    assert not seen.may_fill
    assert _dossier(intake, code).frozen == frozen
    with pytest.raises(Conflict):
        save_office_part(intake, code, {"e.book": "13"})


@pytest.mark.parametrize(
    "key", ["e.child_name", "e.nothing", "submitter_name", "e.sibling"]
)
def test_the_office_writes_only_its_own_fields(
    intake: Work, code: str, key: str
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        save_office_part(intake, code, {key: "Khác"})

    assert refusal.value.problems == {"answer": "field_unknown"}


def test_who_does_not_receive_fills_nothing_in(
    work: Work, desk: Desk, code: str
) -> None:
    with pytest.raises(Forbidden):
        save_office_part(acting(work, desk.handler), code, {"e.book": "12"})


def test_another_unit_sees_no_form(work: Work, code: str) -> None:
    stranger = acting(work, make_desk(work.session).intake)

    with pytest.raises(NotFound):
        open_office_part(stranger, code)
    with pytest.raises(NotFound):
        save_office_part(stranger, code, {"e.book": "12"})


def test_a_dossier_without_a_form_is_received_as_ever(
    work: Work, intake: Work, desk: Desk
) -> None:
    plain = make_new(work, desk)
    save_verdict(intake, plain, "G01", True)

    assert open_office_part(intake, plain).title == ""
    assert receive(intake, plain, make_form(), "press").number == 1


def _dossier(work: Work, code: str) -> Dossier:
    return agency_dossier(work, code)


def test_a_tick_taken_away_blocks_again(intake: Work, code: str) -> None:
    tick_office_part(intake, code, True)
    assert not tick_office_part(intake, code, False).is_ticked


def test_a_procedure_without_such_a_part_has_nothing_to_tick(
    work: Work, desk: Desk
) -> None:
    plain = make_new(work, desk)
    with pytest.raises(NotFound):
        tick_office_part(acting(work, desk.intake), plain, True)
