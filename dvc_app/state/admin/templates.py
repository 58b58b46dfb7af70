"""Texts by kind: read, written anew, published by a second person (A08)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import templates as wording
from services.core.errors import RuleViolation
from services.notifications.texts import LONGEST_SMS
from services.papers.form_sets import FormSetDates
from services.template_changes.change_text import (
    SMS_LONG,
    TextForm,
    propose_text,
    publish_text,
    sms_letters,
    withdraw_text,
)
from services.template_changes.list_form_sets import list_form_sets
from services.template_changes.list_texts import TextShown, list_texts, show_text
from services.template_changes.try_text import try_text
from services.template_changes.variables import fill
from services.templates.models import TemplateKind, TemplateState


@dataclass(frozen=True)
class TextRow:
    """One text or version in words."""

    id: str = ""
    name: str = ""
    label: str = ""
    procedure: str = ""
    state: str = ""
    css: str = "tag"
    version: str = ""
    by: str = ""
    subject: str = ""
    body: str = ""
    how_to: str = ""
    legal_basis: str = ""
    may_publish: bool = False
    may_withdraw: bool = False


@dataclass(frozen=True)
class FormSetRow:
    """A circular's set of forms, and when it is in force."""

    circular: str
    since: str
    until: str
    forms: list[str]


class TemplatesState(FormState, AppState):
    """The list of a kind, or one text with its versions."""

    loaded: bool = False
    kind: str = str(TemplateKind.REFUSAL)
    rows: list[TextRow] = []
    opened: TextRow = TextRow()
    versions: list[TextRow] = []
    variables: str = ""
    preview: list[str] = []
    length: str = ""
    form_sets: list[FormSetRow] = []

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Show the grounds of refusals first."""
        self._accept()
        self.busy, self.kind = False, str(TemplateKind.REFUSAL)
        sets = await self._run(list_form_sets)
        self.form_sets = [form_set_row(one) for one in sets]
        await self._list()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose(self, kind: str) -> None:
        """Show another kind."""
        self.kind = kind if kind in list(TemplateKind) else self.kind
        await self._list()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def open(self, template: str) -> None:
        """Show one text with its versions."""
        self._accept()
        self.preview, self.length = [], ""
        await self._open(UUID(str(template)))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def back(self) -> None:
        """Go back to the list."""
        await self._list()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def see(self, body: str) -> None:
        """Show how it reads, filled for an invented person, and how long it is."""
        typed = str(body)[:2000]
        self.preview = fill(typed, wording.SAMPLE).splitlines()
        self.length = await self._measured(typed)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self, form: dict[str, str]) -> AsyncIterator[EventSpec | None]:
        """Keep what was typed as the next version."""
        self.busy = True
        yield None
        try:
            written = TextForm(
                title=form.get("title", ""),
                body=form.get("body", ""),
                how_to=form.get("how_to", ""),
                legal_basis=form.get("legal_basis", ""),
                subject=form.get("subject", ""),
                valid_from=form.get("valid_from", ""),
            )
            made = await self._run(propose_text, UUID(self.opened.id), written)
        except RuleViolation as refusal:
            said = faults.spelled(refusal.problems)
            if refusal.problems.get("body") == SMS_LONG:
                said["body"] = await self._measured(written.body)
            self._show(said)
        else:
            self._accept()
            await self._say(wording.PROPOSED, "done")
            await self._open(made)
        finally:
            self.busy = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def publish(self, template: str) -> None:
        """Put another's version in force."""
        try:
            await self._run(publish_text, UUID(str(template)))
        except RuleViolation as refusal:
            self._show(faults.spelled(refusal.problems))
            return
        await self._say(wording.PUBLISHED, "done")
        await self._open(UUID(str(template)))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def withdraw(self, template: str) -> None:
        """Take a version back."""
        await self._run(withdraw_text, UUID(str(template)))
        await self._say(wording.WITHDRAWN, "done")
        await self._open(UUID(str(template)))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def try_out(self, template: str) -> None:
        """Send a version to oneself."""
        sent = await self._run_apart(try_text, UUID(str(template)), wording.SAMPLE)
        is_sent = bool(sent.phone or sent.email)
        words = wording.TRIED if is_sent else wording.TRIED_NOWHERE
        await self._say(words, "done" if is_sent else "info")

    async def _measured(self, body: str) -> str:
        """Say how long an SMS becomes; nothing of what goes another way."""
        letters = await self._run(sms_letters, UUID(self.opened.id), body)
        if letters is None:
            return ""
        over = letters - LONGEST_SMS
        words = wording.LENGTH_OVER if over > 0 else wording.LENGTH
        return words.format(letters=letters, most=LONGEST_SMS, over=over)

    async def _list(self) -> None:
        found = await self._run(list_texts, TemplateKind(self.kind))
        self.rows, self.opened = [text_row(one) for one in found], TextRow()
        self.loaded = True

    async def _open(self, template_id: UUID) -> None:
        one = await self._run(show_text, template_id)
        self.versions = [text_row(version) for version in one.versions]
        self.opened = self.versions[0]
        names = ", ".join(f"{{{name}}}" for name in one.variables)
        words = wording.VARIABLES.format(names=names)
        self.variables = words if names else wording.NO_VARIABLES


def form_set_row(one: FormSetDates) -> FormSetRow:
    """Return a set of forms in words."""
    numbered = sorted(one.forms.items(), key=lambda form: form[1])
    return FormSetRow(
        circular=one.circular,
        since=formats.day(one.since),
        until=formats.day(one.until) if one.until else wording.FORMS_OPEN,
        forms=[
            wording.FORMS_ONE.format(number=number, name=wording.FORMS[form])
            for form, number in numbered
        ],
    )


def text_row(one: TextShown) -> TextRow:
    """Return a text in words."""
    state, css = wording.STATES[one.state]
    writer = one.written_by or wording.SYSTEM
    by = wording.BY.format(name=writer, moment=formats.moment(one.written_at))
    read = wording.REVIEWED.format(name=one.reviewed_by) if one.reviewed_by else ""
    return TextRow(
        id=str(one.id),
        name=one.title,
        label=wording.OPEN_ONE.format(name=one.title),
        procedure=one.procedure_code or wording.EVERY_PROCEDURE,
        state=state,
        css=css,
        version=wording.VERSION.format(
            number=one.version, day=formats.day(one.valid_from)
        ),
        by="; ".join(part for part in (by, read) if part),
        subject=one.subject,
        body=one.body,
        how_to=one.how_to,
        legal_basis=one.legal_basis,
        may_publish=one.state is TemplateState.PROPOSED and not one.is_own,
        may_withdraw=one.state in (TemplateState.PROPOSED, TemplateState.PUBLISHED),
    )
