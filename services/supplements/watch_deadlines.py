"""Remind before the deadline of a supplement, and mark it once it has passed."""

from sqlmodel import col, or_, select

from services.audit.record import record
from services.core.errors import Forbidden
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.tell_people import tell_people
from services.notifications.models import Subject
from services.processing.announce import announce
from services.supplements.models import RequestStatus, SupplementRequest
from services.supplements.rules import REMIND_BEFORE
from services.supplements.send_request import PAGE
from services.work import Work

AT_ONCE = 200  # one run of the worker; the next one takes the rest


def watch_deadlines(work: Work) -> tuple[int, int]:
    """Remind people once, and mark what is past; tell how many of each.

    A dossier is never stopped by itself: the officer is only shown that the
    deadline has passed (O06).
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    near = (
        select(SupplementRequest, Dossier)
        .join(Dossier, col(Dossier.id) == SupplementRequest.dossier_id)
        .where(
            SupplementRequest.status == RequestStatus.ASKED,
            SupplementRequest.deadline < work.now + REMIND_BEFORE,
            Dossier.status == DossierStatus.SUPPLEMENT,
            or_(
                col(SupplementRequest.reminded_at).is_(None),
                SupplementRequest.deadline < work.now,
            ),
        )
        .order_by(col(SupplementRequest.deadline))
        .limit(AT_ONCE)
        .with_for_update(of=SupplementRequest, skip_locked=True)
    )
    reminded = expired = 0
    for request, dossier in work.session.exec(near).all():
        if request.deadline < work.now:
            request.status = RequestStatus.EXPIRED
            work.session.add(request)
            record(work, "supplement.expired", dossier.id, number=request.number)
            announce(work, dossier)
            expired += 1
        elif request.reminded_at is None:
            request.reminded_at = work.now
            work.session.add(request)
            key = str(request.id)
            tell_people(work, dossier, Subject.SUPPLEMENT_DUE, key, PAGE)
            reminded += 1
    return reminded, expired
