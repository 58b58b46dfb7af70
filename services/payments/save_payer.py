"""Who pays (C18): typed for this request; may be somebody else than the applicant."""

import re
from collections.abc import Callable, Mapping

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import (
    read_address,
    read_citizen_id,
    read_email,
    read_name,
    read_phone,
)
from services.core.text import clean, without_hidden
from services.payments.models import RequestState
from services.payments.queries import by_key
from services.work import Work

PASSPORT = re.compile(r"[A-Z][A-Z0-9]{5,11}")
BROWSER = "browser"  # who typed it may read it again


def save_payer(work: Work, key: str, typed: Mapping[str, str]) -> None:
    """Keep the payer with an open request; an attempt freezes its own copy."""
    payer, problems = _read(typed)
    if problems:
        raise RuleViolation(problems)
    request = by_key(work, key, lock=True)
    if request.state is not RequestState.OPEN:
        raise Conflict("request_closed")
    request.payer = payer | {BROWSER: work.actor.browser}
    work.session.add(request)
    record(work, "payment_request.payer_saved", request.id)


def _read(typed: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    payer: dict[str, str] = {}
    problems: dict[str, str] = {}
    for name, reader in READERS.items():
        try:
            payer[name] = reader(typed.get(name, ""))
        except Unreadable as fault:
            problems[name] = fault.key.value
    return payer, problems


def _paper(text: str) -> str:
    """Read the number of an identity card or of a passport."""
    plain = clean(without_hidden(text[:60])).replace(" ", "").upper()
    if PASSPORT.fullmatch(plain) and plain.isascii():
        return plain
    return str(read_citizen_id(text))


def _email(text: str) -> str:
    try:
        return read_email(text)
    except Unreadable as fault:
        if fault.key is Fault.REQUIRED:
            return ""
        raise


READERS: dict[str, Callable[[str], str]] = {
    "name": read_name,
    "number": _paper,
    "phone": read_phone,
    "address": read_address,
    "email": _email,
}
