"""Reads of dossiers: one's own, locked or not; units; nothing foreign."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.core.errors import Conflict, NotFound
from services.delegations.acting import Acting, acting_for
from services.delegations.models import Delegation
from services.delegations.queries import in_force, require_delegation
from services.dossiers.access import visible_to
from services.dossiers.catalogue import Catalogue, parts_as_json, read_catalogue
from services.dossiers.earlier import Earlier, earlier_answers, read_earlier
from services.dossiers.faults import DraftAtCounter, DraftIsPaying
from services.dossiers.models import Dossier, DossierStatus
from services.eforms.current_eform import definition_of
from services.eforms.definition import EformDefinition
from services.eforms.models import Eform
from services.procedures.models import Agency, Procedure, ProcedureUnit, Sector
from services.work import Work


@dataclass(frozen=True)
class Draft:
    """A dossier with all that its form is drawn from and checked against."""

    dossier: Dossier
    account: Account
    agency: Agency | None
    catalogue: Catalogue
    acting: Acting | None = None  # filed for somebody else
    may_act: bool = True  # false: the delegation does not hold any more
    form: EformDefinition | None = None  # the version the draft began with
    earlier: Earlier | None = None  # a dossier by the same form


def load_own(
    work: Work, dossier_id: UUID, lock: bool = False, paying: bool = False
) -> Draft:
    """Return the actor's dossier; one answer for “not yours” and “not there”.

    Held for a change, it must not be closed for its payment, unless `paying`.
    """
    account_id, principal = work.actor.require_citizen(), aliased(Account)
    right = (Delegation, principal, in_force(work.now))
    form = (Eform.definition, earlier_answers())
    query: Any = (  # Any: more columns than the typed `select` knows
        select(  # type: ignore[call-overload]
            *(Dossier, Procedure, Account, Agency, *right, *form, Sector.name),
            *parts_as_json(),
        )
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .join(Account, col(Account.id) == Dossier.account_id)
        .outerjoin(Agency, col(Agency.id) == Dossier.agency_id)
        .outerjoin(Sector, col(Sector.id) == Procedure.sector_id)
        .outerjoin(Delegation, col(Delegation.id) == Dossier.delegation_id)
        .outerjoin(principal, col(principal.id) == Dossier.principal_id)
        .outerjoin(Eform, col(Eform.id) == Dossier.eform_id)
        .where(Dossier.id == dossier_id, Dossier.account_id == account_id)
        .where(visible_to(work))
    )
    if lock:
        query = query.with_for_update(of=Dossier)
        query = query.execution_options(populate_existing=True)
    row = work.session.exec(query).first()
    if row is None:
        raise NotFound("dossier")
    draft = _draft(*row)
    if lock:
        _check_free(work, draft.dossier)
    if lock and not paying:
        _check_open(draft.dossier)
    return draft


def _draft(
    dossier: Dossier, procedure: Procedure, account: Account, *rest: Any
) -> Draft:
    # Any: the other columns, as `load_own` names them.
    agency, delegation, person, holds, raw, earlier, sector, *parts = rest
    acting = acting_for(delegation, person) if delegation else None
    form = None
    if dossier.eform_id is not None:
        form = definition_of(dossier.eform_id, raw)
    return Draft(
        dossier=dossier,
        account=account,
        agency=agency,
        catalogue=read_catalogue(procedure, sector, parts),
        acting=acting,
        may_act=not acting or holds,
        form=form,
        earlier=read_earlier(earlier),
    )


def _check_free(work: Work, dossier: Dossier) -> None:
    """Let one side write at a time: who sits at the counter, or the person at home."""
    is_held = dossier.counter_until is not None and dossier.counter_until > work.now
    is_draft = dossier.status is DossierStatus.DRAFT
    if is_draft and is_held and work.actor.typed_by_id != dossier.counter_officer_id:
        raise DraftAtCounter("at_counter")


def _check_open(dossier: Dossier) -> None:
    if dossier.status is DossierStatus.DRAFT and dossier.paying_since is not None:
        raise DraftIsPaying("paying")


def lock_own_draft(
    work: Work, dossier_id: UUID, to_end: bool = False, paying: bool = False
) -> Dossier:
    """Return the actor's draft, held until the commit; Conflict once handed in.

    A draft for somebody else is worked on only while the delegation holds; `to_end`
    is for throwing it away or filing it for oneself, which is always possible.
    """
    account_id = work.actor.require_citizen()
    dossier = work.session.exec(
        select(Dossier)
        .where(Dossier.id == dossier_id, Dossier.account_id == account_id)
        .where(visible_to(work))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()
    if dossier is None:
        raise NotFound("dossier")
    if dossier.status is not DossierStatus.DRAFT:
        raise Conflict("handed_in")
    _check_free(work, dossier)
    if not paying:
        _check_open(dossier)
    if not to_end:
        check_right(work, dossier)
    return dossier


def check_right(work: Work, dossier: Dossier) -> None:
    """Hold the delegation a dossier rests on, or refuse because it has ended."""
    if dossier.delegation_id is not None:
        require_delegation(work, dossier.delegation_id)


def entitled_units(session: Session, procedure_id: UUID) -> Sequence[Agency]:
    """Return the agencies entitled to receive the procedure, by name."""
    return session.exec(
        select(Agency)
        .join(ProcedureUnit, col(ProcedureUnit.agency_id) == Agency.id)
        .where(ProcedureUnit.procedure_id == procedure_id, Agency.is_receiving)
        .order_by(col(Agency.name), col(Agency.code))
    ).all()
