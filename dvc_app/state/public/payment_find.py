"""What is due for a dossier, found by its code without signing in (C17)."""

import reflex as rx

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.human_proof import read_proof
from dvc_app.state.public.look_up_view import example_code
from dvc_app.state.public.payment_rows import DueRow, due_row
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import payments as wording
from services.accounts.prove_human import HumanProof
from services.core.errors import TooMany
from services.core.faults import Unreadable
from services.core.identifiers import read_dossier_code
from services.dues.find_requests import FoundRequests, find_requests

LONGEST_CODE = 200


class PaymentFindState(FormState, AppState):
    """What was asked for, and the requests of that dossier."""

    loaded: bool = False
    asked: str = ""  # as typed, or as a link of ours names it
    field_key: str = ""
    heading: str = ""  # not empty: a dossier was found
    procedure: str = ""
    counted: str = ""
    nothing_due: str = ""
    not_found: str = ""
    rows: list[DueRow] = []

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the empty form; the code of the address stands in it already."""
        self._accept()
        self._forget()
        self.asked = self.router.url.query_parameters.get("ma", "")[:LONGEST_CODE]
        self.field_key = str(int(self.field_key or 0) + 1)
        self.busy, self.loaded = False, True

    @rx.event
    @allow(Who.ANYBODY)
    async def search(self, form: dict[str, str]) -> None:
        """Find what was typed; every look spends one picture code."""
        typed = form.get("ma", "")[:LONGEST_CODE]
        self._accept()
        self._forget()
        problems: dict[str, str] = {}
        code, proof = "", read_proof(form)
        try:
            code = read_dossier_code(typed)
        except Unreadable as fault:
            problems["ma"] = fault.key
        if proof is None:
            problems["picture"] = "picture_required"
        if problems or proof is None:
            return self._refuse(problems, _sentences())
        self.asked = typed
        await self._find(code, proof)

    async def _find(self, code: str, proof: HumanProof) -> None:
        try:
            found = await self._run(find_requests, code, proof)
        except TooMany as refusal:
            return await self._say(sentence(refusal), "error")
        if found.problem:
            return self._refuse({"picture": found.problem}, _sentences())
        # The proof is spent: the next search needs a new picture.
        self.attempt = ""
        self._show_found(code, found)

    def _show_found(self, code: str, found: FoundRequests) -> None:
        if not found.is_known:
            self.not_found = wording.NOT_FOUND.format(code=code)
            return
        self.procedure = found.procedure_name
        self.rows = [due_row(row) for row in found.rows]
        self.heading = wording.RESULTS.format(code=code)
        self.counted = wording.COUNTED.format(count=len(self.rows))
        if not self.rows:
            self.nothing_due = wording.NOTHING_DUE.format(code=code)

    def _forget(self) -> None:
        self.heading = self.procedure = self.counted = ""
        self.nothing_due = self.not_found = ""
        self.rows = []


def _sentences() -> dict[str, str]:
    example = example_code()
    return {key: text.format(example=example) for key, text in wording.PROBLEMS.items()}
