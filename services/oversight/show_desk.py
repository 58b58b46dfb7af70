"""The desk with what the domains above processing know of a dossier (O02)."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists
from sqlmodel import col

from services.dossiers.models import Dossier
from services.messages.models import Message
from services.oversight.list_views import ViewLine, views_of
from services.oversight.my_reminders import ReminderLine, reminders_of
from services.oversight.stands_in import Lender, lenders_of
from services.processing.desk_filters import QueueFilter
from services.processing.desk_queue import Queue, desk_queue
from services.work import Work


@dataclass(frozen=True)
class Desk:
    """A queue, the officer's own views, and for whom they stand in."""

    queue: Queue
    views: tuple[ViewLine, ...]
    lenders: tuple[Lender, ...]
    reminders: tuple[ReminderLine, ...]


def show_desk(work: Work, wanted: QueueFilter) -> Desk:
    """Show a queue of the officer's own agency, narrowed as asked (AZ-6)."""
    queue = desk_queue(work, wanted, unread(wanted))
    return Desk(queue, views_of(work), lenders_of(work), reminders_of(work))


def unread(wanted: QueueFilter) -> ColumnElement[bool] | None:
    """Match dossiers with a message of the person that nobody has opened."""
    if not wanted.is_unread:
        return None
    return exists().where(
        col(Message.dossier_id) == Dossier.id,
        ~col(Message.is_from_office),
        col(Message.seen_at).is_(None),
    )
