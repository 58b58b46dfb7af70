"""The pages of a bank or wallet (C20): which bank, sign in, look, OTP, “xác nhận”."""

import secrets
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from sandbox.messages import Messages
from sandbox.pages import is_foreign
from sandbox.payments.accounts import Account, Accounts, load_accounts
from sandbox.payments.decisions import (
    FAILURES,
    SUCCESSES,
    Decision,
    Result,
    as_chosen,
    carry_out,
)
from sandbox.payments.ledger import Ledger, Order, Reason, State
from sandbox.payments.notifier import Notifier

TRIES = 3
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."
WRONG_OTP = "Mã OTP chưa đúng. Bạn còn {left} lần nhập."
OTP_TEXT = (
    "{bank}: {code} là mã OTP thanh toán {amount} đ cho đơn hàng {number}. "
    "Không đưa mã này cho ai."
)


def page_of(order: Order) -> str:
    """Return the address of an order's page; the host is the sandbox's."""
    return f"/pay/{order.id}"


@dataclass
class Visit:
    """How far the person at the page has come; a restart forgets it."""

    bank: str = ""
    account: Account | None = None
    otp: str = ""
    tries_left: int = TRIES


@dataclass
class PaymentPages:
    """What a person sees after leaving the portal to pay."""

    ledger: Ledger
    notifier: Notifier
    messages: Messages
    templates: Jinja2Templates
    accounts: Accounts = field(default_factory=load_accounts)
    visits: dict[str, Visit] = field(default_factory=dict)

    def routes(self) -> list[Route]:
        """Return the steps."""
        steps = {
            "bank": self.choose_bank,
            "sign-in": self.sign_in,
            "confirm": self.confirm,
            "cancel": self.cancel,
            "leave": self.leave,
            "try": self.play,
        }
        return [
            Route("/pay/{id}", self.page),
            *(
                Route(f"/pay/{{id}}/{step}", act, methods=["POST"])
                for step, act in steps.items()
            ),
        ]

    async def page(self, request: Request) -> Response:
        """Show the step the person has reached."""
        order = self.ledger.by_id(request.path_params["id"])
        if order is None:
            return self._show(request, "lost", None, 404)
        return self._step(request, order)

    async def choose_bank(self, request: Request) -> Response:
        """Take the bank."""
        order, form = await self._posted(request)
        if order is None:
            return self._refused(request)
        code = str(form.get("bank", ""))
        if code in self.accounts.banks:
            self._visit(order).bank = code
        return self._back_to(order)

    async def sign_in(self, request: Request) -> Response:
        """Let the holder of an account in, and send the OTP."""
        order, form = await self._posted(request)
        if order is None:
            return self._refused(request)
        name, password = str(form.get("username", "")), str(form.get("password", ""))
        account = self.accounts.by_password(name, password)
        if account is None:
            return self._step(request, order, fault=WRONG, typed=name)
        visit = self._visit(order)
        visit.account, visit.tries_left = account, TRIES
        visit.otp = f"{secrets.randbelow(10**6):06d}"
        await run_in_threadpool(self._send_otp, order, visit, account)
        return self._back_to(order)

    async def confirm(self, request: Request) -> Response:
        """Read the OTP; what follows is the account's fate."""
        order, form = await self._posted(request)
        if order is None:
            return self._refused(request)
        visit = self._visit(order)
        if visit.account is None:
            return self._back_to(order)
        typed = "".join(str(form.get("otp", "")).split())
        if not secrets.compare_digest(typed.encode(), visit.otp.encode()):
            visit.tries_left -= 1
            if visit.tries_left > 0:
                fault = WRONG_OTP.format(left=visit.tries_left)
                return self._step(request, order, fault=fault)
            return await self._end(request, order, _failed(Reason.OTP))
        refusal = visit.account.refusal
        decision = _failed(refusal) if refusal else Decision()
        return await self._end(request, order, decision)

    async def cancel(self, request: Request) -> Response:
        """Go back without paying."""
        order, _ = await self._posted(request)
        if order is None:
            return self._refused(request)
        return await self._end(request, order, _failed(Reason.CANCELLED))

    async def leave(self, request: Request) -> Response:
        """Go back from an order that is over."""
        order, _ = await self._posted(request)
        if order is None:
            return self._refused(request)
        return self._home(order)

    async def play(self, request: Request) -> Response:
        """Let happen what the tester chose."""
        order, form = await self._posted(request)
        if order is None:
            return self._refused(request)
        chosen, seconds, amount = (
            str(form.get(name, "")).strip() for name in ("scenario", "seconds", "taken")
        )
        decision = as_chosen(chosen, order, seconds, amount)
        if decision is None:
            return self._back_to(order)
        return await self._end(request, order, decision)

    async def _end(
        self, request: Request, order: Order, decision: Decision
    ) -> Response:
        if order.state is State.OPEN:
            decision = decision.model_copy(update={"bank": self._visit(order).bank})
            order = await carry_out(self.ledger, self.notifier, order, decision)
            self.visits.pop(order.id, None)
        if decision.comes_back:
            return self._home(order)
        return self._show(request, "closed", order)

    async def _posted(self, request: Request) -> tuple[Order | None, FormData]:
        form = await request.form()
        if is_foreign(request):
            return None, form
        return self.ledger.by_id(request.path_params["id"]), form

    def _step(self, request: Request, order: Order, **context: object) -> Response:
        """Draw the page that the order and the visit have come to."""
        visit = self._visit(order)
        status = 422 if context.get("fault") else 200
        if order.state is not State.OPEN:
            return self._show(request, "over", order)
        if order.is_expired:
            return self._show(request, "expired", order)
        if not visit.bank and self.notifier.dialects[order.gateway].chooses_bank:
            return self._show(request, "banks", order, status, **context)
        step = "confirm" if visit.account else "sign_in"
        return self._show(request, step, order, status, **context)

    def _show(
        self,
        request: Request,
        page: str,
        order: Order | None,
        status: int = 200,
        **context: object,
    ) -> Response:
        known: dict[str, object] = {**context, "order": order}
        if order is not None:
            visit = self._visit(order)
            known["visit"], known["accounts"] = visit, self.accounts
            known["dialect"] = self.notifier.dialects[order.gateway]
            known["bank"] = self._name(order, visit)
            known["successes"], known["failures"] = SUCCESSES, FAILURES
        drawn = self.templates.TemplateResponse(
            request, f"payments/{page}.html", known, status_code=status
        )
        drawn.headers["Cache-Control"] = "no-store"
        return drawn

    def _visit(self, order: Order) -> Visit:
        return self.visits.setdefault(order.id, Visit(bank=order.bank))

    def _name(self, order: Order, visit: Visit) -> str:
        own = self.notifier.dialects[order.gateway].name
        return self.accounts.bank_name(visit.bank) if visit.bank else own

    def _home(self, order: Order) -> Response:
        dialect = self.notifier.dialects[order.gateway]
        return RedirectResponse(dialect.return_url(order), 303)

    def _back_to(self, order: Order) -> Response:
        return RedirectResponse(page_of(order), 303)

    def _refused(self, request: Request) -> Response:
        return self._show(request, "lost", None, 403 if is_foreign(request) else 404)

    def _send_otp(self, order: Order, visit: Visit, account: Account) -> None:
        bank = self._name(order, visit)
        amount = f"{order.amount:,}".replace(",", ".")
        text = OTP_TEXT.format(
            bank=bank, code=visit.otp, amount=amount, number=order.number
        )
        self.messages.deliver(
            f"{order.id}/{visit.otp}", account.phone, text, channel="sms", sender=bank
        )


def _failed(reason: Reason) -> Decision:
    return Decision(outcome=Result.FAILED, reason=reason)
