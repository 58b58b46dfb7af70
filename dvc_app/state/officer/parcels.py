"""Parcels of the officer's unit that did not go: the live list (C13)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import parcels as wording
from services.core.errors import Forbidden, NotFound
from services.processing.parcel_desk import PAGE, StuckParcel, list_parcels
from services.signals import desk_topics


@dataclass(frozen=True)
class StuckRow:
    """One parcel in words."""

    id: str
    code: str
    leg: str
    trouble: str
    trouble_css: str
    words: str
    person: str
    since: str
    href: str


class StuckParcelsState(AppState):
    """What the post would not take, or brought back."""

    loaded: bool = False
    has_no_role: bool = False
    rows: list[StuckRow] = []
    total: str = ""
    pages: str = ""
    before: str = ""
    after: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the page the address names."""
        self.loaded = self.has_no_role = False
        self._page = page_of(self.router.url.query_parameters.get(PAGE_KEY, ""))
        if agency_id := self._actor().agency_id:
            self._watch(StuckParcelsState.refresh, *desk_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read the list again: the post said something, or a colleague acted."""
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(list_parcels, self._page)
        except (Forbidden, NotFound):
            self.has_no_role = self.loaded = True
            return
        self.rows = [stuck_row(one) for one in found.rows]
        self.total = wording.COUNT.format(count=formats.number(found.total))
        count = max(1, -(-found.total // PAGE))
        pages = wording.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        self.before = _address(found.page - 1) if found.page > 1 else ""
        self.after = _address(found.page + 1) if found.page < count else ""
        self.loaded = True


def stuck_row(one: StuckParcel) -> StuckRow:
    """Return a parcel in words."""
    trouble, css = wording.TROUBLES[one.trouble]
    return StuckRow(
        id=str(one.id),
        code=one.code,
        leg=wording.LEGS[one.leg],
        trouble=trouble,
        trouble_css=css,
        words=one.words,
        person=one.person,
        since=formats.short_moment(one.since),
        href=routes.fill(routes.PARCEL, parcel=str(one.id)),
    )


def _address(page: int) -> str:
    return f"{routes.PARCELS}?{PAGE_KEY}={page}" if page > 1 else routes.PARCELS
