"""The card “Phí, lệ phí” beside a dossier: what was asked for, and is it paid."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import till as wording
from services.core.errors import Forbidden, NotFound
from services.dues.office_dues import OfficeDue, OfficeDues, office_dues
from services.signals import dossier_topic


@dataclass(frozen=True)
class OfficeDueRow:
    """One sum in words, and the page where it is dealt with."""

    id: str
    amount: str
    moment: str
    state: str
    state_css: str
    href: str


class OfficeDuesState(AppState):
    """The sums of the dossier of the address; they change when money arrives."""

    rows: list[OfficeDueRow] = []
    owed: str = ""  # empty: nothing is owed
    owed_words: str = ""
    pay_href: str = ""  # the sum that stands in the way of the result
    ask_href: str = ""  # empty: this officer asks for nothing now
    _code: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the sums of the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[2][:60] if len(parts) > 2 else ""
        found = await self._find()
        if found is not None:
            self._watch(OfficeDuesState.refresh, dossier_topic(found.dossier_id))

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read them again: money came, or a colleague asked for some."""
        if self._code:
            await self._find()

    async def _find(self) -> OfficeDues | None:
        try:
            found = await self._run(office_dues, self._code)
        except (NotFound, Forbidden):
            found = None
        self._draw(found)
        return found

    def _draw(self, found: OfficeDues | None) -> None:
        self.rows, self.owed, self.owed_words = [], "", ""
        self.pay_href = self.ask_href = ""
        if found is None:
            return
        self.rows = [office_due_row(row) for row in found.rows]
        if found.may_ask:
            self.ask_href = routes.fill(routes.ASK_DUE, code=self._code)
        if found.first_open is not None:
            self.owed = formats.dong(found.owed)
            self.owed_words = wording.OWED_FIRST.format(amount=self.owed)
            self.pay_href = _address(found.first_open)


def office_due_row(row: OfficeDue) -> OfficeDueRow:
    """Return one sum in words."""
    state, css = wording.STATES[row.state]
    return OfficeDueRow(
        id=str(row.id),
        amount=formats.dong(row.amount),
        moment=wording.MOMENTS[row.moment],
        state=state,
        state_css=css,
        href=_address(row),
    )


def _address(row: OfficeDue) -> str:
    return routes.fill(routes.TILL_ONE, due=str(row.id))
