"""Keep the list on the screen under a name."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, func, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.text import clean, name_key, reject_reason
from services.oversight.models import DeskView
from services.work import Role, Work

MOST = 20
LONGEST_NAME = 60
MOST_FILTERS, LONGEST_VALUE = 30, 100


def save_view(work: Work, name: str, filters: Mapping[str, str]) -> UUID:
    """Keep the filters; the same name again keeps these instead of the earlier ones."""
    officer_id = work.actor.require_officer(Role.INTAKE, Role.PROCESSING, Role.APPROVER)
    shown = read_name(name)
    # The account's row makes two presses queue: the limit holds for both.
    work.session.exec(
        select(Account.id).where(Account.id == officer_id).with_for_update()
    )
    mine = select(DeskView).where(DeskView.account_id == officer_id)
    view = work.session.exec(mine.where(DeskView.name_key == name_key(shown))).first()
    if view is None:
        count = select(func.count()).where(col(DeskView.account_id) == officer_id)
        if work.session.exec(count).one() >= MOST:
            raise RuleViolation({"view": "view_too_many"})
        view = DeskView(
            account_id=officer_id,
            name=shown,
            name_key=name_key(shown),
            created_at=work.now,
        )
    view.name, view.filters = shown, _short(filters)
    work.session.add(view)
    work.session.flush()
    record(work, "desk_view.saved", view.id)
    return view.id


def read_name(name: str) -> str:
    """Return the name as it is kept, or refuse it at its field."""
    shown = clean(name)
    if not shown or not name_key(shown) or reject_reason(shown):
        raise RuleViolation({"view": "view_name"})
    if len(shown) > LONGEST_NAME:
        raise RuleViolation({"view": "view_long"})
    return shown


def _short(filters: Mapping[str, str]) -> dict[str, str]:
    few = list(filters.items())[:MOST_FILTERS]
    return {key[:LONGEST_VALUE]: value[:LONGEST_VALUE] for key, value in few if value}
