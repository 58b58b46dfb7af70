"""Check the signer's certificate, then build each container: in no transaction."""

import base64
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from cryptography import x509

from services.accounts.register import Opener
from services.core.text import strip_marks
from services.dossiers.models import Dossier
from services.files.models import StoredFile
from services.identities.certificate_faults import CertificateFault, CertificateRefused
from services.identities.judge_signature import names
from services.identities.read_holder import read_holder
from services.identities.verify_certificate import GivenCertificate, verify_certificate
from services.integrations.remote_signing.port import RemoteCertificate
from services.papers.check_keys import PaperKind, check_url
from services.papers.stamp import ResultSheet, StampFacts, print_result, print_stamp
from services.results.draft_result import sheet_of
from services.results.models import Result
from services.results.signing_rows import end_batch, items_of, lock_batch
from services.signing.models import SigningBatch, SigningState
from services.signing.prepare_pdf import Prepared, Signer, prepare_pdf
from services.work import Work


@dataclass(frozen=True)
class _Paper:
    """One document as it is before it is signed."""

    item_id: UUID
    sheet: ResultSheet | None  # printed anew with its number; or
    pdf: bytes  # a file that was sent
    at: datetime


def prepare_documents(
    opener: Opener, batch_id: UUID, held: RemoteCertificate | None
) -> bool:
    """Keep the containers and their hashes; False when the certificate does not hold.

    Certificate and holder are checked before anybody is asked. Raises
    SystemUnavailable when nobody tells of revocation.
    """
    read = opener(_read, batch_id)
    if read is None:
        return False
    batch, papers, stamp = read
    fault = CertificateFault.NONE_HELD if held is None else opener(_fault, batch, held)
    if held is None or fault:
        opener(end_batch, batch_id, SigningState.FAILED, str(fault))
        return False
    signer = Signer(held.certificate, held.chain, batch.signer_name)
    made = {each.item_id: _prepared(each, signer, stamp) for each in papers}
    opener(_keep, batch_id, held, made)
    return True


def _read(
    work: Work, batch_id: UUID
) -> tuple[SigningBatch, tuple[_Paper, ...], StampFacts] | None:
    batch = work.session.get_one(SigningBatch, batch_id)
    if batch.state not in (SigningState.ASKED, SigningState.KEPT):
        return None
    papers, agency = [], ""
    for item in items_of(work.session, batch_id):
        result = work.session.get_one(Result, item.result_id)
        dossier = work.session.get_one(Dossier, item.dossier_id)
        agency = str(dossier.frozen["unit"]["name"])
        file = work.session.get_one(StoredFile, result.file_id)
        sheet = _sheet(work, dossier, result, batch) if result.draft else None
        pdf = b"" if sheet else work.storage.read(file.key)
        papers.append(_Paper(item.id, sheet, pdf, work.now))
    stamp = StampFacts(batch.signer_name, batch.signer_title, agency, work.now)
    return batch, tuple(papers), stamp


def _sheet(
    work: Work, dossier: Dossier, result: Result, batch: SigningBatch
) -> ResultSheet:
    number, _, series = result.number.partition("/")
    return replace(
        sheet_of(work, dossier, result.draft),
        number=number,
        series=series,
        made_at=work.now,
        signer_title=batch.signer_title or result.draft["signer_title"],
        signer_name=batch.signer_name,
        check_url=check_url(work, PaperKind.RESULT, result.id),
        is_draft=False,
    )


def _fault(work: Work, batch: SigningBatch, held: RemoteCertificate) -> str:
    """Return why this certificate is not to sign, or nothing; asks the authorities."""
    try:
        given = GivenCertificate(held.certificate, held.chain)
        certificate = verify_certificate(work.systems.authorities, given, work.now)
        if not is_of(certificate, batch.user, batch.signer_name):
            raise CertificateRefused(CertificateFault.OTHER_HOLDER)
    except CertificateRefused as refused:
        return str(refused.fault)
    return ""


def is_of(certificate: x509.Certificate, number: str, name: str) -> bool:
    """Tell whether the certificate names this officer, by number and by name."""
    holder = read_holder(certificate)
    same_name = _plain(holder.name) == _plain(name)
    return names(holder, number) and same_name


def _plain(name: str) -> str:
    return " ".join(strip_marks(name).lower().split())


def _prepared(paper: _Paper, signer: Signer, stamp: StampFacts) -> Prepared:
    pdf = print_result(paper.sheet, paper.at) if paper.sheet else paper.pdf
    field = f"Ky{paper.item_id.hex[:12]}"
    return prepare_pdf(pdf, signer, field, print_stamp(stamp))


def _keep(
    work: Work, batch_id: UUID, held: RemoteCertificate, made: dict[UUID, Prepared]
) -> None:
    batch = lock_batch(work.session, batch_id)
    if batch.certificate or batch.state not in (SigningState.ASKED, SigningState.KEPT):
        return  # another worker was faster
    batch.certificate = base64.b64encode(held.certificate).decode()
    batch.chain = [base64.b64encode(each).decode() for each in held.chain]
    batch.held_as = held.reference
    for item in items_of(work.session, batch_id):
        prepared = made[item.id]
        item.digest = prepared.digest.hex()
        item.document_digest = prepared.document_digest.hex()
        item.attributes = base64.b64encode(prepared.attributes).decode()
        item.region_start, item.region_end = prepared.region
        work.storage.put(item.key, prepared.pdf)
        work.session.add(item)
    work.session.add(batch)
