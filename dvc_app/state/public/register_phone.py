"""Registering with a mobile subscription (C03)."""

from collections.abc import AsyncIterator, Mapping

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.human_proof import read_proof
from dvc_app.state.refusals import sentence
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import register as wording
from services.accounts.check_registration import RegistrationForm
from services.accounts.prove_human import HumanProof
from services.accounts.register import register
from services.core.errors import RuleViolation, SystemUnavailable, TooMany
from services.core.faults import Fault

READING = frozenset(fault.value for fault in Fault)
ORDER = (
    "carrier",
    "citizen_id",
    "full_name",
    "birth_date",
    "phone",
    "email",
    "picture",
)
NO_PROOF = {"picture": "picture_required"}


class RegisterPhoneState(FormState, AppState):
    """The form; its text fields keep what was typed through every refusal."""

    is_taken: bool = False  # one of the names has an account: show the ways in
    spent: str = ""  # changes when the proof was used up
    sign_in_path: str = routes.SIGN_IN
    _next: str = "/"
    _is_sent: bool = False

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Begin with an empty form."""
        self._accept()
        self.busy = self.is_taken = self._is_sent = False
        self._next = next_path(self.router.url.query_parameters)
        self.sign_in_path = with_next(routes.SIGN_IN, self._next)

    @rx.event
    @allow(Who.ANYBODY)
    async def submit(self, data: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Ask the carrier; a yes sends the code (R6: a second press changes nothing)."""
        if self._is_sent:
            yield rx.redirect(routes.REGISTER_CODE)
            return
        self.busy, self.is_taken = True, False
        yield
        try:
            if await self._register(data):
                self._is_sent = True
                self._accept()
                yield rx.redirect(routes.REGISTER_CODE)
        finally:
            self.busy = False

    async def _register(self, data: Mapping[str, str]) -> bool:
        proof = read_proof(data)
        form = RegistrationForm(
            citizen_id=data.get("citizen_id", ""),
            full_name=data.get("full_name", ""),
            birth_date=data.get("birth_date", ""),
            phone=data.get("phone", ""),
            email=data.get("email", ""),
            return_to=self._next,
        )
        try:
            await self._run_apart(register, form, proof or HumanProof())
        except RuleViolation as refusal:
            missing = {} if proof else NO_PROOF
            self._refuse_form(refusal.problems, missing)
        except SystemUnavailable:
            self._spend()
            self._show({"carrier": wording.CARRIER_DOWN})
        except TooMany as refusal:
            self._spend()
            self._show({"phone": sentence(refusal)})
        else:
            return True
        return False

    def _refuse_form(
        self, problems: Mapping[str, str], missing: Mapping[str, str]
    ) -> None:
        if any(key not in READING for key in problems.values()):
            self._spend()
        self.is_taken = any(key.endswith("_taken") for key in problems.values())
        wrong = {**problems, **missing}
        self._show(faults.spelled({f: wrong[f] for f in ORDER if f in wrong}))

    def _spend(self) -> None:
        self.spent = str(int(self.spent or 0) + 1)
