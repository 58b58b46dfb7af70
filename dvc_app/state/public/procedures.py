"""ProceduresState: four filters and a text, kept in the address (C08, R42)."""

from dataclasses import dataclass
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.public.procedure_rows import ProcedureRow, show_hit
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import procedures as wording
from services.procedures.list_filters import Option, list_filters
from services.procedures.models import OnlineLevel
from services.procedures.search_procedures import (
    PAGE,
    Found,
    Level,
    Search,
    search_procedures,
)

# What the address calls the filters.
TEXT, PAGE_KEY = "tim", "trang"
FILTERS = {
    "cap": "level",
    "don-vi": "agency",
    "linh-vuc": "sector",
    "muc-do": "online_level",
}
LONGEST_NUMBER = 4


@dataclass(frozen=True)
class Choice:
    """A value of a filter, with how many procedures it holds."""

    value: str
    words: str


class ProceduresState(AppState):
    """The list, and what was asked for."""

    loaded: bool = False
    text: str = ""
    field_key: str = ""  # the text field is drawn anew when it must show other words
    chosen: dict[str, str] = dict.fromkeys(FILTERS, "")
    chosen_count: int = 0
    rows: list[ProcedureRow] = []
    nearest: list[ProcedureRow] = []
    count_words: str = ""
    show_words: str = ""
    none_words: str = ""
    understood_as: str = ""
    is_none: bool = False
    is_catalogue_empty: bool = False
    page_words: str = ""
    total_words: str = ""
    previous_href: str = ""
    next_href: str = ""
    levels: list[Choice] = []
    agencies: list[Choice] = []
    sectors: list[Choice] = []
    online_levels: list[Choice] = []

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show what the address asks for."""
        query = self.router.url.query_parameters
        text = query.get(TEXT, "")
        if text.strip() != self.text.strip() or not self.loaded:
            self.text = text
            self.field_key = str(int(self.field_key or 0) + 1)
        self.chosen = {name: query.get(name, "") for name in FILTERS}
        self.chosen_count = sum(bool(value) for value in self.chosen.values())
        await self._search(_page(query.get(PAGE_KEY, "")))
        self.loaded = True

    @rx.event
    @allow(Who.ANYBODY)
    async def load_filters(self) -> None:
        """Read what three of the filters offer, once for a tab."""
        if self.levels:
            return
        found = await self._run(list_filters)
        self.levels = [_choice(o, wording.LEVELS[Level(o.value)]) for o in found.levels]
        self.agencies = [_choice(o, o.name) for o in found.agencies]
        self.online_levels = [
            _choice(o, wording.ONLINE_LEVELS[OnlineLevel(o.value)])
            for o in found.online_levels
        ]

    @rx.event
    @allow(Who.ANYBODY)
    async def load_sectors(self) -> None:
        """Read the longest filter by itself: no message may pass 20 KB (R35)."""
        if not self.sectors:
            found = await self._run(list_filters)
            self.sectors = [_choice(o, o.name) for o in found.sectors]

    @rx.event
    @allow(Who.ANYBODY)
    async def type_text(self, text: str) -> None:
        """Answer while the person types; the address follows on “Tìm kiếm”."""
        self.text = text
        await self._search(1)

    @rx.event
    @allow(Who.ANYBODY)
    async def commit(self, form: dict[str, str]) -> EventSpec:
        """Put the text into the address."""
        self.text = form.get(TEXT, "")
        return rx.redirect(self._address(), replace=True)

    @rx.event
    @allow(Who.ANYBODY)
    async def choose(self, name: str, value: str) -> EventSpec | None:
        """Choose a value of one filter; empty takes it away."""
        if name not in FILTERS:
            return None
        self.chosen = {**self.chosen, name: value}
        return rx.redirect(self._address())

    @rx.event
    @allow(Who.ANYBODY)
    async def clear_filters(self) -> EventSpec:
        """Take every filter away; the text stays."""
        self.chosen = dict.fromkeys(FILTERS, "")
        return rx.redirect(self._address())

    async def _search(self, page: int) -> None:
        asked = {FILTERS[name]: value for name, value in self.chosen.items()}
        query = Search(text=self.text, page=page, **asked)
        self._show(await self._run(search_procedures, query))

    def _show(self, found: Found) -> None:
        self.rows = [show_hit(hit) for hit in found.hits]
        self.nearest = [show_hit(hit) for hit in found.nearest]
        self.understood_as = found.understood_as
        total, text = formats.number(found.total), self.text.strip()
        self.is_none = found.total == 0
        self.is_catalogue_empty = self.is_none and not text and not self.chosen_count
        words = wording.FOUND_TEXT if text else wording.FOUND
        self.count_words = words.format(count=total, text=text)
        self.show_words = wording.SHOW_RESULTS.format(count=total)
        none = wording.NONE if text else wording.NONE_FILTERED
        self.none_words = none.format(text=text)
        self._show_paging(found)

    def _show_paging(self, found: Found) -> None:
        pages = found.pages
        self.page_words = wording.PAGE_OF.format(page=found.page, pages=pages)
        last = min(found.page * PAGE, found.total)
        self.total_words = wording.ALL_OF.format(
            shown=formats.number(last), total=formats.number(found.total)
        )
        before, after = found.page - 1, found.page + 1
        self.previous_href = self._address(before) if before >= 1 else ""
        self.next_href = self._address(after) if after <= pages else ""

    def _address(self, page: int = 1) -> str:
        parts = {TEXT: self.text.strip(), **self.chosen}
        if page > 1:
            parts[PAGE_KEY] = str(page)
        query = urlencode({name: value for name, value in parts.items() if value})
        return f"{routes.PROCEDURES}?{query}" if query else routes.PROCEDURES


def _choice(option: Option, name: str) -> Choice:
    count = formats.number(option.count)
    return Choice(option.value, wording.OPTION.format(name=name, count=count))


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 1
