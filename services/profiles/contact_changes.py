"""A change of phone or email under way: both contacts must say yes (C22)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.code_owners import latest_code
from services.accounts.limits import COOL_DOWN
from services.accounts.models import (
    Account,
    CodeDelivery,
    CodePurpose,
    CodeRequest,
    ContactChange,
)
from services.core.errors import NotFound
from services.work import Work

OPEN_FOR = timedelta(hours=1)
FIELDS = ("phone", "email")


@dataclass(frozen=True)
class AskedCode:
    """One of the two codes: where it went, and whether it came back."""

    purpose: CodePurpose
    request_id: UUID
    shown: str  # masked
    is_verified: bool
    code_id: UUID | None
    delivery: CodeDelivery | None
    next_resend_at: datetime | None


@dataclass(frozen=True)
class ContactProgress:
    """Where the change stands; present first, then new."""

    change_id: UUID
    field: str
    new_value: str
    codes: tuple[AskedCode, ...]


def contact_progress(work: Work) -> ContactProgress | None:
    """Return the change this browser's person has under way, if there is one."""
    change = open_change(work, work.actor.require_citizen())
    if change is None:
        return None
    asked = (
        (CodePurpose.PRESENT_CONTACT, change.present_request_id),
        (CodePurpose.NEW_CONTACT, change.new_request_id),
    )
    codes = [_code(work, purpose, one) for purpose, one in asked if one]
    if None in codes:
        return None  # begun in another browser: the codes are that one's
    return ContactProgress(
        change.id, change.field, change.new_value, tuple(one for one in codes if one)
    )


def open_change(work: Work, account_id: UUID) -> ContactChange | None:
    """Return the newest change of an account that is neither done nor too old."""
    query = select(ContactChange).where(
        ContactChange.account_id == account_id,
        col(ContactChange.finished_at).is_(None),
        col(ContactChange.created_at) > work.now - OPEN_FOR,
    )
    newest = query.order_by(col(ContactChange.created_at).desc()).limit(1)
    return work.session.exec(newest).first()


def own_change(work: Work, change_id: UUID) -> ContactChange:
    """Return this person's change, locked; NotFound for any other."""
    query = select(ContactChange).where(
        ContactChange.id == change_id,
        ContactChange.account_id == work.actor.require_citizen(),
        col(ContactChange.created_at) > work.now - OPEN_FOR,
    )
    change = work.session.exec(query.with_for_update()).one_or_none()
    if change is None:
        raise NotFound("contact change")
    return change


def present_contact(account: Account, field: str) -> tuple[str, str]:
    """Return which contact says yes to a change, phone or email, and its value.

    The one that is replaced; where there is none yet, the other one.
    """
    other = FIELDS[1 - FIELDS.index(field)]
    for name in (field, other):
        if value := getattr(account, name):
            return name, value
    return field, ""


def _code(work: Work, purpose: CodePurpose, request_id: UUID) -> AskedCode | None:
    request = work.session.get_one(CodeRequest, request_id)
    if request.browser != work.actor.browser:
        return None
    code = latest_code(work, request)
    return AskedCode(
        purpose=purpose,
        request_id=request.id,
        shown=request.shown,
        is_verified=request.verified_at is not None,
        code_id=code.id if code else None,
        delivery=code.delivery if code else None,
        next_resend_at=code.sent_at + COOL_DOWN if code else None,
    )
