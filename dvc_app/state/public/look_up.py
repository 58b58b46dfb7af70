"""LookUpState: a dossier by its code, without signing in (C16)."""

from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.decision_rows import ToldRow, told_rows
from dvc_app.state.forms import FormState
from dvc_app.state.human_proof import read_proof
from dvc_app.state.public.look_up_view import LookUpView, example_code, view_look_up
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import look_up as wording
from services.accounts.prove_human import HumanProof
from services.core.errors import NotFound, RuleViolation, TooMany
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.decisions.told import told_by_code
from services.dossiers.ask_look_up import ask_look_up
from services.dossiers.look_up import look_up

LONGEST_CODE = 200


class LookUpState(FormState, AppState):
    """What was asked for, and the masked dossier."""

    loaded: bool = False
    asked: str = ""  # as typed
    field_key: str = ""
    has_found: bool = False
    not_found: str = ""
    needs_proof: bool = False
    view: LookUpView = LookUpView()
    told: list[ToldRow] = []  # what was decided, without what officers wrote
    _code: str = ""  # what this tab has been let see

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the dossier of the address, or the empty form."""
        self._accept()
        asked = self.router.url.query_parameters.get("ma", "")[:LONGEST_CODE]
        if asked != self.asked:
            self.asked = asked
            self.field_key = str(int(self.field_key or 0) + 1)
        self.needs_proof = False
        if asked:
            await self._look(asked, None)
        else:
            self._forget()
        self.loaded = True

    @rx.event
    @allow(Who.ANYBODY)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Look up what was typed; with a proof at once, else by the address."""
        typed = form.get("ma", "")[:LONGEST_CODE]
        self._accept()
        try:
            code = read_dossier_code(typed)
        except Unreadable as fault:
            self._forget()
            self._refuse({"ma": fault.key}, _sentences())
            return None
        self.asked = typed
        if self.needs_proof:
            await self._look(typed, read_proof(form))
            return None
        return rx.redirect(f"{routes.LOOK_UP}?{urlencode({'ma': code})}")

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> None:
        """Show what changed in the dossier this tab was let see."""
        if self._code:
            await self._show_dossier()

    async def _look(self, typed: str, proof: HumanProof | None) -> None:
        try:
            code = read_dossier_code(typed)
            if code != self._code and not await self._may_ask(proof):
                return
        except Unreadable as fault:
            self._forget()
            return self._refuse({"ma": fault.key}, _sentences())
        except TooMany as refusal:
            self._forget()
            return await self._say(sentence(refusal), "error")
        self._code, self.needs_proof = code, False
        await self._show_dossier()

    async def _may_ask(self, proof: HumanProof | None) -> bool:
        """Count the question; ask for a proof when there were many (R40)."""
        answer = await self._run(ask_look_up, proof)
        if answer.is_open:
            return True
        was_asked, self.needs_proof = self.needs_proof, True
        self._forget()
        if was_asked:
            self._refuse(answer.problems, _sentences())
        return False

    async def _show_dossier(self) -> None:
        try:
            found = await self._run(look_up, self._code)
        except (NotFound, RuleViolation):
            self.has_found = False
            self.not_found = wording.NOT_FOUND.format(code=self._code)
            return
        self.has_found, self.not_found = True, ""
        self.view = view_look_up(found)
        self.told = told_rows(await self._run(told_by_code, self._code))
        self._watch(LookUpState.refresh, found.topic)

    def _forget(self) -> None:
        self._code = self.not_found = ""
        self.has_found = False
        self.view = LookUpView()


def _sentences() -> dict[str, str]:
    example = example_code()
    return {key: text.format(example=example) for key, text in wording.PROBLEMS.items()}
