"""FeeProcedureState: one procedure's fees over time, and the rule being written (A05)."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.admin import fee_form as typing
from dvc_app.state.admin import fee_rows as rows
from dvc_app.state.admin.fees import price_words
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import fee_changes as wording
from dvc_app.wording.faults import spelled
from services.core.errors import NotFound, RuleViolation
from services.core.read_dates import read_date
from services.fee_changes.counted import Questions
from services.fee_changes.decide_change import (
    decline_change,
    publish_change,
    withdraw_change,
)
from services.fee_changes.propose_rule import (
    preview_rule,
    propose_rule,
    propose_undoing,
)
from services.fee_changes.rule_form import MOST_RELIEFS
from services.fee_changes.show_fees import FeesView, show_fees
from services.fees.rule import Rule


class FeeProcedureState(FormState, AppState):
    """One procedure; the fields of the editor are drawn anew with `form_key`."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    code_words: str = ""
    name: str = ""
    public_href: str = ""
    prices: list[str] = []
    by_catalogue: bool = False
    may_write: bool = False
    rules: list[rows.RuleRow] = []
    changes: list[rows.FeeChangeRow] = []
    accounts: list[rows.AccountLine] = []
    editing: bool = False
    edit_title: str = ""
    typed: dict[str, str] = dict(typing.BLANK)
    reliefs: list[typing.ReliefEdit] = []
    counted: list[typing.FeeOption] = []
    asked: list[typing.FeeOption] = []
    when: str = ""
    otherwise: bool = False
    when_options: list[typing.WhenOption] = []
    samples: list[rows.SampleRow] = []  # of what was looked at; empty: nothing
    effect_lead: str = ""
    effect_first: bool = False
    effect_same: bool = False
    form_key: int = 0
    _rule: str = ""  # code of the rule whose next version is written
    _asked: dict[str, str] = {}
    _view: FeesView | None = None

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Open the procedure of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[2][:40] if len(parts) > 2 else ""
        self.loaded = self.missing = self.editing = self.busy = False
        self._accept()
        self._forget()
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def begin(self) -> None:
        """Write a rule that is not there yet."""
        self._draw_form(None, wording.NEW_TITLE)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def renew(self, code: str) -> None:
        """Write the next version of a rule."""
        shown = self._view.rules if self._view else ()
        found = [one.rule for one in shown if one.may_renew and one.rule.code == code]
        if found:
            title = wording.EDIT_TITLE.format(name=found[0].name)
            self._draw_form(found[0], title)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def cancel(self) -> None:
        """Put what was typed aside."""
        self.editing = False
        self._accept()
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def choose_when(self, answer: str) -> None:
        """Show the answers to the question the rule depends on."""
        self.when = answer[:100]
        self.when_options = typing.when_options(self._questions(), self.when, ())
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def add_relief(self) -> None:
        """Add a ground to pay less."""
        if len(self.reliefs) < MOST_RELIEFS:
            edit = typing.ReliefEdit(f"r{secrets.token_hex(4)}")
            self.reliefs = [*self.reliefs, edit]
            self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def drop_relief(self, key: str) -> None:
        """Take a ground away."""
        self.reliefs = [one for one in self.reliefs if one.key != key]
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def see(self, form: dict[str, str | bool]) -> None:
        """Show what invented dossiers would cost; nothing is written."""
        asked = typing.as_typed(form) | {"code": self._rule, "when": self.when}
        chosen = [one.value for one in self.when_options if asked.get(one.id)]
        asked["when_any"] = ",".join(chosen)
        asked["reliefs"] = ",".join(one.key for one in self.reliefs)
        self._forget()
        try:
            effect = await self._run(preview_rule, self.code, asked)
        except RuleViolation as refusal:
            self._name(refusal.problems)
            return
        self._accept()
        self._asked = asked
        self.samples = rows.sample_rows(effect, rows.choices_of(self._questions()))
        day = formats.day(read_date(asked["valid_from"]))
        self.effect_lead = wording.EFFECT_LEAD.format(day=day)
        self.effect_first = not all(one.had_rule for one in effect)
        self.effect_same = all(one.before == one.after for one in effect)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def correct(self) -> None:
        """Go back to the form; what was typed is still there."""
        self._forget()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self) -> None:
        """Send what was looked at to a second administrator."""
        if self._asked and await self._do(propose_rule, self.code, self._asked):
            self.editing = False
            self._forget()
            await self._say(wording.PROPOSED, "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def publish(self, change: str) -> None:
        """Put another's rule in force from its day."""
        spans = {row.id: row.span for row in self.changes}
        if await self._do(publish_change, UUID(str(change))):
            since = spans.get(change, "").lower()
            await self._say(wording.PUBLISHED.format(span=since), "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def decline(self, change: str) -> None:
        """Put a proposal aside."""
        if await self._do(decline_change, UUID(str(change))):
            await self._say(wording.DECLINED, "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def withdraw(self, change: str) -> None:
        """Take a rule back before its day."""
        if await self._do(withdraw_change, UUID(str(change))):
            await self._say(wording.WITHDRAWN, "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def undo(self, change: str) -> None:
        """Propose to go back to what held before."""
        if await self._do(propose_undoing, UUID(str(change))):
            await self._say(wording.PROPOSED, "done")

    async def _do(self, act: Callable[..., Any], *given: object) -> bool:
        # Any: each act returns what it likes; the page is read anew.
        try:
            await self._run(act, *given)
        except RuleViolation as refusal:
            self._name(refusal.problems)
            return False
        self._accept()
        await self._read()
        return True

    async def _read(self) -> None:
        try:
            view = await self._run(show_fees, self.code)
        except NotFound:
            self.missing = True
            return
        self._view = view
        choices = rows.choices_of(view.questions)
        self.name = view.name
        self.code_words = wording.CODE.format(code=view.code)
        self.public_href = routes.fill(routes.PROCEDURE, code=view.code)
        self.by_catalogue, self.may_write = view.prices is None, view.may_write
        said = price_words(view.prices or ()) or [wording.NOTHING_NOW]
        told = [rows.catalogue_words(fee) for fee in view.catalogue]
        self.prices = told if self.by_catalogue else said
        self.rules = [rows.rule_row(one, choices) for one in view.rules]
        self.changes = [rows.change_row(one, choices) for one in view.changes]
        self.accounts = [rows.account_line(one) for one in view.accounts]
        self.loaded = True

    def _draw_form(self, rule: Rule | None, title: str) -> None:
        """Fill the fields from the rule, or leave them empty."""
        self._rule, self.edit_title = rule.code if rule else "", title
        self.typed, self.reliefs = typing.typed_of(rule), typing.relief_edits(rule)
        questions, when = self._questions(), rule.when if rule else None
        kept = (self.typed["units"], self.typed["items"])
        self.counted = typing.counted_options(questions, *kept)
        self.when = when.answer if when else ""
        self.otherwise = bool(when and when.otherwise)
        self.asked = typing.question_options(questions, self.when)
        chosen = when.any if when else ()
        self.when_options = typing.when_options(questions, self.when, chosen)
        self.form_key += 1
        self.editing = True
        self._accept()
        self._forget()

    def _questions(self) -> Questions:
        return self._view.questions if self._view else Questions()

    def _forget(self) -> None:
        self._asked, self.samples = {}, []

    def _name(self, problems: Mapping[str, str]) -> None:
        known = wording.FAULTS
        own = {f: known[k] for f, k in problems.items() if k in known}
        self._show(spelled({f: k for f, k in problems.items() if f not in own}) | own)
