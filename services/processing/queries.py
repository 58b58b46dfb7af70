"""Reads of the desk: every one is limited to the officer's own agency (AZ-6)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound
from services.core.identifiers import read_dossier_code
from services.core.readers import Unreadable
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.show_dossier import find_visible
from services.processing.models import ComponentVerdict, DossierStep
from services.work import Role, Work


def agency_dossier(work: Work, code: str, lock: bool = False) -> Dossier:
    """Return a dossier handed in to the officer's agency.

    A foreign one, a draft, a slip of the keyboard: one answer for all (AZ-4). An
    interlinked declaration is no work of its own: its legs are.
    """
    query = select(Dossier).where(of_agency(work, code))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    dossier = work.session.exec(query).first()
    if dossier is None:
        raise NotFound("dossier")
    return dossier


def of_agency(work: Work, code: str) -> ColumnElement[bool]:
    """Return what makes a row that dossier, for a statement that asks for more."""
    try:
        wanted = read_dossier_code(code)
    except Unreadable:
        raise NotFound("dossier") from None
    if work.actor.agency_id is None:
        raise NotFound("dossier")
    return and_(
        col(Dossier.code) == wanted,
        col(Dossier.agency_id) == work.actor.agency_id,
        col(Dossier.status) != DossierStatus.DRAFT,
        ~col(Dossier.is_bundle),
    )


def readable_dossier(work: Work, code: str) -> Dossier:
    """Return a dossier to those who see it: its people, or its agency (AZ-4)."""
    if work.actor.is_officer:
        work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
        return agency_dossier(work, code)
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    return dossier


def check_version(dossier: Dossier, seen: int) -> None:
    """Refuse an act upon something else than what the officer saw."""
    if dossier.version != seen:
        raise Conflict("changed_since")


def renew_version(work: Work, dossier: Dossier) -> None:
    """Mark the dossier as changed, for whoever looks at an older one."""
    dossier.version += 1
    dossier.updated_at = work.now
    work.session.add(dossier)


def steps_of(session: Session, dossier_id: UUID) -> Sequence[DossierStep]:
    """Return the steps of a dossier in their order."""
    query = select(DossierStep).where(DossierStep.dossier_id == dossier_id)
    return session.exec(query.order_by(col(DossierStep.position))).all()


def verdicts_of(session: Session, dossier_id: UUID) -> dict[str, ComponentVerdict]:
    """Return what reception said of each component, by its code."""
    query = select(ComponentVerdict).where(ComponentVerdict.dossier_id == dossier_id)
    return {verdict.component_code: verdict for verdict in session.exec(query)}


def names_of(session: Session, account_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Return the names of these officers, in one statement."""
    wanted = {account_id for account_id in account_ids if account_id is not None}
    if not wanted:
        return {}
    query = select(Account.id, Account.full_name).where(col(Account.id).in_(wanted))
    return dict(session.exec(query).all())
