"""What did not match between the ledgers: the list of who answers for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.corrections import PAGE_KEY, page_of
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import till as wording
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.dues.odd_lines import (
    PAGE_SIZE,
    LooseTransfer,
    OddLine,
    OddLines,
    Run,
    odd_lines,
    settle_transfer,
)
from services.payments.settle_difference import settle_difference

ALL_KEY, ALL = "xem", "tat-ca"
FAULTS = faults.SENTENCES | wording.FAULTS


@dataclass(frozen=True)
class OddRow:
    """One line in words."""

    id: str
    day: str
    gateway: str
    number: str
    fault: str
    advice: str
    ours: str
    theirs: str
    href: str
    standing: str  # how it was settled; empty: it waits


@dataclass(frozen=True)
class TransferRow:
    """Money of nobody in words."""

    id: str
    words: str


class OddLinesState(FormState, AppState):
    """The odd lines, the last runs, and money that names no request."""

    loaded: bool = False
    has_no_role: bool = False
    shows_all: bool = False
    rows: list[OddRow] = []
    runs: list[str] = []
    transfers: list[TransferRow] = []
    pages: str = ""
    before: str = ""
    after: str = ""
    form_key: str = ""
    _page: int = 1

    @rx.event
    @allow(Who.OFFICER, Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Show the page the address names."""
        self.loaded = self.has_no_role = False
        self._accept()
        given = self.router.url.query_parameters
        self.shows_all = given.get(ALL_KEY, "") == ALL
        self._page = page_of(given.get(PAGE_KEY, ""))
        await self._read()

    @rx.event
    @allow(Who.OFFICER, Who.ADMINISTRATOR)
    async def settle(self, form: dict[str, str]) -> None:
        """Close a line with what was done about it."""
        await self._close(settle_difference, form)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def settle_transfer(self, form: dict[str, str]) -> None:
        """Close money of nobody with what was done about it."""
        await self._close(settle_transfer, form)

    async def _close(self, use_case: Callable[..., Any], form: dict[str, str]) -> None:
        # Any: the use case of the line, or of the transfer.
        line = form.get("line", "")
        field = f"note.{line}"
        try:
            await self._run(use_case, _id_of(line), form.get(field, ""))
        except RuleViolation as refusal:
            [key] = refusal.problems.values()
            self._refuse({field: key}, FAULTS)
            return
        self._accept()
        await self._say(wording.SETTLED, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(odd_lines, self.shows_all, self._page)
        except (Forbidden, NotFound):
            self.has_no_role = self.loaded = True
            return
        self._draw(found)
        self.loaded = True

    def _draw(self, found: OddLines) -> None:
        self.rows = [odd_row(line) for line in found.rows]
        self.runs = [run_line(run) for run in found.runs]
        self.transfers = [transfer_row(one) for one in found.transfers]
        self.form_key = "-".join(row.id[:8] for row in self.rows)
        count = max(1, -(-found.total // PAGE_SIZE))
        pages = wording.PAGES.format(page=found.page, count=count)
        self.pages = pages if count > 1 else ""
        self.before = self._address(found.page - 1) if found.page > 1 else ""
        self.after = self._address(found.page + 1) if found.page < count else ""

    def _address(self, page: int) -> str:
        every = f"{ALL_KEY}={ALL}&" if self.shows_all else ""
        return f"{routes.ODD_LINES}?{every}{PAGE_KEY}={page}"


def odd_row(line: OddLine) -> OddRow:
    """Return a line in words."""
    fault, advice = wording.FAULTS_OF_LEDGER[line.fault]
    due = str(line.request_id) if line.request_id else ""
    return OddRow(
        id=str(line.id),
        day=formats.day(line.day),
        gateway=wording.GATEWAYS.get(line.gateway, line.gateway),
        number=line.number,
        fault=fault,
        advice=advice,
        ours=_side(line.ours),
        theirs=_side(line.theirs),
        href=routes.fill(routes.TILL_ONE, due=due) if due else "",
        standing=_standing(line),
    )


def run_line(run: Run) -> str:
    """Return one comparison in words."""
    words = wording.RUN_SILENT if run.failure else wording.RUN_LINE
    return words.format(
        gateway=wording.GATEWAYS.get(run.gateway, run.gateway),
        day=formats.day(run.day),
        matched=formats.number(run.matched),
        odd=formats.number(run.odd),
    )


def transfer_row(one: LooseTransfer) -> TransferRow:
    """Return money of nobody in words."""
    words = wording.TRANSFER_LINE.format(
        amount=formats.dong(one.amount),
        account=one.account,
        at=formats.moment(one.at),
        words=one.words,
    )
    return TransferRow(str(one.id), words)


def _id_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("line") from None


def _side(side: dict[str, str]) -> str:
    if not side:
        return wording.NOT_THERE
    amount = formats.dong(int(side.get("amount", "0")))
    number = side.get("transaction") or "–"
    return wording.SIDE.format(amount=amount, transaction=number)


def _standing(line: OddLine) -> str:
    if line.settled_at is None:
        return ""
    at = formats.short_moment(line.settled_at)
    if line.settled_how == "by_hand":
        return wording.SETTLED_BY_HAND.format(at=at, note=line.note)
    return wording.SETTLED_BY_ITSELF.format(at=at)
