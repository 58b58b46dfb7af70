"""Tell the people of a dossier that something happened (R23)."""

from datetime import datetime
from uuid import UUID

from sqlmodel import select

from services.delegations.queries import among, usable_by
from services.dossiers.models import Dossier
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.work import Work


def tell_people(
    work: Work, dossier: Dossier, subject: Subject, key: str, page: str = ""
) -> None:
    """Notify who filed it and whom it was filed for, with a way to the very page.

    Who filed it for somebody else is told while the right to do so holds (AZ-10).
    """
    tell_with_path(work, dossier, subject, key, f"/ho-so/{dossier.code}{page}")


def tell_with_path(
    work: Work, dossier: Dossier, subject: Subject, key: str, path: str
) -> None:
    """Notify the same people, with a way to a page that is not the dossier's own."""
    facts = {"procedure": str(dossier.frozen.get("procedure_name", ""))}
    facts["code"] = dossier.code or ""
    if day := _promised(dossier, subject):
        facts["day"] = day.isoformat()
    news = News(subject, f"{subject}:{key}", path, dossier.id, facts)
    for account_id in people_of(work, dossier):
        notify(work, account_id, news)


def _promised(dossier: Dossier, subject: Subject) -> datetime | None:
    """Return the moment the news is about, if it is one of the dossier's own."""
    if subject is Subject.SUBMITTED:
        return dossier.receive_by
    with_promise = (Subject.RECEIVED, Subject.PROMISE_MOVED)
    return dossier.due_at if subject in with_promise else None


def people_of(work: Work, dossier: Dossier) -> list[UUID]:
    """Return the accounts a dossier belongs to now."""
    people = [dossier.principal_id] if dossier.principal_id else []
    if dossier.delegation_id is None or _holds(work, dossier):
        people.append(dossier.account_id)
    return people


def _holds(work: Work, dossier: Dossier) -> bool:
    usable = usable_by(dossier.account_id, work.now)
    mine = select(Dossier.id).where(
        Dossier.id == dossier.id, among(Dossier.delegation_id, usable)
    )
    return work.session.exec(mine).first() is not None
