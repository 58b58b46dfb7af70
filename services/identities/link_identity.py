"""Tie a national account to the account that is signed in."""

from services.accounts.models import Account
from services.accounts.open_session import Device
from services.audit.record import record
from services.identities.identity_facts import read_identity
from services.identities.match_identity import (
    account_of_subject,
    accounts_of_number,
    contradicts,
    is_verified,
)
from services.identities.returned import Returned, ReturnOutcome
from services.identities.take_journey import TakenJourney
from services.identities.tie_identity import admit, tie_identity
from services.integrations.identity_provider.port import Identity
from services.work import Work


def link_identity(
    work: Work, journey: TakenJourney, told: Identity, device: Device
) -> Returned:
    """Link, unless either side already belongs to somebody else."""
    identity = read_identity(told)
    account = work.session.get_one(
        Account, work.actor.require_citizen(), with_for_update=True
    )
    way = journey.purpose, journey.return_to
    if fault := _fault(work, account, identity):
        record(work, "identity.linked", account.id, outcome="refused", reason=fault)
        return Returned(ReturnOutcome.REFUSED, *way, fault)
    tie_identity(work, account, identity)
    return admit(work, account, identity, device, way)


def _fault(work: Work, account: Account, identity: Identity) -> str:
    tied = account_of_subject(work, identity.subject)
    if tied is not None and tied.id != account.id:
        return "tied"
    if account.national_subject not in (None, identity.subject):
        return "tied_already"
    if contradicts(account, identity):
        return "differs"
    others = [a for a in accounts_of_number(work, identity) if a.id != account.id]
    return "tied" if others and is_verified(identity) else ""
