"""Làm thay và ủy quyền: whom one acts for, and who acts for one (R41, AZ-10)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen import delegation_rows as rows
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations as wording
from dvc_app.wording.faults import SENTENCES
from services.core import clock
from services.core.errors import Conflict, NotFound, RuleViolation, SystemUnavailable
from services.delegations.answer_delegation import answer_delegation
from services.delegations.declare_child import ChildForm, declare_child
from services.delegations.grant_delegation import GrantForm, grant_delegation
from services.delegations.list_delegations import list_delegations
from services.delegations.revoke_delegation import revoke_delegation
from services.signals import delegations_topic

FAULTS = SENTENCES | wording.FAULTS
FORMS, REQUIRED = ("child", "grant"), "required"
USUAL = timedelta(days=365)  # proposed; the person changes it


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation the person may grant for."""

    id: str
    name: str


class DelegationsState(FormState, AppState):
    """Both sides of acting for others; it follows what the other side does."""

    loaded: bool = False
    invitations: list[rows.InvitationRow] = []
    held: list[rows.DelegationRow] = []
    given: list[rows.DelegationRow] = []
    ended: list[rows.DelegationRow] = []
    ended_words: str = ""
    organisations: list[OrganisationRow] = []
    is_organisation: bool = False
    open_form: str = ""
    asked_to_revoke: str = ""
    first_day: str = ""
    last_day: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read everything, and hear when the other side answers or revokes."""
        self._accept()
        self.open_form = self.asked_to_revoke = ""
        self.busy = False
        today = clock.local_day(clock.now())
        self.first_day, self.last_day = formats.day(today), formats.day(today + USUAL)
        account_id = self._actor().account_id
        assert account_id is not None  # the policy lets only citizens in
        self._watch(DelegationsState.refresh, delegations_topic(account_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read again: something was answered or revoked."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def show_form(self, form: str) -> None:
        """Open one of the forms, or close both."""
        self._accept()
        self.open_form = form if form in FORMS else ""

    @rx.event
    @allow(Who.CITIZEN)
    async def add_child(self, form: dict[str, str]) -> None:
        """Ask the population database, and keep the child."""
        asked = ChildForm(
            name=form.get("child_name", ""),
            birth_date=form.get("child_birth_date", ""),
            citizen_id=form.get("child_citizen_id", ""),
        )
        try:
            await self._run_apart(declare_child, asked)
        except RuleViolation as refusal:
            self._name(refusal)
        except SystemUnavailable:
            await self._say(wording.POPULATION_DOWN, "warn")
        else:
            await self._done(wording.CHILD_ADDED)

    @rx.event
    @allow(Who.CITIZEN)
    async def grant(self, form: dict[str, str | bool]) -> None:
        """Address a delegation to a number and a name."""
        typed = {name: text for name, text in form.items() if isinstance(text, str)}
        asked = GrantForm(
            number=typed.get("number", ""),
            name=typed.get("name", ""),
            starts_on=typed.get("starts_on", ""),
            ends_on=typed.get("ends_on", ""),
            is_manager=form.get("is_manager", False) is True,
            organisation_id=_uuid(typed.get("organisation", "")),
        )
        try:
            await self._run(grant_delegation, asked)
        except RuleViolation as refusal:
            self._name(refusal)
        else:
            await self._done(wording.GRANTED)

    @rx.event
    @allow(Who.CITIZEN)
    async def answer(self, delegation_id: str, accept: bool) -> None:
        """Accept or decline an invitation."""
        try:
            await self._run(answer_delegation, _known(delegation_id), accept)
        except (NotFound, Conflict):
            await self._say(wording.GONE, "warn")
            await self._read()
        else:
            await self._done(wording.ACCEPTED if accept else wording.DECLINED)

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_revoke(self, delegation_id: str) -> None:
        """Ask once before a right ends; an empty id asks no more."""
        self.asked_to_revoke = delegation_id

    @rx.event
    @allow(Who.CITIZEN)
    async def revoke(self, delegation_id: str) -> None:
        """End the right at once."""
        self.asked_to_revoke = ""
        await self._run(revoke_delegation, _known(delegation_id))
        await self._done(wording.REVOKED)

    def _name(self, refusal: RuleViolation) -> None:
        """Show what to type in each field; an empty one by its own sentence."""
        self._show(
            {
                field: wording.MISSING[field] if key == REQUIRED else FAULTS[key]
                for field, key in refusal.problems.items()
            }
        )

    async def _done(self, words: str) -> None:
        self._accept()
        self.open_form = ""
        await self._say(words, "done")
        await self._read()

    async def _read(self) -> None:
        found = await self._run(list_delegations)
        own_name = self._actor().name
        self.invitations = [rows.invitation_row(line) for line in found.invitations]
        held = [(rows.is_open(line), rows.held_row(line)) for line in found.held]
        given = [
            (rows.is_open(line), rows.given_row(line, own_name)) for line in found.given
        ]
        self.held = [row for is_open, row in held if is_open]
        self.given = [row for is_open, row in given if is_open]
        self.ended = [row for is_open, row in [*held, *given] if not is_open]
        self.ended_words = wording.ENDED.format(count=len(self.ended))
        self.organisations = [
            OrganisationRow(str(one.id), one.name) for one in found.organisations
        ]
        self.is_organisation = found.is_organisation
        self.loaded = True


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _known(text: str) -> UUID:
    return _uuid(text) or UUID(int=0)
