"""Rename a view, make it the start of the desk, or throw it away."""

from uuid import UUID

from sqlmodel import select

from services.audit.record import record
from services.core.errors import NotFound, RuleViolation
from services.core.text import name_key
from services.oversight.list_views import own_view
from services.oversight.models import DeskView
from services.oversight.save_view import read_name
from services.work import Work


def rename_view(work: Work, view_id: UUID, name: str) -> None:
    """Give a view another name, which no other view of the officer has."""
    view, shown = own_view(work, view_id), read_name(name)
    taken = select(DeskView.id).where(
        DeskView.account_id == view.account_id,
        DeskView.name_key == name_key(shown),
        DeskView.id != view.id,
    )
    if work.session.exec(taken).first() is not None:
        raise RuleViolation({"view": "view_taken"})
    view.name, view.name_key = shown, name_key(shown)
    work.session.add(view)
    record(work, "desk_view.renamed", view.id)


def start_with(work: Work, view_id: UUID) -> None:
    """Let the desk open with this view; pressed again, with none."""
    view = own_view(work, view_id)
    starts = not view.is_start
    others = select(DeskView).where(
        DeskView.account_id == view.account_id, DeskView.is_start
    )
    for other in work.session.exec(others.with_for_update()):
        other.is_start = False
        work.session.add(other)
    work.session.flush()  # there is one start at most, at every moment
    view.is_start = starts
    work.session.add(view)
    record(work, "desk_view.start", view.id, starts=starts)


def delete_view(work: Work, view_id: UUID) -> None:
    """Throw a view away; one that is gone already stays gone."""
    try:
        view = own_view(work, view_id)
    except NotFound:
        return
    work.session.delete(view)
    record(work, "desk_view.deleted", view_id)
