"""SyncDifferencesState: where the other side has a dossier otherwise than we do."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import status_sync
from dvc_app.wording import sync_differences as wording
from dvc_app.wording.statuses import STATUSES
from services.core.errors import Conflict, Forbidden, NotFound
from services.dossiers.rules import NATIONAL_NUMBER
from services.signals import sync_topic
from services.status_sync.list_differences import (
    PAGE,
    DifferenceLine,
    list_differences,
    tell_anew,
)
from services.status_sync.models import Difference

LABELS = {str(number): STATUSES[one].label for one, number in NATIONAL_NUMBER.items()}
OF_STATUS = {Difference.STATUS_BEHIND, Difference.STATUS_AHEAD}


@dataclass(frozen=True)
class DifferenceRow:
    """One difference in words."""

    id: str
    found: str
    code: str
    href: str
    system: str
    kind: str
    ours: str
    theirs: str
    note: str
    may_tell: bool
    label: str


class SyncDifferencesState(AppState):
    """A page of the open differences of the unit, or of the province."""

    loaded: bool = False
    has_no_role: bool = False
    rows: list[DifferenceRow] = []
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show what last night found."""
        self.loaded = self.has_no_role = False
        self._page = page_of(self.router.url.query_parameters.get(PAGE_KEY, ""))
        self._watch(SyncDifferencesState.refresh, sync_topic())
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: something was compared, or told anew."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def tell(self, difference_id: str) -> None:
        """Have a dossier told anew as it is now."""
        code = next((row.code for row in self.rows if row.id == difference_id), "")
        try:
            await self._run(tell_anew, UUID(difference_id))
        except (ValueError, NotFound, Conflict):
            await self._say(wording.TAKEN, "warn")
        else:
            await self._say(wording.TOLD.format(code=code))
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(list_differences, None, self._page)
        except Forbidden:
            self.has_no_role = self.loaded = True
            return
        self.rows = [difference_row(one) for one in found.rows]
        self.total = wording.COUNT.format(count=formats.number(found.total))
        count = max(1, -(-found.total // PAGE))
        pages = status_sync.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        self.before = _address(found.page - 1) if found.page > 1 else ""
        self.after = _address(found.page + 1) if found.page < count else ""
        self.loaded = True


def difference_row(one: DifferenceLine) -> DifferenceRow:
    """Return a difference in words; what telling cannot mend says who can."""
    is_known = one.dossier_id is not None
    moment = formats.short_moment(one.sent_at)
    note = wording.SENT_AT.format(moment=moment) if moment else ""
    return DifferenceRow(
        id=str(one.id),
        found=formats.short_moment(one.found_at),
        code=one.code,
        href=routes.fill(routes.PROCESSING, code=one.code) if is_known else "",
        system=status_sync.SYSTEMS[one.system],
        kind=wording.KINDS[one.kind],
        ours=_said(one, one.ours, 0),
        theirs=_said(one, one.theirs, 1),
        note=note or ("" if one.may_tell else wording.ASK_THEM),
        may_tell=one.may_tell,
        label=wording.TELL_LABEL.format(code=one.code),
    )


def _said(one: DifferenceLine, value: str, side: int) -> str:
    if one.kind in OF_STATUS:
        return LABELS.get(value, value)
    if one.kind is Difference.WRONG_FEE and value.isdecimal():
        return wording.MONEY.format(amount=formats.number(int(value)))
    if one.kind is Difference.DOUBLE and value:
        return wording.COPIES.format(count=value)
    sides = wording.SIDES.get(one.kind)
    return value or (sides[side] if sides else "–")


def _address(page: int) -> str:
    return f"{routes.SYNC_DIFFERENCES}?{PAGE_KEY}={page}"
