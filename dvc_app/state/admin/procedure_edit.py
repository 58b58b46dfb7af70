"""ProcedureEditState: a change typed, looked at as citizens read it, and sent (A02)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats
from dvc_app.state.admin import procedure_papers as paper_rows
from dvc_app.state.admin import procedure_rows as rows
from dvc_app.state.admin.procedure import AdminProcedureState, say_faults
from dvc_app.state.admin.procedure_preview import PreviewState
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import procedure_changes as wording
from services.core.errors import Conflict, RuleViolation
from services.procedure_changes.edits import LONGEST, ChangeForm
from services.procedure_changes.propose import check_change, propose_change
from services.procedure_changes.show_facts import ProcedureFacts, show_facts
from services.procedures.models import AgencyLevel

FORM, CHECK = "form", "check"
LONGEST_TEXT = 2_000
Form = dict[str, str | bool]


@dataclass(frozen=True)
class UnitOption:
    """A unit that may be entitled."""

    code: str
    name: str


@dataclass(frozen=True)
class Drawn:
    """What the fields are drawn with."""

    plain_name: str = ""
    summary: str = ""
    keywords: str = ""
    online_level: str = ""
    is_filed_here: bool = False
    requirements: str = ""
    is_long: bool = False  # the requirements are too long to be edited here
    limit_value: str = ""
    limit_unit: str = ""
    limit_note: str = ""
    cut_off: str = ""
    is_suspended: bool = False
    suspended_reason: str = ""


class ProcedureEditState(FormState, PreviewState, AppState):
    """The form of a change; empty `mode`: it is closed."""

    mode: str = ""
    form_key: str = ""
    drawn: Drawn = Drawn()
    offices: list[UnitOption] = []
    communes: list[UnitOption] = []
    chosen: list[str] = []  # codes of units
    papers: list[paper_rows.PaperEdit] = []
    cases: list[paper_rows.CaseChoice] = []
    fields: list[rows.DiffRow] = []  # what the change would change
    check_words: str = ""
    _code: str = ""
    _seen: str = ""
    _requirements: str = ""
    _typed: ChangeForm = ChangeForm()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Begin with the form closed."""
        self._close()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def begin(self) -> None:
        """Draw the form with what is in force, or with one's own proposal."""
        page = await self.get_state(AdminProcedureState)
        shown = await self._run(show_facts, page.code)
        page.is_previewed = False
        self._code, self._seen = shown.code, shown.seen
        self._draw(shown)
        self._accept()
        self.mode = FORM

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def cancel(self) -> None:
        """Put the form away."""
        self._close()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def toggle_unit(self, code: str, is_on: bool) -> None:
        """Entitle a unit, or do not."""
        rest = [one for one in self.chosen if one != code]
        self.chosen = [*rest, code] if is_on else rest
        self._forgive({"units"})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def toggle_communes(self, is_on: bool) -> None:
        """Entitle every commune, or none."""
        every = [one.code for one in self.communes]
        rest = [code for code in self.chosen if code not in every]
        self.chosen = rest + every if is_on else rest
        self._forgive({"units"})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def edit_paper(self, paper: str, name: str, value: str) -> None:
        """Take what was typed of a paper."""
        if name in paper_rows.TEXTS:
            self._change(paper, **{name: value[:LONGEST_TEXT]})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def toggle_paper(self, paper: str, name: str, is_on: bool) -> None:
        """Tick something of a paper: a term, or a kind of file."""
        if name in paper_rows.TICKS:
            self._change(paper, **{name: is_on})
        elif name in wording.KIND_NAMES:
            before = next((one.kinds for one in self.papers if one.id == paper), [])
            rest = [kind for kind in before if kind != name]
            self._change(paper, kinds=[*rest, name] if is_on else rest)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def add_paper(self) -> None:
        """Add a paper at the end."""
        self._order([*self.papers, paper_rows.new_paper()])

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def remove_paper(self, paper: str) -> None:
        """Take a paper out."""
        self._order([one for one in self.papers if one.id != paper])

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def move_paper(self, paper: str, by: int) -> None:
        """Move a paper one place up or down."""
        order = list(self.papers)
        where = next((n for n, one in enumerate(order) if one.id == paper), -1)
        to = where + (1 if by > 0 else -1)
        if where >= 0 and 0 <= to < len(order):
            order[where], order[to] = order[to], order[where]
            self._order(order)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def check(self, form: Form) -> AsyncIterator[EventSpec | None]:
        """Show what would change, and the page as citizens would read it."""
        self.busy = True
        yield None
        try:
            self._typed = self._read(form)
            found = await self._run(check_change, self._code, self._typed, self._seen)
        except (RuleViolation, Conflict) as refusal:
            await self._tell(refusal)
        else:
            self._accept()
            units = {one.code: one.name for one in [*self.offices, *self.communes]}
            self.fields = rows.diff_rows(found.before, found.after, units)
            day = formats.day(found.valid_from)
            self.check_words = wording.CHECK_LEAD.format(day=day)
            self._preview(found.detail)
            self.mode = CHECK
        finally:
            self.busy = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def edit_more(self) -> None:
        """Go back to the fields; what was typed is still in them."""
        self.mode, self.is_previewed = FORM, False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self) -> AsyncIterator[EventSpec | None]:
        """Send what was just looked at to be published by somebody else."""
        self.busy = True
        yield None
        try:
            await self._run(propose_change, self._code, self._typed, self._seen)
        except (RuleViolation, Conflict) as refusal:
            self.mode = FORM
            await self._tell(refusal)
        else:
            self._close()
            await self._say(wording.PROPOSED, "done")
            yield AdminProcedureState.refresh()
        finally:
            self.busy = False

    async def _tell(self, refusal: RuleViolation | Conflict) -> None:
        if isinstance(refusal, RuleViolation):
            self._show(say_faults(refusal.problems))
        else:
            await self._say(wording.CONFLICTS[str(refusal.args[0])], "warn")

    def _close(self) -> None:
        self.mode, self.is_previewed, self.busy = "", False, False
        self._accept()

    def _draw(self, shown: ProcedureFacts) -> None:
        facts = shown.basis
        limit, suspension = facts["limit"], facts["suspension"]
        value, requirements = limit["value"], facts["requirements"]
        is_long = len(requirements) > LONGEST["requirements"]
        self._requirements = requirements
        self.drawn = Drawn(
            **{name: facts[name] for name in ("plain_name", "summary", "keywords")},
            online_level=facts["online_level"],
            is_filed_here=facts["is_filed_here"],
            requirements="" if is_long else requirements,
            is_long=is_long,
            limit_value="" if value is None else f"{value:g}".replace(".", ","),
            limit_unit="" if value is None else limit["unit"],
            limit_note=limit["note"],
            cut_off=limit["cut_off"],
            is_suspended=suspension["is_suspended"],
            suspended_reason=suspension["reason"],
        )
        self.chosen = list(facts["units"])
        self.offices, self.communes = _units(shown, set(self.chosen))
        self.papers = paper_rows.edit_papers(facts)
        self.cases = paper_rows.case_choices(facts)
        self.form_key = f"{shown.code}-{shown.seen}"

    def _read(self, form: Form) -> ChangeForm:
        ticks = {n: form.get(n) is True for n in ("is_filed_here", "is_suspended")}
        texts = {
            name: str(form.get(name) or "")
            for name in ("online_level", "limit_value", "limit_unit", "cut_off")
        } | {name: str(form.get(name) or "") for name in (*LONGEST, "valid_from")}
        if self.drawn.is_long:
            texts["requirements"] = self._requirements
        units, listed = tuple(self.chosen), paper_rows.paper_forms(self.papers)
        return ChangeForm(**texts, **ticks, units=units, papers=listed)

    def _change(self, paper: str, **values: Any) -> None:
        # Any: a field of a paper.
        self.papers = [
            replace(one, **values) if one.id == paper else one for one in self.papers
        ]

    def _order(self, order: list[paper_rows.PaperEdit]) -> None:
        """Take a new order; faults named by their place are no longer theirs."""
        self._forgive([name for name in self.problems if name.startswith("paper")])
        self.papers = order


def _units(
    shown: ProcedureFacts, chosen: set[str]
) -> tuple[list[UnitOption], list[UnitOption]]:
    """Return the units with a one-stop desk, offices apart from communes."""
    named = [u for u in shown.units if u.is_receiving or u.code in chosen]
    communes = [u for u in named if u.level is AgencyLevel.COMMUNE]
    offices = [u for u in named if u.level is not AgencyLevel.COMMUNE]
    return [UnitOption(u.code, u.name) for u in offices], [
        UnitOption(u.code, u.name) for u in communes
    ]
