"""EformTrialState: a form looked at, and filled in as somebody invented (A03)."""

from dataclasses import dataclass, field

import reflex as rx

from dvc_app.state import eform_rows
from dvc_app.state.admin.eform import AdminEformState
from dvc_app.state.admin.eform_rows import Option
from dvc_app.state.base import AppState
from dvc_app.state.eform_vars import EformVars
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eform_changes as wording
from services.core import clock
from services.core.errors import NotFound, RuleViolation
from services.eform_changes.try_form import (
    Checked,
    Trial,
    Tried,
    check_trial,
    invented_people,
    try_eform,
)
from services.eforms.conditions import LARGEST_ROW, group_key
from services.eforms.definition import EformDefinition
from services.papers.facts import FormSheet

LONGEST = 4000
OFFICE = "office"


@dataclass(frozen=True)
class Sheet:
    """What surrounds the lines of a printed form."""

    title: str = ""
    number: str = ""
    addressed: str = ""
    pledge: str = ""
    signed: list[str] = field(default_factory=list)


class EformTrialState(FormState, EformVars, AppState):
    """A version drawn as a citizen sees it: to be read, or to be tried."""

    shown: str = ""  # number of the version, or "draft"
    shown_words: str = ""
    is_live: bool = False  # it can be filled in
    person: str = "me"
    side: str = "citizen"
    people: list[Option] = []
    flawed: str = ""  # why it cannot be drawn
    is_checked: bool = False
    clean: str = ""
    cards: list[eform_rows.GroupCard] = []
    sheet: Sheet = Sheet()
    _typed: dict[str, str] = {}

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Draw the version in force, to be read."""
        parts = self.router.url.path.strip("/").split("/")
        code = parts[2][:100] if len(parts) > 2 else ""
        self.people = [Option(one.key, one.name) for one in invented_people()]
        self.person, self.side, self.shown = "me", "citizen", ""
        page = await self.get_state(AdminEformState)
        view = page._view if page.loaded and page.code == code else None
        if view is None:
            self._draw_nothing()
            return
        await self._look(page, str(view.in_force or view.versions[0].version))

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def look(self, version: str) -> None:
        """Draw another version, to be read."""
        page = await self.get_state(AdminEformState)
        await self._look(page, str(version)[:10])

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def begin(self, form: dict[str, str]) -> None:
        """Begin a trial, as somebody, of one side of the form."""
        page = await self.get_state(AdminEformState)
        self.shown = form.get("version", self.shown)[:10]
        self.person, self.side = form.get("person", "")[:20], form.get("side", "")[:10]
        self._typed, self.is_live, self.flawed = {}, True, ""
        self._forget()
        await self._draw_trial(page, is_new=True)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def save_field(self, key: str, text: str) -> None:
        """Take an answer, and ask what follows from it."""
        await self._take({key: text})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def save_part(self, key: str, part: str, text: str) -> None:
        """Take a part of an address."""
        await self._take({f"{key}.{part}": text})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def tick(self, key: str, value: str, is_on: bool) -> None:
        """Take one tick among several."""
        chosen = [one for one in self.values.get(key, "").split(",") if one]
        kept = [one for one in chosen if one != value] + ([value] if is_on else [])
        await self._take({key: ",".join(kept)})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def add_row(self, code: str) -> None:
        """Add a row to a repeated group."""
        group = self._group_of(code)
        held = [row.id for row in self.rows.get(code, [])]
        used = {int(row) for row in held if row.isdigit()}
        number = max(used, default=0) + 1
        if group and number <= LARGEST_ROW:
            await self._take({group.key: ",".join([*held, str(number)])})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def remove_row(self, code: str, row: str) -> None:
        """Take a row away."""
        group = self._group_of(code)
        rest = [one.id for one in self.rows.get(code, []) if one.id != row]
        if group:
            await self._take({group.key: ",".join(rest)})

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def check(self, form: dict[str, str | bool]) -> None:
        """Check what was typed, and show it as it would be printed."""
        page = await self.get_state(AdminEformState)
        known = set(self.values) - set(self.fixed)
        typed = {k: str(v)[:LONGEST] for k, v in form.items() if k in known}
        self._typed = self._typed | typed
        try:
            found = await self._run(check_trial, self._trial(page.code), self._typed)
        except (RuleViolation, NotFound):
            self.flawed = wording.TRY_FLAWED
            return
        self._tell(found)

    async def _take(self, typed: dict[str, str]) -> None:
        if not self.is_live:
            return
        page = await self.get_state(AdminEformState)
        self._typed = self._typed | {k: str(v)[:LONGEST] for k, v in typed.items()}
        self._forgive([*typed, *(key.rpartition(".")[0] for key in typed)])
        await self._draw_trial(page)

    async def _look(self, page: AdminEformState, version: str) -> None:
        self.shown, self.is_live, self.flawed = version, False, ""
        self._typed, self.person = {}, self.person or "me"
        self._forget()
        try:
            tried = await self._run(try_eform, Trial(page.code, version), {})
        except (RuleViolation, NotFound):
            self._draw_nothing()
            self.flawed = wording.TRY_FLAWED
            return
        self._draw_whole(tried.definition)
        self.shown_words = _named(page, version)

    async def _draw_trial(self, page: AdminEformState, is_new: bool = False) -> None:
        try:
            tried = await self._run(try_eform, self._trial(page.code), self._typed)
        except (RuleViolation, NotFound):
            self._draw_nothing()
            self.flawed = wording.TRY_FLAWED
            return
        self._is_office = self.side == OFFICE
        if is_new:
            self._draw_lists(tried.definition)
            self._draw_words(tried.definition)
            self._draw_questions(tried.definition)
            self.form_key = f"thu-{clock.now().timestamp()}"
        self._draw_tried(tried)
        self.shown_words = _named(page, self.shown)

    def _draw_tried(self, tried: Tried) -> None:
        self._draw_answers(tried.definition, tried.filled, tried.sums)
        self.values = {key: one.text for key, one in tried.filled.items()}

    def _draw_whole(self, form: EformDefinition) -> None:
        """Draw every question, also those asked of few, and the office's part."""
        self.groups, self.rows, self.hints, self.whys = [], {}, {}, {}
        self.catalogues = {}
        for side in (False, True):
            self.groups = [*self.groups, *eform_rows.group_rows(form, side)]
            self.hints = self.hints | eform_rows.hint_rows(form, side)
            self.whys = self.whys | eform_rows.why_rows(form, side)
            lists = eform_rows.catalogue_rows(form, side)
            self.catalogues = self.catalogues | lists
            one = {group_key(g): "1" for g in form.group if g.repeat}
            self.rows = self.rows | eform_rows.row_rows(form, one, side)
        self.values, self.badges, self.fixed, self.sums = {}, {}, {}, {}
        self.hidden = {}
        prefixes = {g.code: self.rows[g.code][0].prefix for g in self.groups}
        self.needed = {
            prefixes[group.code] + one.code: True
            for group in form.group
            for one in group.field
            if one.required
        }
        self.form_key = f"xem-{form.code}-{form.version}-{clock.now().timestamp()}"

    def _draw_nothing(self) -> None:
        self.groups, self.rows, self.hints, self.whys = [], {}, {}, {}
        self.catalogues, self.values, self.badges, self.fixed = {}, {}, {}, {}
        self.hidden, self.needed, self.sums = {}, {}, {}
        self.shown_words = self.form_key = self.flawed = ""
        self.is_live = False
        self._forget()

    def _tell(self, found: Checked) -> None:
        said = eform_rows.say_problems(found.definition, found.names, found.problems)
        if said:
            self._show(said)
            self.problem_heading = wording.TRY_FAULTS.format(count=len(said))
        else:
            self._accept()
        self.clean = "" if said else wording.TRY_CLEAN
        self.cards = eform_rows.line_cards(found.lines, wording.NOT_GIVEN)
        self.sheet = _sheet(found.sheet)
        self.is_checked = True

    def _forget(self) -> None:
        self._accept()
        self.is_checked, self.clean, self.cards = False, "", []
        self.sheet = Sheet()

    def _trial(self, code: str) -> Trial:
        return Trial(code, self.shown, self.person, self.side == OFFICE)


def _named(page: AdminEformState, version: str) -> str:
    return next((one.words for one in page.which if one.value == version), "")


def _sheet(sheet: FormSheet) -> Sheet:
    names = [
        wording.TRY_SIGNED.format(role=one.role, name=one.name or wording.NOT_GIVEN)
        for one in sheet.signatures
    ]
    to = wording.TRY_TO.format(to=sheet.addressee) if sheet.addressee else ""
    return Sheet(sheet.title, sheet.form_number, to, sheet.pledge, names)
