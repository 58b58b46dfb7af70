"""ReceptionState: check the papers of a new dossier and receive it (O03)."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import dossier_rows as rows
from dvc_app.state.officer import reception_rows as extra
from dvc_app.state.officer.after_filing import AfterFilingState
from dvc_app.state.officer.office_form import say_office_faults
from dvc_app.state.progress import explain
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import desk, eforms
from dvc_app.wording import reception as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.processing.hold import Held
from services.processing.next_dossier import Stage, next_dossier
from services.processing.open_reception import ReceptionView, open_reception
from services.processing.receive import receive
from services.processing.reception_form import ReceptionForm
from services.processing.save_verdict import save_verdict
from services.signals import dossier_topic

TWICE = "?ban=2"  # one copy for the person, one that the office keeps


class ReceptionState(FormState, AppState):
    """One dossier at the reception, or the receipt it was given."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    form_key: str = ""
    head: rows.Head = rows.Head()
    general: rows.Person = rows.Person()
    papers: rows.Papers = rows.Papers()
    fees: list[rows.FeeRow] = []
    events: list[rows.EventRow] = []
    tabs: list[rows.TabRow] = []
    likely: list[str] = []
    people: extra.People = extra.People([])
    reasons: list[extra.ReasonRow] = []
    wanted: str = ""  # by a colleague, who would take the dossier over
    has_asked: bool = False  # this officer waits for the colleague's word
    progress: str = ""
    still: str = ""
    viewed: rows.FileRow = rows.FileRow()
    holder: str = ""
    may_receive: bool = False
    due: str = ""
    due_why: list[str] = []
    receipt: str = ""
    receipt_line: str = ""
    print_href: str = ""
    details_href: str = ""
    _code: str = ""
    _intent: str = ""
    _version: int = 0
    _pending: dict[str, str] = {}  # paper → kind of reason picked, not yet kept

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the dossier of the address; opening holds it for this officer."""
        code = _code_of(self.router.url.path)
        self._accept()
        if code != self._code:
            self.loaded, self.viewed = False, rows.FileRow()
        self._code, self._intent = code, secrets.token_urlsafe(16)
        self._pending = {}
        self.missing = self.has_no_role = False
        self.details_href = routes.fill(routes.PROCESSING, code=code)
        self.print_href = routes.fill(routes.API_RECEIPT, code=code) + TWICE
        self.form_key = code
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> EventSpec:
        """Show what a colleague, or this officer in another tab, did meanwhile."""
        if self._code:
            await self._read()
        return AfterFilingState.refresh()

    @rx.event
    @allow(Who.OFFICER)
    async def judge(self, paper: str, is_accepted: bool) -> None:
        """Keep ‹Đạt› at once; ‹Chưa đạt› is kept with its reason."""
        if not is_accepted:
            self._pending = {**self._pending, paper: ""}
            await self._read()
            return
        await self._save(paper, True)

    @rx.event
    @allow(Who.OFFICER)
    async def choose_reason(self, paper: str, choice: str) -> None:
        """Keep a reason from the list; another one is written by hand."""
        words = {reason.key: reason.words for reason in self.reasons}
        if choice in words:
            await self._save(paper, False, words[choice])
        elif choice == wording.OTHER:
            self._pending = {**self._pending, paper: choice}
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def write_reason(self, paper: str, text: str) -> None:
        """Keep a reason written by hand."""
        if text.strip():
            await self._save(paper, False, text)

    @rx.event
    @allow(Who.OFFICER)
    async def view(self, file_id: str) -> None:
        """Show a file beside the list."""
        for file in rows.files_in(self.papers):
            if file.id == file_id:
                self.viewed = file

    @rx.event
    @allow(Who.OFFICER)
    async def receive(self, form: dict[str, str]) -> None:
        """Receive; pressing twice shows the same number (R6)."""
        filled = ReceptionForm(
            birth_date=form.get("birth_date", ""),
            phone=form.get("phone", ""),
            version=self._version,
            due_day=form.get("due_day", ""),
            due_reason=form.get("due_reason", ""),
        )
        try:
            await self._run(receive, self._code, filled, self._intent)
        except RuleViolation as refusal:
            said = await self._run(say_office_faults, self._code, refusal.problems)
            self._name_faults(refusal.problems, said)
            return
        except Conflict as conflict:
            await self._explain(conflict)
        else:
            self._accept()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def take_next(self) -> EventSpec | None:
        """Go on with the dossier that is due first."""
        given = await self._run(next_dossier)
        if given is None:
            await self._say(desk.NO_NEXT)
            return rx.redirect(routes.DESK)
        is_new = given.stage is Stage.RECEPTION
        route = routes.RECEPTION if is_new else routes.PROCESSING
        return rx.redirect(routes.fill(route, code=given.code))

    async def _save(self, paper: str, is_accepted: bool, reason: str = "") -> None:
        try:
            await self._run(save_verdict, self._code, paper, is_accepted, reason)
        except RuleViolation as refusal:
            self._show(extra.verdict_faults(paper, refusal.problems))
            return
        except Conflict as conflict:
            await self._explain(conflict)
        else:
            self._pending = {k: v for k, v in self._pending.items() if k != paper}
            self._forget_fault(paper)
        await self._read()

    async def _read(self) -> None:
        try:
            view = await self._run(open_reception, self._code)
        except Forbidden:
            self.has_no_role = True
        except NotFound:
            self.missing = True
        else:
            self._draw(view)
            self._watch(ReceptionState.refresh, dossier_topic(view.head.id))

    def _draw(self, view: ReceptionView) -> None:
        self._version = view.head.version
        head = rows.head_row(view.head, view.left)
        left = wording.TO_RECEIVE.format(left=head.left) if view.may_receive else ""
        self.head = replace(head, left=left)
        self.general = extra.mark_person(rows.person_row(view.general), view.people)
        self.papers = rows.Papers(
            [rows.paper_row(p, self._pending.get(p.code)) for p in view.components],
            [rows.file_row(file) for file in view.other_files],
        )
        self.fees = [rows.fee_row(fee) for fee in view.fees]
        self.events = rows.event_rows(view.timeline)
        names = {paper.code: paper.name for paper in view.components}
        self.likely = extra.warning_rows(view.findings, view.people, names)
        self.people = extra.people_rows(view.people, view.may_receive)
        self.reasons = extra.reason_rows(view.reasons)
        self._draw_hold(view.held)
        self.may_receive = view.may_receive
        self.due = ""
        if view.promise:
            self.due = wording.DUE_IF.format(moment=formats.moment(view.promise.due_at))
        self.due_why = explain(view.promise.lines) if view.promise else []
        self._draw_receipt(view)
        self._draw_progress()
        if not self.viewed.id:
            files = rows.files_in(self.papers)
            self.viewed = next((f for f in files if f.address), rows.FileRow())
        self.loaded = True

    def _draw_hold(self, held: Held) -> None:
        self.holder = wording.HELD.format(name=held.by) if held.by else ""
        is_mine = not held.by and held.asked_by
        wanted = wording.HOLD_WANTED.format(name=held.asked_by) if is_mine else ""
        self.wanted, self.has_asked = wanted, held.is_mine_to_wait

    def _draw_receipt(self, view: ReceptionView) -> None:
        self.receipt = self.receipt_line = ""
        if issued := view.receipt:
            self.receipt = wording.DONE.format(number=issued.number)
            self.receipt_line = wording.DONE_BY.format(
                name=issued.officer,
                issued=formats.moment(issued.issued_at),
                due=formats.moment(issued.due_at),
            )

    def _draw_progress(self) -> None:
        due = [paper for paper in self.papers.rows if paper.needs_verdict]
        left = rows.undone(due)
        self.progress = wording.PROGRESS.format(done=len(due) - left, all=len(due))
        self.still = wording.STILL.format(count=left) if left else ""
        is_open = self.may_receive
        undone = wording.UNDONE.format(count=left) if left and is_open else ""
        self.tabs = [
            rows.TabRow("chung", wording.GENERAL, self._faults_in("chung")),
            rows.TabRow("chi-tiet", eforms.DETAILS, self._faults_in("chi-tiet")),
            rows.TabRow(
                "thanh-phan",
                wording.COMPONENTS,
                self._faults_in("thanh-phan") or undone,
            ),
            rows.TabRow("phi", wording.FEES),
            rows.TabRow("lich-su", wording.HISTORY),
        ]

    def _name_faults(
        self, problems: Mapping[str, str], office: Mapping[str, str]
    ) -> None:
        problems = {f: k for f, k in problems.items() if f not in office}
        names = {f"component.{paper.code}": paper.name for paper in self.papers.rows}
        own = {f: wording.FAULTS[k] for f, k in problems.items() if k in wording.FAULTS}
        rest = spelled({f: k for f, k in problems.items() if f not in own})
        sentences = {
            field: f"{names[field]}: {words}" if field in names else words
            for field, words in (rest | own).items()
        }
        self._show(sentences | office)
        self._draw_progress()

    def _faults_in(self, tab: str) -> str:
        count = sum(1 for field in self.problems if extra.tab_of(field) == tab)
        return wording.FAULTS_HERE.format(count=count) if count else ""

    def _forget_fault(self, paper: str) -> None:
        """Take away what was said of a paper once it is mended."""
        mended = {f"component.{paper}", f"reason.{paper}"}
        rest = {f: w for f, w in self.problems.items() if f not in mended}
        if len(rest) == len(self.problems):
            return
        attempt = self.attempt
        self._show(rest)
        self.attempt = attempt if rest else ""  # focus stays where the officer works

    async def _explain(self, conflict: Conflict) -> None:
        """Say who was faster, or that there is a newer state to look at."""
        await self._say(extra.conflict_words(conflict), "warn")


def _code_of(path: str) -> str:
    """Return the code in /can-bo/ho-so/{code}/tiep-nhan."""
    parts = path.strip("/").split("/")
    return parts[2][:60] if len(parts) > 2 else ""
