"""Find the person at the counter by number, card or phone; each look-up is recorded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import func
from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.register import Opener
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation, SystemUnavailable, TooMany
from services.core.readers import (
    Unreadable,
    read_birth_date,
    read_citizen_id,
    read_mobile,
    read_name,
)
from services.counter.models import PersonAsked, PersonSource, Purpose
from services.counter.people import (
    account_of_number,
    account_of_phone,
    facts_key,
    number_key,
)
from services.counter.read_card import read_card
from services.counter.stand_in import require_counter
from services.integrations.population.port import PopulationQuestion, PopulationRecord
from services.work import Work

HOUR = timedelta(hours=1)
AN_HOUR = 60  # people one officer looks up; who needs more asks a colleague
ASKED_AS = "counter"  # purpose told to the population system, with the officer's name


@dataclass(frozen=True)
class Wanted:
    """Whom the officer looks for: one of the ways, and why (AL-3)."""

    purpose: str
    number: str = ""
    card: str = ""
    phone: str = ""
    full_name: str = ""
    birth_date: str = ""


@dataclass(frozen=True)
class Found:
    """What the form begins with; empty fields are typed by hand."""

    source: PersonSource
    has_account: bool = False
    number: str = ""
    full_name: str = ""
    birth_date: date | None = None
    sex: str = ""
    address: str = ""
    phone: str = ""

    @property
    def is_vouched(self) -> bool:
        """Say whether somebody who knows vouches for name and birth date."""
        return self.source in (PersonSource.ACCOUNT, PersonSource.POPULATION)


def find_person(opener: Opener, wanted: Wanted) -> Found:
    """Ask the accounts first, then the population system, in no open transaction.

    Found nowhere, or a system that does not answer: the officer types by hand and
    goes on, and what was typed is verified later.
    """
    known = opener(begin_look_up, wanted)
    if known.source is PersonSource.ACCOUNT or not _can_ask(known):
        return known
    try:
        answer = opener(ask_population, known)
    except SystemUnavailable:
        return opener(note_answer, replace(known, source=PersonSource.DOWN))
    if answer is None:
        return opener(note_answer, known)
    return opener(note_answer, _of_record(known, answer))


def begin_look_up(work: Work, wanted: Wanted) -> Found:
    """Read what was typed, count and record the look-up, and ask the accounts."""
    officer_id, agency_id = require_counter(work)
    known, purpose = _read(work, wanted)
    work.session.get_one(Account, officer_id, with_for_update=True)  # counts queue
    _check_limit(work)
    account = account_of_number(work.session, known.number)
    account = account or account_of_phone(work.session, known.phone)
    asked = PersonAsked(
        officer_id=officer_id,
        agency_id=agency_id,
        at=work.now,
        purpose=purpose,
        source=PersonSource.ACCOUNT if account else PersonSource.NOBODY,
        number_key=number_key(work, known.number),
    )
    work.session.add(asked)
    work.session.flush()
    person_id = account.id if account else None
    record(
        work,
        "counter.person_asked",
        asked.id,
        person_id=person_id,
        purpose=str(purpose),
    )
    if account is None:
        return known
    # Not the email, nor anything else the form does not ask.
    return Found(
        PersonSource.ACCOUNT,
        True,
        account.citizen_id or "",
        account.full_name,
        account.birth_date,
        account.sex,
        account.address,
        account.phone or "",
    )


def ask_population(work: Work, known: Found) -> PopulationRecord | None:
    """Ask who this is; the purpose and the officer are logged there."""
    question = PopulationQuestion(
        reference=str(uuid4()),
        purpose=ASKED_AS,
        citizen_id=known.number,
        full_name=known.full_name,
        birth_date=known.birth_date,
        officer=work.actor.name,
    )
    return work.systems.population.find(question)


def note_answer(work: Work, found: Found) -> Found:
    """Keep with the look-up what came of it, so that the next act can rely on it."""
    officer_id, _ = require_counter(work)
    key = number_key(work, found.number)
    asked = work.session.exec(
        select(PersonAsked)
        .where(PersonAsked.officer_id == officer_id, PersonAsked.number_key == key)
        .order_by(col(PersonAsked.at).desc())
    ).first()
    if asked is not None:
        asked.source = found.source
        if found.is_vouched and found.birth_date:
            who = (found.number, found.full_name, found.birth_date)
            asked.facts_key = facts_key(work, *who)
        work.session.add(asked)
    return found


def is_vouched(work: Work, number: str, name: str, born: date) -> bool:
    """Tell whether a source confirmed these facts to the officer within the hour."""
    officer_id, _ = require_counter(work)
    query = select(PersonAsked.id).where(
        PersonAsked.officer_id == officer_id,
        PersonAsked.facts_key == facts_key(work, number, name, born),
        PersonAsked.at > work.now - HOUR,
    )
    return work.session.exec(query).first() is not None


def _read(work: Work, wanted: Wanted) -> tuple[Found, Purpose]:
    today = local_day(work.now)
    if wanted.purpose not in list(Purpose):
        raise RuleViolation({"purpose": "purpose_missing"})
    purpose = Purpose(wanted.purpose)
    if wanted.card.strip():
        card = read_card(wanted.card, today)
        found = Found(
            PersonSource.NOBODY,
            number=card.number,
            full_name=card.full_name,
            birth_date=card.birth_date,
            sex=card.sex,
            address=card.address,
        )
        return found, purpose
    if not (wanted.number.strip() or wanted.phone.strip()):
        raise RuleViolation({"number": "person_missing"})
    typed = {
        "number": (wanted.number, read_citizen_id),
        "phone": (wanted.phone, read_mobile),
        "full_name": (wanted.full_name, read_name),
        "birth_date": (wanted.birth_date, lambda text: read_birth_date(text, today)),
    }
    values, problems = read_all(typed)
    if problems:
        raise RuleViolation(problems)
    return Found(
        PersonSource.NOBODY,
        number=str(values.get("number", "")),
        full_name=str(values.get("full_name", "")),
        birth_date=values.get("birth_date"),
        phone=str(values.get("phone", "")),
    ), purpose


def read_all(
    typed: Mapping[str, tuple[str, Callable[[str], Any]]],
) -> tuple[dict[str, Any], dict[str, str]]:
    """Read every field that holds something; name each fault. Any: readers' values."""
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, (text, read) in typed.items():
        try:
            if text.strip():
                values[name] = read(text)
        except Unreadable as fault:
            problems[name] = fault.key
    return values, problems


def _can_ask(known: Found) -> bool:
    """The system answers to number, name and birth date together, to nothing less."""
    return bool(known.number and known.full_name and known.birth_date)


def _of_record(known: Found, record_: PopulationRecord) -> Found:
    return replace(
        known,
        source=PersonSource.POPULATION,
        full_name=record_.full_name,
        birth_date=record_.birth_date or known.birth_date,
        sex=record_.sex,
        address=record_.permanent_address,
    )


def _check_limit(work: Work) -> None:
    mine = select(col(PersonAsked.at)).where(
        PersonAsked.officer_id == work.actor.account_id,
        col(PersonAsked.at) > work.now - HOUR,
    )
    count = select(func.count()).select_from(mine.subquery())
    if work.session.exec(count).one() < AN_HOUR:
        return
    oldest = mine.order_by(col(PersonAsked.at).desc()).offset(AN_HOUR - 1)
    raise TooMany(work.session.exec(oldest.limit(1)).one() + HOUR)
