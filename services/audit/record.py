"""Write one line of the audit trail (nhật ký hệ thống)."""

from uuid import UUID

from services.audit.digest import state_digest
from services.audit.models import AuditEntry
from services.work import Work


def record(
    work: Work,
    act: str,
    subject_id: UUID | None = None,
    outcome: str = "done",
    person_id: UUID | None = None,
    **details: str | int | bool,
) -> None:
    """Add who did what, in the transaction of the act itself (AL-1).

    Details are keys and counts, never names, numbers or what people typed.
    A read of somebody's data names that person, who may ask who looked (AL-3).
    """
    work.session.add(
        AuditEntry(
            at=work.now,
            account_id=work.actor.typed_by_id or work.actor.account_id,
            session_id=work.actor.session_id,
            agency_id=work.actor.agency_id,
            person_id=person_id or _typed_for(work),
            act=act,
            subject_id=subject_id,
            outcome=outcome,
            details=details,
            state_digest=state_digest(work.session, work.secret, subject_id),
        )
    )


def _typed_for(work: Work) -> UUID | None:
    """Return for whom an officer types at the counter: the person may ask who did."""
    return work.actor.account_id if work.actor.typed_by_id else None
