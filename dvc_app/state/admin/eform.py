"""AdminEformState: one form, its versions, its draft proposed and published (A03)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats
from dvc_app.state.admin import eform_edit_rows as edits
from dvc_app.state.admin import eform_rows as rows
from dvc_app.state.admin.accounts import read_uuid
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eform_changes as wording
from dvc_app.wording.eform_faults import CONFLICTS
from services.core.errors import Conflict, NotFound, RuleViolation
from services.eform_changes.begin_draft import begin_eform_draft
from services.eform_changes.publish import (
    discard_eform,
    propose_eform,
    publish_eform,
    send_back_eform,
    withdraw_eform,
)
from services.eform_changes.queries import At
from services.eform_changes.raw import Raw
from services.eform_changes.show_form import DraftView, FormView, show_eform


class AdminEformState(FormState, AppState):
    """One form, as an administrator sees it."""

    loaded: bool = False
    missing: bool = False
    code: str = ""
    title: str = ""
    in_force: str = ""
    facts: list[rows.Fact] = []
    tabs: list[rows.TabRow] = []
    versions: list[rows.VersionRow] = []
    which: list[rows.Option] = []  # what can be tried
    may_write: bool = False
    may_begin: bool = False
    has_draft: bool = False
    draft_words: str = ""
    draft_tag: rows.Tag = rows.Tag("", "tag")
    draft_facts: list[rows.Fact] = []
    notices: list[str] = []
    flaws: list[rows.FlawRow] = []
    flaws_heading: str = ""
    changes: list[rows.ChangeRow] = []
    groups: list[edits.GroupLine] = []
    new_group: str = ""  # where a new one is opened
    may_propose: bool = False
    may_publish: bool = False
    is_proposed: bool = False
    asks_discard: bool = False
    draft_key: str = ""
    _at: tuple[str, int] = ("", 0)
    _view: FormView | None = None

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def load(self) -> None:
        """Open the form of the address."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[2][:100] if len(parts) > 2 else ""
        self.loaded = self.missing = self.asks_discard = False
        self._accept()
        await self._read()

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def begin(self, version: int) -> None:
        """Begin the next version, from the one in force or from another (not 0)."""
        await self._do(wording.BEGUN, begin_eform_draft, self.code, version)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def propose(self) -> None:
        """Propose the draft."""
        await self._do(wording.PROPOSED, propose_eform, self._seen())

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def publish(self) -> None:
        """Put what a colleague proposed in force from its day on."""
        draft = self._view.draft if self._view else None
        day = formats.day(draft.starts_on) if draft else ""
        number = await self._do("", publish_eform, self._seen())
        if number:
            words = wording.PUBLISHED.format(version=number, day=day)
            await self._say(words, "done")

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def send_back(self, form: dict[str, str]) -> None:
        """Give a proposal back with a word."""
        remark = form.get("remark", "")
        await self._do(wording.RETURNED, send_back_eform, self._seen(), remark)

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def ask_discard(self) -> None:
        """Ask before a draft is given up."""
        self.asks_discard = True

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def keep(self) -> None:
        """Keep the draft."""
        self.asks_discard = False

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def discard(self) -> None:
        """Give the draft up."""
        await self._do(wording.DISCARDED, discard_eform, self._seen())

    @rx.event
    @allow(Who.ADMINISTRATOR)
    async def withdraw(self, version: str) -> None:
        """Take a version back before its day."""
        number = read_uuid(str(version))
        if number is None:
            raise NotFound("eform")
        await self._do(wording.WITHDRAWN, withdraw_eform, number)

    async def _do(self, said: str, act: Callable[..., Any], *given: object) -> Any:
        # Any: each act returns what it likes; the page is read anew.
        try:
            done = await self._run(act, *given)
        except RuleViolation as refusal:
            self._show(rows.say_faults(refusal.problems, self._raw()))
            return None
        except Conflict as refusal:
            await self._tell_conflict(refusal)
            return None
        self._accept()
        self.asks_discard = False
        if said:
            await self._say(said, "done")
        await self._read()
        return done

    async def _tell_conflict(self, refusal: Conflict) -> None:
        """Say who changed it, and show how it stands now."""
        kind, name = (*(str(part) for part in refusal.args), "")[:2]
        await self._read()
        words = CONFLICTS.get(kind, CONFLICTS["eform_changed"])
        await self._say(words.format(name=name), "warn")

    async def _read(self) -> None:
        try:
            self._draw(await self._run(show_eform, self.code))
        except NotFound:
            self.missing = True

    def _draw(self, view: FormView) -> None:
        self._view = view
        self.title, self.facts = view.title, rows.head_facts(view)
        ruling = next((v for v in view.versions if v.version == view.in_force), None)
        self.in_force = wording.NO_VERSION
        if ruling:
            day = formats.day(ruling.starts_on)
            number = ruling.version
            self.in_force = wording.VERSION_SINCE.format(version=number, day=day)
        self.tabs, self.versions = rows.tab_rows(view), rows.version_rows(view)
        self.which = rows.which_rows(view)
        self.may_write = view.may_write
        self.may_begin = view.may_write and view.draft is None
        self.has_draft = view.draft is not None
        if view.draft:
            self._draw_draft(view.draft)
        self.loaded = True

    def _draw_draft(self, draft: DraftView) -> None:
        self._at = (str(draft.id), draft.edition)
        moment = formats.moment(draft.changed_at)
        self.draft_words = wording.DRAFT_WORDS.format(
            base=draft.based_on, name=draft.changed_by, moment=moment
        )
        self.draft_tag = rows.Tag(*wording.DRAFTS[draft.state])
        self.draft_facts = rows.draft_facts(draft)
        self.notices = rows.draft_notices(draft, self.may_write)
        self.flaws, self.changes = (
            rows.flaw_rows(draft),
            rows.change_rows(draft.changes),
        )
        self.flaws_heading = wording.FLAWS.format(count=len(self.flaws))
        self.groups = edits.outline(draft)
        self.new_group = f"g{len(self.groups)}"
        self.is_proposed = draft.state == "proposed"
        self.may_propose = self.may_write and not self.is_proposed
        self.may_publish = draft.may_publish
        self.draft_key = f"{draft.id}-{draft.edition}"

    def _seen(self) -> At:
        draft, edition = self._at
        if not draft:
            raise NotFound("eform_draft")
        return At(UUID(draft), edition)

    def _raw(self) -> Raw:
        """Return the draft's definition; empty without one."""
        draft = self._view.draft if self._view else None
        return draft.definition if draft else {}
