"""DeskState: a queue of the officer's agency, live, filters in the address (O02)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import desk_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound
from services.core.faults import Unreadable
from services.core.readers import read_date
from services.procedures.list_filters import list_filters
from services.processing.desk import DeskQueue
from services.processing.desk_queue import PAGE_SIZE, Queue, QueueFilter, desk_queue
from services.processing.desk_row import DeskRow
from services.processing.next_dossier import Stage, next_dossier
from services.signals import desk_topics
from services.work import Role

LONGEST_NUMBER = 4
DAYS = (rows.FROM_DAY, rows.TO_DAY)


@dataclass(frozen=True)
class Choice:
    """A value of a filter."""

    value: str
    words: str


class DeskState(FormState, AppState):
    """One queue as the page shows it."""

    loaded: bool = False
    has_no_role: bool = False
    title: str = wording.QUEUES[DeskQueue.NEW].title
    caption: str = ""
    groups: list[rows.QueueGroup] = []
    tiles: list[rows.Tile] = []
    filters: dict[str, str] = dict.fromkeys(rows.FILTERS, "")
    has_filters: bool = False
    clear_href: str = ""
    filters_key: str = ""  # the fields are drawn anew when the address changes
    sectors: list[Choice] = []
    lines: list[rows.DeskLine] = []
    total_words: str = ""
    empty_words: str = ""
    page_words: str = ""
    previous_href: str = ""
    next_href: str = ""
    arrived_words: str = ""  # new rows wait for a press, never slip under the pointer
    _queue: DeskQueue = DeskQueue.NEW
    _page: int = 1
    _total: int = 0
    _shown_at: datetime | None = None

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the queue the address names."""
        query = self.router.url.query_parameters
        self._accept()
        default = DeskQueue.NEW if self._is_intake() else DeskQueue.MINE
        self._queue = rows.queue_of(query.get(rows.QUEUE, ""), default)
        self._page = _page_of(query.get(rows.PAGE_KEY, ""))
        self.filters = {name: query.get(name, "")[:100] for name in rows.FILTERS}
        self.has_filters = any(self.filters.values())
        self.clear_href = rows.address(self._queue, {})
        self.filters_key = rows.address(self._queue, self.filters)
        agency_id = self._actor().agency_id
        if agency_id is not None:
            self._watch(DeskState.refresh, *desk_topics([agency_id]))
        found = await self._find()
        if found is not None:
            self._draw(found)
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def load_sectors(self) -> None:
        """Read what the filter of sectors offers, once for a tab."""
        if not self.sectors:
            found = await self._run(list_filters)
            self.sectors = [Choice(o.value, o.name) for o in found.sectors]

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Count again; rows on the screen change in place, new ones are announced."""
        found = await self._find()
        if found is None or not self.loaded:
            return
        self._show_counts(found)
        fresh = {str(row.id): self._line(row) for row in found.rows}
        is_whole = found.total <= PAGE_SIZE
        self.lines = [
            fresh.get(line.id) or replace(line, is_gone=is_whole) for line in self.lines
        ]
        shown = {line.id for line in self.lines}
        count = len(set(fresh) - shown) if is_whole else self._newer(found)
        self.arrived_words = wording.ARRIVED.format(count=count) if count else ""

    @rx.event
    @allow(Who.OFFICER)
    async def show_arrived(self) -> None:
        """Show the list as it is now."""
        found = await self._find()
        if found is not None:
            self._draw(found)

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Put the filters into the address, or say what to correct."""
        typed = {name: form.get(name, "").strip()[:100] for name in rows.FILTERS}
        _, problems = _days(typed)
        if problems:
            self._show_problems(problems)
            return None
        return rx.redirect(rows.address(self._queue, typed))

    @rx.event
    @allow(Who.OFFICER)
    async def take_next(self) -> EventSpec | None:
        """Give the officer the dossier that is due first."""
        given = await self._run(next_dossier)
        if given is None:
            await self._say(wording.NO_NEXT)
            return None
        is_new = given.stage is Stage.RECEPTION
        route = routes.RECEPTION if is_new else routes.PROCESSING
        return rx.redirect(routes.fill(route, code=given.code))

    async def _find(self) -> Queue | None:
        """Read the queue; None for an account that works at no desk."""
        days, problems = _days(self.filters)
        if problems:
            self._show_problems(problems)
        wanted = QueueFilter(
            queue=self._queue,
            text=self.filters[rows.TEXT],
            sector=self.filters[rows.SECTOR],
            page=self._page,
            from_day=days.get(rows.FROM_DAY),
            to_day=days.get(rows.TO_DAY),
        )
        try:
            found = await self._run(desk_queue, wanted)
        except (Forbidden, NotFound):
            self.has_no_role, self.loaded = True, True
            return None
        self.has_no_role = False
        return found

    def _draw(self, found: Queue) -> None:
        words = wording.QUEUES[found.queue]
        caption = wording.CAPTIONS.get(found.queue, wording.CAPTION)
        self.title, self.caption = words.title, caption.format(title=words.title)
        self.lines = [self._line(row) for row in found.rows]
        self.empty_words = wording.NONE_FOUND if self.has_filters else words.empty
        self.arrived_words = ""
        self._total, self._shown_at = found.total, found.counted_at
        self._show_counts(found)
        pages = max(1, -(-found.total // PAGE_SIZE))
        before, after = found.page - 1, found.page + 1
        self.page_words = wording.PAGE_OF.format(page=found.page, pages=pages)
        self.previous_href = self._address(before) if before >= 1 else ""
        self.next_href = self._address(after) if after <= pages else ""

    def _show_counts(self, found: Queue) -> None:
        self.groups = rows.menu(found.counts, found.queue)
        self.tiles = rows.tiles(found.counts)
        total = formats.number(found.total)
        self.total_words = wording.COUNT.format(count=total)

    def _newer(self, found: Queue) -> int:
        """Count what came since the list was shown, of more than a page can hold."""
        since = self._shown_at
        moments = (row.submitted_at for row in found.rows)
        newer = sum(1 for at in moments if since and at and at > since)
        return max(found.total - self._total, newer, 0)

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        own = {rows.TO_DAY: wording.TO_BEFORE_FROM}
        self._show(
            {
                field: own[field] if key == "order" else spelled({field: key})[field]
                for field, key in problems.items()
            }
        )

    def _line(self, row: DeskRow) -> rows.DeskLine:
        return rows.line(row, self._is_intake())

    def _address(self, page: int) -> str:
        return rows.address(self._queue, self.filters, page)

    def _is_intake(self) -> bool:
        return Role.INTAKE in self._actor().roles


def _days(typed: Mapping[str, str]) -> tuple[dict[str, date], dict[str, str]]:
    """Read the two days of the filter, and name what cannot be read."""
    days: dict[str, date] = {}
    problems: dict[str, str] = {}
    for name in DAYS:
        if not typed.get(name, "").strip():
            continue
        try:
            days[name] = read_date(typed[name])
        except Unreadable as fault:
            problems[name] = fault.key
    if len(days) == len(DAYS) and days[rows.TO_DAY] < days[rows.FROM_DAY]:
        problems[rows.TO_DAY] = "order"
    return days, problems


def _page_of(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else 1
