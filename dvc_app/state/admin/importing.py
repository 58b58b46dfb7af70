"""Inviting many officers from a sheet: tried first, then taken whole (A01)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import reflex as rx

from dvc_app import routes
from dvc_app.state.admin.accounts import WAITING
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import administration as wording
from dvc_app.wording import faults
from services.administration.import_officers import (
    ImportReport,
    RowVerdict,
    import_officers,
)
from services.core.errors import RuleViolation


@dataclass(frozen=True)
class VerdictRow:
    """One row of the sheet as judged."""

    line: str
    name: str
    account: str
    words: str
    is_fine: bool


class ImportState(FormState, AppState):
    """What was pasted last, and how its rows were judged."""

    rows: list[VerdictRow] = []
    said: str = ""
    is_fine: bool = False
    is_done: bool = False
    waiting: str = f"{routes.ADMIN_ACCOUNTS}?{WAITING}=1"
    take_words: str = ""
    _pasted: str = ""

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Begin empty."""
        self._accept()
        self.rows, self.said, self._pasted = [], "", ""
        self.is_fine = self.is_done = False
        self.busy = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def try_out(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Judge every row; nothing is created."""
        self.busy, self._pasted = True, form.get("rows", "")
        yield
        await self._import(is_trial=True)
        self.busy = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def take(self) -> AsyncIterator[None]:
        """Create every account of the rows that were tried."""
        if not self.is_fine:
            return
        self.busy = True
        yield
        try:
            await self._import(is_trial=False)
        finally:
            self.busy = False

    async def _import(self, is_trial: bool) -> None:
        names = wording.ROLE_NAMES
        try:
            report = await self._run(import_officers, self._pasted, names, is_trial)
        except RuleViolation as refusal:
            self.rows, self.said = [], ""
            self.is_fine = self.is_done = False
            self._show(faults.spelled(refusal.problems))
        else:
            self._accept()
            self._draw(report)

    def _draw(self, report: ImportReport) -> None:
        count = len(report.rows)
        self.rows = [_row(row) for row in report.rows]
        self.is_fine = not report.faulty and not report.is_done
        self.is_done = report.is_done
        self.take_words = wording.TAKE.format(count=count)
        words = wording.TAKEN if report.is_done else wording.TRIED
        chosen = wording.FAULTY if report.faulty else words
        self.said = chosen.format(count=count, faulty=report.faulty)


def _row(row: RowVerdict) -> VerdictRow:
    words = ". ".join(faults.spelled(row.problems).values())
    return VerdictRow(
        line=str(row.line),
        name=row.full_name,
        account=row.sign_in_name,
        words=words or wording.FINE,
        is_fine=not row.problems,
    )
