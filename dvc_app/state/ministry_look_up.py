"""MinistryLookUpState: a question to a register of a ministry, and its answer (C26)."""

from collections.abc import AsyncIterator, Mapping
from urllib.parse import urlencode
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.human_proof import read_proof
from dvc_app.state.ministry_rows import (
    FieldRow,
    GridView,
    fact_rows,
    grid_view,
    names_people,
    say_source,
    say_standing,
    side_grids,
)
from dvc_app.state.refusals import sentence
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import ministry_look_up as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.look_ups.answers import Answered, show
from services.look_ups.ask import Wanted, ask
from services.look_ups.models import QUESTIONS, REGISTER_OF, Question, Register
from services.look_ups.offer import offer_fields
from services.look_ups.recognise import Number, recognise
from services.look_ups.told import MAIN, Told

PAGE = 20
REGISTERS = {slug: Register(register) for register, slug in wording.SLUGS.items()}
LONGEST = 200
OPENS = {
    Number.ENTERPRISE: Question.ENTERPRISE,
    Number.BUDGET_DOSSIER: Question.BUDGET_DOSSIER,
    Number.TRANSPORT_DOSSIER: Question.TRANSPORT_DOSSIER,
}
Tab = tuple[str, str, bool]  # words, address, whether it is open


class MinistryLookUpState(FormState, AppState):
    """The question the address names, what is typed, and the answer."""

    loaded: bool = False
    needs_purpose: bool = False
    needs_proof: bool = False
    title: str = ""
    registers: list[Tab] = []
    questions: list[Tab] = []
    fields: list[FieldRow] = []
    is_count: bool = False
    form_key: str = ""
    any_note: str = ""
    has_answer: bool = False
    is_empty: bool = False
    is_masked: bool = False  # names of people are not whole
    standing: str = ""
    source: str = ""
    facts: list[tuple[str, str]] = []
    table: GridView = GridView()
    tables: list[GridView] = []
    has_table: bool = False
    count: str = ""
    cut: str = ""
    pages: str = ""
    has_before: bool = False
    has_after: bool = False
    export_href: str = ""
    may_note: bool = False
    _question: str = Question.ENTERPRISE
    _asked: str = ""  # id of the question this page put
    _page: int = 1
    _path: str = routes.MINISTRY_LOOK_UP

    @rx.event
    @allow(Who.ANYBODY)
    async def load(self) -> None:
        """Show the question of the address."""
        self._path = routes.MINISTRY_LOOK_UP
        await self._open()

    @rx.event
    @allow(Who.ANYBODY)
    async def put(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Put the question; the page says so while the register thinks."""
        self._forget()
        self.busy, self.any_note = True, ""
        yield
        try:
            await self._put(form)
        except TooMany as refusal:
            await self._say(sentence(refusal), "error")
        except Forbidden as refusal:
            await self._say(sentence(refusal), "error")
        finally:
            self.busy = False

    @rx.event
    @allow(Who.ANYBODY)
    async def turn(self, by: int) -> None:
        """Show the page before or after."""
        self._page = max(1, self._page + (1 if by > 0 else -1))
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def refresh(self) -> None:
        """Show the answer that came meanwhile."""
        await self._read()

    @rx.event
    @allow(Who.ANYBODY)
    async def find_any(self, form: dict[str, str]) -> EventSpec | None:
        """Lead a number to where it is looked up."""
        typed = form.get("any", "")[:LONGEST]
        number, words = await self._run(recognise, typed)
        if number is Number.OWN_DOSSIER:
            return rx.redirect(f"{routes.LOOK_UP}?{urlencode({'ma': words})}")
        if question := OPENS.get(number):
            return rx.redirect(self._address(question, words))
        self.any_note = wording.PLATE if number is Number.PLATE else wording.UNKNOWN
        return None

    async def _open(self) -> None:
        self.loaded = False
        self._accept()
        self._forget()
        asked = self.router.url.query_parameters
        register = REGISTERS.get(asked.get("he-thong", ""), Register.ENTERPRISES)
        known = QUESTIONS[register]
        question = asked.get("hoi", "").replace("-", "_")
        self._question = question if question in known else known[0]
        self.needs_purpose = self._actor().is_officer
        self.needs_proof, self.any_note, self.busy = False, "", False
        self.title = wording.REGISTERS[register]
        self.is_count = self._question in wording.COUNTS
        self.registers = [
            (wording.TABS[one], self._address(QUESTIONS[one][0]), one == register)
            for one in Register
        ]
        self.questions = [
            (wording.QUESTIONS[one], self._address(one), one == self._question)
            for one in known
        ]
        await self._offer(asked.get("so", "")[:LONGEST])
        self.loaded = True

    async def _offer(self, number: str) -> None:
        question = Question(self._question)
        offered = await self._run(offer_fields, question)
        self.fields = [
            _field(question, name, number if day is None else day)
            for name, day in offered.items()
        ]
        self.form_key = f"{self._question}-{number}"

    async def _put(self, form: Mapping[str, str]) -> None:
        self._accept()
        typed = {name: text[:LONGEST] for name, text in form.items()}
        wanted = Wanted(
            Question(self._question),
            typed,
            form.get("purpose", ""),
            read_proof(form) if self.needs_proof else None,
        )
        try:
            asked = await self._run_apart(ask, wanted)
        except RuleViolation as refusal:
            return self._show(spelled(refusal.problems))
        if asked.answered is None:
            was_asked, self.needs_proof = self.needs_proof, True
            if was_asked:
                self._refuse(asked.problems, wording.PICTURE)
            return None
        self._asked, self._page = str(asked.answered.id), 1
        self._watch(MinistryLookUpState.refresh, asked.answered.topic)
        return self._draw(asked.answered)

    async def _read(self) -> None:
        if not self._asked:
            return
        try:
            self._draw(await self._run(show, UUID(self._asked)))
        except NotFound:
            self._forget()

    def _draw(self, answered: Answered) -> None:
        told = answered.told
        self.has_answer, self.source = True, say_source(answered)
        self.standing = say_standing(answered)
        self.is_empty = told is not None and told.is_empty
        told = told or Told()
        self.facts, self.tables = fact_rows(told), side_grids(told)
        self.cut = wording.CUT.format(count=formats.number(_length(told)))
        self.cut = self.cut if told.is_cut else ""
        self.is_masked = names_people(told) and not self.needs_purpose
        self._draw_page(told)
        is_there = not told.is_empty
        self.may_note = is_there and self._actor().is_officer and bool(told.facts)
        key = routes.fill(routes.API_LOOK_UP_SHEET, question=self._asked)
        self.export_href = key if is_there else ""

    def _draw_page(self, told: Told) -> None:
        length = _length(told)
        last = max(1, -(-length // PAGE))
        self._page = min(self._page, last)
        grid = told.grids.get(MAIN)
        first = (self._page - 1) * PAGE
        self.table = grid_view(MAIN, grid, first, PAGE) if grid else GridView()
        is_list = grid is not None and not self.is_count
        found = wording.FOUND.format(count=formats.number(length))
        self.count = found if is_list else ""
        self.has_table = length > 0
        pages = wording.PAGES.format(page=self._page, count=last)
        self.pages = pages if last > 1 else ""
        self.has_before, self.has_after = self._page > 1, self._page < last

    def _forget(self) -> None:
        self.has_answer = self.is_empty = self.may_note = self.is_masked = False
        self.has_before = self.has_after = self.has_table = False
        self.standing = self.source = self.count = self.cut = self.pages = ""
        self.export_href = self._asked = ""
        self.facts, self.tables, self.table = [], [], GridView()

    def _address(self, question: Question, number: str = "") -> str:
        asked = {"he-thong": wording.SLUGS[REGISTER_OF[question]]}
        asked["hoi"] = question.replace("_", "-")
        if number:
            asked["so"] = number
        return f"{self._path}?{urlencode(asked)}"


def _length(told: Told) -> int:
    return len(told.grids[MAIN].rows) if MAIN in told.grids else 0


def _field(question: Question, name: str, value: str) -> FieldRow:
    if name == "number":
        return FieldRow(name, *wording.NUMBERS[question], value, True)
    label, hint = wording.FIELDS[name]
    if question is Question.BUDGET_COUNTS and name == "last":
        hint = wording.YEAR_HINT
    return FieldRow(name, label, hint, value, False)
