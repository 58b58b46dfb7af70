"""ReportState: numbers of the unit for a period, each with its list (O13)."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import register_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk
from dvc_app.wording import registers as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.registers.ask_export import ExportOrder, ask_export
from services.registers.digitised import Digitised, digitised
from services.registers.grouping import GroupBy
from services.registers.models import ExportKind
from services.registers.summarise import MOST_LINES, Report, summarise
from services.work import Role

FIELDS = {"from_day": rows.FROM_DAY, "to_day": rows.TO_DAY}


class ReportState(FormState, AppState):
    """One report; period and grouping stand in the address."""

    loaded: bool = False
    has_no_role: bool = False
    filters: dict[str, str] = {}
    filters_key: str = ""
    by: str = str(GroupBy.PROCEDURE)
    bys: list[rows.Choice] = []
    channels: list[rows.Choice] = [
        rows.Choice(str(channel), words) for channel, words in desk.CHANNELS.items()
    ]
    blocks: list[rows.FigureBlock] = []
    lines: list[rows.ReportRow] = []
    on_time: str = ""
    online: str = ""
    digitised: list[rows.ShareLine] = []
    papers_kept: str = ""
    counted: str = ""
    caption: str = ""
    cut: str = ""
    book_href: str = routes.REGISTER_BOOK
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Count what the address asks for."""
        self._accept()
        self.loaded = self.has_no_role = False
        given = self.router.url.query_parameters
        self.filters = {**rows.filters_of(given), rows.FIGURE: ""}
        self.by = str(given.get(rows.BY, "")) or str(GroupBy.PROCEDURE)
        self.filters_key = rows.address("", self.filters, **{rows.BY: self.by})
        self._intent = secrets.token_urlsafe(16)
        self.bys = self._offered()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> EventSpec | None:
        """Go to the address of what was chosen, or say what to correct."""
        typed = rows.filters_of(form)
        _, problems = rows.read_days(typed)
        if problems:
            self._show(spelled(problems))
            return None
        by = str(form.get(rows.BY, ""))[: rows.LONGEST]
        return rx.redirect(rows.address(routes.REPORTS, typed, **{rows.BY: by}))

    @rx.event
    @allow(Who.OFFICER)
    async def export(self) -> None:
        """Have the report made as a sheet; pressed twice, it is made once."""
        wanted = rows.wanted_of(self.filters)
        order = ExportOrder(str(ExportKind.REPORT), self.by)
        try:
            await self._run(ask_export, wanted, order, self._intent)
        except RuleViolation as refusal:
            self._name_faults(refusal)
        else:
            await self._say(wording.EXPORT_ASKED, "done")

    async def _read(self) -> None:
        wanted = rows.wanted_of(self.filters)
        try:
            found = await self._run(summarise, wanted, self.by)
            kept = await self._run(digitised, wanted)
        except RuleViolation as refusal:
            self._name_faults(refusal)
            self.lines, self.blocks = [], []
        except (Forbidden, NotFound):
            self.has_no_role = True
        else:
            self._draw(found)
            self._draw_digitised(kept)
        self.loaded = True

    def _draw(self, found: Report) -> None:
        self.counted = rows.counted(found.span, formats.moment(found.counted_at))
        self.blocks = rows.blocks(found, self.filters)
        self.lines = rows.report_rows(found, self.filters)
        self.on_time, self.online = rows.share(found.on_time), rows.share(found.online)
        self.caption = wording.GROUP_CAPTION.format(by=wording.BYS[found.by])
        count = formats.number(MOST_LINES)
        self.cut = wording.IS_CUT.format(count=count) if found.is_cut else ""
        self.book_href = rows.address(routes.REGISTER_BOOK, self.filters)

    def _draw_digitised(self, kept: Digitised) -> None:
        self.digitised = rows.digitised_lines(kept)
        papers = formats.number(kept.papers)
        self.papers_kept = wording.PAPERS_KEPT.format(papers=papers)

    def _offered(self) -> list[rows.Choice]:
        """Sums of the units below are a leader's alone."""
        is_leader = Role.APPROVER in self._actor().roles
        return [
            rows.Choice(str(by), words)
            for by, words in wording.BYS.items()
            if is_leader or by is not GroupBy.UNIT
        ]

    def _name_faults(self, refusal: RuleViolation) -> None:
        own = {
            FIELDS.get(field, field): wording.FAULTS[key]
            for field, key in refusal.problems.items()
            if key in wording.FAULTS
        }
        rest = {f: k for f, k in refusal.problems.items() if k not in wording.FAULTS}
        self._show(own | spelled(rest))
