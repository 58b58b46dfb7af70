"""Thông tin thanh toán: what is asked for, and who pays it (C18)."""

from secrets import token_hex

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.public.payment_bill import PayerRow, payer_row
from dvc_app.state.public.payment_request import RequestPage
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import payments as wording
from dvc_app.wording.faults import SENTENCES
from services.core.errors import Conflict, NotFound, RuleViolation
from services.payments.save_payer import save_payer

FIELDS = ("name", "number", "phone", "address", "email")
WORDS = SENTENCES | wording.REFUSALS


class BillState(RequestPage, FormState, AppState):
    """One request before it is paid; it leads away by itself when money comes."""

    payer: PayerRow = PayerRow()
    form_key: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Open the request of the address."""
        self._accept()
        self.loaded = self.busy = False
        seen = await self._read(BillState.refresh)
        if seen is not None:
            self.payer = payer_row(seen)
            self.form_key = token_hex(4)  # the fields are drawn with what is known
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> EventSpec | None:
        """Read it again: money came, or another tab pays."""
        await self._read(BillState.refresh)
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def abandon(self) -> EventSpec | None:
        """Give up the payment that is open in another tab."""
        await self._abandon()
        await self._read(BillState.refresh)
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def save(self, form: dict[str, str]) -> EventSpec | None:
        """Keep who pays, and go on to the banks and wallets."""
        typed = {name: form.get(f"payer_{name}", "") for name in FIELDS}
        try:
            await self._run(save_payer, self._key(), typed)
        except RuleViolation as refusal:
            self._show(
                {
                    f"payer_{name}": wording.PAYER_FAULTS.get((name, key)) or WORDS[key]
                    for name, key in refusal.problems.items()
                }
            )
            return None
        except (Conflict, NotFound):
            await self._read(BillState.refresh)
            await self._say(wording.CLOSED)
            return self._away()
        self._accept()
        return rx.redirect(self.bill.ways_href)
