"""The officer's door (O01), both halves."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow


class OfficerSignInState(AppState):
    """Where the officer goes on."""

    next: str = routes.DESK
    start_path: str = routes.OFFICER_SIGN_IN

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Keep the way on; an officer who is in already goes straight on."""
        self.next = next_path(self.router.url.query_parameters, routes.DESK)
        self.start_path = with_next(routes.OFFICER_SIGN_IN, self.next)
        return rx.redirect(self.next) if self._actor().is_officer else None
