"""Give a person the papers that came before they had an account (O09)."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from services.accounts.keys import keyed_hash
from services.accounts.models import Account
from services.audit.record import record
from services.delegations.rules import VERIFIED_LEVEL
from services.files.models import StoredFile
from services.vault.models import VaultDocument
from services.vault.rules import SLOT
from services.work import Work

PURPOSE = "document waiting for its owner"
NOBODY = UUID(int=0)  # who holds the file of a paper that waits


def waiting_key(secret: bytes, number: str) -> str:
    """Return what a paper waits by: the number itself is not kept with it."""
    return keyed_hash(secret, PURPOSE, number)


def adopt_waiting(work: Work, account_id: UUID) -> int:
    """Move waiting papers into the vault of the person with this number.

    Only once a register has confirmed that the number is theirs: a number that
    was merely typed opens nobody's papers. Returns how many came.
    """
    account = work.session.get_one(Account, account_id)
    number = account.citizen_id or account.tax_code or ""
    if not number or account.assurance_level < VERIFIED_LEVEL:
        return 0
    key = waiting_key(work.secret, number)
    waiting = work.session.exec(
        select(VaultDocument)
        .where(
            VaultDocument.waiting_for == key,
            col(VaultDocument.account_id).is_(None),
        )
        .with_for_update(skip_locked=True)
    ).all()
    for document in waiting:
        document.account_id, document.waiting_for = account_id, ""
        work.session.add(document)
        work.session.exec(
            update(StoredFile)
            .where(
                col(StoredFile.subject_id) == document.id,
                col(StoredFile.slot) == SLOT,
            )
            .values(owner_id=account_id)
        )
        record(work, "vault.adopted", document.id)
    work.session.flush()
    return len(waiting)
