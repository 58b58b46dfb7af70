"""Bind a tab's token to the browser and person who used it first (FW-3)."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from services.accounts.keys import token_hash
from services.accounts.models import TabBinding
from services.work import Work

REFRESH = timedelta(minutes=5)  # how often use of a tab is noted
ABANDONED = timedelta(minutes=40)  # longer than the framework keeps a tab's state


def bind_tab(work: Work, tab: str, owner: str) -> bool:
    """Bind the tab, and tell whether it is this owner's now.

    The first to use a token owns it. The same browser takes it along when it
    signs in, signs out or falls idle. Another browser is refused, until nobody
    has used the tab for so long that nothing is left in it. The caller wipes
    the tab's state before it is bound anew.
    """
    browser = owner.partition(".")[0]
    if not tab or not browser:
        return False
    kept = token_hash(tab)
    row = {"id": uuid4(), "token_hash": kept, "owner": owner, "bound_at": work.now}
    work.session.execute(insert(TabBinding).values(**row).on_conflict_do_nothing())
    found = select(TabBinding).where(TabBinding.token_hash == kept)
    bound = work.session.exec(found.with_for_update()).one()
    is_same_browser = bound.owner.partition(".")[0] == browser
    if not is_same_browser and bound.bound_at + ABANDONED > work.now:
        return False
    if bound.owner != owner:
        bound.owner, bound.bound_at = owner, work.now
    work.session.add(bound)
    return True
