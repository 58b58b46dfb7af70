"""People with profiles, and the codes that their browser is sent."""

import dataclasses
from typing import Any

from sqlmodel import col, select

from services.accounts.code_owners import code_hash
from services.accounts.models import Account, CodePurpose, CodeRequest, OneTimeCode
from services.work import Actor, Work
from tests.factories.accounts import ADDRESS, make_account

DIGITS = "246810"
VERIFIED = {"assurance_level": 2, "assurance_source": "mobile_subscription"}


def owner(work: Work, **values: Any) -> tuple[Work, Account]:
    """Return the work of a verified citizen, and the account; Any: columns."""
    account = make_account(work.session, **VERIFIED | values)
    return acting(work, account), account


def acting(work: Work, account: Account, **values: Any) -> Work:
    """Return the work of this person; Any: fields of the actor."""
    given: dict[str, Any] = {
        "account_id": account.id,
        "browser": f"browser-of-{account.id}",
        "address": ADDRESS,
    }
    return dataclasses.replace(work, actor=Actor(**given | values))


def learn_code(work: Work, purpose: CodePurpose) -> str:
    """Let the newest code of this wish be DIGITS, as if the message had been read."""
    request = work.session.exec(
        select(CodeRequest)
        .where(CodeRequest.purpose == purpose)
        .order_by(col(CodeRequest.created_at).desc())
    ).first()
    assert request is not None
    code = work.session.exec(
        select(OneTimeCode).where(OneTimeCode.request_id == request.id)
    ).one()
    code.code_hash = code_hash(work.secret, request, DIGITS)
    work.session.flush()
    return DIGITS
