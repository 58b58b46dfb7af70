"""One correction that is asked for, and the unit's answer to it (C23)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.state.officer.dossier_rows import PICTURES, FileRow
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import corrections as wording
from dvc_app.wording import documents, faults, reception
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.signals import desk_topics
from services.vault.answer_correction import decline, mend
from services.vault.models import CorrectionOutcome
from services.vault.open_correction import CorrectionDetail, Mended, open_correction
from services.vault.views import DocumentView

NOWHERE = UUID(int=0)
STATED = ("number", "issuer", "issued_on", "valid_from", "valid_until")
FAULTS = faults.SENTENCES | wording.FAULTS


@dataclass(frozen=True)
class Fact:
    """One line of what the paper says; the one that is asked about is marked."""

    name: str
    value: str
    is_asked: bool


@dataclass(frozen=True)
class BeforeRow:
    """An earlier answer about the same paper."""

    line: str
    by: str
    reason: str


class CorrectionState(FormState, AppState):
    """The request of the address; it follows what colleagues do."""

    loaded: bool = False
    missing: bool = False
    title: str = ""
    asked: str = ""
    field: str = ""
    stands: str = ""
    present: str = ""
    proposed: str = ""
    note: str = ""
    facts: list[Fact] = []
    file: FileRow = FileRow()
    no_file: str = ""
    before: list[BeforeRow] = []
    may_decide: bool = False
    is_day: bool = False
    answer: str = ""
    answer_kind: str = ""
    named: str = ""  # what it holds, as the address names it
    form_key: str = ""
    _id: UUID = NOWHERE

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the request of the address."""
        self.named = self.router.url.path.rstrip("/").rpartition("/")[2][:60]
        self._id = _uuid(self.named)
        self.loaded = self.missing = self.busy = False
        self._accept()
        if agency_id := self._actor().agency_id:
            self._watch(CorrectionState.refresh, *desk_topics([agency_id]))
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """Read it again: a colleague may have answered."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def mend(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Write what is right, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(mend, self._id, form.get("written", ""))
        except (RuleViolation, Conflict, NotFound) as refusal:
            await self._name(refusal)
        else:
            await self._done(wording.MENDED_DONE)
        finally:
            self.busy = False

    @rx.event
    @allow(Who.OFFICER)
    async def decline(self, form: dict[str, str]) -> AsyncIterator[None]:
        """Keep what is written, and say why, once (R6)."""
        self.busy = True
        yield
        try:
            await self._run(decline, self._id, form.get("reason", ""))
        except (RuleViolation, Conflict, NotFound) as refusal:
            await self._name(refusal)
        else:
            await self._done(wording.DECLINED_DONE)
        finally:
            self.busy = False

    async def _name(self, refusal: RuleViolation | Conflict | NotFound) -> None:
        if not isinstance(refusal, RuleViolation):
            await self._read()
            raise refusal  # the words of every such refusal are said by the walls
        self._show(
            {
                field: wording.MISSING_FIELDS[field]
                if key == Fault.REQUIRED
                else FAULTS[key]
                for field, key in refusal.problems.items()
            }
        )

    async def _done(self, words: str) -> None:
        self._accept()
        await self._say(words, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            found = await self._run(open_correction, self._id)
        except (NotFound, Forbidden):
            self.missing, self.loaded = True, False
            return
        self._draw(found)
        self.loaded = True

    def _draw(self, found: CorrectionDetail) -> None:
        document = found.document
        self.title = document.title if document else wording.ONE_TITLE
        moment = formats.moment(found.asked_at)
        self.asked = wording.FROM.format(owner=found.owner, moment=moment)
        self.field = documents.FIELDS.get(found.field, found.field)
        self.present = formats.day_or_text(found.present) or wording.UNSAID
        self.proposed = found.proposed
        self.note = found.note or wording.NO_REASON
        self.facts = facts_of(found, document) if document else []
        readable = document if found.may_read else None
        self.file = file_row(readable) if readable else FileRow()
        waits = found.outcome is CorrectionOutcome.WAITING
        self.stands = wording.STANDS if waits else wording.STOOD
        self.no_file = wording.NO_FILE if waits else wording.FILE_CLOSED
        self.before = [before_row(one) for one in found.before]
        self.may_decide, self.is_day = found.may_decide, found.is_day
        self.answer, self.answer_kind = say_answer(found)
        self.form_key = f"{found.id}-{found.outcome}"


def facts_of(found: CorrectionDetail, document: DocumentView) -> list[Fact]:
    """Return what the paper says, line by line."""
    stated = {
        "number": document.number,
        "issuer": document.issuer,
        "issued_on": formats.day(document.issued_on),
        "valid_from": formats.day(document.valid_from),
        "valid_until": formats.day(document.valid_until),
    }
    kind = documents.KINDS.get(document.kind, document.kind)
    lines = {"kind": kind} | stated | found.fields
    return [
        Fact(
            documents.FIELDS.get(name, name),
            value or wording.UNSAID,
            name == found.field,
        )
        for name, value in lines.items()
        if value or name == found.field
    ]


def file_row(document: DocumentView) -> FileRow:
    """Return the file of the paper as the viewer shows it."""
    kind = document.file_kind
    file_id = str(document.file_id)
    picture = routes.fill(routes.API_THUMBNAIL, file_id=file_id)
    return FileRow(
        id=file_id,
        name=document.file_name,
        details=formats.size(document.size),
        view_label=reception.VIEW.format(name=document.file_name),
        kind="picture" if kind in PICTURES else kind if kind == "pdf" else "",
        address=routes.fill(routes.API_FILE, file_id=file_id),
        thumbnail=picture if document.has_thumbnail else "",
        thumbnail_label=documents.PREVIEW.format(name=document.file_name),
    )


def before_row(one: Mended) -> BeforeRow:
    """Return an earlier answer in words."""
    is_mended = one.outcome is CorrectionOutcome.MENDED
    words = wording.BEFORE_MENDED if is_mended else wording.BEFORE_DECLINED
    line = words.format(
        field=documents.FIELDS.get(one.field, one.field),
        replaced=formats.day_or_text(one.replaced) or wording.UNSAID,
        written=formats.day_or_text(one.written),
    )
    moment = formats.moment(one.answered_at)
    by = wording.ANSWERED_BY.format(name=one.answered_by, moment=moment)
    return BeforeRow(line, by.removeprefix(", "), one.reason)


def say_answer(found: CorrectionDetail) -> tuple[str, str]:
    """Return what was answered and how it is shown; nothing while it waits."""
    words = {
        CorrectionOutcome.MENDED: (wording.SAYS_MENDED, "notice notice--done"),
        CorrectionOutcome.DECLINED: (wording.SAYS_DECLINED, "notice"),
    }.get(found.outcome)
    if words is None:
        return "", ""
    text = words[0].format(
        written=formats.day_or_text(found.written),
        reason=found.reason,
        name=found.answered_by,
        moment=formats.moment(found.answered_at),
    )
    return text, words[1]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return NOWHERE
