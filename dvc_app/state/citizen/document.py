"""Tài liệu điện tử: one paper, what may be done with it, who saw it (C23)."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.citizen import document_rows as rows
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import document_corrections, document_shares, shared_document
from dvc_app.wording import documents as wording
from dvc_app.wording.faults import SENTENCES
from services.core.errors import Conflict, NotFound, RuleViolation
from services.reuse.remove_document import remove_document
from services.reuse.who_used import UseView, who_used
from services.signals import dossier_topic, person_topic
from services.vault.ask_correction import ask_correction
from services.vault.describe import Description, describe, rename
from services.vault.models import DocumentState
from services.vault.share import end_share, share
from services.vault.show_document import DocumentDetail, show_document
from services.vault.views import DocumentView

FAULTS = SENTENCES | wording.FAULTS
FORMS = ("rename", "describe", "replace", "share", "correct", "remove")
DAYS = ("issued_on", "valid_from", "valid_until")
NOWHERE = UUID(int=0)


@dataclass(frozen=True)
class Fact:
    """One line of what the paper says."""

    name: str
    value: str


@dataclass(frozen=True)
class UseRow:
    """One use of the paper in words."""

    purpose: str
    line: str
    unit: str
    reads: str
    address: str


class DocumentPageState(FormState, AppState):
    """One paper of one's own; it follows its file and its shares."""

    loaded: bool = False
    missing: bool = False
    row: rows.DocumentRow = rows.DocumentRow()
    is_official: bool = False
    may_share: bool = False
    facts: list[Fact] = []
    values: dict[str, str] = {}  # what the forms begin with
    correctable: list[Fact] = []
    versions: list[rows.VersionRow] = []
    known: list[str] = []
    upload_address: str = ""
    shares: list[rows.ShareRow] = []
    corrections: list[rows.CorrectionRow] = []
    uses: list[UseRow] = []
    open_form: str = ""
    code: str = ""  # of a share: shown once
    code_until: str = ""
    _id: UUID = NOWHERE

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Open the paper of the address."""
        self._id = _uuid(self.router.url.path.rstrip("/").rpartition("/")[2])
        self._accept()
        self.loaded = self.missing = self.busy = False
        self.open_form = self.code = self.code_until = ""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the paper again: its file was checked, or somebody opened a share."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def show_form(self, form: str) -> None:
        """Open one of the forms, or close all."""
        self._accept()
        self.open_form = form if form in FORMS else ""

    @rx.event
    @allow(Who.CITIZEN)
    async def rename(self, form: dict[str, str]) -> None:
        """Give the paper another name."""
        try:
            await self._run(rename, self._id, form.get("title", ""))
        except RuleViolation as refusal:
            self._name(refusal)
        else:
            await self._done(wording.RENAMED)

    @rx.event
    @allow(Who.CITIZEN)
    async def describe(self, form: dict[str, str]) -> None:
        """Keep kind, number, issuer and dates."""
        said = Description(
            kind=form.get("kind", ""),
            number=form.get("number", ""),
            issuer=form.get("issuer", ""),
            issued_on=form.get("issued_on", ""),
            valid_from=form.get("valid_from", ""),
            valid_until=form.get("valid_until", ""),
        )
        try:
            await self._run(describe, self._id, said)
        except RuleViolation as refusal:
            self._name(refusal)
        else:
            await self._done(wording.DESCRIBED)

    @rx.event
    @allow(Who.CITIZEN)
    async def share(self, form: dict[str, str]) -> None:
        """Make a code, shown this once."""
        days = form.get("days", "")
        chosen = int(days) if days.isascii() and days.isdigit() else 0
        try:
            made = await self._run(share, self._id, chosen)
        except RuleViolation as refusal:
            self._name(refusal)
            return
        except Conflict:
            await self._say(shared_document.SHARED_NOT_NOW, "warn")
            return
        self._accept()
        self.open_form = ""
        self.code = f"{made.code[:5]} {made.code[5:]}"
        self.code_until = rows.share_hint(made.until)
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def forget_code(self) -> None:
        """Take the code off the page."""
        self.code = self.code_until = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def stop_share(self, share_id: str) -> None:
        """End a share at once."""
        await self._run(end_share, _uuid(share_id))
        self.code = self.code_until = ""
        await self._done(document_shares.SHARE_STOPPED)

    @rx.event
    @allow(Who.CITIZEN)
    async def ask_correction(self, form: dict[str, str]) -> None:
        """Ask the issuer to correct a field."""
        asked = (form.get(name, "") for name in ("field", "proposed", "note"))
        try:
            await self._run(ask_correction, self._id, *asked)
        except RuleViolation as refusal:
            self._name(refusal)
        else:
            await self._done(document_corrections.CORRECTED)

    @rx.event
    @allow(Who.CITIZEN)
    async def remove(self) -> EventSpec | None:
        """Remove the paper, unless a running dossier uses it."""
        try:
            await self._run(remove_document, self._id)
        except RuleViolation as refusal:
            self.open_form = ""
            await self._say(FAULTS[refusal.problems["document"]], "warn")
            return None
        await self._say(wording.REMOVED, "done")
        return rx.redirect(routes.MY_DOCUMENTS)

    def _name(self, refusal: RuleViolation) -> None:
        self._show(
            {
                field: wording.MISSING_FIELDS.get(field, FAULTS[key])
                if key == "required"
                else FAULTS[key]
                for field, key in refusal.problems.items()
            }
        )

    async def _done(self, words: str) -> None:
        self._accept()
        self.open_form = ""
        await self._say(words, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(show_document, self._id)
            used = await self._run(who_used, self._id)
        except NotFound:
            self.missing, self.loaded = True, True
            return
        mine = person_topic(self._actor().account_id or NOWHERE)
        self._watch(DocumentPageState.refresh, mine, dossier_topic(self._id))
        self._draw(found)
        self.uses = [use_row(use) for use in used]
        self.loaded = True

    def _draw(self, found: DocumentDetail) -> None:
        document = found.document
        self.row = rows.document_row(document)
        self.is_official = document.is_official
        usable = (DocumentState.KEPT, DocumentState.EXPIRED)
        self.may_share = document.state in usable
        self.facts = facts_of(document, found.fields)
        self.values = _values(document)
        stated = {name: self.values[name] for name in ("number", "issuer", *DAYS)}
        self.correctable = [
            Fact(name, wording.FIELDS.get(name, name))
            for name in (*stated, *found.fields)
        ]
        self.versions = [rows.version_row(version) for version in found.versions]
        self.known = [str(version.file_id) for version in found.versions]
        self.upload_address = routes.fill(
            routes.API_VAULT_VERSIONS, document_id=str(document.id)
        )
        self.shares = [rows.share_row(one) for one in found.shares]
        self.corrections = [rows.correction_row(one) for one in found.corrections]


def facts_of(document: DocumentView, fields: dict[str, str]) -> list[Fact]:
    """Return what is known of the paper, line by line."""
    values = _values(document) | fields
    told = {
        "kind": wording.KINDS.get(document.kind, document.kind),
        "source": wording.SOURCES[document.source],
        "signature": rows.signature_of(document),
        "added": formats.moment(document.added_at),
        "file": f"{document.file_name} · {formats.size(document.size)}",
    }
    order = ("kind", "number", "issuer", *DAYS, *fields, "source", "signature")
    lines = [
        (name, (values | told).get(name, "")) for name in (*order, "added", "file")
    ]
    return [
        Fact(wording.FIELDS.get(name, name), value or wording.NOT_SAID)
        for name, value in lines
        if value or name in ("number", "issuer", "issued_on", "valid_until")
    ]


def use_row(use: UseView) -> UseRow:
    """Return one use in words."""
    where = use.dossier_code or wording.USED_DRAFT
    if use.status is None:
        where = wording.USED_GONE
    elif not use.is_standing:
        where = wording.USED_TAKEN_OUT
    consent = wording.USED_CONSENT.format(at=formats.moment(use.used_at))
    reads = ""
    if use.dossier_code:
        reads = wording.USED_UNREAD
    if use.reads:
        last = formats.moment(use.last_read_at)
        reads = wording.USED_READS.format(count=use.reads, day=last)
    return UseRow(
        purpose=use.purpose,
        line=f"{where} · {consent}",
        unit=wording.USED_UNIT.format(unit=use.unit) if use.unit else "",
        reads=reads,
        address=routes.fill(routes.DOSSIER, code=use.dossier_code)
        if use.dossier_code
        else "",
    )


def _values(document: DocumentView) -> dict[str, str]:
    days = {name: getattr(document, name) for name in DAYS}
    return {
        "title": document.title,
        "kind": document.kind,
        "number": document.number,
        "issuer": document.issuer,
        **{name: formats.day(day) if day else "" for name, day in days.items()},
    }


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
