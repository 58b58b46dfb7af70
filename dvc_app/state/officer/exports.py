"""ExportsState: files made aside, a leader's word, reports by themselves (O13)."""

from dataclasses import dataclass
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.base import AppState
from dvc_app.state.forms import FormState
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import registers as wording
from dvc_app.wording.faults import spelled
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.faults import Fault
from services.registers.begin_schedule import ScheduleForm, begin_schedule
from services.registers.decide_export import decide_export
from services.registers.end_schedule import end_schedule
from services.registers.grouping import GroupBy
from services.registers.list_exports import ExportView, list_exports
from services.registers.list_schedules import ScheduleView, list_schedules
from services.registers.models import ExportKind, ExportState
from services.registers.wanted import RegisterWanted
from services.signals import desk_topics, person_topic
from services.work import Work

SHORT = {Fault.REQUIRED, Fault.NOTE_SHORT}


@dataclass(frozen=True)
class FileRow:
    """One file in words."""

    id: str
    kind: str
    period: str
    asked: str
    purpose: str
    state: str
    css: str
    line: str
    href: str
    download: str
    may_decide: bool


@dataclass(frozen=True)
class ScheduleRow:
    """One report that makes itself, in words."""

    id: str
    name: str
    line: str
    end: str


class ExportsState(FormState, AppState):
    """Files of the officer, and what waits for the word of a leader."""

    loaded: bool = False
    has_no_role: bool = False
    files: list[FileRow] = []
    schedules: list[ScheduleRow] = []
    form_key: str = "1"

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Show both lists, and follow them."""
        self._accept()
        self.loaded = self.has_no_role = False
        actor = self._actor()
        if actor.account_id is not None and actor.agency_id is not None:
            topics = (person_topic(actor.account_id), *desk_topics([actor.agency_id]))
            self._watch(ExportsState.refresh, *topics)
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def refresh(self) -> None:
        """A file was made, or somebody decided."""
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def agree(self, export_id: str) -> None:
        """Let the file be made."""
        await self._decide(export_id, True, "")

    @rx.event
    @allow(Who.OFFICER)
    async def decline(self, form: dict[str, str]) -> None:
        """Keep the names in, and say why."""
        export_id = form.get("export", "")
        await self._decide(export_id, False, form.get(f"reason-{export_id}", ""))

    @rx.event
    @allow(Who.OFFICER)
    async def schedule(self, form: dict[str, str]) -> None:
        """Have a report made every week or month."""
        typed = ScheduleForm(
            name=form.get("name", ""),
            kind=form.get("kind", ""),
            by=str(GroupBy.PROCEDURE),
            every=form.get("every", ""),
            email=form.get("email", ""),
        )
        try:
            await self._run(begin_schedule, RegisterWanted(), typed)
        except RuleViolation as refusal:
            self._show(spelled(refusal.problems))
            return
        except Conflict as refusal:
            await self._say(_conflict(refusal), "warn")
        else:
            self._accept()
            self.form_key = str(int(self.form_key) + 1)
        await self._read()

    @rx.event
    @allow(Who.OFFICER)
    async def end(self, schedule_id: str) -> None:
        """Have it no more."""
        if schedule_id not in {one.id for one in self.schedules}:
            return
        await self._run(end_schedule, UUID(schedule_id))
        await self._say(wording.ENDED, "done")
        await self._read()

    async def _decide(self, export_id: str, is_agreed: bool, reason: str) -> None:
        if export_id not in {one.id for one in self.files}:
            return
        try:
            await self._run(decide_export, UUID(export_id), is_agreed, reason)
        except RuleViolation as refusal:
            is_short = refusal.problems.get("declined_reason") in SHORT
            words = spelled(refusal.problems)["declined_reason"]
            said = wording.DECLINE_REASON_NEEDED if is_short else words
            self._show({f"reason-{export_id}": said})
            return
        except Conflict as refusal:
            await self._say(_conflict(refusal), "warn")
        except Forbidden as refusal:
            await self._say(wording.FORBIDDEN[str(refusal.args[0])], "warn")
        else:
            self._accept()
            words = wording.AGREED_NOW if is_agreed else wording.DECLINED_NOW
            await self._say(words, "done")
        await self._read()

    async def _read(self) -> None:
        try:
            files, schedules = await self._run(_both)
        except (Forbidden, NotFound):
            self.has_no_role = True
        else:
            self.files = [_file(view) for view in files]
            self.schedules = [_schedule(view) for view in schedules]
        self.loaded = True


def _both(
    work: Work,
) -> tuple[tuple[ExportView, ...], tuple[ScheduleView, ...]]:
    return list_exports(work), list_schedules(work)


def _file(view: ExportView) -> FileRow:
    words, css = wording.STATES[view.state]
    kind = wording.KINDS[view.kind]
    is_open = view.state is ExportState.READY and view.is_mine
    href = routes.fill(routes.API_EXPORT, export_id=str(view.id)) if is_open else ""
    period = _period(view.wanted)
    return FileRow(
        id=str(view.id),
        kind=f"{kind}, {wording.IN_FULL}" if view.is_full else kind,
        period=period,
        asked=wording.ASKED.format(
            name=view.asked_by, moment=formats.short_moment(view.asked_at)
        ),
        purpose=wording.WHY.format(purpose=view.purpose) if view.purpose else "",
        state=words,
        css=css,
        line=_line(view),
        href=href,
        download=wording.DOWNLOAD_ONE.format(kind=kind, period=period),
        may_decide=view.may_decide,
    )


def _line(view: ExportView) -> str:
    if view.state is ExportState.FAILED:
        return wording.TOO_MANY
    if view.state is ExportState.DECLINED:
        return wording.DECLINED.format(reason=view.declined_reason)
    if view.state is not ExportState.READY:
        return ""
    rows = wording.ROWS.format(
        count=formats.number(view.rows), moment=formats.short_moment(view.counted_at)
    )
    kept = wording.KEPT_UNTIL.format(moment=formats.short_moment(view.expires_at))
    return f"{rows}; {kept}"


def _period(wanted: RegisterWanted) -> str:
    if wanted.from_day is None and wanted.to_day is None:
        return wording.THIS_MONTH
    first, last = formats.day(wanted.from_day), formats.day(wanted.to_day)
    return wording.PERIOD.format(first=first or "…", last=last or "…")


def _schedule(view: ScheduleView) -> ScheduleRow:
    return ScheduleRow(
        id=str(view.id),
        name=view.name,
        line=wording.SCHEDULE_LINE.format(
            kind=wording.KINDS[ExportKind(view.kind)],
            every=wording.EVERY[view.every].lower(),
            day=formats.day(view.next_on),
            email=view.email,
        ),
        end=wording.SCHEDULE_END_ONE.format(name=view.name),
    )


def _conflict(refusal: Conflict) -> str:
    kind, name, *_ = (*(str(part) for part in refusal.args), "", "")
    return wording.CONFLICTS[kind].format(name=name)
