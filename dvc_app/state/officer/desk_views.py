"""DeskViewsState: views an officer keeps, and lists taken away (O02)."""

from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import desk_filters as keys
from dvc_app.state.officer.desk import DeskState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk as wording
from dvc_app.wording.faults import spelled
from services.core.errors import NotFound, RuleViolation
from services.oversight.change_view import delete_view, rename_view, start_with
from services.oversight.export_desk import order_export
from services.oversight.save_view import save_view

NAME, NEW_NAME, VIEW, PURPOSE = "ten-bo-loc", "ten-moi", "bo-loc", "muc-dich"


class DeskViewsState(FormState, AppState):
    """What is kept of the list on the screen."""

    sheet_href: str = ""  # a sheet that waits to be fetched
    sheet_words: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Forget the sheet of another list."""
        self._accept()
        self.sheet_href = self.sheet_words = ""

    @rx.event
    @allow(Who.OFFICER)
    async def save(self, form: dict[str, str]) -> None:
        """Keep the filters on the screen under a name."""
        desk = await self.get_state(DeskState)
        filters = keys.parts_of(desk._queue, desk.filters)
        try:
            await self._run(save_view, form.get(NAME, ""), filters)
        except RuleViolation as refusal:
            self._refuse_at(NAME, refusal)
            return
        self._accept()
        name = form.get(NAME, "").strip()
        await self._say(wording.VIEW_SAVED.format(name=name), "done")
        await desk._reread()

    @rx.event
    @allow(Who.OFFICER)
    async def rename(self, form: dict[str, str]) -> None:
        """Give a view another name."""
        desk = await self.get_state(DeskState)
        view = form.get(VIEW, "")
        if view not in {one.id for one in desk.views}:
            return
        try:
            await self._run(rename_view, UUID(view), form.get(NEW_NAME, ""))
        except RuleViolation as refusal:
            self._refuse_at(f"{NEW_NAME}.{view}", refusal)
            return
        except NotFound:
            pass  # thrown away in another tab: the list below shows it
        self._accept()
        await desk._reread()

    @rx.event
    @allow(Who.OFFICER)
    async def start(self, view: str) -> None:
        """Open the desk with this view from now on, or no more."""
        desk = await self.get_state(DeskState)
        if view in {one.id for one in desk.views}:
            await self._run(start_with, UUID(view))
            await desk._reread()

    @rx.event
    @allow(Who.OFFICER)
    async def delete(self, view: str) -> None:
        """Throw a view away."""
        desk = await self.get_state(DeskState)
        if view in {one.id for one in desk.views}:
            await self._run(delete_view, UUID(view))
            await self._say(wording.VIEW_DELETED, "done")
            await desk._reread()

    @rx.event
    @allow(Who.OFFICER)
    async def export(self, form: dict[str, str]) -> None:
        """Order the list as a sheet; what for is written down."""
        desk = await self.get_state(DeskState)
        wanted = keys.filter_of(desk._queue, desk.filters, 1)
        try:
            ordered = await self._run(order_export, wanted, form.get(PURPOSE, ""))
        except RuleViolation as refusal:
            self._refuse_at(PURPOSE, refusal)
            return
        self._accept()
        self.sheet_href = routes.fill(routes.DESK_SHEET, key=str(ordered.id))
        self.sheet_words = wording.EXPORT_READY.format(count=ordered.rows)

    def _refuse_at(self, field: str, refusal: RuleViolation) -> None:
        self._show({field: next(iter(spelled(refusal.problems).values()))})
