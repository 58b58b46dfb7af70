"""What follows in a dossier once what it owed is paid."""

from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.rules import GIVEN_UP
from services.dossiers.tell_people import tell_people, tell_with_path
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.ask_refund import CANCELLED, refund_whole
from services.payments.models import (
    DueMoment,
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import lock_payment, owed
from services.processing.announce import announce
from services.processing.await_payment import go_on_after_payment
from services.results.keep_result import KEEP_JOB
from services.signals import tell, till_topics
from services.work import Work

FILE_JOB = "dues.file_paid"
LAST_LOOK = timedelta(minutes=15)  # C14: then a paid dossier files itself


def follow_payment(work: Work, payment_id: UUID) -> None:
    """Bring the dossier up to its payment; carried out twice, it happens once."""
    payment = work.session.get(Payment, payment_id)
    if payment is None:
        return
    request = work.session.get_one(PaymentRequest, payment.request_id)
    dossier = work.session.exec(
        select(Dossier).where(Dossier.id == request.dossier_id).with_for_update()
    ).one()
    if request.state is not RequestState.PAID or request.paid_with_id != payment.id:
        _explain(work, dossier, request, payment)
    elif dossier.status in GIVEN_UP:
        _give_back(work, payment)
    elif request.moment is DueMoment.BEFORE_FILING:
        _await_filing(work, dossier)
    else:
        if not owed(work.session, dossier.id):
            go_on_after_payment(work, dossier)
            # A result that waited for its payment goes into the vault now.
            defer(work.session, KEEP_JOB, dossier_id=str(dossier.id))
        announce(work, dossier)
        tell_people(work, dossier, Subject.PAID, str(request.id))
    tell(work.session, *till_topics([request.agency_id]))


def _explain(
    work: Work, dossier: Dossier, request: PaymentRequest, payment: Payment
) -> None:
    """Say why money that came does not count: not as asked, or a second time."""
    held = payment.state is PaymentState.MISMATCH
    subject = Subject.PAYMENT_HELD if held else Subject.PAYMENT_TWICE
    path = f"/thanh-toan/{request.link_key}/ket-qua"
    tell_with_path(work, dossier, subject, str(payment.id), path)


def _give_back(work: Work, payment: Payment) -> None:
    """Ask for money back that reached a dossier after its end."""
    _, held = lock_payment(work.session, payment.id)
    if held.state is PaymentState.PAID:
        refund_whole(work, held, CANCELLED)


def _await_filing(work: Work, dossier: Dossier) -> None:
    """Give the person a quarter of an hour for the last look; then it files itself."""
    if dossier.status is not DossierStatus.DRAFT or dossier.file_by is not None:
        return
    dossier.file_by = work.now + LAST_LOOK
    work.session.add(dossier)
    defer(work.session, FILE_JOB, at=dossier.file_by, dossier_id=str(dossier.id))
    announce(work, dossier)
