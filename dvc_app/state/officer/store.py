"""StoreState: the papers of a dossier, read and kept one after another (O09)."""

import secrets
from collections.abc import AsyncIterator
from uuid import UUID

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer import store_rows as rows
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import digitising as wording
from dvc_app.wording import documents, faults
from services.core.errors import Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.digitising.find_twin import TOLD_BY, is_kept_already
from services.digitising.models import ReadingState
from services.digitising.open_shelf import find_dossier
from services.digitising.open_store import OpenedPaper, StoreView, open_store
from services.digitising.save_paper import save_paper
from services.signals import dossier_topic

MOST = 200  # letters of a field
FAULTS = faults.SENTENCES | wording.FAULTS | documents.FAULTS


class StoreState(FormState, AppState):
    """The list, and the paper that is looked at."""

    loaded: bool = False
    missing: bool = False
    has_no_role: bool = False
    code: str = ""
    procedure: str = ""
    back_href: str = ""
    progress: str = ""
    papers: list[rows.PaperRow] = []
    is_empty: bool = False
    name: str = ""
    kind: str = ""
    kind_name: str = ""
    notice: str = ""
    file_href: str = ""
    no_picture: str = ""
    pictures: list[str] = []
    boxes: dict[str, list[float]] = {}
    fields: list[rows.FieldRow] = []
    offered: dict[str, list[str]] = {}
    has_twin: bool = False
    saved: list[rows.SavedRow] = []
    may_save: bool = False
    all_saved: bool = False
    form_key: str = ""
    _file: str = ""
    _intent: str = ""
    _chosen_kind: str = ""  # by the officer, of the paper that is open
    _typed: dict[str, str] = {}  # of the fields that tell a paper from another

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the papers of the address; the first that is not kept comes up."""
        self.code = _code_of(self.router.url.path)
        self._chosen_kind = self.form_key = ""
        self.loaded = self.missing = self.has_no_role = self.busy = False
        self.back_href = routes.fill(routes.PROCESSING, code=self.code)
        await self._follow()
        await self._open("")

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Show what was read meanwhile; what is being typed stays."""
        if self.code:
            await self._open(self._file, self._chosen_kind)

    @rx.event
    @allow(Who.OFFICER)
    async def choose(self, file_id: str) -> None:
        """Open another paper of the list."""
        if file_id in {paper.id for paper in self.papers}:
            self._chosen_kind = ""
            await self._open(file_id)

    @rx.event
    @allow(Who.OFFICER)
    async def choose_kind(self, kind: str) -> None:
        """Say what kind of paper it is; its own fields come up."""
        self._chosen_kind = kind
        await self._open(self._file, kind)

    @rx.event
    @allow(Who.OFFICER)
    async def look_for_twin(self, name: str, value: str) -> None:
        """Say, once number, issuer and owner are there, that the vault has it."""
        file_id = _uuid(self._file)
        if file_id is None or not self.may_save or name not in TOLD_BY:
            return
        if value == self._in_the_form().get(name, ""):
            return
        self._typed = self._typed | {name: value[:MOST]}
        await self._look_for_twin(file_id)

    @rx.event
    @allow(Who.OFFICER)
    async def save(self, form: dict[str, str | bool]) -> AsyncIterator[None]:
        """Keep the paper once (R6); the next one opens by itself."""
        file_id = _uuid(self._file)
        if file_id is None:
            return
        self.busy = True
        yield
        sent = rows.form_of(form, self.kind)
        try:
            done = await self._run(save_paper, self.code, file_id, sent, self._intent)
        except RuleViolation as refusal:
            self._name_faults(refusal)
        else:
            self._chosen_kind = ""
            await self._say(rows.say_saved(done), "done")
            await self._open("")
        finally:
            self.busy = False

    def _in_the_form(self) -> dict[str, str]:
        """Return what stands in the form: typed, else as offered."""
        return {name: one[0] for name, one in self.offered.items()} | self._typed

    async def _look_for_twin(self, file_id: UUID) -> None:
        try:
            self.has_twin = await self._run(
                is_kept_already, self.code, file_id, self.kind, self._in_the_form()
            )
        except (Forbidden, NotFound):
            self.has_twin = False

    def _name_faults(self, refusal: RuleViolation) -> None:
        self._show(
            {
                field: wording.REQUIRED[field]
                if key == Fault.REQUIRED and field in wording.REQUIRED
                else FAULTS[key]
                for field, key in refusal.problems.items()
            }
        )

    async def _follow(self) -> None:
        """Listen before looking: what is read in between is not missed."""
        try:
            dossier_id = await self._run(find_dossier, self.code)
        except (Forbidden, NotFound):
            return
        self._watch(StoreState.refresh, dossier_topic(dossier_id))

    async def _open(self, file_id: str, kind: str = "") -> None:
        try:
            view = await self._run(open_store, self.code, _uuid(file_id), kind)
        except Forbidden:
            self.has_no_role = True
        except NotFound:
            self.missing = True
        else:
            self._draw(view)
            if view.opened is not None and self._typed:
                await self._look_for_twin(view.opened.file_id)

    def _draw(self, view: StoreView) -> None:
        opened = view.opened
        file_id = str(opened.file_id) if opened else ""
        self.code, self.procedure = view.code, view.procedure
        self.papers = [rows.paper_row(line, file_id) for line in view.papers]
        count = sum(line.is_saved for line in view.papers)
        self.progress = wording.PROGRESS.format(saved=count, count=len(view.papers))
        self.is_empty = not view.papers
        self.all_saved = bool(view.papers) and count == len(view.papers)
        self.loaded = True
        if opened is None:
            self._file = self.form_key = ""
            return
        is_kept = "kept" if opened.saved is not None else opened.not_yet
        key = f"{file_id}-{is_kept}"
        if key != self.form_key:
            self._begin(opened, key)
        self._fill(opened)

    def _begin(self, opened: OpenedPaper, key: str) -> None:
        """Begin a form: of another paper, or of one whose turn has come."""
        self._accept()
        self._file, self.form_key = str(opened.file_id), key
        self._intent = secrets.token_urlsafe(16)
        self._typed = {}
        self.name = opened.name
        self.file_href = routes.fill(routes.API_FILE, file_id=self._file)

    def _fill(self, opened: OpenedPaper) -> None:
        """Show what is known by now; the page fills only fields nobody touched."""
        self.kind = opened.kind
        self.kind_name = documents.KINDS.get(opened.kind, opened.kind)
        self.notice = rows.notice_of(opened)
        is_reading = opened.reading is ReadingState.WAITING
        self.no_picture = wording.WAITING_PICTURE if is_reading else wording.NO_PICTURE
        self.pictures = rows.pictures_of(opened)
        self.boxes = rows.boxes_of(opened.offers)
        self.fields = [rows.field_row(offer, is_reading) for offer in opened.offers]
        self.offered = rows.offered_of(opened.offers)
        self.has_twin = opened.has_twin
        self.saved = rows.saved_rows(opened)
        self.may_save = opened.saved is None and not opened.not_yet


def _code_of(path: str) -> str:
    return path.rstrip("/").split("/")[-2]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
