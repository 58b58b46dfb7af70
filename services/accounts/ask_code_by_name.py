"""Ask for a code by a name alone: to sign in, or to get an account back."""

from dataclasses import dataclass, field
from enum import StrEnum

from services.accounts.code_owners import BY_NAME
from services.accounts.code_requests import CodeTarget
from services.accounts.keys import keyed_hash
from services.accounts.models import AccountKind, CodePurpose, CodeRequest
from services.accounts.names import citizen_name, find_account
from services.accounts.prove_human import HumanProof, prove_human
from services.accounts.registrations import require_browser
from services.accounts.return_to import HOME, local_path
from services.accounts.send_code import CodeSent, send_code
from services.audit.record import record
from services.core.errors import Forbidden, RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_mobile
from services.work import Work


class CodeChannel(StrEnum):
    """Which way a code goes."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True)
class NamedWish:
    """What was typed: whose account, and which way the code shall go."""

    name: str = field(repr=False)
    channel: CodeChannel = CodeChannel.PHONE
    return_to: str = HOME


def ask_code_by_name(
    work: Work, purpose: CodePurpose, wish: NamedWish, proof: HumanProof
) -> CodeSent | None:
    """Send a code to the person of this name; None for a proof that does not hold.

    A name without an account, or without a phone, gets the same steps, the same
    words and the same limits, and nothing is sent (AU-4). What may be shown of
    the target is what was typed, and no more. A paused password is no bar: the
    owner comes in this way while somebody else guesses (AU-5).
    """
    if purpose not in BY_NAME:
        raise Forbidden("purpose")
    browser = require_browser(work)
    if not wish.name.strip():
        raise RuleViolation({"name": Fault.REQUIRED.value})
    if not prove_human(work, proof):
        return None
    name = citizen_name(wish.name)
    account = find_account(work, AccountKind.CITIZEN, name)
    is_by_email = wish.channel is CodeChannel.EMAIL
    key = keyed_hash(work.secret, "code-by-name", f"{wish.channel}:{name}")
    request = CodeRequest(
        browser=browser,
        purpose=purpose,
        account_id=account.id if account else None,
        phone=(account.phone or "") if account and not is_by_email else "",
        email=(account.email or "") if account and is_by_email else "",
        is_by_email=is_by_email,
        name_key=key,
        shown=_shown(name, is_by_email),
        return_to=local_path(wish.return_to),
        created_at=work.now,
    )
    work.session.add(request)
    work.session.flush()
    record(work, "code.wished", request.id, purpose=str(purpose))
    return send_code(work, request)


def _shown(name: str, is_by_email: bool) -> str:
    if is_by_email:
        return CodeTarget(email=name).masked if "@" in name else ""
    try:
        return CodeTarget(phone=read_mobile(name)).masked
    except Unreadable:
        return ""
