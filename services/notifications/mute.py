"""Choose which kinds of news are not sent; they are still to be read here (C24)."""

from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from services.audit.record import record
from services.core.errors import RuleViolation
from services.notifications.models import MutedSort, Sort
from services.notifications.rules import MUTABLE
from services.work import Work


def mute(work: Work, sort: Sort, is_muted: bool) -> None:
    """Send no more news of this kind, or send it again; never mute ‹cần làm›."""
    account_id = work.actor.require_citizen()
    if sort not in MUTABLE:
        raise RuleViolation({"sort": "sort_never_muted"})
    if is_muted:
        row = {"id": uuid4(), "account_id": account_id, "sort": sort}
        changed = insert(MutedSort).values(**row).on_conflict_do_nothing()
        done = work.session.execute(changed.returning(col(MutedSort.id))).first()
        is_changed = done is not None
    else:
        gone = delete(MutedSort).where(
            col(MutedSort.account_id) == account_id, col(MutedSort.sort) == sort
        )
        is_changed = bool(work.session.exec(gone).rowcount)
    if is_changed:
        act = "notifications.muted" if is_muted else "notifications.unmuted"
        record(work, act, account_id, sort=str(sort))
