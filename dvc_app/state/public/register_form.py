"""Registering by a form another system vouches for: subscription, insurance, post."""

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
from dvc_app.wording import register_ways as wording
from services.accounts.check_registration import RegistrationForm
from services.accounts.prove_human import HumanProof
from services.accounts.register import register
from services.accounts.registration_methods import RegistrationMethod
from services.core.errors import RuleViolation, SystemUnavailable, TooMany
from services.core.faults import Fault

READING = frozenset(fault.value for fault in Fault)
ORDER = (
    "carrier",
    "insurance_number",
    "post_account",
    "slip_code",
    "citizen_id",
    "full_name",
    "birth_date",
    "phone",
    "email",
    "picture",
)
METHODS = {
    routes.REGISTER_PHONE: RegistrationMethod.PHONE,
    routes.REGISTER_INSURANCE: RegistrationMethod.INSURANCE,
    routes.REGISTER_POST: RegistrationMethod.POST,
}
OWN_FIELDS = {
    RegistrationMethod.PHONE: (),
    RegistrationMethod.INSURANCE: ("insurance_number",),
    RegistrationMethod.POST: ("post_account", "slip_code"),
}
NO_PROOF = {"picture": "picture_required"}


class RegisterFormState(FormState, AppState):
    """The form; its text fields keep what was typed through every refusal."""

    is_taken: bool = False  # one of the names has an account: show the ways in
    spent: str = ""  # changes when the proof was used up
    sign_in_path: str = routes.SIGN_IN
    others_path: str = routes.REGISTER
    _method: str = RegistrationMethod.PHONE
    _next: str = "/"
    _is_sent: bool = False

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Begin with an empty form."""
        self._accept()
        self.busy = self.is_taken = self._is_sent = False
        path = self.router.url.path.rstrip("/")
        self._method = METHODS.get(path, RegistrationMethod.PHONE)
        self._next = next_path(self.router.url.query_parameters)
        self.sign_in_path = with_next(routes.SIGN_IN, self._next)
        self.others_path = with_next(routes.REGISTER, self._next)

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
            method=RegistrationMethod(self._method),
            **{name: data.get(name, "") for name in OWN_FIELDS[self._method]},
        )
        try:
            await self._run_apart(register, form, proof or HumanProof())
        except RuleViolation as refusal:
            missing = {} if proof else NO_PROOF
            self._refuse_form(refusal.problems, missing)
        except SystemUnavailable:
            self._spend()
            self._show({"carrier": wording.DOWN[RegistrationMethod(self._method)]})
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
