"""Back from a provider: the greeting of the first time, or what did not work (C07)."""

from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.public.identity_reasons import PURPOSE, reason_words
from dvc_app.state.return_path import next_path
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import identities as wording
from services.identities.models import JourneyPurpose
from services.identities.show_arrival import Arrival, show_arrival

NOT_DONE = {
    JourneyPurpose.LINK: (wording.NOT_LINKED, wording.TO_PROFILE, routes.PROFILE),
    JourneyPurpose.REGISTER: (
        wording.NOT_REGISTERED,
        wording.TO_REGISTER,
        routes.REGISTER,
    ),
}
OTHERWISE = (wording.NOT_DONE, wording.TO_SIGN_IN, routes.SIGN_IN)


@dataclass(frozen=True)
class FactRow:
    """One line of what came along."""

    label: str
    value: str


class SignInReturnState(AppState):
    """What stands on the page; nothing of it came from the address but a key."""

    is_ready: bool = False
    next: str = "/"
    title: str = ""
    problem: str = ""
    way_words: str = ""
    way_path: str = routes.SIGN_IN
    facts: list[FactRow] = []
    missing: str = ""
    is_verified: bool = False
    raise_words: str = ""
    has_vault: bool = False

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Greet who has come in, or say why nobody has."""
        query = self.router.url.query_parameters
        self.next = next_path(query)
        self.problem = reason_words(query)
        if self.problem:
            given = query.get(PURPOSE, "")
            self.title, self.way_words, self.way_path = NOT_DONE.get(given, OTHERWISE)
            self.is_ready = True
            return None
        actor = self._actor()
        if actor.account_id is None or actor.is_officer:
            return rx.redirect(routes.SIGN_IN)
        self._show(await self._run(show_arrival))
        return None

    def _show(self, arrival: Arrival) -> None:
        self.title = wording.WELCOME.format(name=arrival.name)
        names = wording.FACTS
        if arrival.is_organisation:
            names = names | {"full_name": wording.ORGANISATION_NAME}
        self.facts = [
            FactRow(
                names[field],
                value if isinstance(value, str) else formats.day(value),
            )
            for field, value in arrival.facts.items()
        ]
        owed = ", ".join(names[field].lower() for field in arrival.missing)
        self.missing = wording.MISSING.format(names=owed) if owed else ""
        self.is_verified, self.has_vault = arrival.is_verified, arrival.has_vault
        self.raise_words = (
            wording.RAISE_ORGANISATION if arrival.is_organisation else wording.RAISE
        )
        self.is_ready = True
