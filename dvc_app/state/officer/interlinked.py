"""BundlesState: the interlinked declarations the address asks for, and one open (O11)."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.state.officer.interlinked_rows import NOTHING, BundleRow, bundle_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import interlinked_desk as wording
from dvc_app.wording.statuses import STATUSES
from services.core.errors import Conflict, Forbidden, NotFound
from services.core.readers import Unreadable, read_date
from services.dossiers.models import DossierStatus
from services.interlinked.bundles import bundles
from services.interlinked_desk.list_bundles import (
    PAGE,
    BundlePage,
    Wanted,
    list_bundles,
)
from services.interlinked_desk.show_bundle import send_leg_again, show_bundle
from services.signals import desk_topics, sync_topic

FROM_DAY, TO_DAY = "tu-ngay", "den-ngay"
BUNDLE, CODE, NAME, NUMBER = "lien-thong", "ma", "ten", "so"
PROCEDURE, STATUS, OPEN = "thu-tuc", "trang-thai", "mo"
NAMES = (FROM_DAY, TO_DAY, BUNDLE, CODE, NAME, NUMBER, PROCEDURE, STATUS)
# A person's name or number stands in no address: it would stay in histories.
UNSAID = (NAME, NUMBER)
LONGEST = 100
SHOWN = [one for one in DossierStatus if one is not DossierStatus.DRAFT]


class BundlesState(FormState, AppState):
    """A page of declarations, and the one that is open beside it."""

    loaded: bool = False
    has_no_role: bool = False
    filters: dict[str, str] = dict.fromkeys(NAMES, "")
    filters_key: str = ""
    has_filters: bool = False
    procedures: list[str] = list(bundles())
    statuses: list[tuple[str, str]] = [(str(s), STATUSES[s].label) for s in SHOWN]
    rows: list[BundleRow] = []
    figures: list[tuple[str, str]] = []
    counted: str = ""
    empty: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    opened: BundleRow = NOTHING
    opened_title: str = ""
    is_missing: bool = False
    close_href: str = ""
    _open: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what the address asks for, and of a person what was typed before."""
        self.loaded = self.has_no_role = False
        query = self.router.url.query_parameters
        said = {name: query.get(name, "")[:LONGEST] for name in NAMES}
        kept = {name: self.filters.get(name, "") for name in UNSAID}
        is_plain = not query
        self.filters = said | (dict.fromkeys(UNSAID, "") if is_plain else kept)
        self.filters_key = "-".join(self.filters.values())
        self._open = query.get(OPEN, "")[:LONGEST]
        self._page = page_of(query.get(PAGE_KEY, ""))
        self._accept()
        unit = self._actor().agency_id
        topics = desk_topics([unit]) if unit else []
        self._watch(BundlesState.refresh, sync_topic(unit), *topics)
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: a procedure moved, or a message was answered."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Put what is looked for into the address, and count."""
        said = {name: str(form.get(name, "")).strip()[:LONGEST] for name in NAMES}
        self._accept()
        if faults := _faults(said):
            self._show(faults)
            return None
        self.filters = said
        return rx.redirect(_address(said, is_asked=True))

    @rx.event
    @allow(Who.OFFICER)
    async def send_again(self, message_id: str) -> None:
        """Send the message again at which the open declaration is stuck."""
        if message_id not in {leg.message_id for leg in self.opened.legs} - {""}:
            return
        with suppress(NotFound, Conflict):  # somebody was faster: it is shown next
            await self._run(send_leg_again, self.opened.code, UUID(message_id))
        await self._say(wording.SENT_AGAIN, "done")
        await self._read()

    async def _read(self) -> None:
        faults = _faults(self.filters)
        self._show(faults) if faults else self._accept()
        try:
            found = await self._run(list_bundles, self._wanted(faults))
        except Forbidden:
            self.has_no_role = self.loaded = True
            return
        self._draw(found)
        await self._read_open()
        self.loaded = True

    def _wanted(self, faults: Mapping[str, str]) -> Wanted:
        said = self.filters
        status = said[STATUS]
        return Wanted(
            start=None if faults else _day(said[FROM_DAY]),
            end=None if faults else _day(said[TO_DAY]),
            bundle_code=said[BUNDLE],
            code=said[CODE],
            name=said[NAME],
            number=said[NUMBER],
            procedure=said[PROCEDURE],
            status=DossierStatus(status) if status in set(SHOWN) else None,
            page=self._page,
        )

    def _draw(self, found: BundlePage) -> None:
        self.has_filters = any(self.filters.values())
        self.rows = [
            bundle_row(one, self._to(found.page, one.code)) for one in found.rows
        ]
        total = formats.number(found.total)
        self.counted = wording.COUNTED.format(total=total)
        self.figures = [
            (STATUSES[status].label, formats.number(found.counts[status]))
            for status in SHOWN
            if found.counts.get(status)
        ]
        self.empty = wording.EMPTY_FOUND if self.has_filters else wording.EMPTY
        count = max(1, -(-found.total // PAGE))
        pages = wording.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        self.before = self._to(found.page - 1) if found.page > 1 else ""
        self.after = self._to(found.page + 1) if found.page < count else ""
        self.close_href = self._to(found.page)

    async def _read_open(self) -> None:
        self.opened, self.is_missing = NOTHING, False
        if not self._open:
            return
        try:
            found = await self._run(show_bundle, self._open)
        except NotFound:
            self.is_missing = True
            return
        self.opened = bundle_row(found, "")
        self.opened_title = wording.ONE_TITLE.format(code=found.code)

    def _to(self, page: int, opened: str = "") -> str:
        return _address(self.filters, page, opened, is_asked=True)


def _faults(said: Mapping[str, str]) -> dict[str, str]:
    days = {}
    faults = {}
    for name in (FROM_DAY, TO_DAY):
        try:
            days[name] = _day(said.get(name, ""))
        except Unreadable:
            faults[name] = wording.DAY_WRONG
    start, end = days.get(FROM_DAY), days.get(TO_DAY)
    if start and end and end < start:
        faults[TO_DAY] = wording.DAYS_TURNED
    return faults


def _day(text: str) -> date | None:
    return read_date(text) if text else None


def _address(
    said: Mapping[str, str], page: int = 1, opened: str = "", is_asked: bool = False
) -> str:
    asked = {name: said[name] for name in NAMES if name not in UNSAID and said[name]}
    if page > 1:
        asked[PAGE_KEY] = str(page)
    if opened:
        asked[OPEN] = opened
    if is_asked and not asked and any(said[name] for name in UNSAID):
        asked[PAGE_KEY] = "1"  # a plain address begins anew
    return f"{routes.BUNDLES}?{urlencode(asked)}" if asked else routes.BUNDLES
