"""Reads of permits: of the unit's dossiers alone, from “Chờ trả kết quả” on (AZ-6)."""

from sqlmodel import Session, col, select

from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.rules import RESULT_OPEN
from services.outbox.models import MessageKind, OutboxMessage
from services.permits.models import Permit, PermitVersion
from services.permits.records import Record, keeper_of, record_of
from services.processing.queries import agency_dossier
from services.work import Role, Work

WORKERS = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


def permit_dossier(work: Work, code: str, lock: bool = False) -> tuple[Dossier, Record]:
    """Return a dossier whose result is there and whose ministry keeps a record of it.

    Any other is answered as one that does not exist.
    """
    work.actor.require_officer(*WORKERS)
    dossier = agency_dossier(work, code, lock)
    procedure = str(dossier.frozen.get("procedure_code", ""))
    system = keeper_of(work.province, procedure)
    if system is None or dossier.status not in RESULT_OPEN:
        raise NotFound("permit")
    return dossier, record_of(system)


def permit_of(session: Session, dossier: Dossier) -> Permit | None:
    """Return what was typed of the dossier's permit."""
    return session.exec(select(Permit).where(Permit.dossier_id == dossier.id)).first()


def versions_of(session: Session, permit: Permit | None) -> list[PermitVersion]:
    """Return what was saved, the latest first."""
    if permit is None:
        return []
    query = select(PermitVersion).where(PermitVersion.permit_id == permit.id)
    return list(session.exec(query.order_by(col(PermitVersion.number).desc())))


def latest_message(session: Session, dossier: Dossier) -> OutboxMessage | None:
    """Return the message that told the ministry of the permit last."""
    query = (
        select(OutboxMessage)
        .where(OutboxMessage.dossier_id == dossier.id)
        .where(OutboxMessage.kind == MessageKind.PERMIT)
        .order_by(col(OutboxMessage.sequence).desc())
        .limit(1)
    )
    return session.exec(query.execution_options(populate_existing=True)).first()
