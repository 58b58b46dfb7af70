"""DecisionFormState: one decision being written, previewed, sent (O05, O07)."""

import secrets
from collections.abc import AsyncIterator, Mapping

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.decision_rows import ToldRow, preview_row
from dvc_app.state.forms import FormState
from dvc_app.state.officer import dossier_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import decisions as wording
from dvc_app.wording import faults
from services.core import clock
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.decisions.gone import gone_to
from services.decisions.models import DecisionKind, DecisionState
from services.decisions.open_decisions import (
    DecisionsView,
    ReasonText,
    open_decisions,
    other_units,
    reason_texts,
)
from services.decisions.propose import check_decision, propose
from services.decisions.read_form import DecisionForm
from services.decisions.told import Told
from services.processing.deadlines import TimeLeft
from services.signals import dossier_topic

K = DecisionKind
KINDS = {
    "tu-choi": K.REFUSE,
    "tam-dung": K.SUSPEND,
    "gia-han": K.EXTEND,
    "xin-loi": K.APOLOGISE,
    "dung": K.STOP,
    "chuyen-don-vi": K.TRANSFER,
}
EMPTY = {"required", "note_short"}
ORDER = (
    "refusal",
    "unit",
    "ground",
    "legal_basis",
    "new_due",
    "why_late",
    "what_next",
    "intent",
)
TEXTS = ("ground", "legal_basis", "what_next")


class DecisionFormState(FormState, AppState):
    """The decision of the address, on its dossier."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    gone: str = ""  # the dossier went to another unit: where to
    kind: str = ""
    title: str = ""
    lead: str = ""
    why_not: str = ""
    head: rows.Head = rows.Head()
    back_href: str = ""
    transfer_href: str = ""
    form_key: str = ""
    refusals: list[tuple[str, str]] = []
    templates: list[tuple[str, str]] = []
    template: str = ""
    units: list[tuple[str, str]] = []
    begun: dict[str, str] = {"ground": "", "legal_basis": "", "what_next": ""}
    ground_label: str = ""
    new_due_hint: str = ""
    is_late: bool = False
    has_paid: bool = False
    may_transfer: bool = False
    is_led: bool = False
    is_preview: bool = False
    preview: ToldRow = ToldRow()
    preview_mark: str = ""
    send_words: str = ""
    is_done: bool = False
    named: str = ""  # what it holds, as the address names it
    _code: str = ""
    _intent: str = ""
    _version: int = 0
    _led: list[str] = []
    _reasons: tuple[ReasonText, ...] = ()
    _written: DecisionForm | None = None
    _told: Told | None = None

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the dossier and the decision of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = self.named = parts[2][:60] if len(parts) > 2 else ""
        self.kind = KINDS.get(parts[3] if len(parts) > 3 else "", K.REFUSE)
        self.loaded = self.missing = self.has_no_role = self.is_done = False
        self.gone = ""
        self.busy = False
        self.back_href = routes.fill(routes.PROCESSING, code=self._code)
        self.transfer_href = routes.fill(routes.TRANSFER, code=self._code)
        self._renew()
        await self._read()
        if self.loaded:
            await self._read_choices()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Show what happened meanwhile; what is being written stays."""
        if not self.is_done:
            await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def keep(self, part: str, text: str) -> None:
        """Remember what was written, so that a template never takes its place."""
        if part in TEXTS:
            self.begun = self.begun | {part: text[:4000]}

    @rx.event
    @allow(Who.OFFICER)
    async def use_template(self, key: str) -> None:
        """Begin with a text of the office; all of it stays to be changed."""
        chosen = next((one for one in self._reasons if one.key == key), None)
        self.template = key if chosen else ""
        if chosen is None:
            return
        self.begun = {
            "ground": chosen.body,
            "legal_basis": chosen.legal_basis or self.begun["legal_basis"],
            "what_next": chosen.how_to or self.begun["what_next"],
        }
        self.form_key = f"{self._code}-{secrets.token_urlsafe(4)}"

    @rx.event
    @allow(Who.OFFICER)
    async def look(self, form: dict[str, str | bool]) -> None:
        """Check all of it, and show it as the person will read it."""
        written = self._form(form)
        try:
            read = await self._run(check_decision, self._code, written)
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
            await self._read()
        else:
            self._accept()
            self._written, self.is_preview = written, True
            if self._told is not None:
                self.preview = preview_row(written, read, self._told)
            self.preview_mark = secrets.token_urlsafe(6)
            self.is_led = str(read.refusal or self.kind) in self._led
            now = wording.SEND_NOW[written.kind]
            self.send_words = wording.SEND_LED if self.is_led else now

    @rx.event
    @allow(Who.OFFICER)
    async def change(self) -> None:
        """Go back to the form; everything written still stands there."""
        self.is_preview, self._written = False, None

    @rx.event
    @allow(Who.OFFICER)
    async def send(self) -> AsyncIterator[None]:
        """Send what was shown; pressed twice it is sent once (R6)."""
        if self._written is None:
            return
        self.busy = True
        yield
        try:
            done = await self._run(propose, self._code, self._written, self._intent)
        except RuleViolation as refusal:
            self.is_preview = False
            self._name_faults(refusal.problems)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
            await self._read()
        else:
            led = done.state is DecisionState.PROPOSED
            now = wording.DONE_NOW[done.kind].format(unit=done.unit)
            self.is_done, self.is_preview = True, False
            await self._say(wording.PROPOSED_NOW if led else now, "done")
            await self._read()
        finally:
            self.busy = False

    async def _read(self) -> None:
        try:
            view = await self._run(open_decisions, self._code)
        except Forbidden:
            self.has_no_role = True
        except NotFound:
            await self._say_gone()
        else:
            self._draw(view)
            self._watch(DecisionFormState.refresh, dossier_topic(view.head.id))

    async def _say_gone(self) -> None:
        gone = await self._run(gone_to, self._code)
        self.missing = gone is None
        self.loaded = gone is not None
        if gone is not None:
            at = formats.moment(gone.at)
            self.gone = wording.GONE.format(
                code=gone.code, unit=gone.unit, at=at, by=gone.by
            )

    async def _read_choices(self) -> None:
        if self.gone:
            return
        kind = K(self.kind)
        self._reasons = await self._run(reason_texts, self._code, kind)
        self.templates = [(one.key, one.title) for one in self._reasons]
        units = kind is K.TRANSFER
        self.units = list(await self._run(other_units, self._code)) if units else []

    def _draw(self, view: DecisionsView) -> None:
        if self.kind == K.SUSPEND and view.suspended_since and not self.is_done:
            self.kind = K.RESUME
        kind = K(self.kind)
        self._version, self._led = view.head.version, sorted(view.led)
        self.head = rows.head_row(view.head, TimeLeft(None))
        self.title, self.lead = wording.TITLES[kind], wording.LEADS[kind]
        self.why_not = wording.WHY_NOT.get(view.why_not.get(kind, ""), "")
        self.refusals = [(str(one), wording.REFUSALS[one]) for one in view.refusals]
        self.may_transfer = kind is K.REFUSE and K.TRANSFER in view.open_kinds
        self.ground_label, self.has_paid = wording.GROUNDS[kind], view.has_paid
        self.is_late = kind is K.EXTEND and view.is_late_to_ask
        promised = formats.moment(view.head.due_at)
        self.new_due_hint = wording.NEW_DUE_HINT.format(day=promised)
        self._told = Told(kind, clock.now(), True, due_before=view.head.due_at)
        if kind is K.RESUME:
            self._told = Told(kind, clock.now(), True, new_due=view.head.due_at)
        self.loaded = True

    def _form(self, form: Mapping[str, str | bool]) -> DecisionForm:
        text = {name: str(value) for name, value in form.items()}
        return DecisionForm(
            kind=K(self.kind),
            version=self._version,
            ground=text.get("ground", ""),
            refusal=text.get("refusal", ""),
            legal_basis=text.get("legal_basis", ""),
            what_next=text.get("what_next", ""),
            new_due=text.get("new_due", ""),
            why_late=text.get("why_late", ""),
            unit=text.get("unit", ""),
            gives_back=bool(form.get("gives_back", False)),
            template_key=self.template,
        )

    def _name_faults(self, problems: Mapping[str, str]) -> None:
        known = faults.SENTENCES | wording.FAULTS
        problems = dict(sorted(problems.items(), key=lambda one: ORDER.index(one[0])))
        self._show(
            {
                field: wording.REQUIRED[field]
                if key in EMPTY and field in wording.REQUIRED
                else known[key]
                for field, key in problems.items()
            }
        )

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        key = str(refusal.args[0])
        if key not in wording.WHY_NOT:
            raise refusal
        self.is_preview = False
        await self._say(wording.WHY_NOT[key], "warn")

    def _renew(self) -> None:
        self._accept()
        self._intent = secrets.token_urlsafe(12)
        self.begun = dict.fromkeys(TEXTS, "")
        self.template = ""
        self.form_key = f"{self._code}-{self._intent[:6]}"
        self.is_preview, self._written = False, None
