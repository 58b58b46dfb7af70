"""Ask a register while a person waits; the last good answer stands in (C26, O14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, func, select

from services.accounts.keys import keyed_hash
from services.accounts.models import Account
from services.accounts.prove_human import HumanProof
from services.accounts.register import Opener
from services.audit.record import record
from services.core import clock
from services.core.clock import local_day
from services.core.errors import (
    Forbidden,
    RuleViolation,
    SystemRefused,
    SystemUnavailable,
    TooMany,
)
from services.core.readers import Unreadable, read_note
from services.dossiers.ask_look_up import ask_look_up
from services.look_ups.answers import Answered, keep, show
from services.look_ups.gathering import Patience
from services.look_ups.models import LookUpAnswer, LookUpQuestion, Question
from services.look_ups.read_fields import Fields, read_fields
from services.look_ups.reading import read_register
from services.ministries import Ministries
from services.work import Work

PURPOSE_LENGTHS = (5, 300)
A_PERSON_WAITS = timedelta(seconds=12)  # for the whole; then it is asked for later
ASKED_AGAIN = timedelta(minutes=30)  # by the worker, after a silence
FRESH = timedelta(minutes=1)  # an answer this young is not asked for again
HOUR = timedelta(hours=1)
AN_HOUR = 120  # questions of one account
KEY = "question to a register"


@dataclass(frozen=True)
class Wanted:
    """What is asked, as typed; officers say what for, strangers that they are people."""

    question: Question
    typed: Mapping[str, str]
    purpose: str = ""
    proof: HumanProof | None = None


@dataclass(frozen=True)
class Begun:
    """A question that was written down, and whom to ask."""

    id: UUID
    answer_id: UUID
    question: Question
    fields: Fields
    ministries: Ministries
    is_fresh: bool


@dataclass(frozen=True)
class Asked:
    """The answer, or what the page must ask for first."""

    answered: Answered | None = None
    problems: dict[str, str] = field(default_factory=dict)


def ask(opener: Opener, wanted: Wanted) -> Asked:
    """Ask the register in no open transaction, and keep what it says.

    Silent, slow or unreadable: the last good answer is shown with its age, and the
    worker asks again for half an hour, so that the page may stay and be told.
    """
    begun = opener(begin, wanted)
    if isinstance(begun, Asked):
        return begun
    if begun.is_fresh:
        return Asked(opener(show, begun.id))
    patience = Patience(clock.now() + A_PERSON_WAITS)
    try:
        told = read_register(begun.ministries, begun.question, begun.fields, patience)
    except SystemRefused:
        return Asked(opener(note_silence, begun, True))
    except SystemUnavailable:
        return Asked(opener(note_silence, begun, False))
    opener(keep, begun.answer_id, told)
    return Asked(opener(show, begun.id))


def begin(work: Work, wanted: Wanted) -> Begun | Asked:
    """Write the question down, before it is put (AL-3).

    A refusal for want of a proof is returned: raising would undo its counting.
    """
    purpose = _purpose(work, wanted)
    fields = read_fields(wanted.question, wanted.typed, local_day(work.now))
    _check_limit(work)
    if not work.actor.is_officer:
        allowed = ask_look_up(work, wanted.proof)
        if not allowed.is_open:
            return Asked(problems=allowed.problems)
    answer = _answer(work, wanted.question, fields)
    row = LookUpQuestion(
        at=work.now,
        account_id=work.actor.account_id,
        agency_id=work.actor.agency_id,
        browser="" if work.actor.account_id else work.actor.browser,
        question=wanted.question,
        purpose=purpose,
        answer_id=answer.id,
    )
    work.session.add(row)
    work.session.flush()
    if work.actor.is_officer:
        record(work, "look_up.asked", row.id, question=str(wanted.question))
    given = answer.answered_at
    return Begun(
        row.id,
        answer.id,
        wanted.question,
        fields,
        work.systems.ministries,
        given is not None and given + FRESH > work.now,
    )


def note_silence(work: Work, begun: Begun, is_refused: bool) -> Answered:
    """Show the last good answer; have the worker ask again, unless they said no."""
    answer = work.session.get_one(LookUpAnswer, begun.answer_id, with_for_update=True)
    if not is_refused:
        answer.wanted_until = work.now + ASKED_AGAIN
        work.session.add(answer)
        work.session.flush()
    return show(work, begun.id, is_silent=True, is_refused=is_refused)


def _purpose(work: Work, wanted: Wanted) -> str:
    if not work.actor.is_officer:
        if work.actor.is_system:
            raise Forbidden("person")
        return ""
    work.actor.require_officer()
    try:
        return read_note(wanted.purpose, *PURPOSE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"purpose": fault.key}) from None


def _check_limit(work: Work) -> None:
    if work.actor.account_id is None:
        return
    work.session.get_one(Account, work.actor.account_id, with_for_update=True)
    mine = select(col(LookUpQuestion.at)).where(
        LookUpQuestion.account_id == work.actor.account_id,
        col(LookUpQuestion.at) > work.now - HOUR,
    )
    count = select(func.count()).select_from(mine.subquery())
    if work.session.exec(count).one() < AN_HOUR:
        return
    oldest = mine.order_by(col(LookUpQuestion.at).desc()).offset(AN_HOUR - 1)
    raise TooMany(work.session.exec(oldest.limit(1)).one() + HOUR)


def _answer(work: Work, question: Question, fields: Fields) -> LookUpAnswer:
    """Return the row of this question, made if nobody asked it before."""
    said = fields.as_json()
    words = "|".join(f"{name}={value}" for name, value in sorted(said.items()))
    key = keyed_hash(work.secret, KEY, f"{question}|{words}")
    born = LookUpAnswer(key=key, question=question, fields=said, asked_at=work.now)
    values = born.model_dump()
    work.session.execute(
        insert(LookUpAnswer)
        .values(**values)
        .on_conflict_do_update(index_elements=["key"], set_={"asked_at": work.now})
    )
    query = select(LookUpAnswer).where(LookUpAnswer.key == key)
    return work.session.exec(query.execution_options(populate_existing=True)).one()
