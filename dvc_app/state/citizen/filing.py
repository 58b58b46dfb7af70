"""The wizard over one draft: steps 1 to 6 (C10–C14)."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.acting import OwnerRow, PrincipalRow, owner_row, principal_row
from dvc_app.state.base import AppState
from dvc_app.state.citizen import filing_rows as rows
from dvc_app.state.citizen import paper_rows
from dvc_app.state.forms import FormState
from dvc_app.state.progress import explain
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import filing as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core import clock
from services.core.errors import NotFound, RuleViolation
from services.delegations.list_delegations import people_i_act_for
from services.dossiers.check_step import check_step
from services.dossiers.choose_agency import choose_agency, set_step
from services.dossiers.choose_principal import choose_principal
from services.dossiers.open_draft import is_own_draft, open_draft
from services.dossiers.rules import Step
from services.dossiers.save_answers import Answer, SavedAt, save_answers
from services.dossiers.views import DraftView
from services.files.discard import discard, restore
from services.signals import delegations_topic, dossier_topic
from services.work import Work

STEP_OF_PATH = {
    route.rpartition("/")[2]: step for step, route in rows.ROUTE_OF_STEP.items()
}
NOWHERE = UUID(int=0)


@dataclass(frozen=True)
class Choice:
    """One choice among a few."""

    value: str
    words: str


class FilingState(FormState, AppState):
    """One draft as the page shows it; everything typed lies in the database."""

    loaded: bool = False
    missing: bool = False
    draft_id: str = ""
    form_key: str = ""  # changes when the fields must be drawn anew
    procedure_name: str = ""
    agency_name: str = ""
    step_caption: str = ""
    steps: list[rows.StepRow] = []
    saved: str = ""
    values: dict[str, str] = {}
    badges: dict[str, str] = {}
    fixed: dict[str, bool] = {}
    units: list[rows.UnitRow] = []
    unit_id: str = ""
    cases: list[Choice] = []
    papers: list[paper_rows.PaperRow] = []
    removed_file: str = ""
    fees: list[rows.FeeRow] = []
    total: str = ""
    due_day: str = ""
    due_lines: list[str] = []
    people: list[PrincipalRow] = []  # whom the person may file for
    principal_id: str = ""  # the delegation chosen; empty for oneself
    owner: OwnerRow = OwnerRow()
    is_stopped: bool = False  # the right to act has ended
    stopped_name: str = ""
    is_at_counter: bool = False  # an officer has the draft open
    _step: Step = Step.AGENCY
    _faults: dict[str, str] = {}  # the last refusal, by key

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> EventSpec | None:
        """Open the draft of the address at its step."""
        parts = self.router.url.path.strip("/").split("/")
        draft_id, path = (parts[1], parts[2]) if len(parts) > 2 else ("", "")
        self._step = STEP_OF_PATH.get(path, Step.AGENCY)
        self._accept()
        self.missing, self.removed_file = False, ""
        if draft_id != self.draft_id:
            self.loaded = False
        self.draft_id = draft_id
        self.form_key = f"{draft_id}-{self._step}"
        if await self._run(is_own_draft, self._id()):
            # Watched once it is theirs, then read: a change in between is not lost.
            mine = delegations_topic(self._actor().account_id or NOWHERE)
            self._watch(FilingState.refresh, dossier_topic(self._id()), mine)
        return await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> EventSpec | None:
        """Read the draft again: a file was checked, or another tab changed it."""
        return await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def save_field(self, field: str, text: str) -> None:
        """Keep what was typed, as it was typed, when the field is left (R1)."""
        if self.values.get(field, "") == text:
            return
        await self._save({field: text})

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_unit(self, form: dict[str, str]) -> EventSpec | None:
        """Take another unit, and go on."""
        chosen = form.get("agency", "")
        if chosen not in {unit.id for unit in self.units}:
            self._refuse({"agency": "agency_missing"}, FAULTS)
            return None
        await self._run(choose_agency, self._id(), UUID(chosen))
        return await self._go_on()

    @rx.event
    @allow(Who.CITIZEN)
    async def go_on(self, form: dict[str, str]) -> EventSpec | None:
        """Keep what the form holds, check the step, and go to the next (R8)."""
        return await self._keep_and_go_on(form)

    async def _keep_and_go_on(self, form: dict[str, str]) -> EventSpec | None:
        typed = {
            field: text
            for field, text in form.items()
            if field in self.values and not self.fixed.get(field)
        }
        await self._save(typed)
        return await self._go_on()

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_case(self, case_id: str) -> EventSpec | None:
        """Take the case the person is in; its papers replace the others."""
        await self._save({"case_id": case_id})
        return await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def choose_principal(self, delegation_id: str) -> EventSpec | None:
        """File for somebody one acts for, or for oneself; the owner's fields change."""
        chosen = _uuid(delegation_id)
        await self._run(choose_principal, self._id(), chosen)
        self.form_key = f"{self.draft_id}-{self._step}-{delegation_id}"
        self._accept()
        return await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def remove_file(self, file_id: str) -> EventSpec | None:
        """Remove a file; for ten seconds it can be brought back (R21)."""
        await self._run(discard, _uuid(file_id))
        self.removed_file = file_id
        return await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def restore_file(self) -> EventSpec | None:
        """Bring the last removed file back."""
        if self.removed_file:
            await self._run(restore, _uuid(self.removed_file))
        self.removed_file = ""
        return await self._read()

    async def _read(self) -> EventSpec | None:
        try:
            view = await self._run(open_draft, self._id())
        except NotFound:
            self.missing, self.loaded = True, False
            return None
        if self._step is Step.AGENCY:
            people = await self._run(people_i_act_for)
            self.people = [principal_row(acting) for acting in people]
        if view.code:  # handed in already, here or in another tab
            return rx.redirect(routes.fill(routes.ACKNOWLEDGEMENT, code=view.code))
        self._draw(view)
        return None

    def _draw(self, view: DraftView) -> None:
        self.procedure_name = view.procedure_name
        self.agency_name = view.agency_name
        self.step_caption = rows.caption(self._step)
        self.steps = rows.step_rows(self.draft_id, self._step, Step(view.step))
        self.saved = wording.SAVED.format(time=formats.clock_time(view.saved_at))
        self.values = {name: shown.text for name, shown in view.answers.items()}
        self.badges = {
            name: wording.BADGES[shown.source] for name, shown in view.answers.items()
        }
        self.fixed = {name: shown.is_fixed for name, shown in view.answers.items()}
        self.owner = owner_row(view.acting if view.may_act else None)
        self.is_stopped = not view.may_act
        self.is_at_counter = view.is_at_counter
        self.stopped_name = view.acting.name if view.acting else ""
        chosen = view.acting.delegation_id if view.acting else ""
        self.principal_id = str(chosen)
        self._draw_units(view)
        self.unit_id = str(view.agency_id or "")
        self.cases = [Choice(str(case.id), case.name) for case in view.cases]
        self._draw_papers(view)
        self.fees = [rows.fee_row(fee) for fee in view.fees]
        self.total = rows.total_of(view.fees)
        self.due_day = formats.day(view.promise.due_at) if view.promise else ""
        self.due_lines = explain(view.promise.lines) if view.promise else []
        self.loaded = True

    def _draw_units(self, view: DraftView) -> None:
        """Show the units in step 1 alone: no other page carries them (R35)."""
        shown = view.units if self._step is Step.AGENCY else ()
        self.units = [
            rows.UnitRow(str(unit.id), unit.name, unit.address, unit.phone, unit.hours)
            for unit in shown
        ]

    def _draw_papers(self, view: DraftView) -> None:
        """Show the papers in step 3 alone: no other page carries them (R35)."""
        self.papers = []
        if self._step is Step.COMPONENTS:
            self.papers = [
                *(paper_rows.paper_row(self.draft_id, one) for one in view.components),
                paper_rows.other_row(self.draft_id, view),
            ]
        self._forgive({paper.code for paper in self.papers if paper.files})

    async def _save(self, typed: dict[str, str]) -> None:
        now = clock.now()
        answers = [
            Answer(field, text, now, self.values.get(field))
            for field, text in typed.items()
            if self.values.get(field, "") != text
        ]
        if not answers:
            return
        saved: SavedAt = await self._run(save_answers, self._id(), answers)
        self.values = self.values | {answer.field: answer.text for answer in answers}
        self.saved = wording.SAVED.format(time=formats.clock_time(saved.moment))
        for conflict in saved.conflicts:
            field = wording.LABELS.get(conflict.field, conflict.field)
            await self._say(wording.OTHER_TAB.format(field=field), "warn")

    async def _go_on(self) -> EventSpec | None:
        order = list(Step)
        following = order[order.index(self._step) + 1]
        try:
            await self._run(_check_and_step, self._id(), self._step, following)
        except RuleViolation as refusal:
            self._faults = dict(refusal.problems)
            self._refuse(refusal.problems, FAULTS, self._names())
            return None
        self._accept()
        return rx.redirect(
            routes.fill(rows.ROUTE_OF_STEP[following], draft=self.draft_id)
        )

    def _names(self) -> dict[str, str]:
        return wording.LABELS | {paper.code: paper.name for paper in self.papers}

    def _id(self) -> UUID:
        return _uuid(self.draft_id) or NOWHERE


def _check_and_step(work: Work, draft_id: UUID, step: Step, following: Step) -> None:
    check_step(work, draft_id, step)
    set_step(work, draft_id, following)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
