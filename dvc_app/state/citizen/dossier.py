"""One's own dossier, live from submission to result (C16 “Xem”, C15)."""

from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.acting import on_behalf
from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing_rows import total_of
from dvc_app.state.citizen.result_lines import result_lines
from dvc_app.state.eform_rows import GroupCard, line_cards
from dvc_app.state.progress import ShownProgress, show_progress
from dvc_app.state.public.look_up_view import EventRow, show_events
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations, filing, uploads
from dvc_app.wording import my_dossiers as wording
from services.core.errors import NotFound
from services.core.identifiers import spoken_groups
from services.dossiers.models import DossierStatus as S
from services.dossiers.requirements import StandIn
from services.dossiers.rules import GIVEN_UP, NEXT
from services.dossiers.show_dossier import DossierView, show_dossier
from services.dossiers.snapshot import FrozenFile, Snapshot
from services.dossiers.views import FileView
from services.messages.follow_summary import FollowSummary, follow_of
from services.papers.qr import qr_svg
from services.processing.models import StepState
from services.processing.owner_steps import OwnerStep
from services.processing.queries import readable_dossier
from services.results.open_result import ResultView, view_result
from services.settings import settings
from services.signals import delegations_topic, dossier_topic
from services.work import Work

WITHOUT = {
    StandIn.NONE: wording.NO_FILES,
    StandIn.FORM: wording.BY_FORM,
    StandIn.STATE: wording.BY_STATE,
}


@dataclass(frozen=True)
class LinkRow:
    """A file or printed paper to open."""

    words: str
    details: str
    address: str


@dataclass(frozen=True)
class PartRow:
    """A paper handed in, with its files."""

    name: str
    files: list[LinkRow]
    without: str  # said where there is no file


@dataclass(frozen=True)
class StepRow:
    """One step at the office: when it began, is due, was done."""

    id: str
    name: str
    line: str
    is_done: bool
    is_now: bool


@dataclass(frozen=True)
class Shown:
    """All that the two pages of a dossier draw."""

    code: str = ""
    spoken: str = ""
    result_lines: list[str] = field(default_factory=list)
    procedure: str = ""
    unit: str = ""
    submitter: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    applicant: str = ""
    request: str = ""
    copies: str = ""
    fees: str = ""
    filed: str = ""
    headline: str = ""
    qr: str = ""  # a picture, as a data address
    filed_by: str = ""  # somebody else, for the person who reads
    can_supplement: bool = False
    can_withdraw: bool = False
    unseen: str = ""  # messages of the office
    steps: list[StepRow] = field(default_factory=list)
    progress: ShownProgress = field(default_factory=ShownProgress)
    timeline: list[EventRow] = field(default_factory=list)
    parts: list[PartRow] = field(default_factory=list)
    form: list[GroupCard] = field(default_factory=list)  # as it was handed in
    results: list[LinkRow] = field(default_factory=list)
    prints: list[LinkRow] = field(default_factory=list)


class DossierState(AppState):
    """The dossier of the address."""

    loaded: bool = False
    missing: bool = False
    view: Shown = Shown()
    code: str = ""  # of the address, whether there is such a dossier or not

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Open the dossier of the address, and follow it from now on."""
        parts = self.router.url.path.strip("/").split("/")
        self.code = parts[1][:60] if len(parts) > 1 else ""
        self.loaded = self.missing = False
        self.view = Shown()  # never another dossier's words while this one is read
        await self._read(watch=True)

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: the agency has moved it on."""
        await self._read(watch=False)

    async def _read(self, watch: bool) -> None:
        try:
            if watch:
                # Watched first, then read: a change in between is not lost.
                # A right to act for its owner may end while the page stands open.
                here = await self._run(_find, self.code)
                mine = delegations_topic(self._actor().account_id or here)
                self._watch(DossierState.refresh, dossier_topic(here), mine)
            found, more, result = await self._run(_open, self.code)
        except NotFound:
            self.missing, self.loaded = True, False
            return
        self.view = replace(
            show(found, self._look_up_address(found.code)),
            form=_form(found.handed_in),
            result_lines=result_lines(result) if result else [],
            **_follow(more, found.progress.status in GIVEN_UP),
        )
        self.loaded = True

    def _look_up_address(self, code: str) -> str:
        return f"{settings().public_url.rstrip('/')}{routes.LOOK_UP}?ma={code}"


def _find(work: Work, code: str) -> UUID:
    work.actor.require_citizen()
    return readable_dossier(work, code).id


def _open(
    work: Work, code: str
) -> tuple[DossierView, FollowSummary, ResultView | None]:
    view = show_dossier(work, code)
    more = follow_of(work.session, view.dossier_id)
    if not view.results:
        return view, more, None
    return view, more, view_result(work.session, view.dossier_id, only_paid=True)


def _form(sent: Snapshot) -> list[GroupCard]:
    return line_cards(sent.form.lines, filing.NOT_GIVEN) if sent.form else []


def _follow(more: FollowSummary, has_ended: bool) -> dict[str, Any]:
    # Any: fields of Shown that are read apart from the dossier.
    count = more.unseen
    unseen = wording.UNSEEN.format(count=count) if count else ""
    # What was never finished is no step any more once the dossier has ended.
    kept = [one for one in more.steps if one.done_at or not has_ended]
    return {"unseen": unseen, "steps": [_step(step) for step in kept]}


def _step(step: OwnerStep) -> StepRow:
    if step.done_at:
        line = wording.STEP_DONE.format(done=formats.moment(step.done_at))
    elif step.started_at:
        line = wording.STEP_NOW.format(
            started=formats.moment(step.started_at), due=formats.moment(step.due_at)
        )
    else:
        line = wording.STEP_COMING
    is_now = step.state is StepState.CURRENT
    return StepRow(str(step.id), step.name, line, step.done_at is not None, is_now)


def show(found: DossierView, look_up: str) -> Shown:
    """Return the dossier as the pages draw it."""
    sent, values = found.handed_in, found.handed_in.values
    progress = show_progress(found.progress, sent.unit.name)
    return Shown(
        code=found.code,
        spoken=spoken_groups(found.code),
        procedure=sent.procedure_name,
        unit=sent.unit.name,
        submitter=on_behalf(found.submitter_name, sent.acting),
        filed_by=_filed_by(found),
        address=str(values.get("submitter_address", "")),
        phone=str(values.get("submitter_phone", "")),
        email=str(values.get("submitter_email", "")),
        applicant=found.applicant_name,
        request=str(values.get("request", "")),
        copies=wording.SETS_VALUE.format(count=values.get("copies", 1)),
        fees=total_of(sent.fees) if sent.fees else filing.NO_FEES,
        filed=formats.moment(found.progress.submitted_at),
        headline=_headline(found, progress),
        qr=formats.svg_address(qr_svg(look_up)),
        can_supplement=found.progress.status is S.SUPPLEMENT,
        can_withdraw=S.WITHDRAWN in NEXT[found.progress.status],
        progress=progress,
        timeline=show_events(found.timeline, found.progress.status, progress.due),
        parts=_parts(sent),
        results=[_result(file) for file in found.results],
        prints=_prints(found),
    )


def _filed_by(found: DossierView) -> str:
    if found.is_filed_by_me or found.handed_in.acting is None:
        return ""
    return delegations.FILED_BY_NOTICE.format(name=found.submitter_name)


def _parts(sent: Snapshot) -> list[PartRow]:
    parts = [(part.name, part.files, part.stand_in) for part in sent.components]
    if sent.other_files:
        parts.append((filing.OTHER_PAPERS, sent.other_files, StandIn.NONE))
    return [
        PartRow(name, [_file(file) for file in files], WITHOUT[stand_in])
        for name, files, stand_in in parts
    ]


def _result(file: FileView) -> LinkRow:
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    return LinkRow(file.name, formats.size(file.size), address)


def _headline(found: DossierView, progress: ShownProgress) -> str:
    if found.progress.status is S.SUBMITTED:
        by = formats.moment(found.progress.receive_by)
        return wording.SUCCESS_LINE.format(receive_by=by)
    return wording.SUCCESS_LATER.format(status=progress.sentence)


def _file(file: FrozenFile) -> LinkRow:
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    return LinkRow(file.name, " · ".join(details), address)


def _prints(found: DossierView) -> list[LinkRow]:
    prints = [
        LinkRow(
            wording.ACKNOWLEDGEMENT,
            "PDF",
            routes.fill(routes.API_ACKNOWLEDGEMENT, code=found.code),
        )
    ]
    if found.handed_in.form:
        sheet = routes.fill(routes.API_FORM, code=found.code)
        prints.append(LinkRow(found.handed_in.form.title, "PDF", sheet))
    if found.has_receipt:
        prints.append(
            LinkRow(
                wording.RECEIPT, "PDF", routes.fill(routes.API_RECEIPT, code=found.code)
            )
        )
    return prints
