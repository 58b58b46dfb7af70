"""Who may change another officer's standing."""

from uuid import UUID

from services.core.errors import Forbidden
from services.work import Role, Work


def require_administering(work: Work, account_id: UUID) -> None:
    """Let an administrator act on somebody else, with fresh proof; or a command."""
    if work.actor.is_system:
        return
    if work.actor.require_officer(Role.ADMINISTRATOR) == account_id:
        raise Forbidden("oneself")
    work.actor.require_fresh_proof(work.now)
