"""ProcessingState: one dossier, its next act, its result (O05, O08)."""

import secrets
from collections.abc import Mapping
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import dossier_rows as rows
from dvc_app.state.officer import processing_rows as acts
from dvc_app.state.officer.after_filing import AfterFilingState
from dvc_app.state.officer.handing_rows import EMPTY as EMPTY_DESK
from dvc_app.state.officer.handing_rows import Desk, desk_of
from dvc_app.state.officer.handover import handover_of
from dvc_app.state.progress import explain
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eforms, handing, reception, status_sync
from dvc_app.wording import processing as wording
from dvc_app.wording.faults import spelled
from services.core import clock
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.files.discard import discard
from services.processing.finish_step import Finding
from services.processing.open_processing import ProcessingView
from services.processing.take_step import take_step
from services.results.approve_result import approve_result
from services.results.attach_result import attach_result
from services.results.models import ResultForm
from services.results.open_desk import open_desk
from services.results.open_result import ResultView
from services.results.remove_result import remove_result
from services.results.return_result import return_result
from services.signals import dossier_topic

EMPTY = {Fault.REQUIRED, Fault.NOTE_SHORT, Fault.NAME_SHORT}
TABS = [
    rows.TabRow("chung", reception.GENERAL),
    rows.TabRow("chi-tiet", eforms.DETAILS),
    rows.TabRow("thanh-phan", reception.COMPONENTS),
    rows.TabRow("trao-doi", handing.TAB_TALK),
    rows.TabRow("van-ban", handing.TAB_PAPERS),
    rows.TabRow("lich-su", reception.HISTORY),
    rows.TabRow("dong-bo", status_sync.CARD),
]


class ProcessingState(FormState, AppState):
    """One dossier as an officer of its agency sees it."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    form_key: str = ""  # the act's fields are drawn anew when the act is another one
    head: rows.Head = rows.Head()
    general: rows.Person = rows.Person()
    papers: rows.Papers = rows.Papers()
    events: list[rows.EventRow] = []
    land_wish: str = ""  # what the land registry waits for
    steps: list[acts.StepRow] = []
    desk: Desk = EMPTY_DESK
    why: list[str] = []  # why the promise is that day
    seen: str = ""  # the version acts are upon
    tabs: list[rows.TabRow] = TABS
    viewed: rows.FileRow = rows.FileRow()
    act: str = ""
    act_lead: str = ""
    no_act: str = ""
    result_act: str = ""
    result: acts.ResultRow = acts.ResultRow()
    can_correct: bool = False
    sent_files: list[rows.FileRow] = []
    sent_ids: list[str] = []
    is_sent: bool = False
    result_endpoint: str = ""
    reception_href: str = ""
    print_href: str = ""
    _code: str = ""
    _intent: str = ""
    _version: int = 0

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the dossier of the address."""
        code = _code_of(self.router.url.path)
        self._accept()
        if code != self._code:
            self.loaded, self.viewed = False, rows.FileRow()
        self._code = code
        self.missing = self.has_no_role = False
        self.result_endpoint = routes.fill(routes.API_RESULT_UPLOADS, code=code)
        self.reception_href = routes.fill(routes.RECEPTION, code=code)
        self._renew()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> EventSpec:
        """Show what happened meanwhile."""
        if self._code:
            await self._read()
        return AfterFilingState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def view(self, file_id: str) -> None:
        """Show a file beside the list."""
        for file in rows.files_in(self.papers):
            if file.id == file_id:
                self.viewed = file

    @rx.event
    @allow(Who.OFFICER)
    async def take(self) -> None:
        """Take the step under way."""
        try:
            taken = await self._run(take_step, self._code)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            due = formats.moment(taken.due_at)
            await self._done(wording.TOOK.format(step=taken.step, due=due))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def finish(self, form: dict[str, str]) -> None:
        """Finish the step, or approve; pressing twice does it once (R6)."""
        opinion, without = form.get("opinion", ""), form.get("without", "")
        found = Finding(opinion, form.get("way", ""), without)
        try:
            done = await self._run(
                approve_result, self._code, found, self._intent, self._version
            )
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
            return
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            text = wording.FINISHED if done.next_step else wording.APPROVED
            await self._done(text.format(step=done.step, next=done.next_step))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def attach(self, form: dict[str, str]) -> None:
        """Attach the file that was sent as the result."""
        if not self.sent_ids:
            self._name_faults({"file": "file_missing"})
            return
        number, file_id = form.get("number", ""), UUID(self.sent_ids[-1])
        is_digital = form.get("form") == ResultForm.DIGITAL
        kind = ResultForm.DIGITAL if is_digital else ResultForm.PAPER
        try:
            done = await self._run(attach_result, self._code, file_id, number, kind)
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
            return
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()  # the opinion being written stays
            await self._say(wording.ATTACHED_NOW.format(number=done.number), "done")
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def remove(self) -> None:
        """Take the result back before it is approved."""
        try:
            await self._run(remove_result, self._code)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()
            await self._say(wording.REMOVED_NOW, "done")
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def remove_file(self, file_id: str) -> None:
        """Remove a file that was sent and not attached."""
        if file_id in {file.id for file in self.sent_files}:
            await self._run(discard, UUID(file_id))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def hand_over(self, form: dict[str, str]) -> None:
        """Return the result to whoever came for it (trả kết quả)."""
        asked = (form.get("received_by", ""), self._intent, handover_of(form))
        try:
            done = await self._run(return_result, self._code, *asked)
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
            return
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            await self._done(wording.RETURNED.format(name=done.received_by))
        await self._read()

    async def _read(self) -> None:
        try:
            view, result = await self._run(open_desk, self._code)
        except Forbidden:
            self.has_no_role = True
        except NotFound:
            self.missing = True
        else:
            self._draw(view, result)
            self._watch(ProcessingState.refresh, dossier_topic(view.head.id))

    def _draw(self, view: ProcessingView, result: ResultView | None) -> None:
        self._version = view.head.version
        self.head = rows.head_row(view.head, view.left)
        self.general = rows.person_row(view.general)
        self.papers = rows.Papers(
            [rows.paper_row(paper) for paper in view.components],
            [rows.file_row(file) for file in view.other_files],
        )
        self.events = rows.event_rows(view.timeline)
        self.land_wish = rows.land_wish(view.timeline)
        self.steps = acts.step_rows(view)
        self._draw_desk(view)
        self._draw_acts(view)
        self._draw_result(view, result)
        received = view.head.received_at is not None
        receipt = routes.fill(routes.API_RECEIPT, code=view.head.code)
        self.print_href = receipt if received else ""
        if not self.viewed.id:
            files = rows.files_in(self.papers)
            self.viewed = next((f for f in files if f.address), rows.FileRow())
        self.loaded = True

    def _draw_desk(self, view: ProcessingView) -> None:
        """Draw what passes between officers."""
        me, step = str(self._actor().account_id), acts.current(view.steps)
        self.desk = desk_of(view, step, me, clock.now())
        self.why = explain(view.promise)
        self.seen = str(view.head.version)

    def _draw_acts(self, view: ProcessingView) -> None:
        act = acts.main_act(view.acts)
        if act != self.act:
            self._renew()
        self.act, self.result_act = act, acts.result_act(view.acts)
        self.act_lead = acts.lead(act, acts.current(view.steps))
        self.no_act = "" if act else acts.why_no_act(view, self._actor())

    def _draw_result(self, view: ProcessingView, result: ResultView | None) -> None:
        self.result = acts.result_row(result)
        self.can_correct = acts.may_correct(view, result, self._actor())
        sent = [file for file in view.result_files if str(file.id) != self.result.id]
        self.sent_files = [rows.file_row(file) for file in sent]
        self.sent_ids = [file.id for file in self.sent_files]
        self.is_sent = any(file.address for file in self.sent_files)

    def _renew(self) -> None:
        """Begin another act: a new press, and empty fields."""
        self._intent = secrets.token_urlsafe(16)
        self.form_key = f"{self._code}-{self._intent[:6]}"

    def _name_faults(self, problems: Mapping[str, str]) -> None:
        known = wording.FAULTS | handing.FAULTS
        own = {f: known[k] for f, k in problems.items() if k in known}
        rest = spelled({f: k for f, k in problems.items() if f not in own})
        empty = {f for f, k in problems.items() if k in EMPTY} & wording.REQUIRED.keys()
        better = {field: wording.REQUIRED[field] for field in empty}
        self._show(rest | own | better)

    async def _done(self, text: str) -> None:
        self._accept()
        self._renew()
        await self._say(text, "done")

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        """Say who was faster, or why this officer may not."""
        kind, name, *_ = (*(str(part) for part in refusal.args), "", "")
        known = wording.CONFLICTS | wording.FORBIDDEN
        if kind not in known:
            raise refusal
        self._accept()
        await self._say(known[kind].format(name=name), "warn")


def _code_of(path: str) -> str:
    """Return the code in /can-bo/ho-so/{code}."""
    parts = path.strip("/").split("/")
    return parts[2][:60] if len(parts) > 2 else ""
