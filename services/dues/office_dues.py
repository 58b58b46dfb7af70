"""What a dossier owes and has paid, for the officers who work on it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlmodel import and_, col, select

from services.core.errors import NotFound
from services.dossiers.models import Dossier, DossierStatus
from services.payments.models import (
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.rules import LIVE
from services.processing.queries import of_agency
from services.work import Role, Work

ASKABLE = (DossierStatus.PROCESSING, DossierStatus.AWAITING_PAYMENT)
ASKERS = frozenset({Role.INTAKE, Role.PROCESSING})


@dataclass(frozen=True)
class OfficeDue:
    """One request as a line beside the dossier."""

    id: UUID
    moment: str
    amount: int
    state: str  # of the request; of its attempt while money is on its way, or held


@dataclass(frozen=True)
class OfficeDues:
    """What was asked for a dossier, the oldest first."""

    dossier_id: UUID
    rows: tuple[OfficeDue, ...]
    owed: int  # đồng
    may_ask: bool  # this officer may ask for a sum now

    @property
    def first_open(self) -> OfficeDue | None:
        """The request that is to be paid next."""
        return next((row for row in self.rows if _is_open(row)), None)


def office_dues(work: Work, code: str) -> OfficeDues:
    """Show the sums of a dossier of the officer's agency; what was waived is left out.

    The page that shows them writes down that the dossier was read.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    asked_for = and_(
        col(PaymentRequest.dossier_id) == Dossier.id,
        col(PaymentRequest.state) != RequestState.CANCELLED,
    )
    found = work.session.exec(  # in one statement: the page asks for a lot already
        select(Dossier, PaymentRequest, _has(*LIVE), _has(PaymentState.MISMATCH))
        .outerjoin(PaymentRequest, asked_for)
        .where(of_agency(work, code))
        .order_by(col(PaymentRequest.opened_at), col(PaymentRequest.invoice_number))
    ).all()
    if not found:
        raise NotFound("dossier")
    dossier = found[0][0]
    rows = tuple(_row(*one[1:]) for one in found if one[1] is not None)
    return OfficeDues(
        dossier_id=dossier.id,
        rows=rows,
        owed=sum(row.amount for row in rows if _is_open(row)),
        may_ask=dossier.status in ASKABLE and bool(ASKERS & work.actor.roles),
    )


def _is_open(row: OfficeDue) -> bool:
    return row.state not in (RequestState.PAID, RequestState.REFUNDED)


def _has(*states: PaymentState) -> ColumnElement[bool]:
    return exists().where(
        col(Payment.request_id) == col(PaymentRequest.id),
        col(Payment.state).in_(states),
    )


def _row(request: PaymentRequest, is_live: bool, is_held: bool) -> OfficeDue:
    state = str(request.state)
    if request.state is RequestState.OPEN and is_held:
        state = str(PaymentState.MISMATCH)
    elif request.state is RequestState.OPEN and is_live:
        state = str(PaymentState.PENDING)
    return OfficeDue(request.id, str(request.moment), request.amount, state)
