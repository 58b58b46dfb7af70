"""Quản lý tài liệu điện tử: one's own papers, live (C23)."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen import document_rows as shown
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import documents as wording
from services.core.errors import RuleViolation, SystemUnavailable
from services.signals import dossier_topic, person_topic
from services.vault.find_national import NationalFound, find_national
from services.vault.list_documents import (
    DocumentFilter,
    DocumentPage,
    Order,
    list_documents,
)
from services.vault.models import DocumentState
from services.vault.rules import PAGE

NOWHERE = UUID(int=0)
FIELDS = {"tim": "text", "loai": "kind", "nguon": "source", "hieu-luc": "validity"}


@dataclass(frozen=True)
class Option:
    """One choice of a filter."""

    value: str
    words: str


class DocumentsState(FormState, AppState):
    """The list, its filter and its page; both stand in the address."""

    loaded: bool = False
    is_empty: bool = False  # no paper at all, whatever the filter
    rows: list[shown.DocumentRow] = []
    known: list[str] = []  # files the list shows: the uploader draws them no more
    kinds: list[Option] = []
    asked: dict[str, str] = {}  # the filter, by name of its field
    is_narrowed: bool = False
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    filter_key: str = ""  # the fields are drawn anew when the address changes
    national_open: bool = False
    _followed: list[str] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the filter from the address, and the list."""
        query = self.router.url.query_parameters
        names = (*FIELDS, "xep", "trang")
        self.asked = {name: query.get(name, "")[:100] for name in names}
        self.filter_key = urlencode(self.asked)
        self.is_narrowed = any(self.asked[name] for name in FIELDS)
        self.national_open = self.busy = False
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the list again: a file was checked, a paper came."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def search(self, form: dict[str, str]) -> EventSpec:
        """Put what is looked for into the address."""
        wanted = {name: form.get(name, "")[:100] for name in (*FIELDS, "xep")}
        return rx.redirect(_address(wanted))

    @rx.event
    @allow(Who.CITIZEN)
    async def show_national(self, is_open: bool) -> None:
        """Open or close the question to the national store."""
        self._accept()
        self.national_open = is_open

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_national(self, form: dict[str, str | bool]) -> None:
        """Ask the national store, with the person's consent; it may be down."""
        agreed = form.get("agreed", False) is True or form.get("agreed") == "on"
        try:
            found = await self._run_apart(find_national, agreed)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS)
            return
        except SystemUnavailable:
            await self._say(wording.NATIONAL_DOWN, "warn")
            return
        self._accept()
        self.national_open = False
        await self._say(told(found), "done" if found.new else "info")
        await self._read()

    async def _read(self) -> None:
        found = await self._run(list_documents, self._filter())
        if self._follow(found):
            # Followed from now on, then read again: nothing between is lost.
            found = await self._run(list_documents, self._filter())
        listed = found.documents
        self.rows = [shown.document_row(one.document, one.uses) for one in listed]
        self.known = [str(one.document.file_id) for one in listed]
        self.kinds = [
            Option(code, wording.KINDS.get(code, code)) for code in found.kinds
        ]
        self.is_empty = found.held == 0
        self.total = wording.FOUND.format(count=formats.number(found.total))
        last = max(1, -(-found.total // PAGE))
        self.pages = (
            wording.PAGES.format(page=found.page, count=last) if last > 1 else ""
        )
        self.before = self._turn(found.page - 1, last)
        self.after = self._turn(found.page + 1, last)
        self.loaded = True

    def _follow(self, found: DocumentPage) -> bool:
        """Follow the vault and each file on its way; tell whether one is new."""
        checked = (
            one.document.id
            for one in found.documents
            if one.document.state is DocumentState.CHECKING
        )
        waiting = [dossier_topic(one) for one in (*checked, *found.arriving)]
        mine = person_topic(self._actor().account_id or NOWHERE)
        self._watch(DocumentsState.refresh, mine, *waiting)
        is_new = bool(set(waiting) - set(self._followed))
        self._followed = waiting
        return is_new

    def _filter(self) -> DocumentFilter:
        page, order = self.asked["trang"], self.asked["xep"]
        given = {part: self.asked[name] for name, part in FIELDS.items()}
        return DocumentFilter(
            **given,
            order=Order(order) if order in set(Order) else Order.NEWEST,
            page=int(page) if page.isascii() and page.isdigit() else 1,
        )

    def _turn(self, page: int, last: int) -> str:
        wanted = self.asked | {"trang": str(page) if page > 1 else ""}
        return _address(wanted) if 1 <= page <= last else ""


def told(found: NationalFound) -> str:
    """Return what came of asking the national store, in words."""
    said = wording.NATIONAL_NEW.format(new=found.new) if found.new else ""
    missing = wording.NATIONAL_MISSING.format(missing=found.missing)
    parts = [said or wording.NATIONAL_SAME, missing if found.missing else ""]
    return " ".join(part for part in parts if part)


def _address(wanted: dict[str, str]) -> str:
    given = urlencode({name: value for name, value in wanted.items() if value})
    return f"{routes.MY_DOCUMENTS}?{given}" if given else routes.MY_DOCUMENTS
