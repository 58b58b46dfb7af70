"""Ask the person for a sum that only the office knows."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import till as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.dues.ask_due import TypedLine, ask_due
from services.processing.open_processing import open_processing

LINES = 3  # as many as the page draws; the rule allows ten
FAULTS = faults.SENTENCES | wording.FAULTS
LABELS = {
    "name": wording.ASK_NAME,
    "amount": wording.ASK_AMOUNT,
    "basis": wording.ASK_BASIS,
}
NAMES = {f"{field}.{at}": LABELS[field] for field in LABELS for at in range(LINES)}


class AskDueState(FormState, AppState):
    """The form of one dossier in process."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    procedure: str = ""
    applicant: str = ""
    back_href: str = ""
    form_key: str = ""
    _version: int = 0

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the dossier of the address."""
        self.loaded = self.missing = False
        self._accept()
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[2] if len(parts) > 2 else ""
        try:
            seen = await self._run(open_processing, self.code)
        except (NotFound, Forbidden):
            self.missing = True
            return
        self._version = seen.head.version
        self.procedure, self.applicant = (
            seen.head.procedure_name,
            seen.general.applicant_name,
        )
        self.back_href = routes.fill(routes.PROCESSING, code=self.code)
        self.form_key = f"{self.code}-{self._version}"
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def ask(self, form: dict[str, str]) -> EventSpec | None:
        """Send it; the same number of a notice asks once (R6)."""
        lines = [
            TypedLine(
                name=form.get(f"name.{at}", ""),
                kind=form.get(f"kind.{at}", ""),
                amount=form.get(f"amount.{at}", ""),
                basis=form.get(f"basis.{at}", ""),
            )
            for at in range(LINES)
            if at == 0 or form.get(f"name.{at}", "") or form.get(f"amount.{at}", "")
        ]
        notice = form.get("notice", "")
        try:
            asked = await self._run(ask_due, self.code, lines, notice, self._version)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, FAULTS, NAMES)
            return None
        except Conflict as refusal:
            words = wording.CONFLICTS.get(str(refusal))
            if words is None:
                raise
            await self._say(words, "warn")
            return None
        self._accept()
        words = wording.ASKED.format(amount=formats.dong(asked.amount))
        await self._say(words, "done")
        return rx.redirect(routes.fill(routes.TILL_ONE, due=str(asked.id)))
