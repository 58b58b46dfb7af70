"""Take the new phone or email once both contacts have said yes."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from services.accounts.code_requests import lock_verified_request
from services.accounts.models import Account, CodePurpose
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.audit.record import record
from services.core.identifiers import mask_email, mask_phone
from services.profiles.contact_changes import own_change
from services.profiles.rules import with_sources
from services.work import Work

BY_CODE = "code"
MASKS = {"phone": mask_phone, "email": mask_email}
NOTICES = {"phone": NoticeKind.PHONE_CHANGED, "email": NoticeKind.EMAIL_CHANGED}


class ContactOutcome(StrEnum):
    """What both confirmations led to."""

    CHANGED = "changed"
    TAKEN = "taken"  # another account answers to it


def finish_contact_change(work: Work, change_id: UUID) -> ContactOutcome:
    """Write the new contact, and tell the old and the new one (SS-7).

    Raises Conflict while one of the codes is missing.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    change = own_change(work, change_id)
    if change.finished_at is not None and _value(account, change.field) == (
        change.new_value
    ):
        return ContactOutcome.CHANGED
    new = lock_verified_request(work, CodePurpose.NEW_CONTACT, change.new_request_id)
    requests = [new]
    if change.present_request_id is not None:
        purpose = CodePurpose.PRESENT_CONTACT
        requests.append(lock_verified_request(work, purpose, change.present_request_id))
    for request in requests:
        request.finished_at = work.now
    change.finished_at = work.now
    old = _value(account, change.field)
    try:
        with work.session.begin_nested():
            setattr(account, change.field, change.new_value)
    except IntegrityError:
        work.session.refresh(account)
        record(
            work, "contact.changed", account_id, outcome="refused", field=change.field
        )
        return ContactOutcome.TAKEN
    account.field_sources = with_sources(account, {change.field: BY_CODE})
    record(work, "contact.changed", account_id, field=change.field)
    mask = MASKS[change.field]
    facts = {"new": mask(change.new_value)} | ({"old": mask(old)} if old else {})
    notify_owner(work, account, NOTICES[change.field], also_to=old, **facts)
    return ContactOutcome.CHANGED


def _value(account: Account, field: str) -> str:
    return getattr(account, field) or ""
