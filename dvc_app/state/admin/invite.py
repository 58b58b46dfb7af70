"""Inviting an officer: the account and its first post (A01)."""

from collections.abc import AsyncIterator

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.admin.accounts import Option
from dvc_app.state.admin.posts import WHOLE, read_post
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration as wording
from dvc_app.wording import faults
from services.administration.create_officer import (
    OfficerForm,
    create_officer,
    judge_officer,
)
from services.administration.list_units import list_units
from services.core.errors import RuleViolation


class InviteState(FormState, AppState):
    """The form of an invitation."""

    is_ready: bool = False
    units: list[Option] = []

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Begin with an empty form."""
        self._accept()
        self.busy = False
        units = await self._run(list_units)
        whole = [Option(WHOLE, wording.WHOLE_OPTION)]
        reach = whole if self._actor().agency_id is None else []
        self.units = [*reach, *(Option(str(number), name) for number, name in units)]
        self.is_ready = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def submit(self, form: dict[str, str | bool]) -> AsyncIterator[EventSpec]:
        """Create the account, and show it, where its code is issued."""
        self.busy = True
        yield
        try:
            post, problems = read_post(form)
            person = OfficerForm(
                full_name=str(form.get("full_name") or ""),
                sign_in_name=str(form.get("sign_in_name") or ""),
                phone=str(form.get("phone") or ""),
                email=str(form.get("email") or ""),
            )
            if post is None:
                problems = await self._run(judge_officer, person) | problems
                self._show(faults.spelled(problems))
                return
            invited = await self._run(create_officer, person, post)
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
        else:
            self._accept()
            number = str(invited.account_id)
            yield rx.redirect(routes.fill(routes.ADMIN_ACCOUNT, account=number))
        finally:
            self.busy = False
