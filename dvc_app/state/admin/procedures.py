"""The list of procedures; its filter stands in the address (A02)."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import procedure_changes as wording
from services.procedure_changes.list_procedures import (
    PAGE,
    Kind,
    ProcedureLine,
    list_procedures,
)

TEXT, KIND, PAGE_KEY = "tim", "loc", "trang"
LONGEST_NUMBER = 4


@dataclass(frozen=True)
class Tag:
    """A word about a procedure."""

    words: str
    css: str


@dataclass(frozen=True)
class ProcedureLineRow:
    """One procedure of the list, in words."""

    href: str
    name: str
    plain: str
    code: str
    sector: str
    tags: list[Tag]


class ProcedureListState(AppState):
    """What is listed, and by which filter."""

    loaded: bool = False
    rows: list[ProcedureLineRow] = []
    filters: dict[str, str] = {TEXT: "", KIND: ""}
    filters_key: str = ""  # the form is drawn anew with another address
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
        given = {key: query.get(key, "")[:100] for key in (TEXT, KIND)}
        self.filters, self.filters_key = given, str(given)
        self.has_filters = any(given.values())
        number = query.get(PAGE_KEY, "1")[:LONGEST_NUMBER]
        page = int(number) if number.isascii() and number.isdigit() else 1
        kind = Kind(given[KIND]) if given[KIND] in set(Kind) else None
        found = await self._run(list_procedures, given[TEXT], kind, page)
        self.rows = [line_row(line) for line in found.rows]
        self.count = wording.COUNT.format(count=formats.number(found.total))
        last = max(1, ceil(found.total / PAGE))
        self.pages = wording.PAGES.format(page=found.page, pages=last)
        self.before = self._address(found.page - 1) if found.page > 1 else ""
        self.after = self._address(found.page + 1) if found.page < last else ""
        self.loaded = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put the filter into the address; the page then loads by it."""
        self.filters = {key: form.get(key, "").strip() for key in (TEXT, KIND)}
        return rx.redirect(self._address(1))

    def _address(self, page: int) -> str:
        query = {key: value for key, value in self.filters.items() if value}
        if page > 1:
            query[PAGE_KEY] = str(page)
        joint = "?" if query else ""
        return f"{routes.ADMIN_PROCEDURES}{joint}{urlencode(query)}"


def line_row(line: ProcedureLine) -> ProcedureLineRow:
    """Return a procedure of the list in words."""
    return ProcedureLineRow(
        href=routes.fill(routes.ADMIN_PROCEDURE, code=line.code),
        name=line.name,
        plain=line.plain_name,
        code=line.code,
        sector=line.sector,
        tags=_tags(line),
    )


def _tags(line: ProcedureLine) -> list[Tag]:
    is_national = not line.is_seed and not line.is_changed
    waiting = wording.TAG_WAITING[line.waiting] if line.waiting else ""
    told = (
        (line.is_suspended, wording.TAG_SUSPENDED, "tag tag--late"),
        (line.is_filed_here, wording.TAG_HERE, "tag tag--done"),
        (is_national, wording.TAG_NATIONAL, "tag"),
        (line.is_changed, wording.TAG_CHANGED, "tag tag--info"),
        (bool(waiting), waiting, "tag tag--wait"),
    )
    return [Tag(words, css) for is_so, words, css in told if is_so]
