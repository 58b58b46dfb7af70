"""What a person does with the photos of a paper, and with other files (C12, R20)."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording.filing_faults import FAULTS
from services.core.errors import RuleViolation
from services.dossiers.bind_pages import bind_pages_of
from services.files.arrange_pages import keep_page, move_page, turn_page
from services.files.bind_pages import unbind_pages
from services.files.describe_file import describe_file
from services.work import Work

P = ParamSpec("P")
NOWHERE = UUID(int=0)


class PaperPagesState(AppState):
    """Acts on pages; what is shown is drawn by the wizard (FilingState)."""

    @rx.event
    @allow(Who.CITIZEN)
    async def move(self, file_id: str, down: bool) -> EventSpec | None:
        """Let a page change places with its neighbour."""
        return await self._act(move_page, _uuid(file_id), down)

    @rx.event
    @allow(Who.CITIZEN)
    async def turn(self, file_id: str) -> EventSpec | None:
        """Turn a page a quarter to the right."""
        return await self._act(turn_page, _uuid(file_id))

    @rx.event
    @allow(Who.CITIZEN)
    async def keep(self, file_id: str) -> EventSpec | None:
        """Use a page although it seems blank, blurred or dark."""
        return await self._act(keep_page, _uuid(file_id))

    @rx.event
    @allow(Who.CITIZEN)
    async def bind(self, slot: str) -> EventSpec | None:
        """Have one PDF made of the pages, in the order they stand."""
        filing = await self.get_state(FilingState)
        try:
            await self._run(bind_pages_of, _uuid(filing.draft_id), slot)
        except RuleViolation as refusal:
            filing._refuse(refusal.problems, FAULTS, filing._names())
            return None
        return await filing._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def unbind(self, file_id: str) -> EventSpec | None:
        """Take a PDF apart again, to change its pages."""
        return await self._act(unbind_pages, _uuid(file_id))

    @rx.event
    @allow(Who.CITIZEN)
    async def describe(self, file_id: str, note: str) -> EventSpec | None:
        """Keep what a file is, in the person's words."""
        return await self._act(describe_file, _uuid(file_id), note)

    async def _act(
        self,
        use_case: Callable[Concatenate[Work, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> EventSpec | None:
        """Run the act and draw the papers anew."""
        await self._run(use_case, *args, **kwargs)
        filing = await self.get_state(FilingState)
        return await filing._read()


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
