"""Choose one of several accounts and prove it by its password (C07)."""

from dataclasses import dataclass, replace

from services.accounts.check_password import (
    SignInAttempt,
    SignInOutcome,
    SignInResult,
    check_password,
)
from services.accounts.models import Account, AccountKind
from services.audit.record import record
from services.core.errors import NotFound
from services.identities.claims import (
    accounts_of,
    identity_of,
    open_claim,
    sign_in_name,
)
from services.identities.match_identity import account_of_subject
from services.identities.models import IdentityClaim, JourneyPurpose
from services.identities.returned import Returned
from services.identities.tie_identity import admit, tie_identity
from services.integrations.identity_provider.port import Identity
from services.work import Work


@dataclass(frozen=True)
class ClaimProof:
    """The refusal of the password, or what the right one led to."""

    result: SignInResult
    returned: Returned | None = None


def prove_claim(work: Work, chosen: int, attempt: SignInAttempt) -> ClaimProof:
    """Tie the proved identity to the chosen account and sign in to it.

    Wrong passwords count as they do at the door, and are returned so that
    their count is kept.
    """
    claim = open_claim(work, is_locked=True)
    account = _chosen(work, claim, chosen) if claim else None
    if claim is None or account is None:
        raise NotFound("claim")
    named = replace(attempt, name=sign_in_name(account))
    check = check_password(work, AccountKind.CITIZEN, named.name, named)
    if check.account is None or check.account.id != account.id:
        return ClaimProof(check.refusal or SignInResult(SignInOutcome.REFUSED))
    identity = identity_of(work, claim)
    _release_subject(work, account, identity)
    tie_identity(work, account, identity)
    way = JourneyPurpose.SIGN_IN, claim.return_to
    returned = admit(work, account, identity, attempt.device, way)
    claim.used_at, claim.person, claim.account_ids = work.now, "", []
    done = SignInResult(SignInOutcome.SIGNED_IN, token=returned.token)
    return ClaimProof(done, returned)


def _chosen(work: Work, claim: IdentityClaim, chosen: int) -> Account | None:
    accounts = accounts_of(work, claim)
    return accounts[chosen] if 0 <= chosen < len(accounts) else None


def _release_subject(work: Work, account: Account, identity: Identity) -> None:
    """Take the TechID from the account it was tied to: it is in one place only."""
    before = account_of_subject(work, identity.subject)
    if before is not None and before.id != account.id:
        before.national_subject = None
        work.session.flush()
        record(work, "identity.unlinked", before.id)
