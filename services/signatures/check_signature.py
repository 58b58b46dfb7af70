"""The job that has the digital signatures of a file judged (R19)."""

from uuid import UUID

from sqlmodel import select

from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import SystemUnavailable
from services.files.models import (
    UNSETTLED,
    FileState,
    SignatureVerdict,
    StoredFile,
)
from services.signals import dossier_topic, tell
from services.signatures.judge_signatures import SignatureFacts, judge_signatures
from services.work import Work


def check_signature(opener: Opener, file_id: UUID) -> None:
    """Judge and write down, in transactions that wait for nobody.

    When who knows of revocations is not heard, that is written down and
    SystemUnavailable raised, so that the worker asks again later.
    """
    data = opener(_read, file_id)
    if data is None:
        return
    facts = opener(_judge, data)
    opener(_keep, file_id, facts)
    if facts.verdict is SignatureVerdict.UNREACHED:
        raise SystemUnavailable("revocation")


def _read(work: Work, file_id: UUID) -> bytes | None:
    file = work.session.get(StoredFile, file_id)
    if file is None or file.state is not FileState.ACCEPTED or file.removed_at:
        return None
    return work.storage.read(file.key) if file.signature in UNSETTLED else None


def _judge(work: Work, data: bytes) -> SignatureFacts:
    # The session stays untouched: no transaction is open meanwhile.
    return judge_signatures(data, work.systems.authorities, work.now)


def _keep(work: Work, file_id: UUID, facts: SignatureFacts) -> None:
    file = work.session.exec(
        select(StoredFile)
        .where(StoredFile.id == file_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if file is None or file.signature not in UNSETTLED:
        return
    file.signature, file.signature_fault = facts.verdict, facts.fault
    file.signer, file.signed_at = facts.signer, facts.signed_at
    work.session.add(file)
    record(work, "check_signature", file.id, verdict=str(facts.verdict))
    tell(work.session, dossier_topic(file.subject_id))
