"""What withdrawing a dossier would mean now: fee, papers, at once or by request."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.accounts.code_requests import CodeRequestProgress, code_request_progress
from services.accounts.models import Account, CodePurpose
from services.core.errors import NotFound
from services.core.identifiers import mask_email, mask_phone
from services.dossiers.models import DossierStatus, WithdrawalState
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import FeeView
from services.dossiers.withdraw import latest_wish, may_withdraw, way_back
from services.work import Work


@dataclass(frozen=True)
class WithdrawalView:
    """All the page of a withdrawal draws."""

    dossier_id: UUID
    code: str
    procedure_name: str
    agency_name: str
    status: DossierStatus
    is_possible: bool
    is_at_once: bool  # before reception nobody is asked
    state: WithdrawalState | None  # of the last wish
    asked_at: datetime | None
    reason: str
    decision_reason: str
    fees: tuple[FeeView, ...]
    originals: int  # papers in the original, to be fetched back
    masked_contact: str  # where the code goes; empty: a fresh proof stands for it
    request: CodeRequestProgress | None  # a code on its way for this very dossier


def show_withdrawal(work: Work, code: str) -> WithdrawalView:
    """Return it for the people of the dossier."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    handed_in, wish = read_snapshot(dossier), latest_wish(work, dossier.id)
    progress = code_request_progress(work, CodePurpose.WITHDRAW)
    is_this = progress and progress.return_to == way_back(dossier.code or "")
    return WithdrawalView(
        dossier_id=dossier.id,
        code=dossier.code or "",
        procedure_name=handed_in.procedure_name,
        agency_name=handed_in.unit.name,
        status=dossier.status,
        is_possible=may_withdraw(dossier),
        is_at_once=dossier.received_at is None,
        state=wish.state if wish else None,
        asked_at=wish.at if wish else None,
        reason=wish.reason if wish else "",
        decision_reason=wish.decision_reason if wish else "",
        fees=handed_in.fees,
        originals=sum(part.original_qty for part in handed_in.components),
        masked_contact=_contact(account),
        request=progress if is_this else None,
    )


def _contact(account: Account) -> str:
    if account.phone:
        return mask_phone(account.phone)
    return mask_email(account.email) if account.email else ""
