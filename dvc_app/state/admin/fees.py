"""FeesState: procedures with what they cost; the filter stands in the address (A05)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.admin.fee_rows import say_price_of
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration
from dvc_app.wording import fee_changes as wording
from services.fee_changes.list_fees import PAGE, FeesRow, FeeState, list_fees
from services.fees.price_list import Price

TEXT, STATE, PAGE_KEY = "tim", "tinh-trang", "trang"


@dataclass(frozen=True)
class FeeListRow:
    """One procedure of the list, in words."""

    href: str
    name: str
    code: str
    now: list[str]
    soon: list[str]
    waits: str


class FeesState(AppState):
    """What is listed, and by which filter."""

    loaded: bool = False
    rows: list[FeeListRow] = []
    filters: dict[str, str] = {TEXT: "", STATE: ""}
    filters_key: str = ""
    has_filters: bool = False
    count: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        given = {key: query.get(key, "")[:100] for key in (TEXT, STATE)}
        self.filters, self.filters_key = given, str(given)
        self.has_filters = any(given.values())
        number = query.get(PAGE_KEY, "1")
        is_number = number.isascii() and number.isdigit() and len(number) < 6
        wanted = FeeState(given[STATE]) if given[STATE] in set(FeeState) else None
        page = int(number) if is_number else 1
        found = await self._run(list_fees, given[TEXT], wanted, page)
        self.rows = [list_row(row) for row in found.rows]
        self.count = wording.COUNT.format(count=formats.number(found.total))
        last = max(1, ceil(found.total / PAGE))
        self.pages = administration.PAGES.format(page=found.page, pages=last)
        self.before = self._address(found.page - 1) if found.page > 1 else ""
        self.after = self._address(found.page + 1) if found.page < last else ""
        self.loaded = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put the filter into the address; the page then loads by it."""
        self.filters = {
            key: str(form.get(key) or "").strip()[:100] for key in (TEXT, STATE)
        }
        return rx.redirect(self._address(1))

    def _address(self, page: int) -> str:
        query = {key: value for key, value in self.filters.items() if value}
        if page > 1:
            query[PAGE_KEY] = str(page)
        joint = "?" if query else ""
        return f"{routes.ADMIN_FEES}{joint}{urlencode(query)}"


def list_row(row: FeesRow) -> FeeListRow:
    """Return a procedure of the list in words."""
    now = price_words(row.prices) or [wording.NOTHING_NOW]
    waits = wording.WAITS.format(count=row.waiting) if row.waiting else ""
    return FeeListRow(
        href=routes.fill(routes.ADMIN_FEE, code=row.code),
        name=row.name,
        code=row.code,
        now=now if row.has_rules else [wording.FROM_CATALOGUE],
        soon=[
            wording.SOON_ONE.format(day=formats.day(day), name=name)
            for day, name in row.coming
        ],
        waits=waits,
    )


def price_words(prices: Iterable[Price]) -> list[str]:
    """Return what each rule asks for, by the way of filing where that differs."""
    return [
        (wording.PRICE_BY if price.channel else wording.PRICE).format(
            name=price.line.name,
            channel=wording.CHANNELS.get(price.channel, ""),
            price=say_price_of(price.line),
        )
        for price in prices
    ]
