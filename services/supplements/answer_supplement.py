"""Answer what the office asked for (bổ sung hồ sơ): every point, in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, update

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.text import name_key
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.dossiers.snapshot import read_snapshot
from services.dossiers.tell_people import tell_people
from services.files.models import StoredFile
from services.notifications.models import Subject
from services.processing.announce import announce
from services.supplements.check_answers import read_answers
from services.supplements.clock import restart_clock
from services.supplements.form_fields import fields_of
from services.supplements.models import (
    RequestStatus,
    SupplementPoint,
    SupplementRequest,
)
from services.supplements.queries import (
    files_by_slot,
    lock_visible,
    open_request,
    points_of,
    requests_of,
)
from services.supplements.rules import slot_of
from services.supplements.send_request import PAGE
from services.work import Work


@dataclass(frozen=True)
class Answered:
    """What the person is told: when it came in, and what is promised now."""

    code: str
    answered_at: datetime
    due_at: datetime | None
    receive_by: datetime | None
    status: DossierStatus


def answer_supplement(work: Work, code: str) -> Answered:
    """Hand the answers in, in one transaction, and let the clock run again.

    What was handed in before is never changed: the answers stand beside it. A
    second press, a reload or another tab gets the first answer (R6).
    """
    dossier = lock_visible(work, code)
    latest = next(iter(requests_of(work.session, dossier.id)), None)
    if latest and latest.status is RequestStatus.ANSWERED:
        return _answered(dossier, latest)
    request = open_request(work.session, dossier)
    points = points_of(work.session, [request.id])[request.id]
    files = files_by_slot(work.session, dossier.id, lock=True)
    fields = fields_of(work.session, dossier, read_snapshot(dossier))
    values, problems = read_answers(points, files, fields, local_day(work.now))
    if problems:
        raise RuleViolation(problems)
    _seal(work, dossier.id, points)
    for point in points:
        point.answered_at = work.now
        work.session.add(point)
    _apply(dossier, values)
    _close(work, dossier, request)
    record(work, "supplement.answered", dossier.id, number=request.number)
    tell_people(work, dossier, Subject.SUPPLEMENT_RECEIVED, str(request.id), PAGE)
    announce(work, dossier)
    work.session.flush()
    return _answered(dossier, request)


def _seal(work: Work, dossier_id: UUID, points: Sequence[SupplementPoint]) -> None:
    """Close the files of the answer: no swap and no removal after this (UP-9)."""
    work.session.exec(
        update(StoredFile)
        .where(
            col(StoredFile.subject_id) == dossier_id,
            col(StoredFile.slot).in_([slot_of(point.id) for point in points]),
        )
        .values(sealed_at=work.now)
    )


def _apply(dossier: Dossier, values: Mapping[str, str]) -> None:
    """Bring the columns that lists are searched by up to date."""
    if name := values.get("applicant_name"):
        dossier.applicant_name, dossier.applicant_key = name, name_key(name)
    dossier.submitter_name = values.get("submitter_name", dossier.submitter_name)
    dossier.submitter_phone = values.get("submitter_phone", dossier.submitter_phone)
    if born := values.get("submitter_birth_date"):
        dossier.submitter_birth_date = date.fromisoformat(born)


def _close(work: Work, dossier: Dossier, request: SupplementRequest) -> None:
    """Bring the dossier back to whoever asked; every date moves on."""
    request.status = RequestStatus.ANSWERED
    request.answered_at = work.now
    request.answered_by_id = work.actor.require_citizen()
    restart_clock(work, dossier, request)
    was_new = request.came_from is DossierStatus.SUBMITTED
    move(dossier, DossierStatus.SUBMITTED if was_new else DossierStatus.PROCESSING)
    dossier.supplement_by, dossier.updated_at = None, work.now
    work.session.add(request)
    work.session.add(dossier)
    note_event(work, dossier, "supplement_answered")


def _answered(dossier: Dossier, request: SupplementRequest) -> Answered:
    assert request.answered_at is not None
    return Answered(
        code=dossier.code or "",
        answered_at=request.answered_at,
        due_at=dossier.due_at,
        receive_by=dossier.receive_by,
        status=dossier.status,
    )
