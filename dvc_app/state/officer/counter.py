"""“Tiếp nhận hồ sơ” in person: who waits, which procedure, which person (O04)."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.counter_board import (
    CalledRow,
    DraftRow,
    called_row,
    differing_row,
    draft_row,
)
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import counter as wording
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.counter.begin_at_counter import PersonForm, Wish, begin_at_counter
from services.counter.carry import open_carried
from services.counter.differing_people import differing_people
from services.counter.find_person import Found, Wanted, find_person
from services.counter.open_at_counter import drafts_at_counter
from services.counter.procedures_here import ProcedureHere, procedures_here
from services.counter.tickets import (
    Board,
    call_next,
    end_ticket,
    my_board,
    open_ticketed,
    queue_topic,
)
from services.signals import desk_topics

NOWHERE = UUID(int=0)


@dataclass(frozen=True)
class ProcedureRow:
    """One procedure of the list."""

    code: str
    name: str
    sector: str


@dataclass(frozen=True)
class ChosenRow:
    """One procedure chosen, and how many dossiers of it."""

    code: str
    name: str
    count: str
    more_label: str
    less_label: str


class CounterState(FormState, AppState):
    """The page a receiving officer begins at; who was found stays on the server."""

    loaded: bool = False
    has_no_role: bool = False
    procedures: list[ProcedureRow] = []
    searched: str = ""
    chosen: list[ChosenRow] = []
    known: dict[str, str] = {}
    person_key: str = "0"  # changes when the fields must be drawn anew
    source: str = ""
    waiting: str = ""
    called: CalledRow = CalledRow()
    drafts: list[DraftRow] = []
    differing: list[DraftRow] = []  # received, and the register has it otherwise
    kiosk_href: str = routes.KIOSK
    wall_href: str = ""
    _wish: list[str] = []
    _names: dict[str, str] = {}
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show the queue, the drafts that lie here, and the procedures."""
        self._accept()
        self.has_no_role, self._intent = False, uuid4().hex
        self._wish, self.chosen, self.source, self.known = [], [], "", {}
        self.person_key = uuid4().hex[:8]
        try:
            board = await self._run(my_board)
        except (Forbidden, NotFound):
            self.has_no_role = True
            return
        unit = self._actor().agency_id or NOWHERE
        self._watch(CounterState.refresh, queue_topic(unit), *desk_topics([unit]))
        self._draw_board(board)
        self.drafts = [draft_row(row) for row in await self._run(drafts_at_counter)]
        found = await self._run(differing_people)
        self.differing = [differing_row(row) for row in found]
        await self._search("", "")
        self.loaded = True

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read queue and drafts again: somebody took a number, or a draft came."""
        self._draw_board(await self._run(my_board))
        self.drafts = [draft_row(row) for row in await self._run(drafts_at_counter)]

    @rx.event
    @allow(Who.OFFICER)
    async def search(self, form: dict[str, str]) -> None:
        """Search the procedures this unit receives."""
        await self._search(form.get("words", ""), "")

    @rx.event
    @allow(Who.OFFICER)
    async def choose(self, code: str, is_on: bool) -> None:
        """Tick a procedure, or take its tick away."""
        kept = [one for one in self._wish if one != code]
        self._wish = [*kept, code] if is_on else kept
        self._draw_chosen()
        self._forgive({"procedures"})

    @rx.event
    @allow(Who.OFFICER)
    async def add(self, code: str, more: bool) -> None:
        """Take in one dossier more of a procedure, or one less."""
        if more and code in self._wish:
            self._wish = [*self._wish, code]
        elif code in self._wish:
            at = len(self._wish) - 1 - self._wish[::-1].index(code)
            self._wish = [one for place, one in enumerate(self._wish) if place != at]
        self._draw_chosen()

    @rx.event
    @allow(Who.OFFICER)
    async def find(self, form: dict[str, str]) -> None:
        """Find the person; the look-up is counted and written down (AL-3)."""
        wanted = Wanted(**{name: form.get(form_name(name), "") for name in FINDABLE})
        try:
            found = await self._run_apart(find_person, wanted)
        except RuleViolation as refusal:
            problems = {form_name(name): key for name, key in refusal.problems.items()}
            self._refuse(problems, wording.FAULTS, FIND_FIELDS)
            return
        self._accept()
        self._draw_person(found)

    @rx.event
    @allow(Who.OFFICER)
    async def begin(self, form: dict[str, str]) -> EventSpec | None:
        """“Tiếp nhận”: begin one draft for each procedure, and open the first."""
        person = PersonForm(**{name: form.get(name, "") for name in PERSON})
        ticket = _uuid(self.called.id) if self.called.id else None
        wish = Wish(tuple(self._wish), form.get("channel", "direct"), ticket)
        try:
            begun = await self._run(begin_at_counter, person, wish, self._intent)
        except RuleViolation as refusal:
            self.known = {name: form.get(name, "") for name in PERSON}
            self._refuse(refusal.problems, wording.FAULTS, wording.PERSON_FIELDS)
            return None
        self._accept()
        return rx.redirect(routes.fill(routes.COUNTER_DRAFT, draft=str(begun[0])))

    @rx.event
    @allow(Who.OFFICER)
    async def open_carried(self, form: dict[str, str]) -> EventSpec | None:
        """Open the draft whose key somebody brings (N11)."""
        try:
            draft_id = await self._run(open_carried, form.get("key", "")[:200])
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS)
            return None
        return rx.redirect(routes.fill(routes.COUNTER_DRAFT, draft=str(draft_id)))

    @rx.event
    @allow(Who.OFFICER)
    async def call_next(self) -> None:
        """‹Gọi số tiếp theo›: nobody else calls the same."""
        ticket = await self._run(call_next)
        if ticket is None:
            await self._say(wording.NO_MORE)
            return
        self.called = called_row(ticket)
        if ticket.business:
            await self._search("", ticket.business_code)

    @rx.event
    @allow(Who.OFFICER)
    async def end_ticket(self, came: bool) -> None:
        """Say that the person was served, or did not come."""
        if self.called.id:
            await self._run(end_ticket, _uuid(self.called.id), came)
        self.called = CalledRow()

    @rx.event
    @allow(Who.OFFICER)
    async def open_ticketed(self) -> EventSpec:
        """Open the draft that was scanned when the number was taken."""
        draft_id = await self._run(open_ticketed, _uuid(self.called.id))
        return rx.redirect(routes.fill(routes.COUNTER_DRAFT, draft=str(draft_id)))

    async def _search(self, words: str, sector: str) -> None:
        found = await self._run(procedures_here, words[:100], sector)
        self.procedures = [_procedure_row(one) for one in found]
        self._names = self._names | {one.code: one.name for one in found}
        self.searched = words[:100]

    def _draw_chosen(self) -> None:
        self.chosen = [
            ChosenRow(
                code=code,
                name=self._names.get(code, code),
                count=wording.COUNT.format(count=self._wish.count(code)),
                more_label=wording.ONE_MORE_OF + self._names.get(code, code),
                less_label=wording.ONE_LESS_OF + self._names.get(code, code),
            )
            for code in dict.fromkeys(self._wish)
        ]

    def _draw_person(self, found: Found) -> None:
        born = f"{found.birth_date:%d/%m/%Y}" if found.birth_date else ""
        self.known = {
            "full_name": found.full_name,
            "birth_date": born,
            "number": found.number,
            "phone": found.phone,
            "address": found.address,
        }
        self.source = wording.SOURCES[found.source]
        self.person_key = uuid4().hex[:8]

    def _draw_board(self, board: Board) -> None:
        count = len(board.waiting)
        self.waiting = (
            wording.WAITING.format(count=count) if count else wording.NOBODY_WAITS
        )
        mine = [one for one in board.called if one.is_mine]
        self.called = called_row(mine[0]) if mine else CalledRow()
        self.kiosk_href = f"{routes.KIOSK}?don-vi={board.code}"
        self.wall_href = routes.fill(routes.WALL, agency=board.code)


FINDABLE = ("purpose", "number", "card", "phone", "full_name", "birth_date")
PERSON = ("full_name", "birth_date", "phone", "number", "address")


FIND_FIELDS = {f"find_{name}": label for name, label in wording.PERSON_FIELDS.items()}


def form_name(name: str) -> str:
    """Return what a field of the search is called; most are asked below as well."""
    return f"find_{name}"


def _procedure_row(one: ProcedureHere) -> ProcedureRow:
    return ProcedureRow(one.code, one.name, one.sector)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
