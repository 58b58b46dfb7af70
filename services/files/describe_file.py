"""Say what a file is, where no list of papers says it (‹Tài liệu khác›)."""

from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.text import clean, reject_reason
from services.files.queries import own_file
from services.files.rules import check_open
from services.work import Work

LONGEST = 200


def describe_file(work: Work, file_id: UUID, note: str) -> None:
    """Keep the sender's own words for a file; what is too long is cut."""
    file = own_file(work, file_id, lock=True)
    check_open(file)
    if fault := reject_reason(note):
        raise RuleViolation({"note": str(fault)})
    file.note = clean(note)[:LONGEST]
    work.session.add(file)
    record(work, "describe_file", file.id)
