"""Record that something was refused: one row, whatever it was."""

from services.audit.record import record
from services.work import Work


def record_refusal(work: Work, reason: str) -> None:
    """Add the audit row of a refused event; the person is told nothing more."""
    record(work, "refused", outcome="refused", reason=reason)
