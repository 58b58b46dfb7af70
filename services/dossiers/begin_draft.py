"""Begin a dossier, or find the one being written (R2, R3)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, func, select, text

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import Problem, Step
from services.eforms.current_eform import current_eform
from services.procedures.models import Procedure
from services.signals import person_topic, tell
from services.work import Work

OPEN_DRAFTS = 50  # more is a mistake or an attack; old ones can be discarded
LONGEST_KEY = 100


@dataclass(frozen=True)
class DraftBirth:
    """The draft an intent led to."""

    dossier_id: UUID
    is_new: bool


@dataclass(frozen=True)
class OpenDraft:
    """A draft that can be gone on with."""

    dossier_id: UUID
    step: str
    updated_at: datetime


def begin_draft(work: Work, procedure_code: str, intent_key: str) -> DraftBirth:
    """Bear one draft per intent: a double click or a retry finds the first (P2).

    The page makes the key when the form is opened and calls this with the first
    answer, so that looking at a form leaves nothing behind.
    """
    account_id = work.actor.require_citizen()
    if not 0 < len(intent_key) <= LONGEST_KEY:
        raise NotFound("intent")
    procedure = _procedure(work, procedure_code)
    _check_room(work.session, account_id)
    fresh = Dossier(
        account_id=account_id,
        procedure_id=procedure.id,
        draft_key=intent_key,
        step=Step.AGENCY,
        eform_id=current_eform(work.session, procedure.code, local_day(work.now)),
        created_at=work.now,
        updated_at=work.now,
    )
    born = work.session.execute(
        insert(Dossier)
        .values(**fresh.model_dump())
        .on_conflict_do_nothing(
            index_elements=["account_id", "draft_key"],
            index_where=text("draft_key <> ''"),
        )
        .returning(col(Dossier.id))
    ).scalar_one_or_none()
    if born is None:
        return DraftBirth(_existing(work.session, account_id, intent_key), False)
    record(work, "begin_draft", born)
    tell(work.session, person_topic(account_id))
    return DraftBirth(born, True)


def open_drafts(work: Work, procedure_code: str) -> tuple[OpenDraft, ...]:
    """Return the actor's drafts of the procedure, the latest first."""
    account_id = work.actor.require_citizen()
    found = work.session.exec(
        select(Dossier.id, Dossier.step, Dossier.updated_at)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(
            Dossier.account_id == account_id,
            Dossier.status == DossierStatus.DRAFT,
            Procedure.code == procedure_code,
        )
        .order_by(col(Dossier.updated_at).desc(), col(Dossier.id))
    ).all()
    return tuple(OpenDraft(*row) for row in found)


def _procedure(work: Work, code: str) -> Procedure:
    query = select(Procedure).where(Procedure.code == code)
    procedure = work.session.exec(query).first()
    if procedure is None:
        raise NotFound("procedure")
    is_at_counter = work.actor.typed_by_id is not None
    is_open_here = work.province.has_filing_pages or is_at_counter
    if not procedure.is_filed_here or not is_open_here:
        raise RuleViolation({"procedure": Problem.PROCEDURE_NOT_HERE})
    if procedure.is_suspended:
        raise RuleViolation({"procedure": Problem.PROCEDURE_CLOSED})
    return procedure


def _check_room(session: Session, account_id: UUID) -> None:
    held = session.exec(
        select(func.count()).where(
            Dossier.account_id == account_id, Dossier.status == DossierStatus.DRAFT
        )
    ).one()
    if held >= OPEN_DRAFTS:
        raise RuleViolation({"procedure": Problem.TOO_MANY_DRAFTS})


def _existing(session: Session, account_id: UUID, intent_key: str) -> UUID:
    return session.exec(
        select(Dossier.id).where(
            Dossier.account_id == account_id, Dossier.draft_key == intent_key
        )
    ).one()
