"""Numbers of the queue: taken at the kiosk, called at the counter, shown on a wall."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, func, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation, TooMany
from services.counter.carry import lay_on_counter, named_by
from services.counter.models import QueueTicket, TicketCounter, TicketState
from services.counter.stand_in import require_counter
from services.dossiers.models import Dossier
from services.procedures.models import Agency, Procedure, ProcedureUnit, Sector
from services.signals import tell
from services.work import Work

MOST_WAITING = 500  # of one unit; more is a kiosk gone wild
SHOWN = 6  # numbers called last, on the wall


@dataclass(frozen=True)
class Ticket:
    """A number of a queue."""

    id: UUID
    number: int
    business: str  # name of the sector; empty: anything
    state: TicketState
    taken_at: datetime
    ahead: int = 0
    officer: str = ""  # who called it
    dossier_id: UUID | None = None
    business_code: str = ""
    is_mine: bool = False  # called by who asks, and not ended yet


@dataclass(frozen=True)
class Board:
    """What the wall and the counter show: called last, and who waits."""

    agency: str
    code: str
    agency_id: UUID
    called: tuple[Ticket, ...]
    waiting: tuple[Ticket, ...]


@dataclass(frozen=True)
class Kiosk:
    """What can be chosen at the kiosk of a unit."""

    agency: str
    business: tuple[tuple[str, str], ...]  # code and name of a sector


def queue_topic(agency_id: UUID) -> str:
    """Return the topic of one unit's queue; it carries no person."""
    return f"queue:{agency_id}"


def open_kiosk(work: Work, agency_code: str) -> Kiosk:
    """Show the kinds of business a unit receives, for anybody who stands there."""
    agency = receiving_unit(work.session, agency_code)
    sectors = work.session.exec(
        select(Sector.code, Sector.name)
        .join(Procedure, col(Procedure.sector_id) == Sector.id)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .where(ProcedureUnit.agency_id == agency.id, col(Procedure.is_filed_here))
        .distinct()
        .order_by(Sector.name)
    ).all()
    return Kiosk(agency.name, tuple((code, name) for code, name in sectors))


def take_ticket(work: Work, agency_code: str, business: str, key: str = "") -> Ticket:
    """Give the next number of the day; the one of a draft is given once."""
    agency, day = receiving_unit(work.session, agency_code), local_day(work.now)
    dossier_id = named_by(work, key) if key.strip() else None
    if dossier_id is not None and work.session.get(Dossier, dossier_id) is None:
        raise RuleViolation({"key": "key_wrong"})
    number = _next_number(work, agency.id)  # from here on takers queue at the counter
    if dossier_id and (earlier := _earlier(work, agency.id, dossier_id)):
        return earlier
    ahead = _count_waiting(work, agency.id)
    if ahead >= MOST_WAITING:
        raise TooMany(work.now)
    ticket = QueueTicket(
        agency_id=agency.id,
        day=day,
        number=number,
        business=business if _is_business(work.session, business) else "",
        dossier_id=dossier_id,
        taken_at=work.now,
    )
    work.session.add(ticket)
    _keep_number(work, agency.id, number)
    record(work, "counter.ticket_taken", ticket.id)
    tell(work.session, queue_topic(agency.id))
    return _view(ticket, _sector_name(work.session, ticket.business), ahead=ahead)


def call_next(work: Work) -> Ticket | None:
    """Call whoever waits longest; of two officers each gets another number."""
    officer_id, agency_id = require_counter(work)
    ticket = work.session.exec(
        select(QueueTicket)
        .where(
            QueueTicket.agency_id == agency_id,
            QueueTicket.day == local_day(work.now),
            QueueTicket.state == TicketState.WAITING,
        )
        .order_by(col(QueueTicket.number))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if ticket is None:
        return None
    ticket.state = TicketState.CALLED
    ticket.called_at, ticket.called_by_id = work.now, officer_id
    work.session.add(ticket)
    record(work, "counter.ticket_called", ticket.id)
    tell(work.session, queue_topic(agency_id))
    name = _sector_name(work.session, ticket.business)
    return _view(ticket, name, officer=work.actor.name)


def open_ticketed(work: Work, ticket_id: UUID) -> UUID:
    """Open the draft whose key was scanned when this number was taken."""
    officer_id, agency_id = require_counter(work)
    ticket = work.session.get(QueueTicket, ticket_id)
    if ticket is None or ticket.agency_id != agency_id or not ticket.dossier_id:
        raise NotFound("ticket")
    if ticket.called_by_id != officer_id:
        raise NotFound("ticket")
    return lay_on_counter(work, ticket.dossier_id)


def end_ticket(work: Work, ticket_id: UUID, came: bool) -> None:
    """Say that somebody was served, or that nobody came; the wall takes it down."""
    _, agency_id = require_counter(work)
    ticket = work.session.get(QueueTicket, ticket_id, with_for_update=True)
    if ticket is None or ticket.agency_id != agency_id:
        raise NotFound("ticket")
    if ticket.state is not TicketState.CALLED:
        return
    ticket.state = TicketState.SERVED if came else TicketState.ABSENT
    ticket.ended_at = work.now
    work.session.add(ticket)
    record(work, "counter.ticket_ended", ticket.id, came=came)
    tell(work.session, queue_topic(agency_id))


def finish_ticket(work: Work, ticket_id: UUID | None) -> None:
    """End the ticket that brought a person, once their dossier is received."""
    if ticket_id is not None:
        end_ticket(work, ticket_id, came=True)


def board(work: Work, agency_code: str) -> Board:
    """Show the numbers of today; numbers alone, so anybody may look."""
    return _board(work, receiving_unit(work.session, agency_code))


def my_board(work: Work) -> Board:
    """Show the queue of the officer's own unit."""
    _, agency_id = require_counter(work)
    return _board(work, work.session.get_one(Agency, agency_id))


def receiving_unit(session: Session, code: str) -> Agency:
    """Return a unit with a one-stop desk, by its code."""
    query = select(Agency).where(Agency.code == code[:40], Agency.is_receiving)
    agency = session.exec(query).first()
    if agency is None:
        raise NotFound("agency")
    return agency


def _board(work: Work, agency: Agency) -> Board:
    rows = work.session.exec(
        select(QueueTicket, Sector.name, Account.full_name)
        .outerjoin(Sector, col(Sector.code) == QueueTicket.business)
        .outerjoin(Account, col(Account.id) == QueueTicket.called_by_id)
        .where(
            QueueTicket.agency_id == agency.id,
            QueueTicket.day == local_day(work.now),
            col(QueueTicket.state).in_([TicketState.WAITING, TicketState.CALLED]),
        )
        .order_by(col(QueueTicket.number))
    ).all()
    tickets = [
        replace(
            _view(ticket, name or "", officer=who or ""),
            is_mine=_is_mine(work, ticket),
        )
        for ticket, name, who in rows
    ]
    called_at = {row[0].id: row[0].called_at or work.now for row in rows}
    called = [one for one in tickets if one.state is TicketState.CALLED]
    called.sort(key=lambda one: called_at[one.id], reverse=True)
    waiting = tuple(one for one in tickets if one.state is TicketState.WAITING)
    shown = tuple(called[:SHOWN])
    return Board(agency.name, agency.code, agency.id, shown, waiting)


def _is_mine(work: Work, ticket: QueueTicket) -> bool:
    called_by = ticket.called_by_id
    return called_by is not None and called_by == work.actor.account_id


def _next_number(work: Work, agency_id: UUID) -> int:
    """Hold the day's counter and return the number that follows."""
    day = local_day(work.now)
    row = insert(TicketCounter).values(id=uuid4(), agency_id=agency_id, day=day, last=0)
    work.session.execute(row.on_conflict_do_nothing())
    query = select(TicketCounter.last).where(
        TicketCounter.agency_id == agency_id, TicketCounter.day == day
    )
    return work.session.exec(query.with_for_update()).one() + 1


def _keep_number(work: Work, agency_id: UUID, number: int) -> None:
    day = local_day(work.now)
    counter = work.session.exec(
        select(TicketCounter)
        .where(TicketCounter.agency_id == agency_id, TicketCounter.day == day)
        .execution_options(populate_existing=True)
    ).one()
    counter.last = number
    work.session.add(counter)
    work.session.flush()


def _earlier(work: Work, agency_id: UUID, dossier_id: UUID) -> Ticket | None:
    ticket = work.session.exec(
        select(QueueTicket).where(
            QueueTicket.agency_id == agency_id,
            QueueTicket.day == local_day(work.now),
            QueueTicket.dossier_id == dossier_id,
            QueueTicket.state == TicketState.WAITING,
        )
    ).first()
    return _view(ticket, "") if ticket else None


def _count_waiting(work: Work, agency_id: UUID) -> int:
    query = select(func.count()).where(
        QueueTicket.agency_id == agency_id,
        QueueTicket.day == local_day(work.now),
        QueueTicket.state == TicketState.WAITING,
    )
    return work.session.exec(query).one()


def _is_business(session: Session, code: str) -> bool:
    return bool(_sector_name(session, code))


def _sector_name(session: Session, code: str) -> str:
    if not code:
        return ""
    query = select(Sector.name).where(Sector.code == code[:200])
    return session.exec(query).first() or ""


def _view(
    ticket: QueueTicket, business: str, ahead: int = 0, officer: str = ""
) -> Ticket:
    return Ticket(
        id=ticket.id,
        number=ticket.number,
        business=business,
        state=ticket.state,
        taken_at=ticket.taken_at,
        ahead=ahead,
        officer=officer,
        dossier_id=ticket.dossier_id,
        business_code=ticket.business,
    )
