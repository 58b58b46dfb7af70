"""Ask for a sum: one bill for one dossier at one moment, whatever is pressed twice."""

import secrets
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, func, select

from services.audit.record import record
from services.core.clock import local
from services.integrations.payment_gateways.port import Payer
from services.payments.beneficiary import Beneficiary
from services.payments.cancel_request import cancel_request
from services.payments.models import DueMoment, PaymentRequest, RequestState
from services.payments.transition import tell_request
from services.payments.views import DueLine
from services.work import Work

INVOICE = "%Y%m%d%H%M%S"  # F10: 14 digits of the province's clock
CROWDED = timedelta(hours=1)  # how far the next free second may lie ahead
REPLACED = "replaced"  # why a bill was cancelled: other lines are asked for


@dataclass(frozen=True)
class Asked:
    """What is asked for, frozen into the request (PAY-2)."""

    dossier_id: UUID
    moment: DueMoment
    account_id: UUID  # who handed the dossier in
    agency_id: UUID
    agency_code: str
    agency_name: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    lines: tuple[DueLine, ...]
    beneficiary: Beneficiary
    dossier_code: str = ""  # empty before filing
    principal_id: UUID | None = None
    payer: Payer = field(default_factory=Payer)  # offered to the owner only
    notice_number: str = ""
    pay_by: datetime | None = None

    @property
    def amount(self) -> int:
        """The sum of the lines, in đồng."""
        return sum(line.amount for line in self.lines)


def open_request(work: Work, asked: Asked) -> PaymentRequest:
    """Open a request, or return the one that asks for the very same already.

    The caller holds the dossier. A paid one with the same lines is returned too:
    a job that runs twice asks nobody twice. With other lines the open one is
    cancelled first; Conflict("payment_live") while money may be on its way to it.
    """
    if asked.amount <= 0 or any(line.amount < 0 for line in asked.lines):
        raise ValueError("a request asks for a sum above zero")
    earlier = _earlier(work.session, asked)
    for request in earlier:
        if request.state is not RequestState.CANCELLED and _is_same(request, asked):
            return _with_code(work, request, asked.dossier_code)
    for request in earlier:
        if request.state is RequestState.OPEN and _is_same_kind(request, asked):
            cancel_request(work, request.id, REPLACED)
    sequence = max((request.sequence for request in earlier), default=0) + 1
    request = _insert(work, asked, sequence)
    record(work, "payment_request.opened", request.id, amount=request.amount)
    tell_request(work, request)
    return request


def _earlier(session: Session, asked: Asked) -> list[PaymentRequest]:
    query = (
        select(PaymentRequest)
        .where(
            PaymentRequest.dossier_id == asked.dossier_id,
            PaymentRequest.moment == asked.moment,
        )
        .order_by(col(PaymentRequest.sequence))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(session.exec(query))


def _is_same_kind(request: PaymentRequest, asked: Asked) -> bool:
    """Tell whether it is the same bill; each notice of the tax office is its own."""
    return request.notice_number == asked.notice_number


def _is_same(request: PaymentRequest, asked: Asked) -> bool:
    return (
        _is_same_kind(request, asked)
        and request.lines == [asdict(line) for line in asked.lines]
        and request.beneficiary == asked.beneficiary.as_facts()
    )


def _with_code(work: Work, request: PaymentRequest, code: str) -> PaymentRequest:
    """Write the dossier's code into a bill that was opened before there was one."""
    if code and not request.dossier_code:
        request.dossier_code = code
        work.session.add(request)
    return request


def _insert(work: Work, asked: Asked, sequence: int) -> PaymentRequest:
    """Write the row under the next free second.

    Who wants the same second waits for the other's commit and takes the next
    one: everybody goes upward, so nobody waits in a circle.
    """
    row = PaymentRequest(
        **{name: value for name, value in vars(asked).items() if name not in FROZEN},
        lines=[asdict(line) for line in asked.lines],
        beneficiary=asked.beneficiary.as_facts(),
        payer=asdict(asked.payer),
        amount=asked.amount,
        sequence=sequence,
        invoice_number="",
        link_key=secrets.token_urlsafe(16),
        opened_at=work.now,
    )
    moment = _first_free(work)
    while True:
        row.invoice_number = f"{moment:{INVOICE}}"
        written = (
            insert(PaymentRequest)
            .values(**row.model_dump())
            .on_conflict_do_nothing(index_elements=["invoice_number"])
            .returning(col(PaymentRequest.id))
        )
        if work.session.execute(written).scalar_one_or_none():
            return work.session.get_one(PaymentRequest, row.id)
        moment += timedelta(seconds=1)


FROZEN = {"lines", "beneficiary", "payer"}


def _first_free(work: Work) -> datetime:
    """Return this second, or the one after the last taken of a crowded hour."""
    here = local(work.now)
    taken = work.session.exec(
        select(func.max(PaymentRequest.invoice_number)).where(
            col(PaymentRequest.invoice_number).between(
                f"{here:{INVOICE}}", f"{here + CROWDED:{INVOICE}}"
            )
        )
    ).one()
    if not taken:
        return here
    last = datetime.strptime(taken, INVOICE).replace(tzinfo=here.tzinfo)
    return last + timedelta(seconds=1)
