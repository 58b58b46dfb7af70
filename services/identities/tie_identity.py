"""Tie a national identity to an account, and open its session."""

from services.accounts.models import Account
from services.accounts.notices import NoticeKind
from services.accounts.notify_owner import notify_owner
from services.accounts.open_session import Device, open_session
from services.audit.record import record
from services.identities.identity_facts import take_facts
from services.identities.models import JourneyPurpose
from services.identities.open_vault import open_vault
from services.identities.providers import Provider
from services.identities.returned import Returned, ReturnOutcome
from services.integrations.identity_provider.port import Identity
from services.work import Work

METHOD = "national"


def tie_identity(work: Work, account: Account, identity: Identity) -> None:
    """Tie the TechID to this account, tell its owner, and take the facts over."""
    if account.national_subject != identity.subject:
        account.national_subject = identity.subject
        work.session.flush()
        record(work, "identity.linked", account.id, provider=Provider.NATIONAL.value)
        provider = Provider.NATIONAL.value
        notify_owner(work, account, NoticeKind.IDENTITY_LINKED, provider=provider)
    take_facts(work, account, identity)


def admit(
    work: Work,
    account: Account,
    identity: Identity,
    device: Device,
    way: tuple[JourneyPurpose, str],
) -> Returned:
    """Open a session by the national portal; the first one opens the vault as well."""
    purpose, return_to = way
    is_first = open_vault(work, account.id)
    opened = open_session(work, account, device, METHOD)
    return Returned(
        ReturnOutcome.WELCOME if is_first else ReturnOutcome.SIGNED_IN,
        purpose,
        return_to,
        token=opened.token,
        is_shared=device.is_shared,
        id_token=identity.id_token,
    )
