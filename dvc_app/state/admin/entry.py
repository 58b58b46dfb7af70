"""The short address of administration leads to what one may do there."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from services.work import Role


class EntryState(AppState):
    """Nothing is remembered: the page only leads on."""

    @rx.event
    @allow(Who.ADMINISTRATOR, Who.AUDITOR)
    async def load(self) -> EventSpec:
        """Go to the accounts; an auditor goes to the trail."""
        is_administrator = Role.ADMINISTRATOR in self._actor().roles
        way = routes.ADMIN_ACCOUNTS if is_administrator else routes.ADMIN_AUDIT
        return rx.redirect(way, replace=True)
