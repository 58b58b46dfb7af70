"""Send a request for a supplement: the clock stops from here (contracts 8.3)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.notifications.models import Subject
from services.processing.announce import announce
from services.processing.step_log import log_pause
from services.processing.step_models import Awaited, StepKind
from services.supplements.issue_request import issue_request
from services.supplements.models import RequestStatus, SupplementRequest
from services.work import Work

PAGE = "/bo-sung"


@dataclass(frozen=True)
class Asked:
    """What became of a request: sent, or waiting for the leader."""

    request_id: UUID
    code: str
    number: int
    is_sent: bool
    deadline: datetime
    version: int


def send_request(work: Work, dossier: Dossier, request: SupplementRequest) -> None:
    """Let the request reach the person, and the dossier wait for the answer."""
    request.status, request.asked_at = RequestStatus.ASKED, work.now
    request.came_from, request.due_before = dossier.status, dossier.due_at
    work.session.add(request)
    log_pause(work, dossier, StepKind.PAUSED, Awaited.SUPPLEMENT)
    move(dossier, DossierStatus.SUPPLEMENT)
    dossier.supplement_by, dossier.updated_at = request.deadline, work.now
    work.session.add(dossier)
    issue_request(work, dossier, request)
    note_event(work, dossier, "supplement_asked")
    record(work, "supplement.asked", dossier.id, number=request.number)
    key = str(request.id)
    tell_people(work, dossier, Subject.SUPPLEMENT_ASKED, key, PAGE)
    announce(work, dossier)
    work.session.flush()


def asked(dossier: Dossier, request: SupplementRequest) -> Asked:
    """Return what the officer is told."""
    is_sent = request.asked_at is not None
    return Asked(
        request_id=request.id,
        code=dossier.code or "",
        number=request.number,
        is_sent=is_sent,
        deadline=request.deadline,
        version=dossier.version,
    )
