"""One message: what it says, every try, and what may be done with it (O12)."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.outbox.models import (
    MessageState,
    OutboxMessage,
    OutboxTry,
    SystemGate,
)
from services.outbox.note_try import mask
from services.outbox.scope import of_unit, require_reader
from services.status_sync.list_messages import MessageLine, line_of
from services.work import Work

MOST_TRIES = 50  # the latest ones
MOST_SAID = 200  # fields of a message that are shown
HIDDEN = "•••"
SECRET = ("key", "token", "secret", "session", "password", "data", "base64")
ADDRESSES = ("duongdan", "url")  # of files: who has one and the key reads it
MOMENTS = ("ngay", "thoidiem", "thoigian")  # long numbers, but nobody's
MOMENT = re.compile(r"\d{14}")


@dataclass(frozen=True)
class TryLine:
    """One try."""

    at: datetime
    outcome: str
    code: str
    words: str
    milliseconds: int


@dataclass(frozen=True)
class MessageDetail:
    """A message, open."""

    line: MessageLine
    said: tuple[tuple[str, str], ...]  # field of theirs → what it says, masked
    tries: tuple[TryLine, ...]
    waits_for: UUID | None  # the one before it that is not delivered
    is_paused: bool  # its system, by somebody: nothing is sent before they resume
    closing_reason: str
    closing_asked_by: str
    closed_by: str
    may_send: bool
    may_agree: bool  # to close: not whoever asked


def show_message(work: Work, message_id: UUID) -> MessageDetail:
    """Open a message of the unit; that it was read is written down."""
    reader = require_reader(work)
    query = (
        select(OutboxMessage, Dossier.code, Dossier.account_id)
        .join(Dossier, col(Dossier.id) == OutboxMessage.dossier_id, isouter=True)
        .where(OutboxMessage.id == message_id, of_unit(work))
    )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("message")
    row, code, owner = found
    names = _names(work, row)
    record(work, "outbox.read", row.id, person_id=owner, system=str(row.system))
    is_open = row.state not in (MessageState.DELIVERED, MessageState.CLOSED)
    asked = row.closing_asked_by_id
    return MessageDetail(
        line=line_of(row, code or ""),
        said=tuple(_lines(row.said))[:MOST_SAID],
        tries=_tries(work, row.id),
        waits_for=_waits(work, row) if is_open else None,
        is_paused=is_open and _is_paused(work, row),
        closing_reason=row.closing_reason,
        closing_asked_by=names.get(asked, "") if asked else "",
        closed_by=names.get(row.closed_by_id, "") if row.closed_by_id else "",
        may_send=is_open,
        may_agree=is_open and asked is not None and asked != reader,
    )


def _tries(work: Work, message_id: UUID) -> tuple[TryLine, ...]:
    query = (
        select(OutboxTry)
        .where(OutboxTry.message_id == message_id)
        .order_by(col(OutboxTry.at).desc())
        .limit(MOST_TRIES)
    )
    return tuple(
        TryLine(row.at, row.outcome, row.code, row.words, row.milliseconds)
        for row in work.session.exec(query)
    )


def _waits(work: Work, row: OutboxMessage) -> UUID | None:
    before = select(OutboxMessage.id).where(
        OutboxMessage.thread_id == row.thread_id,
        OutboxMessage.system == row.system,
        OutboxMessage.sequence < row.sequence,
        col(OutboxMessage.state).not_in((MessageState.DELIVERED, MessageState.CLOSED)),
    )
    first = before.order_by(col(OutboxMessage.sequence)).limit(1)
    return work.session.exec(first).first()


def _is_paused(work: Work, row: OutboxMessage) -> bool:
    query = select(SystemGate.paused_at).where(SystemGate.system == row.system)
    return work.session.exec(query).first() is not None


def _names(work: Work, row: OutboxMessage) -> dict[UUID, str]:
    people = [one for one in (row.closing_asked_by_id, row.closed_by_id) if one]
    if not people:
        return {}
    query = select(Account.id, Account.full_name).where(col(Account.id).in_(people))
    return dict(work.session.exec(query).all())


def _lines(said: Any, path: str = "") -> list[tuple[str, str]]:
    """Lay nested JSON out as lines; secrets and files are not shown. Any: JSON."""
    if isinstance(said, dict):
        return [
            line
            for name, value in said.items()
            for line in _lines(value, f"{path} › {name}" if path else str(name))
        ]
    if isinstance(said, list):
        return [
            line
            for place, value in enumerate(said, 1)
            for line in _lines(value, f"{path} {place}")
        ]
    if said in (None, ""):
        return []
    last = path.rsplit("› ", 1)[-1].lower()
    if any(word in last for word in (*SECRET, *ADDRESSES)):
        return [(path, HIDDEN)]
    is_moment = last.startswith(MOMENTS) and MOMENT.fullmatch(str(said))
    return [(path, str(said) if is_moment else mask(str(said)))]
