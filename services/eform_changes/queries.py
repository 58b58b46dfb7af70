"""Reads of forms and their drafts, for administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.administration.scope import require_administrator
from services.core.errors import Conflict, Forbidden, NotFound
from services.eform_changes.flaws import Relied
from services.eform_changes.models import OPEN, EformDraft
from services.eforms.models import Eform
from services.interlinked.bundles import bundles
from services.procedures.models import Procedure, ProcedureComponent
from services.work import Work


@dataclass(frozen=True)
class At:
    """A draft as it was seen: somebody else's change in between wins."""

    draft_id: UUID
    edition: int


def whole_province(work: Work) -> UUID:
    """Return who acts; forms are the province's, one unit's administrator reads."""
    account_id = require_administrator(work)
    if work.actor.agency_id is not None:
        raise Forbidden("eform")
    return account_id


def versions_of(session: Session, code: str) -> tuple[Eform, ...]:
    """Return every version of a form, the newest first; none: it is not there."""
    query = select(Eform).where(Eform.code == code)
    found = session.exec(query.order_by(col(Eform.version).desc())).all()
    if not found:
        raise NotFound("eform")
    return tuple(found)


def open_draft(session: Session, code: str) -> EformDraft | None:
    """Return the draft of this form that is worked on."""
    query = select(EformDraft).where(EformDraft.code == code)
    return session.exec(query.where(col(EformDraft.state).in_(OPEN))).first()


def lock_draft(work: Work, at: At) -> EformDraft:
    """Return a draft as it was seen, locked."""
    query = select(EformDraft).where(EformDraft.id == at.draft_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("eform_draft")
    if found.edition != at.edition:
        changed = work.session.get(Account, found.decided_by_id or found.changed_by_id)
        raise Conflict("eform_changed", changed.full_name if changed else "")
    return found


def relied_on(session: Session, procedures: Iterable[str]) -> Relied:
    """Return what papers, bundles and second signatures read of a form by its code."""
    codes = list(procedures)
    answers = session.exec(
        select(ProcedureComponent.required_answer)
        .join(Procedure, col(Procedure.id) == ProcedureComponent.procedure_id)
        .where(col(Procedure.code).in_(codes))
        .where(col(ProcedureComponent.required_answer) != {})
    )
    fields = {str(one["field"]) for one in answers if one.get("field")}
    signed = select(Procedure.cosign).where(col(Procedure.code).in_(codes))
    fields |= {str(one["field"]) for one in session.exec(signed) if one.get("field")}
    legs = [leg for code in codes if code in bundles() for leg in bundles()[code].leg]
    fields |= {leg.wanted.field for leg in legs if leg.wanted}
    groups = {group for leg in legs for group in leg.groups}
    return Relied(frozenset(fields), frozenset(groups))
