"""One draft at the counter: the wizard's fields, papers and fees, typed for somebody."""

from uuid import UUID, uuid4

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen import filing_rows, paper_rows
from dvc_app.state.citizen.filing import Choice
from dvc_app.state.forms import FormState
from dvc_app.state.officer.counter_rows import CounterPaperRow, counter_paper
from dvc_app.state.officer.dossier_rows import TabRow
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import counter as wording
from dvc_app.wording import filing
from services.core import clock
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.counter.complete import complete
from services.counter.models import Consent
from services.counter.open_at_counter import CounterView, give_back, open_at_counter
from services.counter.papers import Counted, count_paper
from services.counter.screen import pair_screen
from services.counter.type_in import (
    discard_at_counter,
    restore_at_counter,
    save_at_counter,
)
from services.dossiers.delivery_plan import is_posted
from services.dossiers.save_answers import Answer
from services.signals import dossier_topic

NOWHERE = UUID(int=0)
TABS = [
    TabRow("chung", wording.TAB_GENERAL),
    TabRow("chi-tiet", wording.TAB_DETAILS),
    TabRow("thanh-phan", wording.TAB_PAPERS),
    TabRow("phi", wording.TAB_FEES),
]


class CounterDraftState(FormState, AppState):
    """A draft as the counter shows it; everything typed lies in the database."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    draft_id: str = ""
    form_key: str = ""
    procedure: str = ""
    who: str = ""
    notes: list[str] = []
    held: str = ""  # a colleague has it open: read only
    tabs: list[TabRow] = TABS
    values: dict[str, str] = {}
    fixed: dict[str, bool] = {}
    is_posted: bool = False  # the result goes by post
    saved: str = ""
    cases: list[Choice] = []
    papers: list[CounterPaperRow] = []
    removed_file: str = ""
    fees: list[filing_rows.FeeRow] = []
    total: str = ""
    due_day: str = ""
    is_signed: bool = False
    is_screen_on: bool = False
    pair_code: str = ""
    done: str = ""  # not empty: received, in words
    print_href: str = ""
    dossier_href: str = ""
    next_href: str = ""  # of the next draft of the same person
    _intent: str = ""

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> EventSpec | None:
        """Open the draft of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self.draft_id = parts[2] if len(parts) > 2 else ""
        self._accept()
        self.loaded = self.missing = self.has_no_role = False
        self.done = self.pair_code = self.removed_file = ""
        self.form_key, self._intent = f"{self.draft_id}-{uuid4().hex[:6]}", uuid4().hex
        self._watch(CounterDraftState.refresh, dossier_topic(self._id()))
        return await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> EventSpec | None:
        """Read again: a scan was checked, the person signed, a colleague let go."""
        return None if self.done else await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def save_field(self, field: str, text: str) -> None:
        """Keep what was typed when the field is left."""
        await self._save({field: text})

    @rx.event
    @allow(Who.OFFICER)
    async def save_part(self, name: str, part: str, text: str) -> None:
        """Keep one part of the address the post brings the result to."""
        if name == "delivery_address" and part in ADDRESS_PARTS:
            await self._save({f"{name}.{part}": text})

    @rx.event
    @allow(Who.OFFICER)
    async def choose_way(self, way: str) -> None:
        """Take the way the result comes, and show what belongs to it."""
        await self._save({"delivery": way})
        self.is_posted = is_posted(self.values)

    @rx.event
    @allow(Who.OFFICER)
    async def choose_case(self, case_id: str) -> EventSpec | None:
        """Take the case the person is in; its papers replace the others."""
        await self._save({"case_id": case_id})
        return await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def remove_file(self, file_id: str) -> EventSpec | None:
        """Remove a scan; for ten seconds it can be brought back."""
        await self._run(discard_at_counter, _uuid(file_id))
        self.removed_file = file_id
        return await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def restore_file(self) -> EventSpec | None:
        """Bring the last removed scan back."""
        if self.removed_file:
            await self._run(restore_at_counter, _uuid(self.removed_file))
        self.removed_file = ""
        return await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def count(self, form: dict[str, str | bool]) -> EventSpec | None:
        """Keep how many originals and copies of a paper came, and the comparing."""
        slot = str(form.get("slot", ""))[:40]
        try:
            counted = Counted(
                *(_number(form.get(name)) for name in COUNTS),
                is_compared=bool(form.get("compared")),
            )
            await self._run(count_paper, self._id(), slot, counted)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, wording.FAULTS, self._names())
            return await self._read()
        self._forgive({slot})
        await self._say(wording.COUNT_KEPT, "done")
        return await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def give_back(self) -> EventSpec:
        """Let go of the draft: the person goes on at home, or a colleague here."""
        await self._run(give_back, self._id())
        await self._say(wording.GIVEN_BACK, "done")
        return rx.redirect(routes.COUNTER)

    @rx.event
    @allow(Who.OFFICER)
    async def pair(self) -> None:
        """Return the code that opens the citizen screen on the tablet."""
        self.pair_code = await self._run(pair_screen, self._id())

    @rx.event
    @allow(Who.OFFICER)
    async def finish(self, form: dict[str, str | bool]) -> EventSpec | None:
        """‹Xác nhận hoàn thành›: hand in, receive, and print."""
        signed, before = bool(form.get("signed_paper")), await self._other()
        try:
            done = await self._run(complete, self._id(), signed, self._intent)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, SENTENCES, self._names())
            return None
        self._accept()
        if not done.is_received:
            await self._say(wording.OFFICE_LEFT, "warn")
            return rx.redirect(routes.fill(routes.RECEPTION, code=done.code))
        self.done = wording.DONE.format(code=done.code)
        sheet = routes.fill(routes.API_RECEIPT, code=done.code)
        self.print_href = f"{sheet}?ban=2"
        self.dossier_href = routes.fill(routes.PROCESSING, code=done.code)
        self.next_href = before
        return None

    async def _other(self) -> str:
        """Return the next draft of the same person, to go on with."""
        view = await self._run(open_at_counter, self._id())
        if not view.others:
            return ""
        return routes.fill(routes.COUNTER_DRAFT, draft=str(view.others[0]))

    async def _read(self) -> EventSpec | None:
        try:
            view = await self._run(open_at_counter, self._id())
        except NotFound:
            self.missing = True
            return None
        except Forbidden:
            self.has_no_role = True
            return None
        if view.draft.code:
            return rx.redirect(routes.fill(routes.PROCESSING, code=view.draft.code))
        self._draw(view)
        return None

    def _draw(self, view: CounterView) -> None:
        draft, channel = view.draft, wording.CHANNELS.get(view.channel, "")
        self.procedure = draft.procedure_plain_name or draft.procedure_name
        self.who = wording.WHO.format(person=view.person, channel=channel).strip(" ·")
        self.notes = _notes(view)
        self.held = wording.HELD.format(name=view.holder) if view.holder else ""
        self.values = {name: shown.text for name, shown in draft.answers.items()}
        self.is_posted = is_posted(self.values)
        self.fixed = {name: shown.is_fixed for name, shown in draft.answers.items()}
        self.saved = wording.SAVED.format(time=formats.clock_time(draft.saved_at))
        self.cases = [Choice(str(case.id), case.name) for case in draft.cases]
        rows = [paper_rows.paper_row(self.draft_id, one) for one in draft.components]
        rows.append(paper_rows.other_row(self.draft_id, draft))
        self.papers = [
            counter_paper(self.draft_id, row, view.papers.get(row.code)) for row in rows
        ]
        self.fees = [filing_rows.fee_row(fee) for fee in draft.fees]
        self.total = filing_rows.total_of(draft.fees)
        self.due_day = formats.day(draft.promise.due_at) if draft.promise else ""
        self.is_signed = view.consent is Consent.SCREEN
        if self.is_signed:
            self._forgive({"consent"})
        self.is_screen_on = view.is_screen_on
        if view.is_screen_on:
            self.pair_code = ""
        self.loaded = True

    async def _save(self, typed: dict[str, str]) -> None:
        now = clock.now()
        answers = [
            Answer(field, text, now, self.values.get(field))
            for field, text in typed.items()
            if self.values.get(field, "") != text
        ]
        if not answers:
            return
        saved = await self._run(save_at_counter, self._id(), answers)
        self.values = self.values | {one.field: one.text for one in answers}
        self.saved = wording.SAVED.format(time=formats.clock_time(saved.moment))
        self._forgive(set(typed))
        for conflict in saved.conflicts:
            name = filing.LABELS.get(conflict.field, conflict.field)
            await self._say(filing.OTHER_TAB.format(field=name), "warn")

    def _names(self) -> dict[str, str]:
        return filing.LABELS | {paper.code: paper.name for paper in self.papers}

    def _id(self) -> UUID:
        return _uuid(self.draft_id)


ADDRESS_PARTS = ("commune", "detail", "old")
COUNTS = ("originals", "certified", "plain")
SENTENCES = wording.FAULTS | {"vault_unopened": wording.FAULTS["paper_unopened"]}


def _notes(view: CounterView) -> list[str]:
    notes = []
    if view.is_carried:
        notes.append(wording.CARRIED)
    if not view.has_account:
        notes.append(wording.NO_ACCOUNT)
    if view.to_verify:
        notes.append(wording.TO_VERIFY)
    return notes


def _number(text: str | bool | None) -> int:
    typed = str(text or "0").strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else -1


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
