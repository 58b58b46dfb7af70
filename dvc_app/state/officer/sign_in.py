"""The officer's door (O01), both halves."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.officer.standing import home_of
from dvc_app.state.public.identity_reasons import reason_words
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow

NATIONAL = f"{routes.API_NATIONAL}?muc=can-bo"


class OfficerSignInState(AppState):
    """Where the officer goes on."""

    next: str = routes.DESK
    start_path: str = routes.OFFICER_SIGN_IN
    national_path: str = NATIONAL
    was_sent: bool = False  # from a page that needs a session (SS-7)
    said: str = ""  # why coming back from the national portal opened nothing

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Keep the way on; an officer who is in already goes straight on."""
        query = self.router.url.query_parameters
        self.next, self.said = next_path(query, routes.DESK), reason_words(query)
        self.was_sent = bool(next_path(query, ""))
        self.national_path = with_next(NATIONAL, self.next)
        self.start_path = with_next(routes.OFFICER_SIGN_IN, self.next)
        actor = self._actor()
        if not actor.is_officer:
            return None
        is_asked_for = self.next != routes.DESK
        return rx.redirect(self.next if is_asked_for else home_of(actor.roles))
