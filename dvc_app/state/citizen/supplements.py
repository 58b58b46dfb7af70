"""Hồ sơ yêu cầu bổ sung: what waits for the person, live (C22)."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import supplements as wording
from services.dossiers.watched import watched_topics
from services.supplements.my_supplements import SupplementRow, my_supplements


@dataclass(frozen=True)
class WaitingRow:
    """One dossier that waits for an answer."""

    code: str
    procedure: str
    agency: str
    applicant: str
    asked: str
    until: str
    until_css: str
    points: str
    address: str


class SupplementsState(AppState):
    """The list."""

    loaded: bool = False
    rows: list[WaitingRow] = []

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Show the list, and follow it."""
        self._watch(SupplementsState.refresh, *await self._run(watched_topics))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again."""
        await self._read()

    async def _read(self) -> None:
        self.rows = [_row(one) for one in await self._run(my_supplements)]
        self.loaded = True


def _row(row: SupplementRow) -> WaitingRow:
    words = wording.PAST if row.is_past else wording.UNTIL
    return WaitingRow(
        code=row.code,
        procedure=row.procedure_name,
        agency=row.agency_name,
        applicant=row.applicant_name,
        asked=wording.ASKED.format(day=formats.day(row.asked_at)),
        until=words.format(day=formats.day(row.deadline)),
        until_css="tag tag--late" if row.is_past else "tag tag--wait",
        points=wording.POINTS.format(count=row.points),
        address=routes.fill(routes.SUPPLEMENT, code=row.code),
    )
