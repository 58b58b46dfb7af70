"""The views an officer keeps of the desk (bộ lọc đã lưu)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.oversight.models import DeskView
from services.work import Role, Work


@dataclass(frozen=True)
class ViewLine:
    """One view, as the desk offers it."""

    id: UUID
    name: str
    filters: dict[str, str]
    is_start: bool


def views_of(work: Work) -> tuple[ViewLine, ...]:
    """Return the officer's views by name, the one the desk opens with among them."""
    query = (
        select(DeskView)
        .where(DeskView.account_id == work.actor.account_id)
        .order_by(col(DeskView.name_key))
    )
    return tuple(
        ViewLine(view.id, view.name, view.filters, view.is_start)
        for view in work.session.exec(query)
    )


def start_view(work: Work) -> dict[str, str]:
    """Return the filters the officer's desk opens with; none were chosen: empty."""
    query = select(DeskView.filters).where(
        DeskView.account_id == work.actor.account_id, col(DeskView.is_start)
    )
    return dict(work.session.exec(query).first() or {})


def own_view(work: Work, view_id: UUID) -> DeskView:
    """Return a view of the officer's own; a colleague's is none (AZ-4)."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    mine = select(DeskView).where(
        DeskView.id == view_id, DeskView.account_id == officer_id
    )
    view = work.session.exec(mine.with_for_update()).one_or_none()
    if view is None:
        raise NotFound("view")
    return view
