"""Open one correction that is asked for: the paper, what it says, what it should say."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import local_day
from services.files.models import FileState
from services.vault.ask_correction import STATED, present_value
from services.vault.correction_desk import DECIDERS, office_request
from services.vault.models import CorrectionOutcome, CorrectionRequest, VaultDocument
from services.vault.queries import papers
from services.vault.views import DocumentView, view_document
from services.work import Work


@dataclass(frozen=True)
class Mended:
    """A correction of this paper that was answered before."""

    field: str
    replaced: str
    written: str
    outcome: CorrectionOutcome
    reason: str
    answered_at: datetime
    answered_by: str


@dataclass(frozen=True)
class CorrectionDetail:
    """All that an officer needs to answer."""

    id: UUID
    document: DocumentView | None  # none while no file of it can be read
    document_id: UUID
    fields: dict[str, str]
    owner: str
    field: str
    present: str  # what the paper says now
    proposed: str
    note: str
    asked_at: datetime
    outcome: CorrectionOutcome
    written: str
    reason: str
    answered_at: datetime | None
    answered_by: str
    is_day: bool
    may_decide: bool
    may_read: bool  # its file: only while the request waits
    before: tuple[Mended, ...]


DAYS = frozenset(STATED) - {"number", "issuer"}


def open_correction(work: Work, request_id: UUID) -> CorrectionDetail:
    """Return the request; that an officer looked is written down (AL-3)."""
    asked, document = office_request(work, request_id)
    shown = work.session.exec(papers().where(VaultDocument.id == document.id)).first()
    today = local_day(work.now)
    view = view_document(shown[0], shown[1], shown[2], today) if shown else None
    owner = work.session.get_one(Account, asked.account_id)
    waits = asked.answered_at is None
    record(work, "vault.correction_read", document.id, person_id=asked.account_id)
    return CorrectionDetail(
        id=asked.id,
        document=view,
        document_id=document.id,
        fields=dict(document.fields),
        owner=owner.full_name,
        field=asked.field,
        present=present_value(document, asked.field) if waits else asked.present,
        proposed=asked.proposed,
        note=asked.note,
        asked_at=asked.asked_at,
        outcome=asked.outcome,
        written=asked.written,
        reason=asked.answer,
        answered_at=asked.answered_at,
        answered_by=asked.answered_by,
        is_day=asked.field in DAYS,
        may_decide=waits and bool(work.actor.roles & set(DECIDERS)),
        may_read=waits and shown is not None and shown[2].state is FileState.ACCEPTED,
        before=_before(work, asked),
    )


def _before(work: Work, asked: CorrectionRequest) -> tuple[Mended, ...]:
    answered = work.session.exec(
        select(CorrectionRequest)
        .where(
            CorrectionRequest.document_id == asked.document_id,
            CorrectionRequest.id != asked.id,
            col(CorrectionRequest.answered_at).is_not(None),
        )
        .order_by(col(CorrectionRequest.answered_at).desc())
    ).all()
    return tuple(
        Mended(
            field=one.field,
            replaced=one.replaced or one.present,
            written=one.written or one.proposed,
            outcome=one.outcome,
            reason=one.answer,
            answered_at=one.answered_at,
            answered_by=one.answered_by,
        )
        for one in answered
        if one.answered_at is not None
    )
