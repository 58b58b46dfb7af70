"""Quản lý thanh toán: what one has to pay and has paid, live (C22)."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.public.payment_rows import DueRow, due_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import my_payments as mine_words
from dvc_app.wording import payments as wording
from dvc_app.wording.faults import SENTENCES
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.dossiers.watched import watched_topics
from services.dues.my_requests import SIZES, STATES, Filter, Page, my_requests
from services.dues.rows import RequestRow
from services.payments.views import Standing

LONGEST = 20


@dataclass(frozen=True)
class OptionRow:
    """One choice of a list."""

    value: str
    words: str


STATUS_ROWS = [OptionRow("", mine_words.ANY)] + [
    OptionRow(str(one), wording.STANDINGS[one][0]) for one in STATES
]
SIZE_ROWS = [
    OptionRow(str(size), mine_words.SHOWN_EACH.format(count=size)) for size in SIZES
]


class MyPaymentsState(AppState):
    """The list, its filter and its page; all of it stands in the address."""

    loaded: bool = False
    is_empty: bool = False  # nothing at all, whatever the filter
    rows: list[DueRow] = []
    due_title: str = ""
    due_line: str = ""
    since: str = ""
    until: str = ""
    status: str = ""
    size: str = str(SIZES[0])
    form_key: str = ""
    since_fault: str = ""
    until_fault: str = ""
    statuses: list[OptionRow] = STATUS_ROWS
    sizes: list[OptionRow] = SIZE_ROWS
    total: str = ""
    before: str = ""
    after: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        self.since, self.until = query.get("tu", ""), query.get("den", "")
        self.since, self.until = self.since[:LONGEST], self.until[:LONGEST]
        status, size = query.get("trang-thai", ""), query.get("so-dong", "")
        self.status = status if status in {str(one) for one in STATES} else ""
        self.size = size if size in {str(one) for one in SIZES} else str(SIZES[0])
        self.form_key = f"{self.since}|{self.until}|{self.status}|{self.size}"
        page = query.get("trang", "1")[:5]
        self._page = int(page) if page.isascii() and page.isdigit() else 1
        self._watch(MyPaymentsState.refresh, *await self._run(watched_topics))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the list again: something was asked for or paid."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put what is looked for into the address."""
        names = ("tu", "den", "trang-thai", "so-dong")
        asked = {name: form.get(name, "")[:LONGEST] for name in names}
        return rx.redirect(_address(asked, 1))

    async def _read(self) -> None:
        from_day, self.since_fault = _day(self.since)
        to_day, self.until_fault = _day(self.until)
        asked = Filter(
            from_day=from_day,
            to_day=to_day,
            standing=Standing(self.status) if self.status else None,
            page=self._page,
            size=int(self.size),
        )
        self._draw(await self._run(my_requests, asked))
        self.loaded = True

    def _draw(self, found: Page) -> None:
        first = (found.page - 1) * found.size
        self.rows = [
            my_row(row, first + place) for place, row in enumerate(found.rows, 1)
        ]
        self.is_empty = found.everything == 0
        self.due_title = self.due_line = ""
        if found.due_count:
            amount = formats.dong(found.due_amount)
            self.due_title = mine_words.DUE_FIRST.format(amount=amount)
            self.due_line = mine_words.DUE_COUNT.format(
                count=found.due_count, amount=amount
            )
        self.total = mine_words.ALL_OF.format(shown=len(found.rows), total=found.total)
        last = max(1, -(-found.total // found.size))
        self.before = self._turn(found.page - 1, last)
        self.after = self._turn(found.page + 1, last)

    def _turn(self, page: int, last: int) -> str:
        asked = {
            "tu": self.since,
            "den": self.until,
            "trang-thai": self.status,
            "so-dong": self.size,
        }
        return _address(asked, page) if 1 <= page <= last else ""


def my_row(row: RequestRow, number: int) -> DueRow:
    """Return the line of one's own request; its button names the dossier."""
    code = row.dossier_code or mine_words.DRAFT
    drawn = due_row(row)
    named = mine_words.MINE_PAY if drawn.can_pay else mine_words.MINE_CHECK
    receipt = routes.fill(routes.API_PAYMENT_RECEIPT, key=row.key)
    return replace(
        drawn,
        code=row.dossier_code,
        number=str(number),
        filed=formats.day(row.filed_at) or mine_words.NOT_FILED,
        act_label=named.format(code=code),
        receipt=receipt if row.has_receipt else "",
        receipt_label=mine_words.MINE_RECEIPT.format(code=code),
    )


def _day(text: str) -> tuple[date | None, str]:
    """Read a day of the filter; one that cannot be read narrows nothing."""
    try:
        return (read_date(text) if text.strip() else None), ""
    except Unreadable as fault:
        return None, SENTENCES[fault.key]


def _address(asked: dict[str, str], page: int) -> str:
    query = dict(asked)
    if query.get("so-dong") == str(SIZES[0]):
        query["so-dong"] = ""
    query["trang"] = str(page) if page > 1 else ""
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{routes.MY_PAYMENTS}?{given}" if given else routes.MY_PAYMENTS
