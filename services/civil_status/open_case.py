"""What the registry made of a dossier, as the officer reads it beside the dossier."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from services.civil_status.codes import module_of
from services.civil_status.declare_again import MAY_REPEAT
from services.civil_status.models import CaseState, CivilStatusCase
from services.core.errors import NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.files.models import FileState, StoredFile
from services.outbox.models import MessageState, OutboxMessage, Outward
from services.processing.queries import of_agency, steps_of
from services.processing.rules import is_handler
from services.results.models import Result
from services.work import Role, Work


@dataclass(frozen=True)
class CaseView:
    """One declaration."""

    state: CaseState
    words: str
    supplement_by: date | None
    declared_at: datetime
    asked_at: datetime | None
    number: str
    book: str
    page: str
    personal_number: str
    registered_on: date | None
    registrar: str
    file_id: UUID | None  # once it is inspected and may be read
    is_refused_file: bool
    is_usable: bool  # as the result, by whoever handles the dossier
    may_attach: bool
    may_repeat: bool


@dataclass(frozen=True)
class Refusal:
    """The declaration they would not take, with their answer."""

    message_id: UUID
    code: str
    words: str


@dataclass(frozen=True)
class CaseDesk:
    """What is followed of a dossier, if anything is yet."""

    dossier_id: UUID
    is_declared: bool  # received, of a procedure the registry is told of
    case: CaseView | None
    refusal: Refusal | None = None  # as long as there is no case


def open_case(work: Work, code: str) -> CaseDesk:
    """Return it to officers of the unit; the dossier's own reading is written down."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    query = (
        select(Dossier, CivilStatusCase, StoredFile, Result)
        .join(
            CivilStatusCase, col(CivilStatusCase.dossier_id) == Dossier.id, isouter=True
        )
        .join(StoredFile, col(StoredFile.id) == CivilStatusCase.file_id, isouter=True)
        .join(
            Result,
            (col(Result.dossier_id) == Dossier.id) & col(Result.removed_at).is_(None),
            isouter=True,
        )
        .where(of_agency(work, code))
    )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("dossier")
    dossier, case, file, result = found
    is_open = dossier.status is DossierStatus.PROCESSING and result is None
    view = _view(work, case, file, is_open, officer_id) if case else None
    procedure_code = str(dossier.frozen["procedure_code"])
    is_declared = bool(module_of(procedure_code)) and dossier.received_at is not None
    refusal = _refusal(work, dossier.id) if is_declared and view is None else None
    return CaseDesk(dossier.id, is_declared, view, refusal)


def _refusal(work: Work, dossier_id: UUID) -> Refusal | None:
    query = select(
        OutboxMessage.id, OutboxMessage.answer_code, OutboxMessage.answer
    ).where(
        OutboxMessage.dossier_id == dossier_id,
        OutboxMessage.system == Outward.CIVIL_STATUS,
        OutboxMessage.state == MessageState.REFUSED,
    )
    found = work.session.exec(query.limit(1)).first()
    return Refusal(*found) if found else None


def _view(
    work: Work,
    case: CivilStatusCase,
    file: StoredFile | None,
    is_open: bool,
    officer_id: UUID,
) -> CaseView:
    is_read = file is not None and file.state is FileState.ACCEPTED
    same = ("state", "words", "supplement_by", "declared_at", "asked_at", "number")
    more = ("book", "page", "personal_number", "registered_on", "registrar")
    return CaseView(
        **{name: getattr(case, name) for name in (*same, *more)},
        file_id=case.file_id if is_read else None,
        is_refused_file=file is not None and file.state is FileState.REFUSED,
        is_usable=is_read and is_open,
        may_attach=is_read and is_open and _handles(work, case, officer_id),
        may_repeat=case.state in MAY_REPEAT
        and bool(work.actor.roles & {Role.INTAKE, Role.PROCESSING}),
    )


def _handles(work: Work, case: CivilStatusCase, officer_id: UUID) -> bool:
    if Role.PROCESSING not in work.actor.roles:
        return False
    return is_handler(steps_of(work.session, case.dossier_id), officer_id)
