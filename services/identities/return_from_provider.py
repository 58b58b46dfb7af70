"""Come back from an identity provider: whatever it answers leads on (C07, AU-12)."""

from dataclasses import dataclass, field, replace

from services.accounts.open_session import Device
from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import SystemUnavailable
from services.identities.link_identity import link_identity
from services.identities.models import JourneyPurpose
from services.identities.officer_identity import admit_officer, link_officer
from services.identities.open_police_registration import open_police_registration
from services.identities.providers import Provider, provider_of
from services.identities.returned import Returned, ReturnOutcome
from services.identities.take_journey import TakenJourney, take_journey
from services.identities.welcome_identity import welcome_identity
from services.integrations.identity_provider.port import (
    Authorization,
    Identity,
    IdentityRefused,
)
from services.work import Work

REASONS = {"consent", "expired", "clock"}  # of IdentityRefused that say what to do
ERRORS = {  # of the provider's redirect (RFC 6749 4.1.2.1)
    "access_denied": "consent",
    "server_error": "down",
    "temporarily_unavailable": "down",
}
INVALID = "invalid"


@dataclass(frozen=True)
class ProviderAnswer:
    """The query the browser came back with."""

    state: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    error: str = ""


def return_from_provider(
    opener: Opener, provider: Provider, answer: ProviderAnswer, device: Device
) -> Returned:
    """Take the journey, redeem the code in no transaction, and let the person in."""
    journey = opener(take_journey, provider, answer.state)
    if journey.begun is None:
        return opener(_refuse, journey, journey.fault)
    if answer.error or not answer.code:
        return opener(_refuse, journey, ERRORS.get(answer.error, INVALID))
    try:
        identity = opener(_redeem, provider, answer.code, journey.begun)
    except IdentityRefused as refusal:
        reason = refusal.reason if refusal.reason in REASONS else INVALID
        return opener(_refuse, journey, reason)
    except SystemUnavailable:
        return opener(_refuse, journey, "down")
    on = replace(device, is_shared=journey.is_shared)
    return opener(_receive, journey, identity, on)


def _redeem(
    work: Work, provider: Provider, code: str, begun: Authorization
) -> Identity:
    # The session stays untouched: no transaction is open while others are waited for.
    return provider_of(work, provider).redeem(code, begun)


def _receive(
    work: Work, journey: TakenJourney, identity: Identity, device: Device
) -> Returned:
    if journey.purpose is JourneyPurpose.REGISTER:
        return open_police_registration(work, identity, journey.return_to)
    if journey.purpose is JourneyPurpose.LINK:
        return link_identity(work, journey, identity, device)
    if journey.purpose is JourneyPurpose.OFFICER:
        return admit_officer(work, journey, identity, device)
    if journey.purpose is JourneyPurpose.OFFICER_LINK:
        return link_officer(work, journey, identity)
    return welcome_identity(work, journey, identity, device)


def _refuse(work: Work, journey: TakenJourney, reason: str) -> Returned:
    record(work, "identity.returned", outcome="refused", reason=reason)
    return Returned(ReturnOutcome.REFUSED, journey.purpose, journey.return_to, reason)
