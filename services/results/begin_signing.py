"""Begin to sign: lock what is presented, number it, write the request down."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.officer_models import OfficerPost
from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation, ServiceError
from services.dossiers.models import Dossier, DossierStatus
from services.integrations.remote_signing.port import MOST_DIGESTS
from services.processing.queries import agency_dossier, check_version, steps_of
from services.processing.rules import current_step
from services.processing.take_step import take_step
from services.results.models import Result, ResultForm
from services.results.numbering import take_number
from services.results.queries import open_item, pending_correction, standing_result
from services.results.signer_number import signer_number
from services.results.signing_views import SigningAsk, ToSign
from services.signing.models import SigningBatch, SigningItem
from services.work import Role, Work

PATIENCE = timedelta(minutes=10)


def begin_signing(work: Work, ask: SigningAsk) -> UUID:
    """Return the batch of this press; pressed twice, it is the same one (R6).

    What is under way already, was changed or is not this officer's stays out; when
    nothing is left, the first reason is said.
    """
    officer_id = work.actor.require_officer(Role.APPROVER)
    earlier = select(SigningBatch.id).where(
        SigningBatch.officer_id == officer_id, SigningBatch.intent == ask.intent
    )
    if found := work.session.exec(earlier).first():
        return found
    user = signer_number(work)
    if not user:
        raise RuleViolation({"number": "required"})
    if not 0 < len(ask.documents) <= MOST_DIGESTS:
        raise RuleViolation({"documents": "signing_count"})
    assert work.actor.agency_id is not None
    batch = SigningBatch(
        officer_id=officer_id,
        agency_id=work.actor.agency_id,
        way=ask.way,
        intent=ask.intent,
        user=user,
        signer_name=work.actor.name,
        signer_title=_title(work),
        opinion=ask.opinion.strip()[:2000],
        asked_at=work.now,
        until=work.now + PATIENCE,
    )
    work.session.add(batch)
    work.session.flush()
    for result, agency_id in _add_all(work, batch, ask):
        if result.draft:  # the counter is locked last, so briefly (NUM-3)
            take_number(work, result, agency_id)
    record(work, "begin_signing", batch.id, documents=len(ask.documents))
    return batch.id


def _add_all(
    work: Work, batch: SigningBatch, ask: SigningAsk
) -> list[tuple[Result, UUID]]:
    refusals: list[ServiceError] = []
    results: list[tuple[Result, UUID]] = []
    for document in sorted(ask.documents, key=lambda one: one.code):
        try:
            results.append(_add(work, batch, document))
        except (Conflict, NotFound, RuleViolation) as refusal:
            refusals.append(refusal)
    if not results:
        raise refusals[0]
    return results


def _add(work: Work, batch: SigningBatch, document: ToSign) -> tuple[Result, UUID]:
    dossier = agency_dossier(work, document.code, lock=True)
    assert dossier.agency_id is not None
    result = pending_correction(work.session, dossier.id)
    version = dossier.version
    if result is None:
        result, version = _presented(work, dossier, document)
    else:
        check_version(dossier, document.version)
    if open_item(work.session, result.id) is not None:
        raise Conflict("being_signed")
    item = SigningItem(
        batch_id=batch.id,
        result_id=result.id,
        dossier_id=dossier.id,
        version=version,
    )
    work.session.add(item)
    work.session.flush()
    return result, dossier.agency_id


def _presented(work: Work, dossier: Dossier, document: ToSign) -> tuple[Result, int]:
    """Return the result and the version once the step is this officer's."""
    step = current_step(steps_of(work.session, dossier.id))
    if dossier.status != DossierStatus.PROCESSING or step is None:
        raise Conflict("not_in_process")
    steps = steps_of(work.session, dossier.id)
    if step is not steps[-1] or step.result_id is None:
        raise Conflict("not_presented")
    result = standing_result(work.session, dossier.id)
    if result is None or result.form is not ResultForm.DIGITAL:
        raise Conflict("result_on_paper")
    if open_item(work.session, result.id) is not None:
        raise Conflict("being_signed")
    check_version(dossier, document.version)
    return result, take_step(work, document.code).version


def _title(work: Work) -> str:
    query = select(OfficerPost.title).where(col(OfficerPost.id) == work.actor.post_id)
    return work.session.exec(query).first() or ""
