"""The citizen's door (C06): why they are here, and where they go on."""

from urllib.parse import parse_qsl, quote

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.national_link import read_filing_link
from dvc_app.state.public.identity_reasons import reason_words
from dvc_app.state.return_path import PARAMETER, next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import province
from dvc_app.wording import sign_in as wording
from services.core.errors import NotFound
from services.procedures.from_national import named_procedure
from services.procedures.show_procedure import show_procedure
from services.work import Work

IDLE_OUT = "het-phien"


class SignInState(AppState):
    """The purpose is kept through every hop."""

    next: str = "/"
    purpose: str = ""  # the procedure to be filed
    purpose_line: str = ""  # when it is a draft, whose name only its owner sees
    register_path: str = routes.REGISTER
    code_path: str = routes.SIGN_IN_CODE
    recovery_path: str = routes.RECOVERY
    is_idle_out: bool = False  # the session before lay still for too long
    leaving: str = ""  # who comes from the national portal goes by its sign-in
    problem: str = ""  # why coming back from the national portal opened nothing

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Say why one signs in; whoever is in already goes straight on."""
        query = self.router.url.query_parameters
        self.next, self.problem = next_path(query), reason_words(query)
        if self._actor().account_id is not None:
            return rx.redirect(self.next)
        self.is_idle_out = IDLE_OUT in query
        self.code_path = with_next(routes.SIGN_IN_CODE, self.next)
        self.recovery_path = with_next(routes.RECOVERY, self.next)
        self.register_path = with_next(routes.REGISTER, self.next)
        await self._tell_purpose()
        self._leave_at_once()
        return None

    def _leave_at_once(self) -> None:
        """Sign in silently who was sent by the national portal (contracts 2).

        Not after a refusal, nor after a session that ended by itself: then the person
        chooses the door.
        """
        path, _, query = self.next.partition("?")
        is_sent = path.rstrip("/") == routes.FILE_START
        is_stopped = bool(self.problem) or self.is_idle_out
        link = read_filing_link(dict(parse_qsl(query)))
        is_open = "national" in province.doors()
        self.leaving = ""
        if is_sent and link.is_national and is_open and not is_stopped:
            tail = f"{PARAMETER}={quote(self.next, safe='')}"
            self.leaving = f"{routes.API_NATIONAL}?{tail}"

    async def _tell_purpose(self) -> None:
        path, _, query = self.next.partition("?")
        self.purpose = self.purpose_line = ""
        if path.rstrip("/") == routes.FILE_START:
            link = read_filing_link(dict(parse_qsl(query)))
            self.purpose = await self._name_of(link.procedure)
        elif path.startswith(routes.FILE_START + "/"):
            self.purpose_line = wording.PURPOSE_DRAFT

    async def _name_of(self, code: str) -> str:
        try:
            return str(await self._run(_name, code))
        except NotFound:
            return ""


def _name(work: Work, code: str) -> str:
    return show_procedure(work, named_procedure(work, code)).name
