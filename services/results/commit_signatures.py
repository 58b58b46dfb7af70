"""Commit signatures: verified first, then one transaction a document."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from cryptography import x509
from sqlmodel import select

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import ServiceError, SystemUnavailable
from services.dossiers.models import Dossier
from services.failpoints import failpoint
from services.files.models import SignatureVerdict, StoredFile
from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.verify_signature import verify_signature
from services.processing.finish_step import finish_step
from services.results.correct_result import issue_correction
from services.results.keep_pdf import NewPdf, keep_pdf
from services.results.models import Result
from services.results.signing_rows import items_of, lock_batch
from services.signals import person_topic, tell
from services.signatures.judge_signatures import judge_signatures
from services.signing.models import OPEN, SigningBatch, SigningItem, SigningState
from services.signing.prepare_pdf import Prepared, Signer, complete_pdf
from services.work import Actor, Role, Work

NOT_SIGNED = "signing_left_out"


@dataclass(frozen=True)
class _Asked:
    """One document as it was prepared, and whose signature was asked for."""

    item_id: UUID
    prepared: Prepared
    signer: Signer


@dataclass(frozen=True)
class _Judged:
    """What becomes of one document."""

    pdf: bytes = b""
    fault: str = ""


def commit_signatures(
    opener: Opener, batch_id: UUID, signatures: Mapping[str, bytes]
) -> None:
    """Judge each signature outside any transaction, then commit it with the approval.

    A signature for a document that is signed or ended already is dropped, and that
    is written down. SystemUnavailable leaves what is open open: asked again later.
    """
    for asked in opener(_asked, batch_id):
        value = signatures.get(str(asked.item_id))
        judged = (
            _Judged(fault=NOT_SIGNED) if value is None else opener(_judge, asked, value)
        )
        failpoint("sign.judged")
        opener(_commit, asked.item_id, judged)
        failpoint("sign.committed")
    opener(_close, batch_id)


def _asked(work: Work, batch_id: UUID) -> tuple[_Asked, ...]:
    batch = work.session.get_one(SigningBatch, batch_id)
    if not batch.certificate:
        return ()
    signer = Signer(
        base64.b64decode(batch.certificate),
        tuple(base64.b64decode(each) for each in batch.chain),
        batch.signer_name,
    )
    found = []
    for item in items_of(work.session, batch_id):
        if item.state not in OPEN:
            record(work, "signature_dropped", item.id, state=str(item.state))
            continue
        prepared = Prepared(
            pdf=work.storage.read(item.key),
            digest=bytes.fromhex(item.digest),
            attributes=base64.b64decode(item.attributes),
            document_digest=bytes.fromhex(item.document_digest),
            region=(item.region_start, item.region_end),
        )
        found.append(_Asked(item.id, prepared, signer))
    return tuple(found)


def _judge(work: Work, asked: _Asked, value: bytes) -> _Judged:
    """Verify against the certificate asked for, then as any reader of the PDF would."""
    certificate = x509.load_der_x509_certificate(asked.signer.certificate)
    try:
        verify_signature(certificate, asked.prepared.attributes, value)
    except CertificateRefused as refused:
        return _Judged(fault=str(refused.fault))
    pdf = complete_pdf(asked.prepared, asked.signer, value)
    facts = judge_signatures(pdf, work.systems.authorities, work.now)
    if facts.verdict is SignatureVerdict.UNREACHED:
        raise SystemUnavailable("revocation")
    if facts.verdict is not SignatureVerdict.VALID:
        return _Judged(fault=facts.fault or str(CertificateFault.SIGNATURE_WRONG))
    return _Judged(pdf)


def _commit(work: Work, item_id: UUID, judged: _Judged) -> None:
    item = work.session.get_one(SigningItem, item_id)
    query = select(Dossier).where(Dossier.id == item.dossier_id).with_for_update()
    dossier = work.session.exec(query.execution_options(populate_existing=True)).one()
    locked = select(SigningItem).where(SigningItem.id == item_id).with_for_update()
    item = work.session.exec(locked.execution_options(populate_existing=True)).one()
    batch = work.session.get_one(SigningBatch, item.batch_id)
    if item.state not in OPEN:
        record(work, "signature_dropped", item.id, state=str(item.state))
        return
    if not judged.fault and dossier.version != item.version:
        judged = _Judged(fault="changed_since")
    if judged.fault:
        left = judged.fault == NOT_SIGNED
        item.state = SigningState.REFUSED if left else SigningState.FAILED
        item.fault = "" if left else judged.fault
    else:
        try:
            with work.session.begin_nested():
                _approve(_as_signer(work, batch), dossier, (batch, item), judged.pdf)
        except ServiceError as refusal:
            item.state, item.fault = SigningState.FAILED, "changed_since"
            record(work, "signature_dropped", item.id, reason=type(refusal).__name__)
        else:
            item.state = SigningState.SIGNED
    item.ended_at = work.now
    work.session.add(item)
    work.session.flush()  # at most one signature a result (uq_signing_item_signed)
    tell(work.session, person_topic(batch.officer_id))
    failpoint("sign.written")


def _approve(
    work: Work, dossier: Dossier, asked: tuple[SigningBatch, SigningItem], pdf: bytes
) -> None:
    """Put the signed file in the draft's place, and end the dossier, in one go."""
    batch, item = asked
    result = work.session.get_one(Result, item.result_id)
    draft = work.session.get_one(StoredFile, result.file_id)
    made = NewPdf(f"ket-qua-{dossier.code}.pdf", pdf, batch.signer_name)
    signed = keep_pdf(work, made, dossier.id)
    draft.removed_at = work.now
    result.file_id = signed.id
    result.signed_at, result.signed_by_id = work.now, batch.officer_id
    result.signer = batch.signer_name
    work.session.add_all([draft, result])
    record(work, "sign_result", dossier.id, way=str(batch.way))
    if result.corrects_id is not None:
        issue_correction(work, dossier, result)
        return
    finish_step(work, dossier.code or "", batch.opinion, str(item.id), item.version)


def _as_signer(work: Work, batch: SigningBatch) -> Work:
    """Act as who asked: the signature on the phone is that person's own act."""
    signer = Actor(
        account_id=batch.officer_id,
        name=batch.signer_name,
        is_officer=True,
        agency_id=batch.agency_id,
        roles=frozenset({Role.APPROVER}),
    )
    return replace(work, actor=signer)


def _close(work: Work, batch_id: UUID) -> None:
    batch = lock_batch(work.session, batch_id)
    items = items_of(work.session, batch_id)
    if batch.state not in OPEN or any(item.state in OPEN for item in items):
        return
    signed = [item for item in items if item.state is SigningState.SIGNED]
    batch.state = SigningState.SIGNED if signed else items[0].state
    batch.fault = "" if signed else items[0].fault
    batch.ended_at = work.now
    work.storage.remove(item.key for item in items)
    work.session.add(batch)
    tell(work.session, person_topic(batch.officer_id))
