"""ThreadState: what both sides of a talk about a dossier have in common (O15)."""

import secrets
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.later_files import LaterFile, later_file
from dvc_app.state.message_rows import MessageRow, message_row
from dvc_app.wording import faults
from dvc_app.wording import messages as wording
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.files.discard import discard
from services.messages.open_thread import find_thread, open_thread
from services.messages.send_message import send_message


class ThreadState(FormState, rx.State, mixin=True):
    """The messages, and the one being written; only its writer has it."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    form_key: str = ""  # changes once a message is sent: the field is empty again
    procedure: str = ""
    agency: str = ""
    applicant: str = ""
    rows: list[MessageRow] = []
    files: list[LaterFile] = []
    known: list[str] = []
    endpoint: str = ""
    template: str = ""  # what the field begins with
    _intent: str = ""
    _topic: UUID | None = None

    async def _find(self, part: int) -> UUID | None:
        """Return the dossier of the address, to be listened to before it is read."""
        assert isinstance(self, AppState)  # both states that use this are
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[part][:60] if len(parts) > part else ""
        self.loaded = self.missing = self.busy = False
        self.template = ""
        self.endpoint = routes.fill(routes.API_MESSAGE_UPLOADS, code=self.code)
        self._accept()
        self._renew()
        try:
            return await self._run(find_thread, self.code)
        except (NotFound, Forbidden):
            self.missing = True
            return None

    async def _read(self) -> None:
        assert isinstance(self, AppState)  # as above
        try:
            found = await self._run(open_thread, self.code)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return
        self.procedure, self.agency = found.procedure_name, found.agency_name
        self.applicant = found.applicant_name
        is_officer = self._actor().is_officer
        self.rows = [message_row(one, is_officer) for one in found.messages]
        self.files = [later_file(one) for one in found.waiting_files]
        self.known = [one.id for one in self.files]
        self.loaded = True

    async def _send(self, text: str) -> None:
        assert isinstance(self, AppState)  # as above
        try:
            await self._run(send_message, self.code, text, self._intent)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, faults.SENTENCES | wording.FAULTS)
        except TooMany as refusal:
            until = formats.moment(refusal.until)
            self._show({"text": wording.TOO_MANY.format(until=until)})
        except NotFound:
            self.missing, self.loaded = True, False
        else:
            self._accept()
            self.template = ""
            self._renew()
            await self._say(wording.SENT, "done")
            await self._read()

    async def _remove(self, file_id: str) -> None:
        assert isinstance(self, AppState)  # as above
        if file_id in self.known:
            await self._run(discard, UUID(file_id))
        await self._read()

    def _renew(self) -> None:
        self._intent = secrets.token_urlsafe(12)
        self.form_key = f"{self.code}-{self._intent}"
