"""Let somebody in whom the national portal vouches for (C07)."""

from services.accounts.open_session import Device
from services.audit.record import record
from services.core.errors import Conflict
from services.identities.claims import keep_claim
from services.identities.identity_facts import (
    NATIONAL,
    create_account,
    read_identity,
)
from services.identities.match_identity import Match, match_identity
from services.identities.returned import Returned, ReturnOutcome
from services.identities.take_journey import TakenJourney
from services.identities.tie_identity import admit, tie_identity
from services.integrations.identity_provider.port import Identity
from services.work import Work

ATTEMPTS = 3  # another browser of the same person may create the account meanwhile


def welcome_identity(
    work: Work, journey: TakenJourney, told: Identity, device: Device
) -> Returned:
    """Sign in to the one account that is theirs, or to a new one.

    When several may be theirs, or what is known contradicts itself, the person
    chooses one and proves it, and nothing is opened before.
    """
    identity = read_identity(told)
    match = _match_or_create(work, identity)
    if match.fault:
        record(work, "identity.returned", outcome="refused", reason=match.fault)
        return Returned(
            ReturnOutcome.REFUSED, journey.purpose, journey.return_to, match.fault
        )
    if match.account is None:
        keep_claim(work, identity, match.candidates, journey.return_to)
        return Returned(ReturnOutcome.CHOOSE, journey.purpose, journey.return_to)
    tie_identity(work, match.account, identity)
    way = journey.purpose, journey.return_to
    return admit(work, match.account, identity, device, way)


def _match_or_create(work: Work, identity: Identity) -> Match:
    for _ in range(ATTEMPTS):
        match = match_identity(work, identity)
        if match.account or match.candidates or match.fault:
            return match
        if account := create_account(work, identity):
            record(work, "account.registered", account.id, source=NATIONAL)
            return Match(account)
    raise Conflict("identity")
