"""Thông báo: what a person was told, live (C24)."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen.notification_rows import NoticeRow, show_rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import notifications as wording
from services.accounts.channels import Channel
from services.core.errors import RuleViolation
from services.notifications.list_notifications import PAGE, list_notifications
from services.notifications.mark_read import mark_all_read, mark_read
from services.notifications.models import Sort
from services.notifications.mute import mute
from services.notifications.rules import MUTABLE
from services.notifications.send_again import send_again
from services.notifications.views import NoticePage
from services.signals import person_topic

SLUGS = {
    Sort.TO_DO: "can-lam",
    Sort.PROGRESS: "tien-do",
    Sort.RESULT: "ket-qua",
    Sort.SYSTEM: "he-thong",
}
BY_SLUG = {slug: sort for sort, slug in SLUGS.items()}


@dataclass(frozen=True)
class SortRow:
    """One kind of news: a filter of the list."""

    name: str
    count: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class MuteRow:
    """One kind of news: is it sent, and the button that changes that."""

    key: str
    name: str
    state: str
    tag: str
    is_muted: bool
    toggle: str  # empty for what is always sent
    label: str


class NotificationsState(AppState):
    """The list, its filter and its page; both stand in the address."""

    loaded: bool = False
    rows: list[NoticeRow] = []
    sorts: list[SortRow] = []
    mutes: list[MuteRow] = []
    total: str = ""
    unread_words: str = ""
    has_unread: bool = False
    pages: str = ""
    before: str = ""
    after: str = ""
    is_empty: bool = False
    is_foreign: bool = False  # came by a link meant for somebody else
    _sort: Sort | None = None
    _page: int = 1

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        self._sort = BY_SLUG.get(query.get("loai", ""))
        page = query.get("trang", "1")
        self._page = int(page) if page.isascii() and page.isdigit() else 1
        self.is_foreign = query.get("tin", "") == "khac"
        account_id = self._actor().account_id
        assert account_id is not None  # the policy lets only citizens in
        self._watch(NotificationsState.refresh, person_topic(account_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the list again: something was told, or got on."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def read(self, notice_id: str) -> None:
        """Mark one as read; opening it does so too."""
        await self._run(mark_read, UUID(notice_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def read_all(self) -> None:
        """Mark everything as read."""
        count = await self._run(mark_all_read)
        await self._say(wording.MARKED_ALL.format(count=formats.number(count)), "done")
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def toggle(self, key: str, is_muted: bool) -> None:
        """Send a kind of news no more, or again."""
        sort = Sort(key)
        try:
            await self._run(mute, sort, is_muted)
        except RuleViolation as error:
            await self._explain(error)
            return
        words = wording.MUTED if is_muted else wording.UNMUTED
        name = wording.SORTS[sort].lower()
        await self._say(words.format(sort=name), "done")
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def send_again(self, notice_id: str, key: str) -> None:
        """Send one notice to a channel of the person's choice."""
        channel = Channel(key)
        try:
            await self._run(send_again, UUID(notice_id), channel)
        except RuleViolation as error:
            await self._explain(error)
            return
        name = wording.CHANNELS[channel]
        await self._say(wording.SENT_AGAIN.format(channel=name), "done")
        await self._read()

    async def _explain(self, error: RuleViolation) -> None:
        key = next(iter(error.problems.values()))
        await self._say(wording.FAULTS[key], "warn")

    async def _read(self) -> None:
        found = await self._run(list_notifications, self._sort, self._page)
        self.rows = show_rows(found.lines, found.channels)
        everything = sum(found.counts.values())
        self.is_empty = everything == 0
        self.sorts = [
            self._sort_row(None, wording.ALL, everything),
            *(self._sort_row(s, wording.SORTS[s], found.counts[s]) for s in Sort),
        ]
        self.mutes = [_mute_row(sort, found) for sort in Sort]
        self.has_unread = found.unread > 0
        count = formats.number(found.unread)
        words = wording.UNREAD if found.unread else wording.ALL_READ
        self.unread_words = words.format(count=count)
        last = max(1, -(-found.total // PAGE))
        self.total = wording.COUNT.format(total=formats.number(found.total))
        self.pages = wording.PAGE.format(page=found.page, pages=last)
        self.before = self._turn(found.page - 1, last)
        self.after = self._turn(found.page + 1, last)
        self.loaded = True

    def _sort_row(self, sort: Sort | None, words: str, count: int) -> SortRow:
        number = formats.number(count)
        return SortRow(words, number, _address(sort, 1), sort == self._sort)

    def _turn(self, page: int, last: int) -> str:
        return _address(self._sort, page) if 1 <= page <= last else ""


def _address(sort: Sort | None, page: int) -> str:
    query = {"loai": SLUGS[sort] if sort else "", "trang": page if page > 1 else ""}
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{routes.MY_NOTIFICATIONS}{'?' if given else ''}{given}"


def _mute_row(sort: Sort, found: NoticePage) -> MuteRow:
    name, is_muted = wording.SORTS[sort], sort in found.muted
    if sort not in MUTABLE:
        done = "tag tag--done"
        return MuteRow(str(sort), name, wording.ALWAYS_ON, done, False, "", "")
    label = wording.TURN_ON_WHICH if is_muted else wording.TURN_OFF_WHICH
    return MuteRow(
        key=str(sort),
        name=name,
        state=wording.OFF if is_muted else wording.ON,
        tag="tag" if is_muted else "tag tag--done",
        is_muted=is_muted,
        toggle=wording.TURN_ON if is_muted else wording.TURN_OFF,
        label=label.format(sort=name.lower()),
    )
