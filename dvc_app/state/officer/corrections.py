"""Corrections of papers asked of the officer's unit: the live list (C23)."""

from dataclasses import dataclass
from urllib.parse import urlencode

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import corrections as wording
from dvc_app.wording import documents
from services.core.errors import Forbidden, NotFound
from services.signals import desk_topics
from services.vault.list_corrections import PAGE, CorrectionRow, list_corrections

PAGE_KEY = "trang"
LONGEST_NUMBER = 4


@dataclass(frozen=True)
class RequestRow:
    """One request in words."""

    id: str
    title: str
    number: str
    field: str
    owner: str
    asked: str
    outcome: str
    outcome_css: str
    answered: str
    href: str


class CorrectionsState(AppState):
    """What waits for an answer, or what was answered."""

    loaded: bool = False
    has_no_role: bool = False
    is_answered: bool = False
    rows: list[RequestRow] = []
    waiting: str = "0"
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the list and the page the address names."""
        query = self.router.url.query_parameters
        self.loaded = self.has_no_role = False
        self.is_answered = query.get(wording.VIEW_KEY, "") == wording.VIEW_ANSWERED
        self._page = page_of(query.get(PAGE_KEY, ""))
        if agency_id := self._actor().agency_id:
            self._watch(CorrectionsState.refresh, *desk_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read the list again: something was asked, or a colleague answered."""
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(list_corrections, self.is_answered, self._page)
        except (Forbidden, NotFound):
            self.has_no_role = self.loaded = True
            return
        self.rows = [request_row(row) for row in found.rows]
        self.waiting = formats.number(found.waiting)
        self.total = wording.COUNT.format(count=formats.number(found.total))
        count = max(1, -(-found.total // PAGE))
        self.pages = (
            wording.PAGES.format(page=found.page, count=count) if count > 1 else ""
        )
        self.before = self._address(found.page - 1) if found.page > 1 else ""
        self.after = self._address(found.page + 1) if found.page < count else ""
        self.loaded = True

    def _address(self, page: int) -> str:
        query = {wording.VIEW_KEY: wording.VIEW_ANSWERED} if self.is_answered else {}
        if page > 1:
            query[PAGE_KEY] = str(page)
        return (
            f"{routes.CORRECTIONS}?{urlencode(query)}" if query else routes.CORRECTIONS
        )


def request_row(row: CorrectionRow) -> RequestRow:
    """Return a request in words."""
    outcome, css = wording.OUTCOMES[row.outcome]
    answered = ""
    if row.answered_at:
        moment = formats.short_moment(row.answered_at)
        answered = wording.ANSWERED_BY.format(name=row.answered_by, moment=moment)
    return RequestRow(
        id=str(row.id),
        title=row.title,
        number=row.number and wording.NUMBER.format(number=row.number),
        field=documents.FIELDS.get(row.field, row.field),
        owner=row.owner,
        asked=formats.short_moment(row.asked_at),
        outcome=outcome,
        outcome_css=css,
        answered=answered.removeprefix(", "),
        href=routes.fill(routes.CORRECTION, request=str(row.id)),
    )


def page_of(text: str) -> int:
    """Return the page an address names; anything else is the first."""
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return max(int(text), 1) if is_number else 1
