"""Live signals: what changed is told to every process when the act commits."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

CHANNEL = "dvc_live"


def tell(session: Session, *topics: str) -> None:
    """Name what changed. Sent at commit, lost on rollback, never content."""
    for topic in topics:
        session.execute(
            text("select pg_notify(:channel, :topic)"),
            {"channel": CHANNEL, "topic": topic},
        )


def dossier_topic(dossier_id: UUID) -> str:
    """Return the topic of one dossier, as anybody who follows it listens to."""
    return f"dossier:{dossier_id}"


def person_topic(account_id: UUID) -> str:
    """Return the topic of everything one citizen owns."""
    return f"person:{account_id}"


def delegations_topic(account_id: UUID) -> str:
    """Return the topic of whom one person may act for, and who for them."""
    return f"delegations:{account_id}"


def desk_topics(agency_ids: Iterable[UUID]) -> list[str]:
    """Return the topics of the queues of these agencies."""
    return [f"desk:{agency_id}" for agency_id in agency_ids]


def payment_topic(request_id: UUID) -> str:
    """Return the topic of one payment request, as the page that waits listens to it."""
    return f"payment:{request_id}"


def till_topics(agency_ids: Iterable[UUID]) -> list[str]:
    """Return the topics of the money of these agencies, for their officers."""
    return [f"till:{agency_id}" for agency_id in agency_ids]


def look_up_topic(answer_id: UUID) -> str:
    """Return the topic of an answer of a register, as the page that waits for it."""
    return f"look_up:{answer_id}"


def sync_topic(of_id: UUID | None = None) -> str:
    """Return the topic of what other systems are told of a dossier or a unit, or of all."""
    return f"sync:{of_id or 'all'}"
