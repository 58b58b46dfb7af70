"""Give a person the dossiers they filed at the counter before they had an account."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from services.accounts.models import Account, AccountStatus
from services.audit.record import record
from services.counter.models import WalkIn
from services.delegations.rules import VERIFIED_LEVEL
from services.dossiers.models import Dossier
from services.files.models import StoredFile
from services.notifications.models import Notification
from services.payments.models import PaymentRequest
from services.signals import person_topic, tell
from services.vault.adopt import waiting_key
from services.vault.models import DocumentUse
from services.work import Work


def adopt_walk_in(work: Work, account_id: UUID) -> int:
    """Move the dossiers of walk-in accounts with this person's number to them, once.

    Only once a register has confirmed that the number is theirs: a number that was
    merely typed opens nobody's dossiers. Returns how many dossiers came.
    """
    account = work.session.get_one(Account, account_id)
    number = account.citizen_id or ""
    if not number or account.assurance_level < VERIFIED_LEVEL:
        return 0
    found = work.session.exec(
        select(WalkIn)
        .where(
            WalkIn.waiting_for == waiting_key(work.secret, number),
            col(WalkIn.adopted_at).is_(None),
        )
        .with_for_update(skip_locked=True)
    ).all()
    return sum(_adopt(work, walk_in, account_id) for walk_in in found)


def _adopt(work: Work, walk_in: WalkIn, account_id: UUID) -> int:
    former = walk_in.account_id
    moved = _move(work, Dossier, Dossier.account_id, former, account_id)
    for table, column in (
        (StoredFile, StoredFile.owner_id),
        (Notification, Notification.account_id),
        (PaymentRequest, PaymentRequest.account_id),
        (DocumentUse, DocumentUse.account_id),
    ):
        _move(work, table, column, former, account_id)
    walk_in.adopted_by_id, walk_in.adopted_at = account_id, work.now
    account = work.session.get_one(Account, former)
    account.status, account.contact_phone = AccountStatus.CLOSED, ""
    work.session.add_all([walk_in, account])
    work.session.flush()
    record(work, "counter.adopted", former, person_id=account_id, dossiers=moved)
    tell(work.session, person_topic(account_id))
    return moved


def _move(work: Work, table: Any, column: Any, former: UUID, now: UUID) -> int:
    # Any: a table and its column that names the person.
    done = work.session.execute(
        update(table).where(column == former).values({column.key: now})
    )
    return int(getattr(done, "rowcount", 0))
