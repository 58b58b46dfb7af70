"""One request of the till, and what an officer may do about it."""

import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import due_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import till as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.money import read_money
from services.core.readers import Unreadable
from services.dues.show_due import OfficerDue, OfficerPayment, show_due
from services.dues.waive_due import waive_due
from services.payments.ask_refund import RefundWish, ask_refund
from services.payments.decide_refund import (
    BY_HAND,
    approve_refund,
    confirm_paid_out,
    decline_refund,
)
from services.payments.models import DueMoment
from services.payments.settle_mismatch import accept_mismatch
from services.payments.take_cash import Slip, take_cash
from services.signals import payment_topic
from services.work import Role

NOWHERE = UUID(int=0)
BEFORE_FILING = DueMoment.BEFORE_FILING.value
FAULTS = faults.SENTENCES | wording.FAULTS


class DueState(FormState, AppState):
    """The request of the address; it follows what the bank and colleagues do."""

    loaded: bool = False
    missing: bool = False
    named: str = ""  # what it holds, as the address names it
    code: str = ""
    dossier_href: str = ""
    invoice: str = ""
    amount: str = ""
    state: str = ""
    state_css: str = "tag"
    facts: dict[str, str] = {}
    lines: list[rows.DueLineRow] = []
    attempts: list[rows.AttemptRow] = []
    events: list[str] = []
    person_href: str = ""
    may_cash: bool = False
    may_waive: bool = False
    refund_hint: str = ""  # empty: nothing to give back
    accept_hint: str = ""  # empty: nothing is held
    may_accept: bool = False
    refund_waits: bool = False  # for this officer's answer
    form_key: str = ""  # changes with every act: forms are drawn anew
    cash_words: str = ""
    payer: str = ""
    _id: UUID = NOWHERE
    _payment: UUID = NOWHERE  # what holds money
    _left: int = 0
    _by_hand: bool = False
    _intent: str = ""  # of this tab's next press: repeated, it is the same one (R6)

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the request of the address."""
        self.loaded = self.missing = self.busy = False
        self._accept()
        self._intent = secrets.token_urlsafe(16)
        self.named = self.router.url.path.rstrip("/").rpartition("/")[2][:60]
        self._id = _id_of(self.named)
        if await self._read():
            self._watch(DueState.refresh, payment_topic(self._id))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: money came, or a colleague acted."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def take_cash(self, form: dict[str, str]) -> None:
        """Write down cash against a slip; pressed twice, it is one payment."""
        slip = Slip(
            form.get("book", ""), form.get("slip", ""), form.get("cash_payer", "")
        )
        words = wording.TAKEN.format(amount=self.amount)
        names = {"payer": "cash_payer"}
        await self._act(words, names, take_cash, self._id, slip, self._intent)

    @rx.event
    @allow(Who.OFFICER)
    async def waive(self, form: dict[str, str]) -> None:
        """Ask for it no longer."""
        reason = form.get("waive_reason", "")
        names = {"reason": "waive_reason"}
        await self._act(wording.WAIVED, names, waive_due, self._id, reason)

    @rx.event
    @allow(Who.OFFICER)
    async def ask_refund(self, form: dict[str, str]) -> None:
        """Ask for money to go back; what was seen goes along."""
        try:
            amount = int(read_money(form.get("refund_amount", "")))
        except Unreadable as fault:
            self._refuse({"refund_amount": fault.key}, FAULTS)
            return
        wish = RefundWish(amount, self._left, "other", form.get("refund_note", ""))
        names = {"amount": "refund_amount", "note": "refund_note"}
        args = (ask_refund, self._payment, wish, self._intent)
        await self._act(wording.REFUND_ASKED, names, *args)

    @rx.event
    @allow(Who.OFFICER)
    async def approve(self, refund_id: str) -> None:
        """Approve a colleague's wish."""
        words = wording.APPROVED_BY_HAND if self._by_hand else wording.APPROVED
        await self._act(words, {}, approve_refund, _id_of(refund_id))

    @rx.event
    @allow(Who.OFFICER)
    async def decline(self, form: dict[str, str]) -> None:
        """Decline with a reason."""
        refund_id = _id_of(form.get("refund", ""))
        names = {"reason": "decline_reason"}
        reason = form.get("decline_reason", "")
        await self._act(wording.DECLINED, names, decline_refund, refund_id, reason)

    @rx.event
    @allow(Who.OFFICER)
    async def pay_out(self, form: dict[str, str]) -> None:
        """Write down that the money was given back by hand."""
        refund_id = _id_of(form.get("refund", ""))
        words = wording.PAID_OUT_DONE.format(amount=form.get("amount", ""))
        number = form.get("reference", "")
        await self._act(words, {}, confirm_paid_out, refund_id, number)

    @rx.event
    @allow(Who.OFFICER)
    async def accept(self, form: dict[str, str]) -> None:
        """Count money that came with another amount."""
        names = {"note": "accept_note", "amount": "accept_note"}
        args = (self._payment, form.get("accept_note", ""), self._intent)
        await self._act(wording.ACCEPTED, names, accept_mismatch, *args)

    async def _act(
        self,
        done: str,
        names: dict[str, str],
        use_case: Callable[..., Any],
        *args: Any,
    ) -> None:
        """Do it, say so, and read again; a refusal stands at its field.

        Any: the use case's own arguments; `names` are its fields as the page's.
        """
        try:
            await self._run(use_case, *args)
        except RuleViolation as refusal:
            found = {names.get(f, f): key for f, key in refusal.problems.items()}
            self._refuse(found, FAULTS)
            return
        except (Conflict, Forbidden) as refusal:
            words = wording.CONFLICTS.get(str(refusal))
            await self._read()
            if words is None:
                raise
            await self._say(words, "warn")
            return
        self._accept()
        self._intent = secrets.token_urlsafe(16)
        await self._say(done, "done")
        await self._read()

    async def _read(self) -> bool:
        try:
            found = await self._run(show_due, self._id)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return False
        self._draw(found)
        self.loaded = True
        return True

    def _draw(self, due: OfficerDue) -> None:
        roles = self._actor().roles
        is_clerk, is_leader = Role.INTAKE in roles, Role.APPROVER in roles
        self.code = due.dossier_code or wording.NO_CODE
        to_dossier = routes.fill(routes.PROCESSING, code=due.dossier_code)
        self.dossier_href = to_dossier if due.dossier_code else ""
        self.invoice, self.amount = due.invoice_number, formats.dong(due.amount)
        self.cash_words = wording.TAKE_CASH.format(amount=self.amount)
        self.state, self.state_css = wording.STATES[due.state]
        self.facts = {
            "applicant": due.applicant_name,
            "payer": due.payer_name,
            "phone": due.payer_phone,
            "procedure": due.procedure_name,
            "moment": wording.MOMENTS[due.moment],
            "notice": due.notice_number,
            "opened": formats.moment(due.opened_at),
            "receipt": due.receipt,
        }
        self.payer = due.payer_name
        self.lines = rows.line_rows(due)
        self.attempts = rows.attempt_rows(due, is_leader, is_clerk)
        self.refund_waits = any(
            refund.may_decide or refund.may_pay_out
            for attempt in self.attempts
            for refund in attempt.refunds
        )
        self.events = [rows.event_row(event) for event in due.events]
        self.person_href = routes.fill(routes.PAYMENT, request=due.key)
        is_open = due.state == "open"
        is_live = any(one.state in ("created", "pending") for one in due.payments)
        self.may_cash = is_open and is_clerk and not is_live
        self.may_waive = is_open and is_leader and due.moment != BEFORE_FILING
        self._draw_money(due, is_clerk or is_leader)
        self.form_key = f"{due.id}-{len(due.events)}-{self.refund_hint}"

    def _draw_money(self, due: OfficerDue, may_act: bool) -> None:
        self.refund_hint = self.accept_hint = ""
        self.may_accept = False
        # Money that came otherwise than asked is seen to first.
        by_state = {p.state: p for p in reversed(due.payments)}
        held = by_state.get("mismatch") or by_state.get("paid")
        going = by_state.get("refund_pending") or held
        self._by_hand = going is not None and going.gateway in BY_HAND
        if held is None or not may_act:
            return
        self._payment, self._left = held.id, held.left
        if held.left:
            left = formats.dong(held.left)
            self.refund_hint = wording.REFUND_HINT.format(amount=left)
        if held.state == "mismatch" and due.state == "open":
            self._draw_mismatch(held, due.amount)

    def _draw_mismatch(self, held: OfficerPayment, amount: int) -> None:
        self.may_accept = held.left >= amount
        hint = wording.ACCEPT_HINT if self.may_accept else wording.SHORT_HINT
        self.accept_hint = hint.format(
            received=formats.dong(held.left), amount=formats.dong(amount)
        )


def _id_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
