"""Tell owners that a paper runs out: 30 and 7 days before (C23)."""

from datetime import date, timedelta

from sqlmodel import col, delete

from services.audit.record import record
from services.core.clock import local_day
from services.files.models import FileState, StoredFile
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.vault.models import ShareAttempt, VaultDocument
from services.vault.queries import papers
from services.vault.rules import page_of
from services.vault.share_codes import KEPT
from services.work import Work

WARNINGS = (30, 7)  # days before the last one


def warn_expiring(work: Work) -> int:
    """Warn once at each mark; a mark that was missed is caught up the next day.

    Returns how many were told. Spent counts of wrong codes go at the same time.
    """
    today, told = local_day(work.now), 0
    soon = papers().where(
        col(VaultDocument.account_id).is_not(None),
        col(VaultDocument.revoked_at).is_(None),
        col(VaultDocument.valid_until) >= today,
        col(VaultDocument.valid_until) <= today + timedelta(days=max(WARNINGS)),
        StoredFile.state == FileState.ACCEPTED,
    )
    for document, _, _ in work.session.exec(soon).all():
        told += _warn(work, document, today)
    old = delete(ShareAttempt).where(col(ShareAttempt.at) < work.now - KEPT)
    work.session.exec(old)
    record(work, "vault.expiring_told", count=told)
    return told


def _warn(work: Work, document: VaultDocument, today: date) -> bool:
    assert document.valid_until is not None  # both asked for by the query
    assert document.account_id is not None
    left = (document.valid_until - today).days
    mark = min(days for days in WARNINGS if left <= days)
    return notify(
        work,
        document.account_id,
        News(
            subject=Subject.PAPER_EXPIRING,
            key=f"paper-expiring:{document.id}:{document.valid_until}:{mark}",
            path=page_of(document.id),
            reference=document.id,
            facts={
                "title": document.title,
                "until": document.valid_until.isoformat(),
                "days": str(left),
            },
        ),
    )
