"""Yêu cầu bổ sung: ask for everything at once, read the answers (O06)."""

import secrets
from collections.abc import AsyncIterator, Mapping
from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import dossier_rows as rows
from dvc_app.state.officer.ask_rows import (
    OTHER,
    PARTS,
    AskGroup,
    AskRow,
    Chosen,
    PreviewRow,
    ask_groups,
    ask_row,
    begin_with,
    preview_rows,
    usual_choices,
    write_form,
)
from dvc_app.state.supplement_rows import RequestRow, request_row
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import faults
from dvc_app.wording import supplements as wording
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.processing.deadlines import TimeLeft
from services.signals import dossier_topic
from services.supplements.ask_supplement import ask_supplement, check_supplement
from services.supplements.askable import Askable
from services.supplements.confirm_request import confirm_request, decline_request
from services.supplements.models import TargetKind
from services.supplements.open_asking import Asking, AskingView, open_asking
from services.supplements.read_request import SupplementForm
from services.supplements.usual_words import UsualWords

EMPTY = {"required", "note_short"}


class AskSupplementState(FormState, AppState):
    """The request being written, and those sent before."""

    loaded: bool = False
    missing: bool = False
    form_key: str = ""
    head: rows.Head = rows.Head()
    papers: list[AskRow] = []
    groups: list[AskGroup] = []
    other: AskRow = AskRow(OTHER, "free", "", "")
    usual: dict[str, list[tuple[str, str]]] = {}  # by kind of point: key and title
    requests: list[RequestRow] = []
    may_ask: bool = False
    may_confirm: bool = False
    is_past: bool = False
    is_again: bool = False
    why_not: str = ""
    is_preview: bool = False
    preview: list[PreviewRow] = []
    preview_until: str = ""
    preview_mark: str = ""  # another one each time, so that focus moves there
    preview_note: str = ""
    back_href: str = ""
    _code: str = ""
    _intent: str = ""
    _chosen: dict[str, Chosen] = {}
    _opened: tuple[str, ...] = ()  # whatever was ticked once: its group stays open
    _texts: dict[str, str] = {}  # as the officer last left each field
    _known: tuple[Askable, ...] = ()
    _usual: tuple[UsualWords, ...] = ()
    _written: SupplementForm | None = None

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the dossier of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[2][:60] if len(parts) > 2 else ""
        self.loaded = self.missing = self.busy = False
        self.back_href = routes.fill(routes.PROCESSING, code=self._code)
        self._renew()
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Show what happened meanwhile; what is being written stays."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def tick(self, key: str) -> None:
        """Take a point in, or leave it out again."""
        if key in self._chosen:
            self._chosen = {k: v for k, v in self._chosen.items() if k != key}
        else:
            self._chosen = self._chosen | {key: self._begun(key)}
            self._opened = (*self._opened, key)
        self._draw_points()

    @rx.event
    @allow(Who.OFFICER)
    async def keep(self, key: str, part: str, text: str) -> None:
        """Remember what was written, so that a template never takes its place."""
        if key in self._chosen and part in PARTS:
            self._texts = self._texts | {f"{key}.{part}": text}

    @rx.event
    @allow(Who.OFFICER)
    async def use_template(self, key: str, template: str) -> None:
        """Put the office's usual words in; they stay to be changed."""
        known = {one.key for one in self._usual}
        if key not in self._chosen or template not in {"", *known}:
            return
        typed = {
            part: self._texts[f"{key}.{part}"]
            for part in PARTS
            if f"{key}.{part}" in self._texts
        }
        begun = begin_with(self._chosen[key], template, typed, self._usual)
        self._chosen = self._chosen | {key: begun}
        self._texts = self._texts | {
            f"{key}.reason": begun.reason,
            f"{key}.how_to": begun.how_to,
        }
        self._draw_points()

    @rx.event
    @allow(Who.OFFICER)
    async def look(self, form: dict[str, str]) -> None:
        """Check the whole request, and show it as the person will read it."""
        written = write_form(form, self._known, self._chosen)
        try:
            await self._run(check_supplement, self._code, written)
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
            await self._read()
        else:
            self._accept()
            self._draw_points()
            self._show_preview(written)

    @rx.event
    @allow(Who.OFFICER)
    async def change(self) -> None:
        """Go back to the form; everything written still stands there."""
        self.is_preview, self._written = False, None

    @rx.event
    @allow(Who.OFFICER)
    async def ask(self) -> AsyncIterator[None]:
        """Send the request that was shown; pressed twice it goes once (R6)."""
        if self._written is None:
            return
        self.busy = True
        yield
        try:
            asked = await self._run(
                ask_supplement, self._code, self._written, self._intent
            )
        except RuleViolation as refusal:
            self.is_preview = False
            self._name_faults(refusal.problems)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            words = wording.ASKED_NOW if asked.is_sent else wording.WAITING_NOW
            self._renew()
            await self._say(words, "done")
        finally:
            self.busy = False
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def confirm(self, request_id: str) -> None:
        """Let a colleague's second request go out."""
        try:
            await self._run(confirm_request, self._code, UUID(request_id))
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            await self._say(wording.CONFIRMED_NOW, "done")
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def decline(self, form: dict[str, str]) -> None:
        """Let it not go out, and say why."""
        wanted = form.get("request", "")
        if wanted not in {one.id for one in self.requests}:
            return
        reason = form.get("declined_reason", "")
        try:
            await self._run(decline_request, self._code, UUID(wanted), reason)
        except RuleViolation as refusal:
            self._name_faults(refusal.problems)
        except (Conflict, Forbidden) as refusal:
            await self._explain(refusal)
        else:
            self._accept()
            await self._say(wording.DECLINED_NOW, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            view = await self._run(open_asking, self._code)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return
        self._draw(view)
        self._watch(AskSupplementState.refresh, dossier_topic(view.head.id))

    def _draw(self, view: AskingView) -> None:
        self.head = rows.head_row(view.head, TimeLeft(None))
        self._known, self._usual = view.askable, view.usual
        self.usual = usual_choices(view.usual)
        self.may_ask = Asking.ASK in view.acts
        self.may_confirm = Asking.CONFIRM in view.acts
        self.is_past = Asking.PROPOSE_STOP in view.acts
        self.is_again = view.is_again
        self.why_not = wording.WHY_NOT.get(view.why_not, "")
        self.requests = [request_row(one) for one in view.requests]
        self._draw_points()
        self.loaded = True

    def _draw_points(self) -> None:
        given = self._chosen, self.problems
        rows = {one.target: ask_row(one, *given) for one in self._known}
        self.papers = [row for row in rows.values() if row.kind == TargetKind.COMPONENT]
        self.groups = ask_groups(self._known, rows, self._opened)
        self.other = ask_row(Askable(TargetKind.FREE, "", "", ""), *given)

    def _begun(self, key: str) -> Chosen:
        """Ticked again, a point begins with what stood there before."""
        return Chosen(
            reason=self._texts.get(f"{key}.reason", ""),
            how_to=self._texts.get(f"{key}.how_to", ""),
        )

    def _show_preview(self, written: SupplementForm) -> None:
        self.is_preview, self._written = True, written
        self.preview = preview_rows(written, self._known)
        self.preview_mark = secrets.token_urlsafe(6)
        self.preview_until = wording.UNTIL.format(day=written.deadline)
        self.preview_note = written.note

    def _name_faults(self, problems: Mapping[str, str]) -> None:
        known = faults.SENTENCES | wording.FAULTS
        sentences = {}
        for field, key in problems.items():
            name = field.rpartition(".")[2]
            place = field if not field.startswith("free-") else f"{OTHER}.{name}"
            better = wording.REQUIRED.get(name) if key in EMPTY else None
            sentences[place] = self._of(place) + (better or known[key])
        self._show(sentences)
        self._draw_points()

    def _of(self, place: str) -> str:
        """Name the point a fault belongs to."""
        key, dot, _ = place.rpartition(".")
        fields = (row for group in self.groups for row in group.rows)
        titles = {row.key: row.title for row in (*self.papers, *fields)}
        title = titles.get(key, wording.FREE_POINT)
        return f"{title}: " if dot else ""

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        kind = str(refusal.args[0])
        if kind not in wording.WHY_NOT:
            raise refusal
        await self._say(wording.WHY_NOT[kind], "warn")

    def _renew(self) -> None:
        self._accept()
        self._intent = secrets.token_urlsafe(12)
        self._chosen, self._opened, self._texts = {}, (), {}
        self.form_key = f"{self._code}-{self._intent}"
        self.preview, self.preview_until, self.preview_note = [], "", ""
        self.is_preview, self._written = False, None
