"""Yêu cầu bổ sung: ask for everything at once, read the answers (O06)."""

import secrets
from collections.abc import AsyncIterator, Mapping
from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import dossier_rows as rows
from dvc_app.state.officer.ask_rows import AskRow, PreviewRow
from dvc_app.state.supplement_rows import RequestRow, request_row, title_of
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
from services.supplements.read_request import PointForm, SupplementForm

OTHER = "khac"  # the point that names nothing of the list
EMPTY = {"required", "note_short"}


class AskSupplementState(FormState, AppState):
    """The request being written, and those sent before."""

    loaded: bool = False
    missing: bool = False
    form_key: str = ""
    head: rows.Head = rows.Head()
    papers: list[AskRow] = []
    fields: list[AskRow] = []
    other: AskRow = AskRow(OTHER, "free", "", "", False, "", "", "", "")
    requests: list[RequestRow] = []
    may_ask: bool = False
    may_confirm: bool = False
    is_past: bool = False
    is_again: bool = False
    why_not: str = ""
    is_preview: bool = False
    preview: list[PreviewRow] = []
    preview_until: str = ""
    preview_note: str = ""
    back_href: str = ""
    _code: str = ""
    _intent: str = ""
    _ticked: dict[str, str] = {}  # key → template
    _known: tuple[Askable, ...] = ()
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
        if key in self._ticked:
            self._ticked = {k: v for k, v in self._ticked.items() if k != key}
        else:
            self._ticked = self._ticked | {key: ""}
        self._draw_points()

    @rx.event
    @allow(Who.OFFICER)
    async def use_template(self, key: str, template: str) -> None:
        """Begin the reason of a point with a template; it stays to be changed."""
        if key in self._ticked and template in wording.TEMPLATES:
            self._ticked = self._ticked | {key: template}
            self._draw_points()

    @rx.event
    @allow(Who.OFFICER)
    async def look(self, form: dict[str, str]) -> None:
        """Check the whole request, and show it as the person will read it."""
        written = self._write(form)
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
        self._known = view.askable
        self.may_ask = Asking.ASK in view.acts
        self.may_confirm = Asking.CONFIRM in view.acts
        self.is_past = Asking.PROPOSE_STOP in view.acts
        self.is_again = view.is_again
        self.why_not = wording.WHY_NOT.get(view.why_not, "")
        self.requests = [request_row(one) for one in view.requests]
        self._draw_points()
        self.loaded = True

    def _draw_points(self) -> None:
        kinds: dict[TargetKind, list[AskRow]] = {kind: [] for kind in TargetKind}
        for one in self._known:
            title = title_of(one.kind, one.target, one.label)
            kinds[one.kind].append(self._row(one.target, one.kind, title, one.old_text))
        self.papers = kinds[TargetKind.COMPONENT]
        self.fields = kinds[TargetKind.FIELD]
        self.other = self._row(OTHER, TargetKind.FREE, wording.OTHER_TICK, "")

    def _row(self, key: str, kind: TargetKind, title: str, stands: str) -> AskRow:
        template = self._ticked.get(key, "")
        return AskRow(
            key=key,
            kind=str(kind),
            title=title,
            stands=stands,
            is_ticked=key in self._ticked,
            template=template,
            reason=wording.TEMPLATES[template] if template else "",
            reason_fault=self.problems.get(f"{key}.reason", ""),
            how_to_fault=self.problems.get(f"{key}.how_to", ""),
        )

    def _write(self, form: Mapping[str, str]) -> SupplementForm:
        kinds = {one.target: one.kind for one in self._known}
        ordered = [*(one.target for one in self._known), OTHER]
        points = tuple(
            PointForm(
                kind=kinds.get(key, TargetKind.FREE),
                target="" if key == OTHER else key,
                reason=form.get(f"{key}.reason", ""),
                how_to=form.get(f"{key}.how_to", ""),
                reason_key=self._ticked[key],
            )
            for key in ordered
            if key in self._ticked
        )
        return SupplementForm(
            points=points,
            deadline=form.get("deadline", ""),
            note=form.get("note", ""),
            why_again=form.get("why_again", ""),
        )

    def _show_preview(self, written: SupplementForm) -> None:
        self.is_preview, self._written = True, written
        labels = {one.target: one.label for one in self._known}
        self.preview = [
            PreviewRow(
                title_of(point.kind, point.target, labels.get(point.target, "")),
                point.reason,
                point.how_to,
            )
            for point in written.points
        ]
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
        titles = {row.key: row.title for row in (*self.papers, *self.fields)}
        title = titles.get(key, wording.FREE_POINT)
        return f"{title}: " if dot else ""

    async def _explain(self, refusal: Conflict | Forbidden) -> None:
        kind = str(refusal.args[0])
        if kind not in wording.WHY_NOT:
            raise refusal
        await self._say(wording.WHY_NOT[kind], "warn")

    def _renew(self) -> None:
        self._accept()
        self._intent, self._ticked = secrets.token_urlsafe(12), {}
        self.form_key = f"{self._code}-{self._intent}"
        self.preview, self.preview_until, self.preview_note = [], "", ""
        self.is_preview, self._written = False, None
