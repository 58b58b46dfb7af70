"""Ask that a field of an official paper be corrected (C23)."""

from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_note
from services.core.text import clean
from services.vault.correction_desk import announce
from services.vault.models import CorrectionRequest, DocumentSource, VaultDocument
from services.vault.queries import own_document
from services.work import Work

STATED = ("number", "issuer", "issued_on", "valid_from", "valid_until")
PROPOSED_LENGTHS, NOTE_LENGTHS = (1, 200), (0, 500)


def ask_correction(
    work: Work, document_id: UUID, field: str, proposed: str, note: str = ""
) -> UUID:
    """Keep a request beside the paper; the paper itself stays as it was issued.

    The same request twice is one.
    """
    document = own_document(work, document_id)
    if document.source is DocumentSource.UPLOAD:
        raise RuleViolation({"field": "correction_own"})
    if field not in correctable(document):
        raise RuleViolation({"field": "correction_field"})
    wanted, why = _read(proposed, note)
    waiting = work.session.exec(
        select(CorrectionRequest).where(
            CorrectionRequest.document_id == document_id,
            CorrectionRequest.field == field,
            CorrectionRequest.proposed == wanted,
            col(CorrectionRequest.answered_at).is_(None),
        )
    ).first()
    if waiting is not None:
        return waiting.id
    asked = CorrectionRequest(
        document_id=document_id,
        account_id=work.actor.require_citizen(),
        asked_at=work.now,
        field=field,
        present=present_value(document, field),
        proposed=wanted,
        note=why,
    )
    work.session.add(asked)
    work.session.flush()
    record(work, "vault.correction_asked", document_id)
    announce(work, asked, document)
    return asked.id


def correctable(document: VaultDocument) -> tuple[str, ...]:
    """Return the fields a correction may name."""
    return (*STATED, *document.fields)


def present_value(document: VaultDocument, field: str) -> str:
    """Return what the paper says now."""
    if field in document.fields:
        return document.fields[field]
    value = getattr(document, field)
    return "" if value is None else str(value)


def _read(proposed: str, note: str) -> tuple[str, str]:
    problems: dict[str, str] = {}
    wanted = why = ""
    try:
        wanted = read_note(clean(proposed), *PROPOSED_LENGTHS)
    except Unreadable as fault:
        problems["proposed"] = fault.key
    try:
        why = read_note(note, *NOTE_LENGTHS)
    except Unreadable as fault:
        problems["note"] = fault.key
    if problems:
        raise RuleViolation(problems)
    return wanted, why
