"""Signing results: asked once, verified, committed with the approval, never twice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import Conflict, RuleViolation, SystemUnavailable
from services.dossiers.models import DossierStatus
from services.files.models import SignatureVerdict, StoredFile
from services.integrations.remote_signing.port import (
    BatchRequest,
    SignatureAsked,
    SignatureOutcome,
    SigningUnknown,
)
from services.integrations.remote_signing.port import SigningState as Answer
from services.processing.take_step import take_step
from services.results.approve_result import approve_result
from services.results.commit_signatures import commit_signatures
from services.results.follow_signing import follow_signing
from services.results.models import Result
from services.results.queries import standing_result
from services.results.remove_result import remove_result
from services.results.sign_results import follow_batch, look_batch, sign_results
from services.signatures.judge_signatures import judge_signatures
from services.signing.models import SigningBatch, SigningItem, SigningState
from services.work import Work
from tests.conftest import NOON
from tests.factories.certificates import LIST, revocation_list
from tests.factories.processing import acting, dossier_of, make_handled
from tests.factories.signing import Signing, make_signing, signed_by
from tests.fakes import FakeRemoteSigning


def result_of(signing: Signing, code: str) -> Result:
    found = standing_result(signing.work.session, dossier_of(signing.work, code).id)
    assert found is not None
    return found


def status_of(signing: Signing, code: str) -> DossierStatus:
    return dossier_of(signing.work, code).status


def test_a_confirmed_signature_ends_the_dossier_with_a_valid_pdf(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()

    asked = sign_results(signing.opener, signing.ask(code))
    assert asked.state is SigningState.WAITING
    assert asked.code_to_compare == "42"
    assert status_of(signing, code) is DossierStatus.PROCESSING
    signing.press_yes()
    done = look_batch(signing.opener, asked.id)

    assert done.state is SigningState.SIGNED
    assert status_of(signing, code) is DossierStatus.RESULT_READY
    result = result_of(signing, code)
    assert result.number == "1/QĐ-UBND"
    assert result.signer == signing.desk.approver.name
    file = work.session.get_one(StoredFile, result.file_id)
    assert file.signature is SignatureVerdict.VALID
    pdf = work.storage.read(file.key)
    facts = judge_signatures(pdf, signing.authorities, NOON)
    assert facts.verdict is SignatureVerdict.VALID
    assert facts.signer == signing.desk.approver.name


def test_only_the_hash_leaves(work: Work) -> None:
    signing = make_signing(work)
    sign_results(signing.opener, signing.ask(signing.draft()))
    (request,) = signing.service.batches
    assert [len(digest) for digest in request.digests.values()] == [32]


def test_a_double_press_and_a_second_session_ask_once(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    ask = signing.ask(code, intent="press")
    first = sign_results(signing.opener, ask)
    assert sign_results(signing.opener, ask).id == first.id
    with pytest.raises(Conflict, match="being_signed"):
        sign_results(signing.opener, signing.ask(code, intent="other tab"))
    assert len(signing.service.batches) == 1


def test_a_batch_is_one_call_and_partial_success_is_shown_per_row(work: Work) -> None:
    signing = make_signing(work)
    one, two = signing.draft(), signing.draft()
    asked = sign_results(signing.opener, signing.ask(one, two))
    (request,) = signing.service.batches
    assert len(request.digests) == 2
    left = next(str(item.id) for item in asked.items if item.code == two)
    signing.press_yes(left)
    done = look_batch(signing.opener, asked.id)
    states = {item.code: item.state for item in done.items}
    assert states == {one: SigningState.SIGNED, two: SigningState.REFUSED}
    assert status_of(signing, two) is DossierStatus.PROCESSING

    again = sign_results(signing.opener, signing.ask(two))
    signing.press_yes()
    assert look_batch(signing.opener, again.id).state is SigningState.SIGNED
    assert again.id != asked.id
    numbers = {result_of(signing, code).number for code in (one, two)}
    assert numbers == {"1/QĐ-UBND", "2/QĐ-UBND"}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer.REFUSED, SigningState.REFUSED),
        (Answer.EXPIRED, SigningState.EXPIRED),
    ],
)
def test_refused_on_the_phone_it_is_signed_later_with_the_same_number(
    work: Work, answer: Answer, state: SigningState
) -> None:
    signing = make_signing(work)
    code = signing.draft()
    asked = sign_results(signing.opener, signing.ask(code))
    number = result_of(signing, code).number
    signing.service.answer = SignatureOutcome(answer)
    assert look_batch(signing.opener, asked.id).state is state
    signing.service.answer = SignatureOutcome(Answer.WAITING)
    again = sign_results(signing.opener, signing.ask(code))
    signing.press_yes()
    look_batch(signing.opener, again.id)
    assert result_of(signing, code).number == number
    assert len({one.transaction_id for one in signing.service.batches}) == 2


def test_a_service_that_is_down_keeps_the_request_for_the_job(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    signing.service.is_down = True
    kept = sign_results(signing.opener, signing.ask(code))
    assert kept.state is SigningState.KEPT
    signing.service.is_down = False
    follow_signing(signing.opener)
    signing.press_yes()
    follow_signing(signing.opener)
    assert status_of(signing, code) is DossierStatus.RESULT_READY
    assert len(signing.service.batches) == 1


def test_a_request_whose_answer_was_lost_goes_out_under_another_id(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    lost = Lost(signing.service.held)
    lost.tried = []
    broken = replace(signing.work, systems=replace(signing.work.systems, smart_ca=lost))
    cut = replace(signing, work=broken)
    kept = sign_results(cut.opener, cut.ask(code))
    assert kept.state is SigningState.KEPT
    follow_batch(cut.opener, kept.id)
    assert len(lost.tried) == 1  # within the minute it may still be under way
    later = replace(broken, now=broken.now + timedelta(minutes=2))
    lost.works = True
    for _ in range(3):
        follow_signing(replace(cut, work=later).opener)
    assert len(lost.tried) == 2
    assert len(set(lost.tried)) == 2
    batch = work.session.exec(
        select(SigningBatch).where(SigningBatch.follows_id == kept.id)
    ).one()
    assert batch.state is SigningState.WAITING


class Lost(FakeRemoteSigning):
    """A service that never hears the first request."""

    tried: list[str]
    works = False

    def ask_signatures(self, request: BatchRequest) -> SignatureAsked:
        self.tried.append(request.transaction_id)
        if not self.works:
            raise SystemUnavailable("signing")
        return SignatureAsked(request.transaction_id, "1")

    def outcome(self, reference: str) -> SignatureOutcome:
        if reference == self.tried[0]:
            raise SigningUnknown("TRANSACTION_NOT_FOUND")
        return SignatureOutcome(Answer.WAITING)


def test_a_signature_by_another_key_is_not_committed(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    asked = sign_results(signing.opener, signing.ask(code))
    other = signing.authority.issue(subject=(("CN", "Kẻ Lạ"),))
    made = signed_by(other, signing.service.batches[-1])
    signing.service.answer = SignatureOutcome(Answer.SIGNED, b"", made)
    done = look_batch(signing.opener, asked.id)
    assert done.items[0].fault == "signature_wrong"
    assert status_of(signing, code) is DossierStatus.PROCESSING


def test_a_late_signature_is_dropped_and_recorded(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    asked = sign_results(signing.opener, signing.ask(code))
    made = signed_by(signing.pair, signing.service.batches[-1])
    signing.press_yes()
    look_batch(signing.opener, asked.id)
    file_id = result_of(signing, code).file_id
    commit_signatures(signing.opener, asked.id, made)
    assert result_of(signing, code).file_id == file_id
    dropped = select(AuditEntry).where(AuditEntry.act == "signature_dropped")
    assert len(work.session.exec(dropped).all()) == 1
    signed = select(SigningItem).where(SigningItem.state == SigningState.SIGNED)
    assert len(work.session.exec(signed).all()) == 1


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        ({"ends": NOON - timedelta(days=1)}, "certificate_expired"),
        ({"subject": (("UID", "CCCD:999078000021"), ("CN", "Ai Khác"))}, "other"),
        ({"subject": (("UID", "CCCD:999078000099"), ("CN", "Ai"))}, "none"),
    ],
)
def test_a_certificate_that_does_not_hold_is_told_before_anybody_is_asked(
    work: Work, order: dict[str, Any], fault: str
) -> None:
    signing = make_signing(work, **order)
    done = sign_results(signing.opener, signing.ask(signing.draft()))
    assert done.state is SigningState.FAILED
    assert fault in done.fault
    assert signing.service.batches == []


def test_a_revoked_certificate_is_told_before_anybody_is_asked(work: Work) -> None:
    signing = make_signing(work)
    signing.authorities.lists[LIST] = revocation_list(
        signing.authority.issuing, signing.pair
    )
    done = sign_results(signing.opener, signing.ask(signing.draft()))
    assert done.fault == "certificate_revoked"
    assert signing.service.batches == []


def test_what_changed_under_the_signature_is_not_approved(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    asked = sign_results(signing.opener, signing.ask(code))
    dossier_of(work, code).version += 1
    signing.press_yes()
    done = look_batch(signing.opener, asked.id)
    assert done.items[0].fault == "changed_since"
    assert status_of(signing, code) is DossierStatus.PROCESSING


def test_a_digital_result_is_not_approved_without_a_signature(work: Work) -> None:
    signing = make_signing(work)
    code = signing.draft()
    seen = take_step(signing.work, code).version
    with pytest.raises(RuleViolation) as refusal:
        approve_result(signing.work, code, "", "press", seen)
    assert refusal.value.problems == {"result": "result_unsigned"}


def test_a_paper_result_is_approved_without_one(work: Work) -> None:
    signing = make_signing(work)
    code = make_handled(work, signing.desk)
    seen = take_step(signing.work, code).version
    approve_result(signing.work, code, "", "press", seen)
    assert status_of(signing, code) is DossierStatus.RESULT_READY


def test_what_is_being_signed_is_not_taken_back_and_its_number_is_not_lost(
    work: Work,
) -> None:
    signing = make_signing(work)
    code = signing.draft()
    mine = acting(work, signing.desk.handler)
    asked = sign_results(signing.opener, signing.ask(code))
    with pytest.raises(Conflict, match="being_signed"):
        remove_result(mine, code)
    signing.service.answer = SignatureOutcome(Answer.REFUSED)
    look_batch(signing.opener, asked.id)
    remove_result(mine, code)
    signing.service.answer = SignatureOutcome(Answer.WAITING)
    other = signing.draft()
    sign_results(signing.opener, signing.ask(other))
    assert result_of(signing, other).number == "1/QĐ-UBND"
