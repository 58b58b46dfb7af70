"""What the three pages of one payment request share (C18–C21)."""

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.public.payment_bill import (
    BillView,
    OpenAttempt,
    bill_view,
    key_of,
    open_attempt,
)
from dvc_app.wording import payments as wording
from services.core.errors import Conflict, NotFound, SystemUnavailable
from services.payments.abandon_payment import abandon_payment
from services.payments.find_request import find_request
from services.payments.show_request import show_request
from services.payments.views import RequestView, Standing
from services.signals import payment_topic

PAYABLE = frozenset({Standing.OPEN, Standing.PAYING})


class RequestPage(rx.State, mixin=True):
    """The request of the address, live; the link in a message opens just this one."""

    loaded: bool = False
    missing: bool = False
    bill: BillView = BillView()
    attempt_open: OpenAttempt = OpenAttempt()
    is_payable: bool = False

    def _key(self) -> str:
        return key_of(self.router.url.path)

    async def _read(self, refresh: rx.EventHandler) -> RequestView | None:
        """Read the request; watched first, so that no change in between is lost."""
        page = self._page()
        try:
            here = await page._run(find_request, self._key())
            page._watch(refresh, payment_topic(here))
            seen = await page._run(show_request, self._key())
        except NotFound:
            self.missing, self.loaded, self.is_payable = True, True, False
            self.bill, self.attempt_open = BillView(), OpenAttempt()
            return None
        self.missing, self.loaded = False, True
        self.bill = bill_view(seen)
        self.attempt_open = open_attempt(seen)
        self.is_payable = seen.standing in PAYABLE
        return seen

    async def _abandon(self) -> None:
        """Stop the attempt under way; the provider is asked first (PAY-7)."""
        page, name = self._page(), self.attempt_open.name
        try:
            await page._run_apart(abandon_payment, self._key())
        except SystemUnavailable:
            await page._say(wording.SILENT_ASKED.format(name=name), "error")
        except (Conflict, NotFound):
            await page._say(wording.CLOSED, "info")
        else:
            await page._say(wording.ABANDONED, "info")

    def _page(self) -> AppState:
        """Return this very state, which is a page's: mixins know no AppState."""
        assert isinstance(self, AppState)
        return self

    def _away(self) -> EventSpec | None:
        """Lead to the result once there is nothing to pay here any more."""
        if self.missing or self.is_payable or not self.loaded:
            return None
        return rx.redirect(self.bill.result_href, replace=True)
