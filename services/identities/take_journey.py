"""Take a journey that is back, once, in the browser that began it (AU-12)."""

import json
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import select

from services.accounts.keys import token_hash, unseal
from services.accounts.return_to import HOME
from services.identities.begin_journey import SEALED_FOR
from services.identities.models import IdentityJourney, JourneyPurpose
from services.identities.providers import Provider
from services.integrations.identity_provider.port import Authorization
from services.work import Work


@dataclass(frozen=True)
class TakenJourney:
    """What the journey was for; without `begun` it may not go on, and `fault` says why.

    The way on is told even then: the person is led back to what they were doing.
    """

    provider: Provider
    purpose: JourneyPurpose = JourneyPurpose.SIGN_IN
    return_to: str = HOME
    account_id: UUID | None = None
    begun: Authorization | None = field(default=None, repr=False)
    fault: str = ""  # key of the wording
    is_shared: bool = False


def take_journey(work: Work, provider: Provider, state: str) -> TakenJourney:
    """Use the journey up; of many answers with one state a single one goes on.

    An answer carried into another browser is used for nothing there, so nobody
    is signed in to a stranger's account by a link they were sent (T9).
    """
    known = select(IdentityJourney).where(
        IdentityJourney.state_hash == token_hash(state),
        IdentityJourney.provider == provider.value,
    )
    journey = work.session.exec(known.with_for_update()).one_or_none()
    if journey is None:
        return TakenJourney(provider, fault="unknown")
    fault = _fault(work, journey)
    begun, is_shared = None, False
    if not fault:
        journey.used_at = work.now
        kept = json.loads(unseal(work.secret, SEALED_FOR, journey.secrets))
        journey.secrets = ""
        begun, is_shared = Authorization(**kept["begun"]), kept["is_shared"]
    return TakenJourney(
        provider,
        journey.purpose,
        journey.return_to or HOME,
        journey.account_id,
        begun,
        fault,
        is_shared,
    )


def _fault(work: Work, journey: IdentityJourney) -> str:
    if journey.browser != work.actor.browser:
        return "elsewhere"
    if journey.used_at is not None:
        return "used"
    if journey.expires_at <= work.now:
        return "late"
    return "" if _is_same_person(work, journey) else "session"


def _is_same_person(work: Work, journey: IdentityJourney) -> bool:
    return journey.account_id in (None, work.actor.account_id)
