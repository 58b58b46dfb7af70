"""Returning results: to whom, several at once, reminders, and corrected ones."""

import pytest
from sqlmodel import select

from services.core.errors import Conflict, RuleViolation
from services.dossiers.models import DossierStatus
from services.integrations.remote_signing.port import SignatureOutcome, SigningState
from services.notifications.models import Notification, Subject
from services.papers.check_keys import PaperKind, check_key
from services.results.box_of_results import find_ready, list_ready, return_box
from services.results.check_sheet import check_sheet
from services.results.correct_result import drop_correction, propose_correction
from services.results.keep_result import keep_result
from services.results.models import Result
from services.results.open_result import open_result
from services.results.queries import standing_result
from services.results.remind_unclaimed import remind_unclaimed
from services.results.return_result import Handover, Receiver, return_result
from services.results.sign_results import look_batch, sign_results
from services.vault.models import VaultDocument
from services.work import SYSTEM, Work
from tests.factories.processing import acting, dossier_of, make_desk, make_ready
from tests.factories.signing import DRAFT, Signing, make_signing

OWNER = Handover(Receiver.OWNER, "999190000001")


def make_signed(signing: Signing) -> str:
    code = signing.draft()
    asked = sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    look_batch(signing.opener, asked.id)
    return code


def test_the_owner_takes_the_result_and_the_paper_shown_is_kept(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    owner = dossier_of(work, code).applicant_name
    return_result(acting(work, desk.intake), code, owner, "press", OWNER)
    shown = open_result(acting(work, desk.intake), code)
    assert shown is not None
    assert shown.handover["paper"] == "999190000001"


def test_the_wrong_person_gets_nothing(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    with pytest.raises(RuleViolation) as refusal:
        return_result(acting(work, desk.intake), code, "Kẻ Lạ Mặt", "press", OWNER)
    assert refusal.value.problems == {"received_by": "receiver_not_owner"}
    assert dossier_of(work, code).status is DossierStatus.RESULT_READY


def test_somebody_else_shows_a_paper_and_a_right(work: Work) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    at_desk = acting(work, desk.intake)
    with pytest.raises(RuleViolation) as refusal:
        return_result(at_desk, code, "Lê Văn Em", "p", Handover(Receiver.AUTHORISED))
    assert set(refusal.value.problems) == {"paper", "relation"}
    by = Handover(Receiver.AUTHORISED, "999085000002", "Em ruột", "ủy quyền")
    assert return_result(at_desk, code, "Lê Văn Em", "p", by).received_by


def test_one_press_returns_a_box_and_names_what_stays(work: Work) -> None:
    desk = make_desk(work.session)
    one, two = make_ready(work, desk), make_ready(work, desk)
    at_desk = acting(work, desk.intake)
    assert {row.code for row in list_ready(at_desk)} == {one, two}
    assert {row.code for row in find_ready(at_desk, one)} == {one, two}
    owner = dossier_of(work, one).applicant_name
    done = return_box(at_desk, (one, two, "nothing"), owner, "press", OWNER)
    assert [each.refusal for each in done if each.refusal] == ["dossier"]
    again = return_box(at_desk, (one, two), owner, "press", OWNER)
    assert not any(each.refusal for each in again)
    assert list_ready(at_desk) == ()


@pytest.mark.parametrize(
    ("days", "reminders"), [(2, []), (3, [3]), (11, [10]), (31, [30])]
)
def test_an_unclaimed_result_is_reminded_of_once_a_day_set(
    work: Work, days: int, reminders: list[int]
) -> None:
    desk = make_desk(work.session)
    code = make_ready(work, desk)
    later = acting(work, SYSTEM, hours=24 * days)
    remind_unclaimed(later)
    remind_unclaimed(later)
    told = select(Notification).where(Notification.subject == Subject.RESULT_UNCLAIMED)
    assert len(work.session.exec(told).all()) == len(reminders)
    row = work.session.exec(select(Result)).one()
    assert row.reminded == (reminders or [0])[0]
    assert code


def test_a_corrected_result_takes_the_old_ones_place_when_signed(work: Work) -> None:
    signing = make_signing(work)
    code = make_signed(signing)
    dossier = dossier_of(work, code)
    keep_result(acting(work, SYSTEM), dossier.id)
    old = standing_result(work.session, dossier.id)
    assert old is not None
    mine = acting(work, signing.desk.handler)
    draft = DRAFT | {"body": "Điều 1. Ghi đúng họ tên người đề nghị."}
    propose_correction(mine, code, draft, "Ghi sai họ tên người được cấp")
    assert standing_result(work.session, dossier.id) == old
    asked = sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    look_batch(signing.opener, asked.id)
    new = standing_result(work.session, dossier.id)
    assert new is not None
    assert new.id != old.id
    assert new.number == "2/QĐ-UBND"
    kept = select(VaultDocument).where(VaultDocument.origin == f"result:{old.id}")
    assert work.session.exec(kept).one().revoked_at == work.now
    told = select(Notification).where(Notification.subject == Subject.RESULT_CORRECTED)
    assert work.session.exec(told).all()


def test_a_correction_has_a_reason_and_may_be_taken_back(work: Work) -> None:
    signing = make_signing(work)
    code = make_signed(signing)
    mine = acting(work, signing.desk.handler)
    with pytest.raises(RuleViolation):
        propose_correction(mine, code, DRAFT, "sai")
    propose_correction(mine, code, DRAFT, "Ghi sai họ tên người được cấp")
    drop_correction(mine, code)
    with pytest.raises(Conflict):
        sign_results(signing.opener, signing.ask(code))


def test_a_correction_being_signed_stays_and_its_number_comes_back(
    work: Work,
) -> None:
    signing = make_signing(work)
    code = make_signed(signing)
    mine = acting(work, signing.desk.handler)
    propose_correction(mine, code, DRAFT, "Ghi sai họ tên người được cấp")
    asked = sign_results(signing.opener, signing.ask(code))
    with pytest.raises(Conflict, match="being_signed"):
        drop_correction(mine, code)
    signing.service.answer = SignatureOutcome(SigningState.REFUSED)
    look_batch(signing.opener, asked.id)

    drop_correction(mine, code)

    signing.service.answer = SignatureOutcome(SigningState.WAITING)
    other = make_signed(signing)
    new = standing_result(work.session, dossier_of(work, other).id)
    assert new is not None
    assert new.number == "2/QĐ-UBND"


def test_the_qr_of_a_result_tells_whether_it_is_in_force(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    row = standing_result(work.session, dossier_of(work, code).id)
    assert row is not None
    key = check_key(work, PaperKind.RESULT, row.id)
    assert check_sheet(work, key) is None  # a draft is nobody's paper
    asked = sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    look_batch(signing.opener, asked.id)

    seen = check_sheet(work, key)
    assert seen is not None
    assert (seen.number, seen.result, seen.in_force) == (code, "1/QĐ-UBND", True)
    assert len(seen.initials.split()[0]) == len("A.")
    mine = acting(work, signing.desk.handler)
    propose_correction(mine, code, DRAFT, "Ghi sai họ tên người được cấp")
    again = sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    look_batch(signing.opener, again.id)
    seen = check_sheet(work, key)
    assert seen is not None
    assert not seen.in_force
