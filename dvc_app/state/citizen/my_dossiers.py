"""Quản lý hồ sơ: one's own dossiers, live (C22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen.my_dossier_rows import MyDossierRow, show_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations, statuses
from dvc_app.wording import my_dossiers as wording
from dvc_app.wording.faults import SENTENCES
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.dossiers.discard_draft import discard_draft
from services.dossiers.models import DossierStatus as S
from services.dossiers.my_dossiers import PAGE, DossierFilter, my_dossiers
from services.dossiers.rules import ENDED
from services.dossiers.watched import watched_topics

BY_OTHERS = "nop-thay"
DONE = frozenset({S.RETURNED} | (ENDED - {S.RESULT_READY}))
GROUPS: dict[str, frozenset[S]] = {
    "draft": frozenset({S.DRAFT}),
    "running": frozenset(S) - DONE - {S.DRAFT},
    "done": DONE,
}


@dataclass(frozen=True)
class StatusRow:
    """One status to narrow the list by."""

    value: str
    words: str


@dataclass(frozen=True)
class GroupRow:
    """One way to narrow the list, with how many there are."""

    name: str
    count: str
    address: str
    is_current: bool


STATUS_ROWS = [StatusRow("", wording.ANY_STATUS)] + [
    StatusRow(str(one), statuses.STATUSES[one].label) for one in S
]


class MyDossiersState(AppState):
    """The list, its filter and its page; both stand in the address."""

    loaded: bool = False
    rows: list[MyDossierRow] = []
    groups: list[GroupRow] = []
    text: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    form_key: str = ""
    day_fault: str = ""
    statuses: list[StatusRow] = STATUS_ROWS
    total: str = ""
    pages: str = ""
    is_empty: bool = False  # nothing at all, whatever the filter
    before: str = ""
    after: str = ""
    asked_to_discard: str = ""
    _group: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        group = query.get("nhom", "")
        self._group = group if group in (*GROUPS, BY_OTHERS) else ""
        self.text = query.get("tim", "")[:100]
        status = query.get("trang-thai", "")
        self.status = status if status in set(S) else ""
        self.since, self.until = query.get("tu", "")[:20], query.get("den", "")[:20]
        self.form_key = f"{self.text}|{self.status}|{self.since}|{self.until}"
        page = query.get("trang", "1")
        self._page = int(page) if page.isascii() and page.isdigit() else 1
        self.asked_to_discard = ""
        self._watch(MyDossiersState.refresh, *await self._run(watched_topics))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the list again: something moved."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put what is looked for into the address."""
        asked = {
            "tim": form.get("tim", "")[:100],
            "trang-thai": form.get("trang-thai", "")[:40],
            "tu": form.get("tu", "")[:20],
            "den": form.get("den", "")[:20],
        }
        group = "" if asked["trang-thai"] else self._group
        return rx.redirect(_address(group, asked, 1))

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_discard(self, dossier_id: str) -> None:
        """Ask once before a draft goes."""
        self.asked_to_discard = dossier_id

    @rx.event
    @allow(Who.CITIZEN)
    async def discard(self, dossier_id: str) -> None:
        """Remove a draft and its files."""
        self.asked_to_discard = ""
        await self._run(discard_draft, UUID(dossier_id))
        await self._read()

    def _day(self, text: str) -> date | None:
        """Read a day of the filter; one that cannot be read narrows nothing."""
        try:
            return read_date(text) if text.strip() else None
        except Unreadable as fault:
            self.day_fault = SENTENCES[fault.key]
            return None

    async def _read(self) -> None:
        self.day_fault = ""
        wanted = DossierFilter(
            text=self.text,
            statuses=_statuses(self._group, self.status),
            since=self._day(self.since),
            until=self._day(self.until),
            by_others=self._group == BY_OTHERS,
        )
        found = await self._run(my_dossiers, wanted, self._page)
        self.rows = [show_row(row) for row in found.rows]
        counts = {
            name: sum(found.counts.get(status, 0) for status in group)
            for name, group in GROUPS.items()
        }
        everything = sum(found.counts.values())
        self.is_empty = everything == 0
        self.groups = [
            _group_row("", wording.ALL, everything, self._group),
            *(
                _group_row(name, wording.GROUPS[name], counts[name], self._group)
                for name in GROUPS
            ),
        ]
        if found.by_others or self._group == BY_OTHERS:
            words = delegations.FILED_BY_OTHERS
            self.groups.append(
                _group_row(BY_OTHERS, words, found.by_others, self._group)
            )
        last = max(1, -(-found.total // PAGE))
        self.total = wording.COUNT.format(total=formats.number(found.total))
        self.pages = wording.PAGE.format(page=found.page, pages=last)
        self.before = self._turn(found.page - 1, last)
        self.after = self._turn(found.page + 1, last)
        self.loaded = True

    def _turn(self, page: int, last: int) -> str:
        asked = {
            "tim": self.text,
            "trang-thai": self.status,
            "tu": self.since,
            "den": self.until,
        }
        return _address(self._group, asked, page) if 1 <= page <= last else ""


def _statuses(group: str, status: str) -> frozenset[S]:
    """Return the statuses asked for; a single one says more than a group."""
    return frozenset({S(status)}) if status else GROUPS.get(group, frozenset())


def _address(group: str, asked: Mapping[str, str], page: int) -> str:
    query = {"nhom": group, **asked, "trang": str(page) if page > 1 else ""}
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{routes.MY_DOSSIERS}?{given}" if given else routes.MY_DOSSIERS


def _group_row(name: str, words: str, count: int, current: str) -> GroupRow:
    return GroupRow(
        words, formats.number(count), _address(name, {}, 1), name == current
    )
