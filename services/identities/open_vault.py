"""Open a person's document vault at their first national sign-in (C07)."""

from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.identities.models import DocumentVault
from services.work import Work


def open_vault(work: Work, account_id: UUID) -> bool:
    """Open the vault unless there is one; tell whether it is new.

    What waited for this person is there at their first look (vault/adopt.py).
    """
    row = {"id": uuid4(), "account_id": account_id, "opened_at": work.now}
    born = insert(DocumentVault).values(**row).on_conflict_do_nothing()
    opened = work.session.execute(born.returning(col(DocumentVault.id)))
    if opened.one_or_none() is None:
        return False
    record(work, "vault.opened", account_id)
    return True
