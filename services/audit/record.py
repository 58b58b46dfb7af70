"""Write one line of the audit trail (nhật ký hệ thống)."""

from uuid import UUID

from services.audit.models import AuditEntry
from services.work import Work


def record(
    work: Work,
    act: str,
    subject_id: UUID | None = None,
    outcome: str = "done",
    **details: str | int | bool,
) -> None:
    """Add who did what, in the transaction of the act itself (AL-1).

    Details are keys and counts, never names, numbers or what people typed.
    """
    work.session.add(
        AuditEntry(
            at=work.now,
            account_id=work.actor.account_id,
            session_id=work.actor.session_id,
            act=act,
            subject_id=subject_id,
            outcome=outcome,
            details=details,
        )
    )
