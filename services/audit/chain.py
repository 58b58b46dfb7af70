"""How an entry of the audit trail is hashed (AL-1); the trigger does the same."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, Text, cast, select
from sqlmodel import col

from services.audit.chain_models import AuditLink
from services.audit.models import AuditEntry

FIRST = "0" * 64  # what stands before the first link


def chained_entries() -> Select[AuditLink, AuditEntry, str]:
    """Return the query of every link with its entry, in order; a lost entry is null."""
    # Details come as the database writes them, since that text is what is hashed.
    details = cast(col(AuditEntry.details), Text).label("details_text")
    return (
        select(AuditLink, AuditEntry, details)
        .join(AuditEntry, col(AuditEntry.id) == col(AuditLink.entry_id), isouter=True)
        .order_by(col(AuditLink.seq))
    )


def link_hash(previous: str, row: Row[Any]) -> str:
    """Return the hash a link must have, from the entry as it stands now."""
    return hashlib.sha256(f"{previous}\n{_line(row)}".encode()).hexdigest()


def _line(row: Row[Any]) -> str:
    entry: AuditEntry = row.AuditEntry
    parts = (
        entry.id,
        _moment(entry.at),
        entry.account_id,
        entry.session_id,
        entry.agency_id,
        entry.person_id,
        entry.act,
        entry.subject_id,
        entry.outcome,
        row.details_text,
        entry.state_digest,
    )
    return "\n".join("" if part is None else str(part) for part in parts)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
