"""End the session at the national portal too, once ours has ended."""

from services.accounts.keys import seal, token_hash, unseal_fresh
from services.accounts.open_session import ABSOLUTE
from services.core.errors import NotFound
from services.work import Work

SEALED_FOR = "national-id-token"
BETWEEN = " "  # neither a hash nor a token holds one


def seal_id_token(work: Work, id_token: str, session_token: str) -> str:
    """Return what the browser keeps: it names the person, so only we can read it."""
    text = token_hash(session_token) + BETWEEN + id_token
    return seal(work.secret, SEALED_FOR, text, work.now)


def is_of_this_session(work: Work, sealed: str) -> bool:
    """Tell whether the session that acts was opened with this token."""
    browser, _ = _opened(work, sealed)
    return bool(browser) and browser == work.actor.browser


def national_sign_out(work: Work, sealed: str, back_to: str) -> str:
    """Return the address at which the provider ends its session."""
    _, id_token = _opened(work, sealed)
    if not id_token:
        raise NotFound("id_token")
    return work.systems.national_identity.sign_out_url(id_token, back_to)


def _opened(work: Work, sealed: str) -> tuple[str, str]:
    kept = int(ABSOLUTE.total_seconds())
    text = unseal_fresh(work.secret, SEALED_FOR, sealed, work.now, kept) or ""
    browser, _, id_token = text.partition(BETWEEN)
    return browser, id_token
