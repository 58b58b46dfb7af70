"""Compare submitter and owner with the population database (O03, contracts 5.11).

The database is asked in no transaction. Of what it has on file nothing is kept but
the names of the fields that differ; a database that is down stops no reception.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from services.accounts.models import Account
from services.accounts.register import Opener
from services.audit.record import record
from services.core.errors import SystemUnavailable
from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.integrations.population.port import PopulationQuestion
from services.processing.queries import agency_dossier
from services.processing.reception_models import (
    CheckedPerson,
    CheckOutcome,
    PersonCheck,
)
from services.signals import dossier_topic, tell
from services.work import Role, Work

NUMBER_LENGTH = 12


@dataclass(frozen=True)
class PersonCheckView:
    """How a person of the dossier compares with what is on file."""

    person: CheckedPerson
    name: str
    outcome: CheckOutcome | None  # None: not asked yet
    fields: tuple[str, ...] = ()  # those that differ
    verify_later: bool = False
    can_be_asked: bool = True  # number and birth date were given


@dataclass(frozen=True)
class Asked:
    """A question, and of whom in which dossier."""

    dossier_id: UUID
    person: CheckedPerson
    question: PopulationQuestion


@dataclass(frozen=True)
class Answered:
    """What came back for a question."""

    asked: Asked
    outcome: CheckOutcome
    fields: tuple[str, ...] = ()


def check_people(opener: Opener, code: str) -> tuple[CheckOutcome, ...]:
    """Ask for everybody in the dossier; return the answers, also those not given."""
    asked = opener(questions_of, code)
    answers = tuple(opener(put_question, one) for one in asked)
    if answers:
        opener(keep_answers, answers)
    return tuple(answer.outcome for answer in answers)


def questions_of(work: Work, code: str) -> tuple[Asked, ...]:
    """Return what is to be asked, and write down that it is and why."""
    work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code)
    return ask_about(work, dossier)


def ask_about(work: Work, dossier: Dossier) -> tuple[Asked, ...]:
    """Return a question for each person with a number and a birth date."""
    handed_in = read_snapshot(dossier)
    submitter = work.session.get(Account, dossier.account_id)
    people = people_of(dossier, handed_in, submitter)
    asked = tuple(
        Asked(dossier.id, person.person, _question(work, handed_in, person))
        for person in people
        if person.is_complete
    )
    for one in asked:
        purpose, reference = handed_in.procedure_code, one.question.reference
        record(
            work,
            "population.asked",
            dossier.id,
            purpose=purpose,
            reference=reference,
        )
    return asked


def put_question(work: Work, asked: Asked) -> Answered:
    """Put the question. The session stays untouched: nothing waits for the answer."""
    try:
        fields = work.systems.population.confirm(asked.question)
    except SystemUnavailable:
        return Answered(asked, CheckOutcome.UNREACHED)
    if fields is None:
        return Answered(asked, CheckOutcome.NOT_FOUND)
    outcome = CheckOutcome.DIFFERS if fields else CheckOutcome.SAME
    return Answered(asked, outcome, tuple(fields))


def keep_answers(work: Work, answers: Sequence[Answered]) -> None:
    """Keep what came back; silence never takes the place of an answer."""
    for answer in answers:
        _keep(work, answer)
    tell(work.session, dossier_topic(answers[0].asked.dossier_id))


def _keep(work: Work, answer: Answered) -> None:
    is_silent = answer.outcome is CheckOutcome.UNREACHED
    values = {
        "outcome": answer.outcome,
        "fields": list(answer.fields),
        "asked_at": work.now,
        "asked_by_id": work.actor.account_id,
    }
    key = {"dossier_id": answer.asked.dossier_id, "person": answer.asked.person}
    row = insert(PersonCheck).values(id=uuid4(), verify_later=False, **key, **values)
    work.session.execute(
        row.on_conflict_do_update(
            index_elements=[col(PersonCheck.dossier_id), col(PersonCheck.person)],
            set_=values | ({} if is_silent else {"verify_later": False}),
            where=col(PersonCheck.outcome) == CheckOutcome.UNREACHED
            if is_silent
            else None,
        )
    )


def mark_to_verify(work: Work, code: str) -> None:
    """Mark what the database did not answer: it is asked again by a job."""
    work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code)
    if verify_later(work, dossier):
        record(work, "mark_to_verify", dossier.id)
        tell(work.session, dossier_topic(dossier.id))


def verify_later(work: Work, dossier: Dossier) -> int:
    """Mark the questions of a dossier that had no answer; return how many."""
    waiting = work.session.exec(
        select(PersonCheck)
        .where(
            PersonCheck.dossier_id == dossier.id,
            PersonCheck.outcome == CheckOutcome.UNREACHED,
            ~col(PersonCheck.verify_later),
        )
        .with_for_update()
    ).all()
    for check in waiting:
        check.verify_later = True
        work.session.add(check)
    return len(waiting)


@dataclass(frozen=True)
class Person:
    """Somebody of the dossier, as it was handed in."""

    person: CheckedPerson
    name: str
    number: str
    birth_date: date | None

    @property
    def is_complete(self) -> bool:
        """Whether the database can be asked at all."""
        number, born = self.number, self.birth_date
        return len(number) == NUMBER_LENGTH and number.isdigit() and born is not None


def people_of(
    dossier: Dossier, handed_in: Snapshot, submitter: Account | None
) -> tuple[Person, ...]:
    """Return the submitter, and the owner if the dossier is filed for one."""
    number = str(handed_in.values.get("submitter_paper_number") or "")
    if not number and submitter is not None:
        number = submitter.citizen_id or ""
    first = Person(
        CheckedPerson.SUBMITTER,
        dossier.submitter_name,
        number,
        dossier.submitter_birth_date,
    )
    acting = handed_in.acting
    if acting is None:
        return (first,)
    owner = Person(CheckedPerson.OWNER, acting.name, acting.number, acting.birth_date)
    return first, owner


def view_checks(
    dossier: Dossier,
    handed_in: Snapshot,
    submitter: Account | None,
    checks: Sequence[PersonCheck],
) -> tuple[PersonCheckView, ...]:
    """Return how each person compares, also who was not asked about yet."""
    known = {check.person: check for check in checks}
    return tuple(
        _view(person, known.get(person.person))
        for person in people_of(dossier, handed_in, submitter)
    )


def _view(person: Person, check: PersonCheck | None) -> PersonCheckView:
    if check is None:
        return PersonCheckView(
            person.person, person.name, None, can_be_asked=person.is_complete
        )
    return PersonCheckView(
        person.person,
        person.name,
        CheckOutcome(check.outcome),
        tuple(check.fields),
        check.verify_later,
    )


def _question(work: Work, handed_in: Snapshot, person: Person) -> PopulationQuestion:
    return PopulationQuestion(
        reference=uuid4().hex,
        purpose=handed_in.procedure_code,
        citizen_id=person.number,
        full_name=person.name,
        birth_date=person.birth_date,
        officer=str(work.actor.account_id or ""),
    )
