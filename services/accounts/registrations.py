"""A registration under way: whose it is, and what its screens show."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.code_owners import latest_code
from services.accounts.limits import COOL_DOWN
from services.accounts.models import CodeDelivery, Registration
from services.core.errors import Forbidden, NotFound
from services.core.identifiers import mask_phone
from services.work import Work

KEPT = timedelta(hours=24)  # a registration nobody finished is forgotten


@dataclass(frozen=True)
class RegistrationProgress:
    """Where a registration stands, for the person who began it."""

    registration_id: UUID
    masked_phone: str
    is_verified: bool
    code_id: UUID | None
    delivery: CodeDelivery | None
    next_resend_at: datetime | None
    return_to: str


def require_browser(work: Work) -> str:
    """Return the browser that asks, or refuse one that keeps no cookie."""
    if not work.actor.browser:
        raise Forbidden("browser")
    return work.actor.browser


def lock_registration(work: Work, registration_id: UUID) -> Registration:
    """Return the registration this browser began, locked until the commit."""
    browser = require_browser(work)
    mine = select(Registration).where(
        Registration.id == registration_id,
        Registration.browser == browser,
        col(Registration.finished_at).is_(None),
        col(Registration.created_at) > work.now - KEPT,
    )
    registration = work.session.exec(mine.with_for_update()).one_or_none()
    if registration is None:
        raise NotFound("registration")
    return registration


def registration_progress(work: Work) -> RegistrationProgress | None:
    """Return where this browser's latest registration stands, if it has one."""
    browser = require_browser(work)
    mine = (
        select(Registration)
        .where(
            Registration.browser == browser,
            col(Registration.finished_at).is_(None),
            col(Registration.created_at) > work.now - KEPT,
        )
        .order_by(col(Registration.created_at).desc())
    )
    registration = work.session.exec(mine.limit(1)).first()
    if registration is None:
        return None
    code = latest_code(work, registration)
    return RegistrationProgress(
        registration_id=registration.id,
        masked_phone=mask_phone(registration.phone),
        is_verified=registration.verified_at is not None,
        code_id=code.id if code else None,
        delivery=code.delivery if code else None,
        next_resend_at=code.sent_at + COOL_DOWN if code else None,
        return_to=registration.return_to,
    )
