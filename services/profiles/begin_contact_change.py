"""Begin to change the phone or the email: a code goes to both (C22)."""

from collections.abc import Callable, Mapping

from services.accounts.begin_code_request import begin_code_request
from services.accounts.code_requests import CodeTarget
from services.accounts.models import Account, CodePurpose, ContactChange
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Unreadable
from services.core.readers import read_email, read_mobile
from services.profiles.contact_changes import (
    FIELDS,
    ContactProgress,
    contact_progress,
    open_change,
    present_contact,
)
from services.work import Work

READERS: Mapping[str, Callable[[str], str]] = {
    "phone": read_mobile,
    "email": lambda text: read_email(text).casefold(),
}
HERE = "/ca-nhan/lien-he"


def begin_contact_change(work: Work, field: str, typed: str) -> ContactProgress:
    """Keep the wish and send both codes; a second press sends none again.

    Whether somebody else has the new contact is told only to who proves to
    hold it (AU-4). Without any contact a fresh proof stands for the present one.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    value = _read(field, typed)
    if getattr(account, field) == value:
        raise RuleViolation({"new_contact": "contact_same"})
    under_way = contact_progress(work)
    if under_way and (under_way.field, under_way.new_value) == (field, value):
        return under_way
    if earlier := open_change(work, account_id):
        earlier.finished_at = work.now  # replaced by this one
    present_field, present = present_contact(account, field)
    asked = None
    if present:
        target = CodeTarget(**{present_field: present})
        asked = begin_code_request(work, CodePurpose.PRESENT_CONTACT, target, HERE)
    else:
        work.actor.require_fresh_proof(work.now)
    new_target = CodeTarget(**{field: value})
    new = begin_code_request(work, CodePurpose.NEW_CONTACT, new_target, HERE)
    change = ContactChange(
        account_id=account_id,
        field=field,
        new_value=value,
        present_request_id=asked.registration_id if asked else None,
        new_request_id=new.registration_id,
        created_at=work.now,
    )
    work.session.add(change)
    work.session.flush()
    record(work, "contact.change_begun", account_id, field=field)
    progress = contact_progress(work)
    assert progress is not None  # it was begun just now, in this browser
    return progress


def _read(field: str, typed: str) -> str:
    if field not in FIELDS:
        raise RuleViolation({"new_contact": "required"})
    try:
        return READERS[field](typed)
    except Unreadable as fault:
        raise RuleViolation({"new_contact": fault.key}) from None
