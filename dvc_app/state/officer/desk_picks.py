"""DeskPicksState: one act upon the rows that were ticked (O02)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.desk import DeskState
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk as wording
from dvc_app.wording import handing, processing
from dvc_app.wording.faults import SENTENCES
from services.core.errors import RuleViolation, ServiceError
from services.oversight.in_bulk import RowDone, ask_all, reassign_all, take_all
from services.processing.desk_row import DeskRow
from services.work import Role

CODE_KEY = "ma"  # of the address that prints several receipts
OFFICER, REASON, ASK_REASON = "can-bo-nhan", "ly-do-chuyen", "ly-do-xin"
SHORTEST = 5
KNOWN = (
    handing.FAULTS
    | processing.CONFLICTS
    | processing.FORBIDDEN
    | processing.FAULTS
    | SENTENCES
)


@dataclass(frozen=True)
class ResultRow:
    """What became of one dossier."""

    code: str
    words: str
    css: str


class DeskPicksState(FormState, AppState):
    """What is ticked, what may be done with all of it, and what became of it."""

    picked: list[str] = []
    words: str = ""
    may_take: bool = False
    may_give: bool = False
    may_ask: bool = False
    has_none: bool = False  # no act is valid for every chosen row
    print_href: str = ""
    results: list[ResultRow] = []
    results_words: str = ""
    round: str = ""  # the boxes are drawn anew when it changes
    all_on: bool = False

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Begin with nothing chosen: another list is open."""
        self.results, self.results_words = [], ""
        await self._choose([], is_anew=True)

    @rx.event
    @allow(Who.OFFICER)
    async def pick(self, row_id: str, is_on: bool) -> None:
        """Tick a row, or take the tick away."""
        rest = [one for one in self.picked if one != row_id]
        await self._choose([*rest, row_id] if is_on else rest)

    @rx.event
    @allow(Who.OFFICER)
    async def pick_all(self, is_on: bool) -> None:
        """Tick every row of the page, or none."""
        shown = (await self.get_state(DeskState)).lines
        rows = [line.id for line in shown if not line.is_gone] if is_on else []
        self.all_on = is_on
        await self._choose(rows, is_anew=True)

    @rx.event
    @allow(Who.OFFICER)
    async def unpick(self) -> None:
        """Take every tick away."""
        await self._choose([], is_anew=True)

    @rx.event
    @allow(Who.OFFICER)
    async def take(self) -> None:
        """Take the steps of every chosen dossier."""
        await self._do(take_all)

    @rx.event
    @allow(Who.OFFICER)
    async def take_one(self, row_id: str) -> None:
        """Take the step of one dossier, from the menu of its row."""
        self.picked = [row_id]
        await self._do(take_all)

    @rx.event
    @allow(Who.OFFICER)
    async def give(self, form: dict[str, str]) -> None:
        """Give every chosen dossier to one officer of the unit."""
        reason = form.get(REASON, "").strip()
        problems = _short(REASON, reason)
        try:
            officer_id = UUID(form.get(OFFICER, ""))
        except ValueError:
            problems = {OFFICER: wording.GIVE_MISSING} | problems
        if problems:
            self._show(problems)
            return
        await self._do(reassign_all, officer_id, reason)

    @rx.event
    @allow(Who.OFFICER)
    async def ask(self, form: dict[str, str]) -> None:
        """Ask the colleagues who hold the chosen dossiers."""
        reason = form.get(ASK_REASON, "").strip()
        if problems := _short(ASK_REASON, reason):
            self._show(problems)
            return
        await self._do(ask_all, reason)

    async def _do(self, act: Callable[..., Sequence[RowDone]], *details: Any) -> None:
        # Any: what the act needs beside the codes.
        self._accept()
        rows = await self._chosen()
        done = await self._run_apart(act, [row.code for row in rows], *details)
        self.results = [_result(one) for one in done]
        count = sum(one.is_done for one in done)
        self.results_words = wording.DONE_ROWS.format(done=count, total=len(done))
        await (await self.get_state(DeskState))._reread()
        await self._choose([], is_anew=True)

    async def _choose(self, ids: list[str], is_anew: bool = False) -> None:
        self.picked = ids
        if is_anew:
            self.round = str(int(self.round or 0) + 1)
            self.all_on = self.all_on and bool(ids)
        rows = await self._chosen()
        mine = self._actor().roles
        self.words = wording.PICKED.format(count=len(rows))
        self.may_take = bool(rows) and all(row.may_take for row in rows)
        self.may_give = (
            bool(rows) and Role.APPROVER in mine and all(row.is_running for row in rows)
        )
        self.may_ask = (
            bool(rows)
            and bool(mine & {Role.PROCESSING, Role.APPROVER})
            and all(_is_a_colleague_s(row) for row in rows)
        )
        is_printed = bool(rows) and all(row.has_receipt for row in rows)
        codes = urlencode([(CODE_KEY, row.code) for row in rows])
        self.print_href = f"{routes.RECEIPTS_SHEET}?{codes}" if is_printed else ""
        acts = (self.may_take, self.may_give, self.may_ask, is_printed)
        self.has_none = bool(rows) and not any(acts)

    async def _chosen(self) -> list[DeskRow]:
        shown = (await self.get_state(DeskState))._rows
        return [shown[one] for one in self.picked if one in shown]


def _is_a_colleague_s(row: DeskRow) -> bool:
    return row.is_running and row.holder_id is not None and not row.is_mine


def _short(field: str, text: str) -> dict[str, str]:
    return {field: wording.WHY_MISSING} if len(text) < SHORTEST else {}


def _result(done: RowDone) -> ResultRow:
    if done.refused is None:
        return ResultRow(done.code, wording.ROW_DONE, "tag tag--done")
    return ResultRow(done.code, why_refused(done.refused), "tag tag--late wrap")


def why_refused(refused: ServiceError) -> str:
    """Return why a row was refused, as a press on it alone would say."""
    if isinstance(refused, RuleViolation):
        key, name = next(iter(refused.problems.values()), ""), ""
    else:
        key, name, *_ = (*(str(part) for part in refused.args), "", "")
    if key in KNOWN:
        return KNOWN[key].format(name=name)
    return sentence(refused)
