"""The ledger as officers read it: by system, state and dossier (O12)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.dossiers.models import Dossier
from services.outbox.models import MessageKind, MessageState, OutboxMessage, Outward
from services.outbox.scope import of_unit, require_reader
from services.work import Work

PAGE = 20  # R42
LAST_PAGE = 1_000
LONGEST_SEARCH = 60
M = OutboxMessage


@dataclass(frozen=True)
class Wanted:
    """Which messages are looked for; nothing said means all."""

    system: Outward | None = None
    states: tuple[MessageState, ...] = ()
    code: str = ""
    dossier_id: UUID | None = None
    page: int = 1


@dataclass(frozen=True)
class MessageLine:
    """One message in the list; of people it names nobody."""

    id: UUID
    system: Outward
    kind: MessageKind
    state: MessageState
    code: str  # of the dossier
    dossier_id: UUID | None
    written_at: datetime
    next_try_at: datetime | None
    settled_at: datetime | None
    tries: int
    answer_code: str
    answer: str
    their_reference: str
    is_closing: bool  # somebody proposed to close it


@dataclass(frozen=True)
class MessagePage:
    """One page of them, the latest first."""

    rows: tuple[MessageLine, ...]
    total: int
    page: int


def list_messages(work: Work, wanted: Wanted) -> MessagePage:
    """Return a page of the unit's messages, in two statements."""
    require_reader(work)
    conditions = _conditions(work, wanted)
    counted = (
        select(func.count())
        .select_from(M)
        .join(Dossier, col(Dossier.id) == M.dossier_id, isouter=True)
        .where(*conditions)
    )
    total = int(work.session.exec(counted).one())
    page = max(1, min(wanted.page, LAST_PAGE, -(-total // PAGE) or 1))
    query = (
        select(M, Dossier.code)
        .join(Dossier, col(Dossier.id) == M.dossier_id, isouter=True)
        .where(*conditions)
        .order_by(col(M.written_at).desc(), col(M.sequence).desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    )
    rows = tuple(line_of(row, code or "") for row, code in work.session.exec(query))
    return MessagePage(rows, total, page)


def messages_of(work: Work, code: str) -> tuple[MessageLine, ...]:
    """Return the latest messages of one dossier of the unit, in one statement."""
    require_reader(work)
    query = (
        select(M)
        .join(Dossier, col(Dossier.id) == M.dossier_id)
        .where(of_unit(work), Dossier.code == code)
        .order_by(col(M.written_at).desc(), col(M.sequence).desc())
        .limit(PAGE)
    )
    return tuple(line_of(row, code) for row in work.session.exec(query))


def line_of(row: OutboxMessage, code: str) -> MessageLine:
    """Return a message as a list shows it."""
    same = ("id", "system", "kind", "state", "dossier_id", "written_at", "tries")
    more = ("next_try_at", "settled_at", "answer_code", "answer", "their_reference")
    return MessageLine(
        **{name: getattr(row, name) for name in (*same, *more)},
        code=code,
        is_closing=row.closing_asked_by_id is not None,
    )


def _conditions(work: Work, wanted: Wanted) -> list[Any]:  # Any: conditions
    found = [of_unit(work)]
    if wanted.system is not None:
        found.append(col(M.system) == wanted.system)
    if wanted.states:
        found.append(col(M.state).in_(wanted.states))
    if wanted.dossier_id is not None:
        found.append(col(M.dossier_id) == wanted.dossier_id)
    if code := wanted.code.strip()[:LONGEST_SEARCH]:
        found.append(col(Dossier.code).icontains(code, autoescape=True))
    return found
