"""One's own dossier, from its submission to its result (C15, C16 “Xem”)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, or_, select

from services.core.errors import NotFound
from services.core.faults import Unreadable
from services.core.identifiers import DossierCode, read_dossier_code
from services.core.promises import PromiseLine
from services.dossiers.access import visible_to
from services.dossiers.calendar import shown_calendar
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.rules import ENDED, RESULT_OPEN, TURN, Turn
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.dossiers.time_limits import TimeLeft, read_lines, time_left
from services.dossiers.usual_time import UsualTime, usual_time
from services.dossiers.views import RESULT, FileView, view_file
from services.files.queries import files_of
from services.work import Work


@dataclass(frozen=True)
class Happening:
    """One line of the timeline; the wording makes a sentence of the event."""

    at: datetime
    status: DossierStatus
    event: str
    unit: str
    actor_name: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Progress:
    """Where a dossier stands: what, whose turn, by when (R22)."""

    status: DossierStatus
    turn: Turn
    submitted_at: datetime | None
    receive_by: datetime | None
    received_at: datetime | None
    due_at: datetime | None
    lines: tuple[PromiseLine, ...]
    left: TimeLeft | None
    finished_at: datetime | None
    returned_at: datetime | None
    supplement_by: datetime | None = None  # while something is asked: until when
    suspended_since: datetime | None = None  # no clock runs meanwhile
    usual: UsualTime = field(
        default_factory=UsualTime
    )  # of this unit, for this procedure


@dataclass(frozen=True)
class DossierView:
    """All that those who see it are shown."""

    dossier_id: UUID
    code: str
    progress: Progress
    handed_in: Snapshot
    submitter_name: str
    applicant_name: str
    timeline: tuple[Happening, ...]
    results: tuple[FileView, ...]
    has_receipt: bool  # giấy tiếp nhận và hẹn trả has been issued
    is_filed_by_me: bool  # false: somebody else filed it for the person


def show_dossier(work: Work, code: str) -> DossierView:
    """Return a dossier the actor sees; NotFound for another's and for none."""
    account_id = work.actor.require_citizen()
    dossier = find_visible(work, code)
    if dossier is None:
        raise NotFound("dossier")
    files = files_of(work.session, dossier.id)
    is_open = dossier.status in RESULT_OPEN
    return DossierView(
        dossier_id=dossier.id,
        code=dossier.code or "",
        progress=progress_of(work, dossier),
        handed_in=read_snapshot(dossier),
        submitter_name=dossier.submitter_name,
        applicant_name=dossier.applicant_name,
        timeline=tuple(
            Happening(e.at, e.status, e.event, e.unit, e.actor_name, e.facts)
            for e in timeline_of(work.session, dossier.id)
        ),
        results=tuple(view_file(f) for f in files if f.slot == RESULT and is_open),
        has_receipt=dossier.received_at is not None,
        is_filed_by_me=dossier.account_id == account_id,
    )


def find_visible(work: Work, typed: str) -> Dossier | None:
    """Return the dossier of this code if the citizen who acts sees it."""
    try:
        code = read_dossier_code(typed)
    except Unreadable:
        return None
    query = select(Dossier).where(Dossier.code == code, visible_to(work))
    return work.session.exec(query).first()


def visible_as(work: Work, typed: str) -> ColumnElement[bool]:
    """Return what makes a row that dossier, for a statement that asks for more."""
    try:
        code = read_dossier_code(typed)
    except Unreadable:
        raise NotFound("dossier") from None
    return and_(col(Dossier.code) == code, visible_to(work))


def find_by_code(session: Session, typed: str) -> Dossier | None:
    """Return the dossier of this code however it was typed (F9)."""
    try:
        code = read_dossier_code(typed)
    except Unreadable:
        return None
    return find_exact(session, code)


def find_exact(session: Session, code: DossierCode) -> Dossier | None:
    """Return the dossier of this code, or of the code it has where it was filed.

    Drafts have neither; our own code goes first.
    """
    theirs = and_(col(Dossier.their_code) == code, col(Dossier.their_code) != "")
    query = select(Dossier).where(or_(col(Dossier.code) == code, theirs))
    return session.exec(query.order_by(col(Dossier.code) != code)).first()


def timeline_of(session: Session, dossier_id: UUID) -> Sequence[TimelineEntry]:
    """Return what happened, the latest first."""
    return session.exec(
        select(TimelineEntry)
        .where(TimelineEntry.dossier_id == dossier_id)
        .order_by(col(TimelineEntry.at).desc(), col(TimelineEntry.id))
    ).all()


def progress_of(work: Work, dossier: Dossier) -> Progress:
    """Return status, turn and dates of a dossier."""
    return Progress(
        status=dossier.status,
        turn=TURN[dossier.status],
        submitted_at=dossier.submitted_at,
        receive_by=dossier.receive_by,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        lines=read_lines(dossier.due_reasons),
        left=time_left(shown_calendar(work, dossier.agency_id), dossier, work.now),
        finished_at=dossier.finished_at,
        returned_at=dossier.returned_at,
        supplement_by=dossier.supplement_by,
        suspended_since=dossier.suspended_since,
        usual=_usual(work, dossier),
    )


def _usual(work: Work, dossier: Dossier) -> UsualTime:
    """Say how long it usually takes, while somebody still waits for it."""
    if dossier.status in ENDED:
        return UsualTime()
    return usual_time(work.session, dossier.agency_id, dossier.procedure_id, work.now)
