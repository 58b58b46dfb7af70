"""Give an officer ten new recovery codes in place of the old ones."""

from services.accounts.models import Account
from services.accounts.recovery_codes import renew_recovery_codes
from services.audit.record import record
from services.work import Work


def new_recovery_codes(work: Work) -> tuple[str, ...]:
    """Return the codes, to be shown once; needs a fresh proof (AU-10)."""
    account_id = work.actor.require_officer()
    work.actor.require_fresh_proof(work.now)
    work.session.get_one(Account, account_id, with_for_update=True)
    codes = renew_recovery_codes(work, account_id)
    record(work, "recovery_codes.renewed", account_id)
    return codes
