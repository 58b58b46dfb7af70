"""Remind of drafts nobody goes on with, then remove them; run by the worker."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services.core.clock import local_day
from services.core.errors import Forbidden
from services.dossiers.discard_draft import remove_draft
from services.dossiers.models import Dossier, DossierStatus
from services.notifications.models import Notification, Subject
from services.notifications.notify import News, notify
from services.payments.forget_requests import begun_paying
from services.procedures.models import Procedure
from services.work import Work

KEPT = timedelta(days=90)  # as the register page promises
REMINDED = timedelta(days=83)
NOTICE = KEPT - REMINDED  # nobody loses a draft with less warning
BATCH = 200
DRAFTS = "/ca-nhan/ho-so?nhom=draft"


def remind_of_drafts(work: Work) -> int:
    """Tell the owners of old drafts when they will go; each draft once, until edited."""
    _check(work)
    old = (
        select(Dossier, Procedure)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(
            Dossier.status == DossierStatus.DRAFT,
            Dossier.updated_at < work.now - REMINDED,
            ~_reminders().exists(),
        )
        .order_by(col(Dossier.updated_at))
        .limit(BATCH)
        .with_for_update(of=Dossier, skip_locked=True)
    )
    rows = work.session.exec(old).all()
    for draft, procedure in rows:
        goes_at = max(draft.updated_at + KEPT, work.now + NOTICE)
        news = News(
            subject=Subject.DRAFT_EXPIRING,
            key=f"{Subject.DRAFT_EXPIRING}:{draft.id}:{draft.updated_at.isoformat()}",
            path=DRAFTS,
            reference=draft.id,
            facts={
                "procedure": procedure.plain_name or procedure.name,
                "day": local_day(goes_at).isoformat(),
            },
        )
        notify(work, draft.account_id, news)
    return len(rows)


def drafts_to_remove(work: Work) -> Sequence[UUID]:
    """Return the drafts whose time is over and whose owner was reminded in time."""
    _check(work)
    reminded = _reminders().where(Notification.at <= work.now - NOTICE)
    query = select(Dossier.id).where(
        Dossier.status == DossierStatus.DRAFT,
        Dossier.updated_at < work.now - KEPT,
        col(Dossier.paying_since).is_(None),
        reminded.exists(),
        ~begun_paying(Dossier.id),
    )
    return work.session.exec(query.limit(BATCH)).all()


def remove_expired(work: Work, draft_id: UUID) -> bool:
    """Remove one draft with its files; not one that was touched or handed in since."""
    _check(work)
    query = select(Dossier).where(
        Dossier.id == draft_id,
        Dossier.status == DossierStatus.DRAFT,
        Dossier.updated_at < work.now - KEPT,
    )
    draft = work.session.exec(query.with_for_update()).first()
    if draft is None:
        return False
    remove_draft(work, draft, "expire_draft")
    return True


def _reminders() -> SelectOfScalar[UUID]:
    """Select the reminders of the outer draft, as it stands since its last edit."""
    return select(Notification.id).where(
        Notification.reference == Dossier.id,
        Notification.subject == Subject.DRAFT_EXPIRING,
        Notification.at >= Dossier.updated_at,
    )


def _check(work: Work) -> None:
    if not work.actor.is_system:
        raise Forbidden("system")
