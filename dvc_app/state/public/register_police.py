"""Registering through the Ministry of Public Security (“Bộ Công An”, VNeID)."""

from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.refusals import sentence
from dvc_app.state.return_path import next_path, with_next
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from services.accounts.vouched_registration import (
    confirm_contact,
    vouched_registration,
)
from services.core.errors import RuleViolation, ServiceError
from services.core.identifiers import mask_citizen_id


class RegisterPoliceState(FormState, AppState):
    """Before the journey: a button. After it: the facts, and a phone to confirm."""

    is_ready: bool = False
    is_back: bool = False
    is_taken: bool = False  # the phone has an account: show the ways in
    name: str = ""
    birth_date: str = ""
    number: str = ""
    phone: str = ""
    next: str = "/"
    sign_in_path: str = routes.SIGN_IN
    others_path: str = routes.REGISTER
    _registration: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show what the police said of the person, once they are back."""
        self._accept()
        self.busy = self.is_taken = False
        self.next = next_path(self.router.url.query_parameters)
        self.sign_in_path = with_next(routes.SIGN_IN, self.next)
        self.others_path = with_next(routes.REGISTER, self.next)
        told = await self._run(vouched_registration)
        self.is_back = told is not None
        if told is not None:
            self._registration = str(told.registration_id)
            self.name = told.full_name
            self.birth_date = formats.day(told.birth_date) if told.birth_date else ""
            self.number, self.phone = mask_citizen_id(told.citizen_id), told.phone
        self.is_ready = True

    @rx.event
    @allow(Who.ANYBODY)
    async def submit(self, data: dict[str, str]) -> AsyncIterator[EventSpec]:
        """Send the code to the phone given."""
        self.busy, self.is_taken = True, False
        yield
        phone, email = data.get("phone", ""), data.get("email", "")
        try:
            number = UUID(self._registration)
            await self._run(confirm_contact, number, phone, email)
        except RuleViolation as refusal:
            self.is_taken = any(
                key.endswith("_taken") for key in refusal.problems.values()
            )
            self._show(faults.spelled(refusal.problems))
        except (ServiceError, ValueError) as refusal:
            known = isinstance(refusal, ServiceError)
            words = sentence(refusal) if known else faults.ACCOUNTS["start_over"]
            self._show({"phone": words})
        else:
            self._accept()
            yield rx.redirect(routes.REGISTER_CODE)
        finally:
            self.busy = False
