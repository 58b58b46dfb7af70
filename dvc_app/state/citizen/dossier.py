"""One's own dossier, live from submission to result (C16 “Xem”, C15)."""

from dataclasses import dataclass, field

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state.acting import on_behalf
from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing_rows import total_of
from dvc_app.state.progress import ShownProgress, show_progress
from dvc_app.state.public.look_up_view import EventRow, show_events
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import delegations, filing, uploads
from dvc_app.wording import my_dossiers as wording
from services.core.errors import NotFound
from services.core.identifiers import spoken_groups
from services.dossiers.models import DossierStatus as S
from services.dossiers.show_dossier import DossierView, show_dossier
from services.dossiers.snapshot import FrozenFile, Snapshot
from services.dossiers.views import FileView
from services.papers.qr import qr_svg
from services.settings import settings
from services.signals import delegations_topic, dossier_topic


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


@dataclass(frozen=True)
class Shown:
    """All that the two pages of a dossier draw."""

    code: str = ""
    spoken: str = ""
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
    progress: ShownProgress = field(default_factory=ShownProgress)
    timeline: list[EventRow] = field(default_factory=list)
    parts: list[PartRow] = field(default_factory=list)
    results: list[LinkRow] = field(default_factory=list)
    prints: list[LinkRow] = field(default_factory=list)


class DossierState(AppState):
    """The dossier of the address."""

    loaded: bool = False
    missing: bool = False
    view: Shown = Shown()
    _code: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Open the dossier of the address, and follow it from now on."""
        parts = self.router.url.path.strip("/").split("/")
        self._code = parts[1][:60] if len(parts) > 1 else ""
        self.loaded = self.missing = False
        await self._read(watch=True)

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read it again: the agency has moved it on."""
        await self._read(watch=False)

    async def _read(self, watch: bool) -> None:
        try:
            found = await self._run(show_dossier, self._code)
        except NotFound:
            self.missing, self.loaded = True, False
            return
        if watch:
            # Watched first, then read: a change in between is not lost.
            # A right to act for its owner may end while the page stands open.
            mine = delegations_topic(self._actor().account_id or found.dossier_id)
            self._watch(DossierState.refresh, dossier_topic(found.dossier_id), mine)
            found = await self._run(show_dossier, self._code)
        self.view = show(found, self._look_up_address(found.code))
        self.loaded = True

    def _look_up_address(self, code: str) -> str:
        return f"{settings().public_url.rstrip('/')}{routes.LOOK_UP}?ma={code}"


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
    parts = [(part.name, part.files) for part in sent.components]
    if sent.other_files:
        parts.append((filing.OTHER_PAPERS, sent.other_files))
    return [PartRow(name, [_file(file) for file in files]) for name, files in parts]


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
    if found.has_receipt:
        prints.append(
            LinkRow(
                wording.RECEIPT, "PDF", routes.fill(routes.API_RECEIPT, code=found.code)
            )
        )
    return prints
