"""AskedState: what colleagues ask this officer, and the answers (O05)."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import handing as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.processing.answer_opinion import (
    AskedView,
    answer_opinion,
    open_opinion,
)
from services.processing.asked_of_me import AskedLine, asked_of_me


@dataclass(frozen=True)
class AskedRow:
    """One question in the list."""

    href: str
    code: str
    question: str
    by: str
    due: str
    state: str
    css: str


@dataclass(frozen=True)
class PaperLink:
    """A file the officer asked may open."""

    name: str
    file: str
    href: str


class AskedState(FormState, AppState):
    """The list of questions, and one of them."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    rows: list[AskedRow] = []
    code: str = ""
    procedure: str = ""
    unit: str = ""
    asked: str = ""
    question: str = ""
    due: str = ""
    answer: str = ""
    answered: str = ""
    is_open: bool = False
    papers: list[PaperLink] = []
    form_key: str = ""
    named: str = ""  # what it holds, as the address names it
    _opinion: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Read the list."""
        self.loaded = self.has_no_role = False
        try:
            found = await self._run(asked_of_me)
        except Forbidden:
            self.has_no_role = True
        else:
            self.rows = [_row(one) for one in found]
            self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def load_one(self) -> None:
        """Open the question of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._opinion = self.named = parts[2][:40] if len(parts) > 2 else ""
        self.loaded = self.missing = self.has_no_role = False
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def send(self, form: dict[str, str]) -> None:
        """Send the answer; pressed twice, the first one stands."""
        try:
            await self._run(answer_opinion, UUID(self._opinion), form.get("answer", ""))
        except RuleViolation as refusal:
            words = spelled(refusal.problems)
            self._show(words | {"answer": wording.REQUIRED["answer"]})
            return
        except Conflict:
            await self._say(wording.CONFLICTS["opinion_closed"], "warn")
        else:
            self._accept()
            await self._say(wording.ANSWER_SENT, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            view = await self._run(open_opinion, UUID(self._opinion))
        except Forbidden:
            self.has_no_role = True
        except (ValueError, NotFound):
            self.missing = True
        else:
            self._draw(view)

    def _draw(self, view: AskedView) -> None:
        self.code, self.procedure = view.head.code, view.head.procedure_name
        self.unit, self.question = view.head.agency_name, view.question
        moment = formats.moment(view.asked_at)
        self.asked = wording.ASKED_BY.format(name=view.asked_by, moment=moment)
        self.due = wording.ANSWER_BY.format(due=formats.moment(view.due_at))
        self.answer, self.is_open = view.answer, view.is_open
        done = formats.moment(view.answered_at)
        self.answered = wording.YOUR_ANSWER.format(moment=done) if done else ""
        self.papers = [
            PaperLink(paper.name, file.name, _file(view.id, file.id))
            for paper in view.papers
            for file in paper.files
        ]
        self.form_key, self.loaded = str(view.id), True


def _row(one: AskedLine) -> AskedRow:
    state, css = wording.CLOSED_LINE, "tag"
    if one.is_open:
        state, css = wording.OPEN_LINE, "tag tag--wait"
    elif one.is_answered:
        state, css = wording.ANSWERED_LINE, "tag tag--done"
    href = routes.fill(routes.ASKED_ONE, opinion=str(one.id))
    due = formats.day(one.due_at)
    return AskedRow(href, one.code, one.question, one.asked_by, due, state, css)


def _file(opinion: UUID, file: UUID) -> str:
    return routes.fill(routes.API_ASKED_FILE, opinion=str(opinion), file_id=str(file))
