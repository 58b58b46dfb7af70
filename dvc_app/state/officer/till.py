"""The till of the officer's unit: lists that change when money arrives."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import till as wording
from services.core.errors import Forbidden, NotFound
from services.core.readers import Unreadable, read_date
from services.dues.till import PAGE_SIZE, TillPage, TillRow, list_till
from services.dues.till_lists import Tab, TillFilter
from services.signals import till_topics
from services.work import Role

TAB, TEXT, FROM_DAY, TO_DAY = "muc", "tim", "tu", "den"


@dataclass(frozen=True)
class TabLink:
    """One list, with how many wait in it."""

    words: str
    count: str
    href: str
    is_open: bool


@dataclass(frozen=True)
class DueRow:
    """One line in words."""

    id: str
    code: str
    invoice: str
    procedure: str
    payer: str
    amount: str
    odd_amount: str
    state: str
    state_css: str
    how: str
    at: str
    href: str


class TillState(FormState, AppState):
    """One list; filter and page stand in the address."""

    loaded: bool = False
    has_no_role: bool = False
    may_settle: bool = False  # the odd lines are a leader's
    tabs: list[TabLink] = []
    rows: list[DueRow] = []
    sum: str = ""
    empty: str = ""
    text: str = ""
    from_day: str = ""
    to_day: str = ""
    tab: str = ""
    sheet_href: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    _wanted: TillFilter = TillFilter()

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the list the address names."""
        self.loaded = self.has_no_role = False
        self._accept()
        self.may_settle = Role.APPROVER in self._actor().roles
        self._wanted = self._from_address()
        if agency_id := self._actor().agency_id:
            self._watch(TillState.refresh, *till_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read again: money came, or a colleague acted."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Go to the address of what was typed."""
        problems = {}
        for field in (FROM_DAY, TO_DAY):
            try:
                _day(form.get(field, ""))
            except Unreadable as fault:
                problems[field] = fault.key
        if problems:
            self._refuse(problems, faults.SENTENCES)
            return None
        self._accept()
        asked = {name: form.get(name, "").strip() for name in (TEXT, FROM_DAY, TO_DAY)}
        return rx.redirect(_address(self.tab, asked))

    def _from_address(self) -> TillFilter:
        given = {str(k): str(v) for k, v in self.router.url.query_parameters.items()}
        wanted = filter_of(given)
        self.tab, self.text = wanted.tab, wanted.text
        self.from_day, self.to_day = given.get(FROM_DAY, ""), given.get(TO_DAY, "")
        return replace(wanted, page=page_of(given.get(PAGE_KEY, "")))

    async def _read(self) -> None:
        try:
            found = await self._run(list_till, self._wanted)
        except (Forbidden, NotFound):
            self.has_no_role = self.loaded = True
            return
        self._draw(found)
        self.loaded = True

    def _draw(self, found: TillPage) -> None:
        asked = {TEXT: self.text, FROM_DAY: self.from_day, TO_DAY: self.to_day}
        self.tab = found.tab
        self.tabs = [
            TabLink(
                words=words,
                count=str(found.counts.get(tab) or ""),
                href=_address(tab, {}),
                is_open=tab is found.tab,
            )
            for tab, words in wording.TABS.items()
        ]
        self.rows = [due_row(row) for row in found.rows]
        self.sum = wording.SUM.format(
            count=formats.number(found.total), amount=formats.dong(found.amount)
        )
        self.empty = wording.EMPTY[found.tab]
        self.sheet_href = f"{routes.TILL_SHEET}?{_query(found.tab, asked)}"
        count = max(1, -(-found.total // PAGE_SIZE))
        pages = wording.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        turned = {
            step: _address(found.tab, {**asked, PAGE_KEY: str(found.page + step)})
            for step in (-1, 1)
        }
        self.before = turned[-1] if found.page > 1 else ""
        self.after = turned[1] if found.page < count else ""


def due_row(row: TillRow) -> DueRow:
    """Return a line in words."""
    words, css = (wording.REFUND_STATES | wording.STATES).get(row.state, ("", "tag"))
    if row.refund_amount and row.state in wording.REFUND_STATES:
        words, css = wording.REFUND_STATES[row.state]
    amount = row.refund_amount or row.amount
    is_odd = row.received is not None and row.received != row.amount
    return DueRow(
        id=f"{row.request_id}-{row.refund_id or row.payment_id}",
        code=row.dossier_code or wording.NO_CODE,
        invoice=row.invoice_number,
        procedure=row.procedure_name,
        payer=row.payer,
        amount=formats.dong(amount),
        odd_amount=(
            wording.RECEIVED.format(amount=formats.dong(row.received or 0))
            if is_odd
            else ""
        ),
        state=words,
        state_css=css,
        how=wording.provider_words(row.provider, row.provider_name),
        at=formats.short_moment(row.at),
        href=routes.fill(routes.TILL_ONE, due=str(row.request_id)),
    )


def filter_of(given: dict[str, str]) -> TillFilter:
    """Return the filter of an address; what cannot be read is left out."""
    days: list[date | None] = []
    for name in (FROM_DAY, TO_DAY):
        try:
            days.append(_day(given.get(name, "")))
        except Unreadable:
            days.append(None)
    return TillFilter(given.get(TAB, Tab.DUE), given.get(TEXT, "")[:60], *days)


def _day(text: str) -> date | None:
    return read_date(text) if text.strip() else None


def _query(tab: str, asked: dict[str, str]) -> str:
    return urlencode({TAB: tab, **{name: text for name, text in asked.items() if text}})


def _address(tab: str, asked: dict[str, str]) -> str:
    return f"{routes.TILL}?{_query(tab, asked)}"
