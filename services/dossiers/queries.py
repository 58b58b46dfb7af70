"""Reads of dossiers: one's own, locked or not; units; nothing foreign."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound
from services.dossiers.catalogue import Catalogue, parts_as_json, read_catalogue
from services.dossiers.models import Dossier, DossierStatus
from services.procedures.models import Agency, Procedure, ProcedureUnit, Sector
from services.work import Work


@dataclass(frozen=True)
class Draft:
    """A dossier with all that its form is drawn from and checked against."""

    dossier: Dossier
    account: Account
    agency: Agency | None
    catalogue: Catalogue


def load_own(work: Work, dossier_id: UUID, lock: bool = False) -> Draft:
    """Return the actor's dossier; one answer for “not yours” and “not there”."""
    account_id = work.actor.require_citizen()
    query: Any = (  # Any: more columns than the typed `select` knows
        select(Dossier, Procedure, Account, Agency, Sector.name, *parts_as_json())  # type: ignore[call-overload]
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .join(Account, col(Account.id) == Dossier.account_id)
        .outerjoin(Agency, col(Agency.id) == Dossier.agency_id)
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .where(Dossier.id == dossier_id, Dossier.account_id == account_id)
    )
    if lock:
        query = query.with_for_update(of=Dossier)
        query = query.execution_options(populate_existing=True)
    row = work.session.exec(query).first()
    if row is None:
        raise NotFound("dossier")
    dossier, procedure, account, agency, sector, *parts = row
    return Draft(dossier, account, agency, read_catalogue(procedure, sector, parts))


def lock_own_draft(work: Work, dossier_id: UUID) -> Dossier:
    """Return the actor's draft, held until the commit; Conflict once handed in."""
    account_id = work.actor.require_citizen()
    dossier = work.session.exec(
        select(Dossier)
        .where(Dossier.id == dossier_id, Dossier.account_id == account_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if dossier is None:
        raise NotFound("dossier")
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    return dossier


def entitled_units(session: Session, procedure_id: UUID) -> Sequence[Agency]:
    """Return the agencies entitled to receive the procedure, by name."""
    return session.exec(
        select(Agency)
        .join(ProcedureUnit, col(ProcedureUnit.agency_id) == Agency.id)
        .where(ProcedureUnit.procedure_id == procedure_id, Agency.is_receiving)
        .order_by(col(Agency.name), col(Agency.code))
    ).all()
