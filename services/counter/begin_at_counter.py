"""Begin what a person wants at the counter: one draft for each procedure and copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from services.accounts.models import Account
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.core.faults import Fault
from services.core.readers import (
    read_address,
    read_birth_date,
    read_citizen_id,
    read_name,
    read_phone,
)
from services.counter.find_person import is_vouched, read_all
from services.counter.models import CounterCase, QueueTicket
from services.counter.people import account_of_number, walk_in_account
from services.counter.stand_in import HELD, in_name_of, require_counter
from services.dossiers.begin_draft import begin_draft
from services.dossiers.models import Dossier
from services.dossiers.save_answers import Answer, save_answers
from services.procedures.models import Channel, Procedure, ProcedureUnit
from services.signals import desk_topics, tell
from services.work import Work

MOST_AT_ONCE = 10  # drafts of one person in one go
CHANNELS = (Channel.DIRECT, Channel.POSTAL)


@dataclass(frozen=True)
class PersonForm:
    """Who hands in, as found or typed; texts."""

    full_name: str
    birth_date: str
    phone: str
    number: str = ""
    address: str = ""


@dataclass(frozen=True)
class Wish:
    """What is wanted: procedures (one named twice is two dossiers), and how it came."""

    procedures: tuple[str, ...]
    channel: str = "direct"
    ticket_id: UUID | None = None


@dataclass(frozen=True)
class _Person:
    full_name: str
    birth_date: date
    phone: str
    number: str
    address: str


def begin_at_counter(
    work: Work, person: PersonForm, wish: Wish, intent: str
) -> tuple[UUID, ...]:
    """Return the drafts, the same ones when it is pressed twice.

    They are kept by the person's account, or by a walk-in account until the person
    signs in for the first time. What no source vouches for is verified later.
    """
    officer_id, agency_id = require_counter(work)
    read = _read(work, person, wish)
    procedures = _of_unit(work.session, wish.procedures, agency_id)
    account = account_of_number(work.session, read.number) or walk_in_account(
        work, read.full_name, read.birth_date, read.number, read.phone
    )
    is_known = account.citizen_id is not None or is_vouched(
        work, read.number, read.full_name, read.birth_date
    )
    batch = uuid4() if len(procedures) > 1 else None
    begun = []
    for count, procedure in enumerate(procedures):
        key = f"{officer_id.hex}:{intent[:40]}:{count}"
        born = begin_draft(in_name_of(work, account.id), procedure.code, key)
        begun.append(born.dossier_id)
        if born.is_new:
            _open(work, born.dossier_id, wish)
            _fill_in(work, account, born.dossier_id, read)
            _note_case(work, born.dossier_id, wish, batch, is_known)
    tell(work.session, *desk_topics([agency_id]))
    return tuple(begun)


def _read(work: Work, person: PersonForm, wish: Wish) -> _Person:
    today = local_day(work.now)
    values, problems = read_all(
        {
            "full_name": (person.full_name, read_name),
            "birth_date": (
                person.birth_date,
                lambda text: read_birth_date(text, today),
            ),
            "phone": (person.phone, read_phone),
            "number": (person.number, read_citizen_id),
            "address": (person.address, read_address),
        }
    )
    for name in ("full_name", "birth_date", "phone"):
        if name not in values:
            problems.setdefault(name, Fault.REQUIRED)
    if not wish.procedures:
        problems["procedures"] = "procedure_missing"
    if len(wish.procedures) > MOST_AT_ONCE:
        problems["procedures"] = "procedures_many"
    if wish.channel not in [str(channel) for channel in CHANNELS]:
        problems["channel"] = Fault.REQUIRED
    if problems:
        raise RuleViolation(problems)
    return _Person(
        values["full_name"],
        values["birth_date"],
        str(values["phone"]),
        str(values.get("number", "")),
        str(values.get("address", "")),
    )


def _of_unit(
    session: Session, codes: Sequence[str], agency_id: UUID
) -> list[Procedure]:
    """Return the procedures in the order named; only those this unit receives."""
    found = session.exec(
        select(Procedure)
        .join(ProcedureUnit, col(ProcedureUnit.procedure_id) == Procedure.id)
        .where(
            ProcedureUnit.agency_id == agency_id, col(Procedure.code).in_(set(codes))
        )
    ).all()
    by_code = {procedure.code: procedure for procedure in found}
    if set(codes) - by_code.keys():
        raise NotFound("procedure")
    return [by_code[code] for code in codes]


def _open(work: Work, dossier_id: UUID, wish: Wish) -> None:
    """Lay the draft on this unit's counter, in the officer's hands."""
    dossier = work.session.get_one(Dossier, dossier_id)
    dossier.agency_id = dossier.counter_agency_id = work.actor.agency_id
    dossier.begun_by_id = dossier.counter_officer_id = work.actor.account_id
    dossier.counter_until = work.now + HELD
    dossier.channel = Channel(wish.channel)
    work.session.add(dossier)
    work.session.flush()


def _fill_in(work: Work, account: Account, dossier_id: UUID, person: _Person) -> None:
    """Write what is known of the person; what the account vouches for stands anyway."""
    known = {
        "submitter_name": person.full_name,
        "submitter_birth_date": f"{person.birth_date:%d/%m/%Y}",
        "submitter_phone": person.phone,
        "submitter_paper_number": person.number,
        "submitter_address": person.address,
    }
    answers = [Answer(name, text, work.now) for name, text in known.items() if text]
    save_answers(in_name_of(work, account.id), dossier_id, answers)


def _note_case(
    work: Work, dossier_id: UUID, wish: Wish, batch: UUID | None, is_known: bool
) -> None:
    officer_id, agency_id = require_counter(work)
    ticket = work.session.get(QueueTicket, wish.ticket_id) if wish.ticket_id else None
    if ticket is not None and ticket.agency_id != agency_id:
        ticket = None
    work.session.add(
        CounterCase(
            dossier_id=dossier_id,
            agency_id=agency_id,
            opened_by_id=officer_id,
            opened_at=work.now,
            batch_id=batch,
            ticket_id=ticket.id if ticket else None,
            to_verify=[] if is_known else ["full_name", "birth_date", "number"],
        )
    )
    work.session.flush()
    record(work, "counter.begun", dossier_id, verified=is_known)
