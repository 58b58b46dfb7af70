"""DeskState: a queue of the officer's agency, live, filters in the address (O02)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import desk_filters as keys
from dvc_app.state.officer import desk_rows as rows
from dvc_app.state.officer.desk_filters import Choice
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound
from services.oversight.desk_choices import desk_choices
from services.oversight.list_views import start_view
from services.oversight.my_reminders import put_reminder_away
from services.oversight.show_desk import Desk, show_desk
from services.processing.desk import DeskQueue
from services.processing.desk_queue import MOST_FOUND, PAGE_SIZE, Queue
from services.processing.desk_row import DeskRow
from services.processing.next_dossier import Stage, next_dossier
from services.signals import desk_topics
from services.work import Role

__all__ = ["Choice", "DeskState"]


class DeskState(FormState, AppState):
    """One queue as the page shows it."""

    loaded: bool = False
    has_no_role: bool = False
    title: str = wording.QUEUES[DeskQueue.NEW].title
    caption: str = ""
    groups: list[rows.QueueGroup] = []
    tiles: list[rows.Tile] = []
    filters: dict[str, str] = dict.fromkeys(keys.FILTERS, "")
    has_filters: bool = False
    has_rest: bool = False  # a filter of ‹Thêm bộ lọc› is in use
    clear_href: str = ""
    further_href: str = ""  # the same search over every dossier of the unit
    filters_key: str = ""  # the fields are drawn anew when the address changes
    sectors: list[Choice] = []
    officers: list[Choice] = []
    views: list[rows.ViewRow] = []
    stands_in: list[Choice] = []  # ‹Thay cho …›: the address of their work
    reminders: list[rows.ReminderRow] = []
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
    _rows: dict[str, DeskRow] = {}

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the queue the address names."""
        query = dict(self.router.url.query_parameters) or await self._start()
        self._accept()
        default = DeskQueue.NEW if self._is_intake() else DeskQueue.MINE
        self._queue = keys.queue_of(query.get(keys.QUEUE, ""), default)
        self._page = keys.page_of(query.get(keys.PAGE_KEY, ""))
        self.filters = keys.filters_of(query)
        self.has_filters = any(self.filters.values())
        self.has_rest = any(self.filters[name] for name in keys.REST)
        self.clear_href = keys.address(self._queue, {})
        self.filters_key = keys.address(self._queue, self.filters)
        is_whole = self._queue is DeskQueue.WHOLE
        whole = keys.address(DeskQueue.WHOLE, self.filters)
        self.further_href = whole if self.filters[keys.TEXT] and not is_whole else ""
        agency_id = self._actor().agency_id
        if agency_id is not None:
            self._watch(DeskState.refresh, *desk_topics([agency_id]))
        await self._reread()
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def load_sectors(self) -> None:
        """Read what the filters of sector and holder offer, once for a tab."""
        if self.sectors and self.officers:
            return
        try:
            found = await self._run(desk_choices)
        except (Forbidden, NotFound):
            return
        self.sectors = [Choice(code, name) for code, name in found.sectors]
        self.officers = [Choice(str(one.id), one.name) for one in found.officers]

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Count again; rows on the screen change in place, new ones are announced."""
        found = await self._find()
        if found is None or not self.loaded:
            return
        queue = found.queue
        self._show_counts(found)
        fresh = {str(row.id): self._line(row) for row in queue.rows}
        self._rows |= {str(row.id): row for row in queue.rows}
        is_whole = queue.total <= PAGE_SIZE
        self.lines = [
            fresh.get(line.id) or replace(line, is_gone=is_whole) for line in self.lines
        ]
        shown = {line.id for line in self.lines}
        count = len(set(fresh) - shown) if is_whole else self._newer(queue)
        self.arrived_words = wording.ARRIVED.format(count=count) if count else ""

    @rx.event
    @allow(Who.OFFICER)
    async def show_arrived(self) -> None:
        """Show the list as it is now."""
        await self._reread()

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Put the filters into the address, or say what to correct."""
        typed = keys.filters_of(
            {
                name: (keys.ON if value else "") if isinstance(value, bool) else value
                for name, value in form.items()
            }
        )
        _, problems = keys.days_of(typed)
        if problems:
            self._show_problems(problems)
            return None
        return rx.redirect(keys.address(self._queue, typed))

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

    @rx.event
    @allow(Who.OFFICER)
    async def put_away(self, reminder_id: str) -> None:
        """Take a leader's word off the desk."""
        if reminder_id in {reminder.id for reminder in self.reminders}:
            await self._run(put_reminder_away, UUID(reminder_id))
            self.reminders = [r for r in self.reminders if r.id != reminder_id]

    async def _reread(self) -> None:
        """Show the list anew after an act of another part of the page."""
        found = await self._find()
        if found is not None:
            self._draw(found)

    async def _start(self) -> dict[str, str]:
        """Return the view the desk opens with, when the address names nothing."""
        return await self._run(start_view)

    async def _find(self) -> Desk | None:
        """Read the queue; None for an account that works at no desk."""
        _, problems = keys.days_of(self.filters)
        if problems:
            self._show_problems(problems)
        wanted = keys.filter_of(self._queue, self.filters, self._page)
        try:
            found = await self._run(show_desk, wanted)
        except (Forbidden, NotFound):
            self.has_no_role, self.loaded = True, True
            return None
        self.has_no_role = False
        return found

    def _draw(self, found: Desk) -> None:
        queue = found.queue
        words = wording.QUEUES[queue.queue]
        caption = wording.CAPTIONS.get(queue.queue, wording.CAPTION)
        self.title, self.caption = words.title, caption.format(title=words.title)
        self.lines = [self._line(row) for row in queue.rows]
        self._rows = {str(row.id): row for row in queue.rows}
        self.empty_words = wording.NONE_FOUND if self.has_filters else words.empty
        self.arrived_words = ""
        self._total, self._shown_at = queue.total, queue.counted_at
        self._show_counts(found)
        pages = max(1, -(-queue.total // PAGE_SIZE))
        before, after = queue.page - 1, queue.page + 1
        self.page_words = wording.PAGE_OF.format(page=queue.page, pages=pages)
        self.previous_href = self._address(before) if before >= 1 else ""
        self.next_href = self._address(after) if after <= pages else ""

    def _show_counts(self, found: Desk) -> None:
        queue = found.queue
        self.groups = rows.menu(queue.counts, queue.queue)
        self.tiles = rows.tiles(queue.counts)
        is_more = queue.total > MOST_FOUND
        words = wording.COUNT_MANY if is_more else wording.COUNT
        count = formats.number(min(queue.total, MOST_FOUND))
        self.total_words = words.format(count=count)
        here = keys.parts_of(queue.queue, self.filters)
        self.views = [rows.view_row(view, here) for view in found.views]
        self.stands_in = [rows.stands_in(one) for one in found.lenders]
        self.reminders = [rows.reminder_row(one) for one in found.reminders]

    def _newer(self, found: Queue) -> int:
        """Count what came since the list was shown, of more than a page can hold."""
        since = self._shown_at
        moments = (row.submitted_at for row in found.rows)
        newer = sum(1 for at in moments if since and at and at > since)
        return max(found.total - self._total, newer, 0)

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        self._show(
            {
                field: wording.TO_BEFORE_FROM
                if (field, key) == (keys.TO_DAY, "order")
                else wording.TO_BEFORE
                if key == "order"
                else spelled({field: key})[field]
                for field, key in problems.items()
            }
        )

    def _line(self, row: DeskRow) -> rows.DeskLine:
        return rows.line(row, self._is_intake())

    def _address(self, page: int) -> str:
        return keys.address(self._queue, self.filters, page)

    def _is_intake(self) -> bool:
        return Role.INTAKE in self._actor().roles
