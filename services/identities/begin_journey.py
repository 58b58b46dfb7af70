"""Begin a journey to an identity provider (AU-12)."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import col, select

from services.accounts.keys import new_token, seal, token_hash
from services.accounts.register import Opener
from services.accounts.registrations import require_browser
from services.accounts.return_to import local_path
from services.audit.record import record
from services.core.errors import Forbidden, TooMany
from services.identities.models import IdentityJourney, JourneyPurpose
from services.identities.providers import Provider, provider_of
from services.integrations.identity_provider.port import Authorization
from services.work import Work

LIFE = timedelta(minutes=10)
PER_BROWSER, PER_ADDRESS = 10, 100  # within LIFE; an office shares one address
SEALED_FOR = "identity-journey"
LOCK = 7_206_003  # one journey is counted at a time, or many at once would all pass


@dataclass(frozen=True)
class JourneyWish:
    """Where to, what for, where the provider answers and where the person goes on."""

    provider: Provider
    purpose: JourneyPurpose
    redirect_uri: str
    return_to: str = ""
    is_shared: bool = False  # the device: the session will end with its window


def go_to_provider(opener: Opener, wish: JourneyWish) -> str:
    """Return the address to send the browser to; it is asked for in no transaction."""
    begun = opener(begin_journey, wish)
    return opener(ask_address, wish.provider, begun)


def begin_journey(work: Work, wish: JourneyWish) -> Authorization:
    """Keep a journey for this browser: ten minutes, one use.

    The police prove people for registering only. Linking an account that is
    signed in needs a fresh proof of that account, or whoever finds a portal
    open could make it theirs.
    """
    browser = require_browser(work)
    if (wish.provider is Provider.POLICE) != (wish.purpose is JourneyPurpose.REGISTER):
        raise Forbidden("purpose")
    account_id = None
    if wish.purpose is JourneyPurpose.LINK:
        account_id = work.actor.require_citizen()
    if wish.purpose is JourneyPurpose.OFFICER_LINK:
        account_id = work.actor.require_officer()
    if account_id is not None:
        work.actor.require_fresh_proof(work.now)
    _check_limits(work)
    begun = Authorization(new_token(), new_token(), new_token(), wish.redirect_uri)
    journey = IdentityJourney(
        state_hash=token_hash(begun.state),
        provider=wish.provider,
        purpose=wish.purpose,
        browser=browser,
        network_address=work.actor.address,
        secrets=_sealed(work, begun, wish.is_shared),
        account_id=account_id,
        return_to=local_path(wish.return_to),
        created_at=work.now,
        expires_at=work.now + LIFE,
    )
    work.session.add(journey)
    work.session.flush()
    record(work, "identity.asked", journey.id, purpose=wish.purpose.value)
    return begun


def _sealed(work: Work, begun: Authorization, is_shared: bool) -> str:
    kept = {"begun": asdict(begun), "is_shared": is_shared}
    return seal(work.secret, SEALED_FOR, json.dumps(kept), work.now)


def ask_address(work: Work, provider: Provider, begun: Authorization) -> str:
    """Return the provider's address; the session stays untouched (OB-1)."""
    return provider_of(work, provider).authorize_url(begun)


def _check_limits(work: Work) -> None:
    work.session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": LOCK})
    waits = [_reopens(work, PER_BROWSER, browser=work.actor.browser)]
    if work.actor.address:
        waits.append(_reopens(work, PER_ADDRESS, network_address=work.actor.address))
    if until := max((wait for wait in waits if wait), default=None):
        raise TooMany(until)


def _reopens(work: Work, count: int, **whose: str) -> datetime | None:
    begun = (
        select(IdentityJourney.created_at)
        .filter_by(**whose)
        .where(col(IdentityJourney.created_at) > work.now - LIFE)
        .order_by(col(IdentityJourney.created_at).desc())
    )
    oldest = work.session.exec(begun.offset(count - 1).limit(1)).first()
    return oldest + LIFE if oldest else None
