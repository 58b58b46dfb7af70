"""A wish that a code must confirm: whose it is, and what its screens show (AU-6)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.accounts.code_owners import (
    NOWHERE,
    REQUEST_KEPT,
    is_by_name,
    latest_code,
)
from services.accounts.limits import COOL_DOWN, TEN_MINUTES
from services.accounts.models import (
    CodeDelivery,
    CodePurpose,
    CodeRequest,
    OneTimeCode,
)
from services.accounts.registrations import require_browser
from services.core.errors import Conflict, NotFound
from services.core.identifiers import mask_email, mask_phone
from services.work import Work

VERIFIED_FOR = timedelta(minutes=30)


@dataclass(frozen=True)
class CodeTarget:
    """Where a code goes: one of the two."""

    phone: str = ""
    email: str = ""

    @property
    def masked(self) -> str:
        """Return it the way its owner is shown it."""
        if self.phone:
            return mask_phone(self.phone)
        return mask_email(self.email) if self.email else ""


@dataclass(frozen=True)
class CodeRequestProgress:
    """Where a wish stands, for the person who has it."""

    request_id: UUID
    purpose: CodePurpose
    is_email: bool
    shown: str  # masked phone or email; empty when nothing may be told of it
    is_verified: bool
    code_id: UUID | None
    delivery: CodeDelivery | None
    next_resend_at: datetime | None
    return_to: str


def lock_code_request(
    work: Work, purpose: CodePurpose, request_id: UUID
) -> CodeRequest:
    """Return the wish this browser has, for this purpose alone, locked."""
    mine = select(CodeRequest).where(
        *_open(work, purpose), CodeRequest.id == request_id
    )
    request = work.session.exec(mine.with_for_update()).one_or_none()
    if request is None:
        raise NotFound("code request")
    return request


def lock_verified_request(
    work: Work, purpose: CodePurpose, request_id: UUID
) -> CodeRequest:
    """Return the wish, locked, if its code was given within half an hour.

    The caller does what was wished for and sets `finished_at`.
    """
    request = lock_code_request(work, purpose, request_id)
    if request.verified_at is None or request.verified_at + VERIFIED_FOR < work.now:
        raise Conflict("code is not confirmed")
    return request


def code_request_progress(
    work: Work, purpose: CodePurpose
) -> CodeRequestProgress | None:
    """Return where this browser's latest wish of the purpose stands, if it has one."""
    mine = select(CodeRequest).where(*_open(work, purpose))
    latest = mine.order_by(
        col(CodeRequest.created_at).desc(), col(CodeRequest.id)
    ).limit(1)
    request = work.session.exec(latest).first()
    if request is None:
        return None
    code = latest_code(work, request)
    return CodeRequestProgress(
        request_id=request.id,
        purpose=request.purpose,
        is_email=request.is_by_email,
        shown=request.shown,
        is_verified=request.verified_at is not None,
        code_id=code.id if code else None,
        delivery=_delivery(work, request, code) if code else None,
        next_resend_at=code.sent_at + COOL_DOWN if code else None,
        return_to=request.return_to,
    )


def _open(work: Work, purpose: CodePurpose) -> tuple[Any, ...]:
    # Any: conditions on columns, which mypy takes for booleans. A browser gets a
    # new name when it signs in, so a wish never outlives its session either.
    return (
        CodeRequest.browser == require_browser(work),
        CodeRequest.purpose == purpose,
        col(CodeRequest.finished_at).is_(None),
        col(CodeRequest.created_at) > work.now - REQUEST_KEPT,
    )


def _delivery(work: Work, request: CodeRequest, code: OneTimeCode) -> CodeDelivery:
    """Return what became of the message; by name alone, only how the others fare.

    What happened to this very message would tell whether there was one (AU-4).
    """
    if not is_by_name(request):
        return code.delivery
    is_email = col(OneTimeCode.phone).contains("@")
    others = select(OneTimeCode.delivery).where(
        col(OneTimeCode.request_id).is_distinct_from(request.id),
        col(OneTimeCode.phone) != NOWHERE,
        is_email if request.is_by_email else ~is_email,
        col(OneTimeCode.delivery) != CodeDelivery.SENDING,
        col(OneTimeCode.sent_at) > work.now - TEN_MINUTES,
    )
    newest = others.order_by(col(OneTimeCode.sent_at).desc()).limit(1)
    found = work.session.exec(newest).first()
    return CodeDelivery(found) if found else CodeDelivery.SENT
