"""Close an odd line of a reconciliation by hand, with a word of what was done."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.payments.models import Payment, PaymentRequest
from services.payments.settlement_models import ReconciliationItem
from services.work import Role, Work

BY_HAND = "by_hand"
NOTE_LENGTHS = (10, 1000)


def settle_difference(work: Work, item_id: UUID, note: str) -> ReconciliationItem:
    """Write down what was done about a difference; pressed twice, the first stands.

    The leader of the agency whose payment it is, or an administrator where it is
    nobody's.
    """
    officer_id = work.actor.require_officer(Role.APPROVER, Role.ADMINISTRATOR)
    held = select(ReconciliationItem).where(ReconciliationItem.id == item_id)
    item = work.session.exec(held.with_for_update()).first()
    if item is None or not may_settle(work, item):
        raise NotFound("difference")
    if item.settled_at is not None:
        return item
    try:
        item.note = read_note(note, *NOTE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"note": fault.key}) from None
    item.settled_at, item.settled_by_id = work.now, officer_id
    item.settled_how = BY_HAND
    work.session.add(item)
    record(work, "reconciliation.settled", item.id, fault=item.fault)
    return item


def may_settle(work: Work, item: ReconciliationItem) -> bool:
    """Tell whether this officer answers for the line."""
    if Role.ADMINISTRATOR in work.actor.roles:
        return True
    if item.payment_id is None:
        return False
    owner = work.session.exec(
        select(PaymentRequest.agency_id)
        .join(Payment, Payment.request_id == PaymentRequest.id)  # type: ignore[arg-type]
        .where(Payment.id == item.payment_id)
    ).first()
    return owner is not None and owner == work.actor.agency_id
