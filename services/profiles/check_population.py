"""Ask the population database what it has on file of oneself (contracts 5.11)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import uuid4

from sqlmodel import col, select

from services.accounts.keys import seal
from services.accounts.models import Account, Party
from services.accounts.register import Opener
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.errors import Forbidden, RuleViolation, TooMany
from services.core.faults import Fault, Unreadable
from services.core.readers import read_citizen_id
from services.integrations.population.port import PopulationQuestion, PopulationRecord
from services.profiles.rules import VERIFIED_LEVEL
from services.work import Work

PURPOSE = "profile"
ASKED = "population.asked"
MOST_A_DAY = 10
DAY = timedelta(days=1)
SEALED_FOR = "population-record"
TAKEN = (
    "full_name",
    "birth_date",
    "citizen_id",
    "old_id_number",
    "sex",
    "permanent_address",
)
COLUMNS = {"permanent_address": "address"}


class PopulationOutcome(StrEnum):
    """What asking led to; none of them changes anything by itself."""

    SAME = "same"  # all on file stands in the profile already
    CHANGED = "changed"  # something on file differs, or is new
    DIFFERS = "differs"  # name or birth date are not those of this number
    NOT_FOUND = "not_found"
    UNPROVED = "unproved"  # nobody has compared this person with their papers yet


@dataclass(frozen=True)
class Difference:
    """One field, as it stands and as it is on file; days as ISO 8601."""

    field: str
    present: str
    on_file: str


@dataclass(frozen=True)
class PopulationCheck:
    """The answer: what differs, and the record sealed for the confirmation."""

    outcome: PopulationOutcome
    differences: tuple[Difference, ...] = ()
    differing: tuple[str, ...] = ()  # the fields the database does not agree to
    sealed: str = ""


@dataclass(frozen=True)
class PopulationAnswer:
    """What the database says: a record, or the fields that do not agree."""

    found: PopulationRecord | None
    differing: tuple[str, ...] | None = None


def check_population(opener: Opener, typed_number: str = "") -> PopulationCheck:
    """Ask, and compare with the profile; the database is asked in no transaction.

    Nothing of the answer is stored: it comes back sealed, and only
    `take_population_record` writes it. Raises SystemUnavailable.
    """
    question = opener(question_of, typed_number)
    if question is None:
        return PopulationCheck(PopulationOutcome.UNPROVED)
    return opener(compare, opener(ask_population, question))


def question_of(work: Work, typed_number: str = "") -> PopulationQuestion | None:
    """Return the question, and write down that it is asked and why.

    Somebody whose name was never compared could ask for anybody's address by
    typing that person's name and number: such an account is told None.
    """
    account = _own(work, lock=True)
    if account.party is not Party.CITIZEN:
        raise Forbidden("citizen")
    if account.assurance_level < VERIFIED_LEVEL:
        return None
    number = account.citizen_id or ""
    if len(number) != 12:
        number = _read_number(typed_number)
    _limit(work)
    reference = uuid4().hex
    record(work, ASKED, account.id, purpose=PURPOSE, reference=reference)
    return PopulationQuestion(
        reference=reference,
        purpose=PURPOSE,
        citizen_id=number,
        full_name=account.full_name,
        birth_date=account.birth_date,
    )


def ask_population(work: Work, question: PopulationQuestion) -> PopulationAnswer:
    """Put the question; of a record that does not agree, ask where it differs."""
    found = work.systems.population.find(question)
    if found is not None:
        return PopulationAnswer(found)
    return PopulationAnswer(None, work.systems.population.confirm(question))


def compare(work: Work, answer: PopulationAnswer) -> PopulationCheck:
    """Set what is on file beside what the profile says."""
    account = _own(work)
    if answer.found is None:
        if answer.differing:
            return PopulationCheck(
                PopulationOutcome.DIFFERS, differing=answer.differing
            )
        return PopulationCheck(PopulationOutcome.NOT_FOUND)
    on_file = taken_values(answer.found)
    differences = tuple(
        Difference(field, present, value)
        for field, value in on_file.items()
        if value and (present := present_value(account, field)) != value
    )
    letter = json.dumps({"account": str(account.id), "values": on_file})
    return PopulationCheck(
        PopulationOutcome.CHANGED if differences else PopulationOutcome.SAME,
        differences,
        sealed=seal(work.secret, SEALED_FOR, letter, work.now),
    )


def taken_values(found: PopulationRecord) -> dict[str, str]:
    """Return what a profile takes of a record; kin and nationality stay there."""
    values: Mapping[str, object] = vars(found)
    return {COLUMNS.get(name, name): _text(values[name]) for name in TAKEN}


def present_value(account: Account, field: str) -> str:
    """Return what stands in the profile, written like what is on file."""
    return _text(getattr(account, field))


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _read_number(typed: str) -> str:
    try:
        return read_citizen_id(typed, former_allowed=False)
    except Unreadable as fault:
        raise RuleViolation({"citizen_id": Fault(fault.key)}) from None


def _limit(work: Work) -> None:
    asked = select(AuditEntry.at).where(
        AuditEntry.account_id == work.actor.account_id,
        AuditEntry.act == ASKED,
        col(AuditEntry.at) > work.now - DAY,
    )
    latest = asked.order_by(col(AuditEntry.at).desc()).offset(MOST_A_DAY - 1).limit(1)
    oldest: datetime | None = work.session.exec(latest).first()
    if oldest is not None:
        raise TooMany(oldest + DAY)


def _own(work: Work, lock: bool = False) -> Account:
    account_id = work.actor.require_citizen()
    if not lock:
        return work.session.get_one(Account, account_id)
    return work.session.get_one(Account, account_id, with_for_update=True)
