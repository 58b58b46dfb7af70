"""Remind people of results nobody came for: on day 3, 10 and 30 (O08)."""

from datetime import timedelta

from sqlmodel import col, select

from services.audit.record import record
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.tell_people import tell_people
from services.notifications.models import Subject
from services.results.models import Result
from services.work import Work

DAYS = (3, 10, 30)
MOST = 500


def remind_unclaimed(work: Work) -> int:
    """Tell each of the three days once; after a pause only the latest is told."""
    query = (
        select(Result, Dossier)
        .join(Dossier, col(Dossier.id) == Result.dossier_id)
        .where(
            Dossier.status == DossierStatus.RESULT_READY,
            col(Result.removed_at).is_(None),
            col(Result.reminded) < DAYS[-1],
            col(Dossier.finished_at) <= work.now - timedelta(days=DAYS[0]),
        )
        .order_by(col(Dossier.finished_at))
        .limit(MOST)
        .with_for_update(of=Result, skip_locked=True)
    )
    told = 0
    for result, dossier in work.session.exec(query).all():
        assert dossier.finished_at is not None
        waited = (work.now - dossier.finished_at).days
        due = max((day for day in DAYS if day <= waited), default=0)
        if due <= result.reminded:
            continue
        result.reminded = due
        work.session.add(result)
        key = f"{dossier.id}:{due}"
        tell_people(work, dossier, Subject.RESULT_UNCLAIMED, key)
        record(work, "remind_unclaimed", dossier.id, day=due)
        told += 1
    return told
