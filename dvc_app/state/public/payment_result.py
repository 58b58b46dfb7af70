"""Kết quả thanh toán: believes the server alone, never the browser's return (C20)."""

from contextlib import suppress

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.public.payment_outcome import OutcomeView, outcome_view
from dvc_app.state.public.payment_request import RequestPage
from dvc_app.walls.policy import Who, allow
from services.core import clock
from services.core.errors import NotFound
from services.payments.check_payment import check_payment


class PaymentResultState(RequestPage, AppState):
    """What the provider adds to the address is not even read (PAY-6)."""

    outcome: OutcomeView = OutcomeView()

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Show where the request of the address stands; then the provider is asked."""
        self.loaded = False
        self.outcome = OutcomeView()
        await self._show()
        return PaymentResultState.ask if self.outcome.is_waiting else None

    @rx.event
    @allow(Who.ANYBODY)
    async def ask(self) -> None:
        """Have the provider asked, and show what it says; not more than now and then."""
        if self.missing:
            return
        with suppress(NotFound):
            await self._run_apart(check_payment, self._key())
        await self._show()

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> None:
        """Look again: the provider told us, or a while has passed."""
        await self._show()

    async def _show(self) -> None:
        seen = await self._read(PaymentResultState.refresh)
        if seen is not None:
            self.outcome = outcome_view(seen, clock.now())
