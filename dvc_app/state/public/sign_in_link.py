"""Which of several accounts is theirs; the password goes over plain HTTP (C07)."""

from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.public.identity_reasons import REASON
from dvc_app.state.return_path import with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import identities as wording
from services.identities.claims import Candidate, my_claim


@dataclass(frozen=True)
class CandidateRow:
    """One account, masked."""

    position: str
    name: str
    details: str
    is_shut: bool  # has no password, so that only the counter can help


class SignInLinkState(AppState):
    """The accounts to choose from."""

    is_ready: bool = False
    lead: str = ""
    rows: list[CandidateRow] = []
    can_prove: bool = False
    sign_in_path: str = routes.SIGN_IN

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show the choice of this browser, or lead to signing in."""
        self.is_ready = False
        actor = self._actor()
        claim = await self._run(my_claim) if actor.browser else None
        if claim is None:
            return rx.redirect(f"{routes.SIGN_IN}?{REASON}=unknown")
        self.lead = wording.LINK_LEAD.format(name=claim.name)
        self.rows = [
            _row(position, candidate)
            for position, candidate in enumerate(claim.candidates)
        ]
        self.can_prove = any(not row.is_shut for row in self.rows)
        self.sign_in_path = with_next(routes.SIGN_IN, claim.return_to)
        self.is_ready = True
        return None


def _row(position: int, candidate: Candidate) -> CandidateRow:
    details = [
        wording.CANDIDATE_NUMBER.format(number=candidate.number)
        if candidate.number
        else "",
        wording.CANDIDATE_PHONE.format(phone=candidate.phone)
        if candidate.phone
        else "",
        wording.CANDIDATE_SINCE.format(day=formats.day(candidate.since)),
        "" if candidate.has_password else wording.NO_PASSWORD,
    ]
    return CandidateRow(
        str(position),
        candidate.name,
        ", ".join(detail for detail in details if detail),
        not candidate.has_password,
    )
