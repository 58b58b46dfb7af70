"""The audit trail, filtered by its address, and the proof that it is whole (A09)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.admin.accounts import Option
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration as wording
from dvc_app.wording.act_details import DETAIL_NAMES, DETAIL_VALUES
from dvc_app.wording.acts import ACT_NAMES
from services.administration.read_trail import TrailFilter, TrailRow, read_trail
from services.audit.verify_trail import TrailReport, verify_trail
from services.core.faults import Unreadable
from services.core.readers import read_date

TEXT, ACT, REFUSED, SINCE, UNTIL, PAGE_KEY = "tim", "viec", "chan", "tu", "den", "trang"
FILTERS = (TEXT, ACT, REFUSED, SINCE, UNTIL)


@dataclass(frozen=True)
class EntryRow:
    """One line of the trail in words."""

    at: str
    actor: str
    unit: str
    act: str
    is_refused: bool
    whom: str
    code: str
    details: str


class TrailState(AppState):
    """What is listed, and what the last check of the chain found."""

    loaded: bool = False
    rows: list[EntryRow] = []
    acts: list[Option] = [Option(key, words) for key, words in ACT_NAMES.items()]
    filters: dict[str, str] = {}
    filters_key: str = ""
    has_filters: bool = False
    before: str = ""
    after: str = ""
    busy: bool = False
    verdict: str = ""
    is_whole: bool = True
    found: list[str] = []

    @rx.event
    @allow(Who.AUDITOR, Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Read the filter from the address, and the page of the trail."""
        query = self.router.url.query_parameters
        given = {key: query.get(key, "")[:100] for key in FILTERS}
        self.filters, self.filters_key = given, str(given)
        self.has_filters = any(given.values())
        self.verdict, self.found, self.busy = "", [], False
        number = query.get(PAGE_KEY, "1")
        page = int(number) if number.isascii() and number.isdigit() else 1
        shown = await self._run(read_trail, _filter(given), page)
        self.rows = [_row(row) for row in shown.rows]
        self.before = self._address(shown.page - 1) if shown.page > 1 else ""
        self.after = self._address(shown.page + 1) if shown.has_more else ""
        self.loaded = True

    @rx.event
    @allow(Who.AUDITOR, Who.ADMINISTRATOR)
    async def search(self, form: dict[str, str | bool]) -> EventSpec:
        """Put the filter into the address; the page then loads by it."""
        self.filters = {
            key: "1" if form.get(key) is True else str(form.get(key) or "").strip()
            for key in FILTERS
        }
        return rx.redirect(self._address(1))

    @rx.event
    @allow(Who.AUDITOR, Who.ADMINISTRATOR)
    async def verify(self) -> AsyncIterator[None]:
        """Recompute the whole chain and compare it with every signed head."""
        self.busy = True
        yield
        try:
            self._draw(await self._run(verify_trail))
        finally:
            self.busy = False

    def _draw(self, report: TrailReport) -> None:
        self.is_whole = not report.problems
        links = formats.number(report.links)
        whole = wording.VERIFIED.format(links=links, heads=report.heads)
        self.verdict = whole if self.is_whole else wording.TAMPERED
        self.found = [
            wording.AT_PLACE.format(kind=wording.TAMPERINGS[one.kind], seq=one.seq)
            for one in report.problems
        ]

    def _address(self, page: int) -> str:
        query = {key: value for key, value in self.filters.items() if value}
        if page > 1:
            query[PAGE_KEY] = str(page)
        joint = "?" if query else ""
        return f"{routes.ADMIN_AUDIT}{joint}{urlencode(query)}"


def _filter(given: dict[str, str]) -> TrailFilter:
    return TrailFilter(
        text=given[TEXT],
        act=given[ACT],
        is_refused=bool(given[REFUSED]),
        since=_day(given[SINCE]),
        until=_day(given[UNTIL]),
    )


def _day(text: str) -> date | None:
    """Read a day of the filter; what cannot be read filters nothing."""
    try:
        return read_date(text) if text else None
    except Unreadable:
        return None


def _row(row: TrailRow) -> EntryRow:
    return EntryRow(
        at=formats.moment(row.at),
        actor=row.actor or wording.SYSTEM,
        whom=row.whom,
        unit=row.unit,
        act=ACT_NAMES.get(row.act, row.act),
        is_refused=row.is_refused,
        code=row.dossier_code,
        details=_details(row.details),
    )


def _details(details: dict[str, str]) -> str:
    """Return what says something to a person; ids are left to the database."""
    said = (
        f"{DETAIL_NAMES[key]}: {_value(key, value)}"
        for key, value in details.items()
        if key in DETAIL_NAMES and value
    )
    return "; ".join(said)


def _value(key: str, value: str) -> str:
    if key == "roles":
        named = [words for role, words in wording.ROLES.items() if str(role) in value]
        return ", ".join(named)
    return DETAIL_VALUES.get(value, value)
