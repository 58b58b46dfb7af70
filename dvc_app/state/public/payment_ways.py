"""Chọn ngân hàng hoặc ví: choose, see the total, leave for the provider's page (C19)."""

from dataclasses import dataclass, field
from secrets import token_hex

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.public.payment_request import RequestPage
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import payments as wording
from services.core.errors import (
    Conflict,
    NotFound,
    RuleViolation,
    SystemUnavailable,
)
from services.core.text import fold, searched
from services.payments.begin_payment import begin_payment
from services.payments.list_providers import list_providers
from services.payments.settlement_models import ProviderKind
from services.payments.views import ProviderView

LONGEST_SEARCH = 60


@dataclass(frozen=True)
class WayRow:
    """One bank or wallet to choose."""

    code: str
    name: str
    mark: str  # the letters we draw instead of a logo
    fee: str
    failing: str = ""


@dataclass(frozen=True)
class WayGroup:
    """Banks, wallets … under one heading."""

    title: str
    ways: list[WayRow] = field(default_factory=list)


@dataclass(frozen=True)
class Chosen:
    """What was chosen, with the total that leaves the account."""

    code: str = ""
    name: str = ""
    fee: str = ""
    total: str = ""
    words: str = ""
    warning: str = ""


class PaymentWaysState(RequestPage, AppState):
    """The choice is kept here; the order of the list is the server's."""

    groups: list[WayGroup] = []
    found: str = ""
    chosen: Chosen = Chosen()
    busy: bool = False
    mark: str = ""  # changes when the choice is taken back: the radios are drawn anew
    _ways: tuple[ProviderView, ...] = ()
    _amount: int = 0
    _text: str = ""
    _intent: str = ""

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> EventSpec | None:
        """Open the request of the address and list who may be paid with."""
        self.loaded = self.busy = False
        self.found = self._text = ""
        self.chosen, self._ways, self.groups = Chosen(), (), []
        self._intent, self.mark = token_hex(16), token_hex(4)
        seen = await self._read(PaymentWaysState.refresh)
        if seen is not None and self.is_payable:
            self._amount = seen.amount
            self._ways = await self._run(list_providers, self._key())
            self._draw()
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> EventSpec | None:
        """Read it again: money came, or another tab pays."""
        await self._read(PaymentWaysState.refresh)
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def search(self, text: str) -> None:
        """Narrow the list by a name, with or without marks."""
        self._text = searched(text, LONGEST_SEARCH)
        self._draw()

    @rx.event
    @allow(Who.ANYBODY)
    async def choose(self, code: str) -> None:
        """Choose one; another choice is another attempt."""
        way = next((one for one in self._ways if one.code == code), None)
        if way is not None and way.code != self.chosen.code:
            self.chosen, self._intent = _chosen(way), token_hex(16)

    @rx.event
    @allow(Who.ANYBODY)
    async def abandon(self) -> EventSpec | None:
        """Give up the payment that is open in another tab."""
        await self._abandon()
        await self._read(PaymentWaysState.refresh)
        return self._away()

    @rx.event
    @allow(Who.ANYBODY)
    async def pay(self) -> EventSpec | None:
        """Open the order and leave for the provider's page, in this same tab."""
        if not self.chosen.code:
            return None
        given = (self._key(), self.chosen.code, self._intent, self._amount)
        try:
            paying = await self._run_apart(begin_payment, *given)
        except RuleViolation as refusal:
            self._intent = token_hex(16)
            field, key = next(iter(refusal.problems.items()))
            await self._say(wording.REFUSALS[key], "error")
            if field == "payer":
                return rx.redirect(self.bill.bill_href)
        except SystemUnavailable:
            self._intent = token_hex(16)
            await self._say(wording.SILENT.format(name=self.chosen.name), "error")
        except (Conflict, NotFound) as refusal:
            return await self._take_conflict(str(refusal))
        else:
            self.busy = True
            return rx.redirect(paying.url)
        return None

    async def _take_conflict(self, key: str) -> EventSpec | None:
        """Show what moved on meanwhile; nothing was begun."""
        before, self._intent = self._amount, token_hex(16)
        seen = await self._read(PaymentWaysState.refresh)
        if seen is None or not self.is_payable:
            await self._say(wording.CLOSED)
            return self._away()
        if seen.amount != before:
            self._amount = seen.amount
            self._ways = await self._run(list_providers, self._key())
            self.chosen, self.mark = Chosen(), token_hex(4)
            self._draw()
            words = wording.CHANGED.format(
                amount=formats.dong(seen.amount), before=formats.dong(before)
            )
            await self._say(words, "warn")
        else:
            await self._say(wording.REFUSALS.get(key, wording.TAKEN), "warn")
        return None

    def _draw(self) -> None:
        asked = fold(self._text)
        fitting = [
            way for way in self._ways if asked in fold(way.name + " " + way.code)
        ]
        last = [way for way in fitting if way.was_last]
        groups = [WayGroup(wording.LAST_USED, [_row(way) for way in last])]
        for kind in wording.KINDS:
            groups.append(_group(kind, fitting))
        self.groups = [group for group in groups if group.ways]
        self.found = ""
        if asked:
            count = wording.WAYS_FOUND.format(count=len(fitting))
            self.found = count if fitting else wording.WAYS_NONE


def _group(kind: ProviderKind, ways: list[ProviderView]) -> WayGroup:
    rows = [_row(way) for way in ways if way.kind is kind and not way.was_last]
    return WayGroup(wording.KINDS[kind], rows)


def _row(way: ProviderView) -> WayRow:
    since = way.failing_since
    failing = wording.FAILING.format(time=formats.clock_time(since)) if since else ""
    return WayRow(
        code=way.code,
        name=way.name,
        mark=letters(way.name),
        fee=wording.FEE.format(fee=formats.dong(way.fee))
        if way.fee
        else wording.NO_FEE,
        failing=failing if way.is_failing else "",
    )


def letters(name: str) -> str:
    """Return the two letters of the mark: capitals first, as VietinBank is VB."""
    capitals = [letter for letter in name if letter.isupper()]
    plain = [letter for letter in name if letter.isalnum()]
    return "".join((capitals if len(capitals) > 1 else plain)[:2]).upper()


def _chosen(way: ProviderView) -> Chosen:
    warning = ""
    if way.is_failing and way.failing_since:
        warning = wording.FAILING_CHOSEN.format(
            name=way.name, time=formats.clock_time(way.failing_since)
        )
    return Chosen(
        code=way.code,
        name=way.name,
        fee=formats.dong(way.fee),
        total=formats.dong(way.total),
        words=wording.WILL_LEAVE.format(name=way.name),
        warning=warning,
    )
