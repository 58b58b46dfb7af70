"""CivilStatusState: what the civil status registry made of the page's dossier (O05)."""

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.processing import ProcessingState
from dvc_app.state.sync_said import field_words
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import civil_status as wording
from dvc_app.wording import status_sync
from services.civil_status.attach_entry import attach_entry
from services.civil_status.declare_again import declare_again
from services.civil_status.models import CaseState
from services.civil_status.open_case import CaseView, Refusal, open_case
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.results.models import ResultForm
from services.signals import dossier_topic, sync_topic

INCOMPLETE = "incomplete"  # the code of a refusal of our own


class CivilStatusState(FormState, AppState):
    """The card beside a dossier of a birth, a death or a marriage."""

    is_there: bool = False
    has_case: bool = False
    state: str = ""
    state_css: str = ""
    plain: str = ""
    words: str = ""
    facts: list[tuple[str, str]] = []
    paper_href: str = ""
    paper_note: str = ""
    may_attach: bool = False
    may_repeat: bool = False
    refused: str = ""  # why they would not take the declaration
    message_href: str = ""
    needs_taking: bool = False  # who handles the dossier uses the paper
    form_key: str = ""
    _code: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what stands beside the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[2][:60] if len(parts) > 2 else ""
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: they answered, or the dossier moved."""
        if self._code:
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def attach(self) -> None:
        """Take their paper for the result, as it is."""
        await self._attach(ResultForm.PAPER)

    @rx.event
    @allow(Who.OFFICER)
    async def attach_to_sign(self) -> None:
        """Take their paper for the result; the approver signs it here."""
        await self._attach(ResultForm.DIGITAL)

    @rx.event
    @allow(Who.OFFICER)
    async def repeat(self, form: dict[str, str]) -> None:
        """Send the declaration again, with an answer to what they asked."""
        try:
            await self._run(declare_again, self._code, form.get("note", ""))
        except RuleViolation:
            self._show({"note": wording.NOTE_REQUIRED})
            return
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()
            await self._say(wording.REPEATED_NOW, "done")
        await self._read()

    async def _attach(self, form: ResultForm) -> None:
        try:
            done = await self._run(attach_entry, self._code, form)
        except RuleViolation:
            await self._say(wording.PAPER_CHECKED, "warn")
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            await self._say(wording.ATTACHED_NOW.format(number=done.number), "done")
        await self._read()

    async def _read(self) -> None:
        head = (await self.get_state(ProcessingState)).head
        if head.code != self._code or not head.is_civil:
            self.is_there = False  # and nothing is asked of other dossiers
            return
        try:
            desk = await self._run(open_case, self._code)
        except (NotFound, Forbidden):
            self.is_there = False
            return
        self.is_there, self.has_case = desk.is_declared, desk.case is not None
        self.refused = self.message_href = ""
        if desk.case is not None:
            self._draw(desk.case)
        elif desk.refusal is not None:
            self._draw_refusal(desk.refusal)
        if desk.is_declared:
            topics = dossier_topic(desk.dossier_id), sync_topic(desk.dossier_id)
            self._watch(CivilStatusState.refresh, *topics)

    def _draw_refusal(self, refusal: Refusal) -> None:
        is_short = refusal.code == INCOMPLETE
        told = status_sync.INCOMPLETE.format(field=field_words(refusal.words))
        answer = wording.ANSWERS.get(refusal.code, "") or refusal.words
        self.refused = told if is_short else answer
        message = str(refusal.message_id)
        self.message_href = routes.fill(routes.SYNC_MESSAGE, message=message)

    def _draw(self, case: CaseView) -> None:
        self.state, self.state_css = wording.STATES[case.state]
        self.plain, self.words = wording.PLAIN[case.state], case.words
        said = (
            (wording.SUPPLEMENT_BY, formats.day(case.supplement_by)),
            (wording.NUMBER, case.number),
            (wording.BOOK, case.book),
            (wording.PAGE, case.page),
            (wording.PERSONAL_NUMBER, case.personal_number),
            (wording.REGISTERED_ON, formats.day(case.registered_on)),
            (wording.REGISTRAR, case.registrar),
            (wording.DECLARED, formats.moment(case.declared_at)),
            (wording.ASKED, formats.moment(case.asked_at)),
        )
        self.facts = [(name, value) for name, value in said if value]
        file = str(case.file_id) if case.file_id else ""
        self.paper_href = routes.fill(routes.API_FILE, file_id=file) if file else ""
        self.paper_note = _paper_note(case)
        self.may_attach, self.may_repeat = case.may_attach, case.may_repeat
        self.needs_taking = case.is_usable and not case.may_attach
        self.form_key = f"{self._code}-{case.state}"

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        key = str(refusal.args[0]) if refusal.args else ""
        if key not in wording.CONFLICTS:
            raise refusal
        await self._say(wording.CONFLICTS[key], "warn")


def _paper_note(case: CaseView) -> str:
    if case.is_refused_file:
        return wording.PAPER_REFUSED
    waits = case.state is CaseState.DONE and case.file_id is None
    return wording.PAPER_CHECKED if waits else ""
