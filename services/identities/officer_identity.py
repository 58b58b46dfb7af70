"""Officers come in by the national portal too; a second factor still follows (O01)."""

from sqlmodel import select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.open_session import Device
from services.accounts.sign_in_officer import await_second_factor
from services.audit.record import record
from services.identities.identity_facts import read_identity
from services.identities.match_identity import is_verified
from services.identities.providers import Provider
from services.identities.returned import Returned, ReturnOutcome
from services.identities.take_journey import TakenJourney
from services.integrations.identity_provider.port import Identity
from services.work import Work


def admit_officer(
    work: Work, journey: TakenJourney, told: Identity, device: Device
) -> Returned:
    """Take the identity in place of the password; it opens nothing by itself (AU-10).

    Only an identity the officer linked from inside is known here. One answer for
    nobody, a locked officer and one who has left.
    """
    known = select(Account).where(
        Account.officer_subject == told.subject,
        Account.kind == AccountKind.OFFICER,
        Account.status == AccountStatus.ACTIVE,
    )
    account = work.session.exec(known).one_or_none()
    if account is None:
        record(work, "identity.returned", outcome="refused", reason="no_officer")
        return _refused(journey, "no_officer")
    record(work, "identity.returned", account.id)
    waiting = await_second_factor(work, account, device)
    return Returned(
        ReturnOutcome.SECOND_FACTOR,
        journey.purpose,
        journey.return_to,
        token=waiting.token,
    )


def link_officer(work: Work, journey: TakenJourney, told: Identity) -> Returned:
    """Tie the identity to the officer who is signed in, and tell them."""
    identity = read_identity(told)
    officer_id = work.actor.require_officer()
    account = work.session.get_one(Account, officer_id, with_for_update=True)
    if fault := _fault(work, account, identity):
        record(work, "identity.linked", account.id, outcome="refused", reason=fault)
        return _refused(journey, fault)
    if account.officer_subject != identity.subject:
        account.officer_subject = identity.subject
        record(work, "identity.linked", account.id, provider=Provider.NATIONAL.value)
        provider = Provider.NATIONAL.value
        notify_owner(work, account, NoticeKind.IDENTITY_LINKED, provider=provider)
    return Returned(ReturnOutcome.LINKED, journey.purpose, journey.return_to)


def _fault(work: Work, account: Account, identity: Identity) -> str:
    if not is_verified(identity):
        return "level_officer"
    tied = select(Account.id).where(
        Account.officer_subject == identity.subject, Account.id != account.id
    )
    return "tied" if work.session.exec(tied).first() else ""


def _refused(journey: TakenJourney, reason: str) -> Returned:
    return Returned(ReturnOutcome.REFUSED, journey.purpose, journey.return_to, reason)
