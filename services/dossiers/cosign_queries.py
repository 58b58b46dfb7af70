"""Invitations to co-sign: the latest of a draft, the one a link leads to."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from services.accounts.keys import token_hash
from services.accounts.models import Account, AccountStatus
from services.core.errors import NotFound
from services.core.identifiers import mask_email, mask_phone
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.dossiers.models import Dossier
from services.dossiers.queries import Draft, load_own
from services.work import Actor, Work

OPEN = (CosignState.ASKED, CosignState.SIGNED)


@dataclass(frozen=True)
class CosignStanding:
    """Where the latest invitation of a draft stands, for who invited."""

    request_id: UUID
    name: str
    shown: str  # masked phone or email
    state: CosignState
    asked_at: datetime
    until: datetime
    answered_at: datetime | None


def latest_request(session: Session, dossier_id: UUID) -> CosignRequest | None:
    """Return the invitation that counts: the last one made."""
    query = select(CosignRequest).where(CosignRequest.dossier_id == dossier_id)
    newest = query.order_by(col(CosignRequest.asked_at).desc(), col(CosignRequest.id))
    return session.exec(newest.limit(1)).first()


def state_of(request: CosignRequest, digest: str, now: datetime) -> CosignState:
    """Return what an invitation is worth now: a changed draft voids a signature."""
    if request.state is CosignState.SIGNED and request.digest != digest:
        return CosignState.VOID
    if request.state is CosignState.ASKED and request.until <= now:
        return CosignState.EXPIRED
    return request.state


def standing_of(request: CosignRequest, digest: str, now: datetime) -> CosignStanding:
    """Return what its maker is shown."""
    return CosignStanding(
        request_id=request.id,
        name=request.name,
        shown=shown_contact(request),
        state=state_of(request, digest, now),
        asked_at=request.asked_at,
        until=request.until,
        answered_at=request.answered_at,
    )


def shown_contact(request: CosignRequest) -> str:
    """Return phone or email, masked."""
    return mask_phone(request.phone) if request.phone else mask_email(request.email)


def find_invitation(work: Work, key: str, lock: bool = False) -> CosignRequest:
    """Return the invitation of a link; one answer for wrong, foreign and gone.

    Who is signed in with the very phone or email that was invited may come by the
    number of the invitation, which a notice leads to.
    """
    query = select(CosignRequest).where(CosignRequest.token_hash == token_hash(key))
    found = work.session.exec(query.with_for_update() if lock else query).first()
    if found is None and (number := _number(key)):
        by_id = select(CosignRequest).where(CosignRequest.id == number)
        found = work.session.exec(by_id.with_for_update() if lock else by_id).first()
        if found is not None and not is_invited(work, found):
            found = None
    if found is None:
        raise NotFound("cosign request")
    return found


def is_invited(work: Work, request: CosignRequest) -> bool:
    """Tell whether who is signed in is the one invited, by phone or email."""
    actor = work.actor
    if actor.account_id is None or actor.is_officer:
        return False
    account = work.session.get(Account, actor.account_id)
    if account is None or account.status is not AccountStatus.ACTIVE:
        return False
    if _owner(work, request) == account.id:
        return False
    told = [(request.phone, account.phone), (request.email, account.email)]
    return any(asked and asked == own for asked, own in told)


def is_known(work: Work, request: CosignRequest) -> bool:
    """Tell whether this browser has named the one invited, or is signed in as them."""
    browser = work.actor.browser
    named = bool(browser) and browser in request.known_browsers
    return named or is_invited(work, request)


def draft_of(work: Work, request: CosignRequest, lock: bool = False) -> Draft:
    """Return the draft as its owner has it; the link is the right to read it."""
    owner = Actor(account_id=_owner(work, request))
    return load_own(replace(work, actor=owner), request.dossier_id, lock)


def _owner(work: Work, request: CosignRequest) -> UUID:
    return work.session.get_one(Dossier, request.dossier_id).account_id


def _number(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None
