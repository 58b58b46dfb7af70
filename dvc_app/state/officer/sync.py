"""SyncState: the ledger of what other systems are told, as the unit's officers read it."""

from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.state.sync_rows import MessageRow, SystemRow, message_row, system_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import status_sync as wording
from services.core.errors import Forbidden
from services.outbox.models import Outward
from services.signals import sync_topic
from services.status_sync.list_messages import PAGE, Wanted, list_messages
from services.status_sync.show_systems import show_systems

FIRST = "can-xu-ly"


class SyncState(AppState):
    """The systems and a page of the messages the address asks for."""

    loaded: bool = False
    has_no_role: bool = False
    systems: list[SystemRow] = []
    is_troubled: bool = False  # a system needs to be looked at
    rows: list[MessageRow] = []
    tabs: list[tuple[str, str, bool]] = []  # words, address, whether it is open
    system: str = ""
    code: str = ""
    total: str = ""
    empty: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    form_key: str = ""
    _tab: str = FIRST
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what the address asks for."""
        self.loaded = self.has_no_role = False
        asked = self.router.url.query_parameters
        tab = asked.get("trang-thai", "")
        system = asked.get("he-thong", "")
        self.system = system if system in set(Outward) else ""
        self.code = asked.get("tim", "")[:60]
        found = bool(self.system or self.code)
        self._tab = tab if tab in wording.TABS else ("tat-ca" if found else FIRST)
        self._page = page_of(asked.get(PAGE_KEY, ""))
        self.form_key = f"{self.system}-{self.code}"  # a tab leaves what is typed
        self._watch(SyncState.refresh, sync_topic(self._actor().agency_id))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: something was sent, or answered."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def find(self, form: dict[str, str]) -> EventSpec:
        """Put what is looked for into the address."""
        system = str(form.get("system", ""))[:40]
        code = str(form.get("code", "")).strip()[:60]
        return rx.redirect(_address(self._tab, system, code))

    async def _read(self) -> None:
        system = Outward(self.system) if self.system else None
        states = wording.TAB_STATES[self._tab]
        wanted = Wanted(system, states, self.code, page=self._page)
        try:
            lines = await self._run(show_systems)
            found = await self._run(list_messages, wanted)
        except Forbidden:
            self.has_no_role = self.loaded = True
            return
        self.systems = [system_row(one) for one in lines if one.is_on or one.waiting]
        self.is_troubled = any(
            one.needs_somebody or one.is_resting or one.is_paused for one in lines
        )
        self.rows = [message_row(one) for one in found.rows]
        self.total = wording.COUNT.format(count=formats.number(found.total))
        is_found = bool(self.system or self.code)
        self.empty = wording.EMPTY_FOUND if is_found else wording.EMPTY[self._tab]
        self.tabs = [
            (words, _address(tab, self.system, self.code), tab == self._tab)
            for tab, words in wording.TABS.items()
        ]
        count = max(1, -(-found.total // PAGE))
        pages = wording.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        self.before = self._to(found.page - 1) if found.page > 1 else ""
        self.after = self._to(found.page + 1) if found.page < count else ""
        self.loaded = True

    def _to(self, page: int) -> str:
        return _address(self._tab, self.system, self.code, page)


def _address(tab: str, system: str, code: str, page: int = 1) -> str:
    asked = {"trang-thai": tab, "he-thong": system, "tim": code}
    if page > 1:
        asked[PAGE_KEY] = str(page)
    return f"{routes.SYNC}?{urlencode({k: v for k, v in asked.items() if v})}"
