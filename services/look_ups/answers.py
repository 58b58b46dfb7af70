"""The last good answer to a question: kept, shown with its age, forgotten."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, delete

from services.core.errors import Forbidden, NotFound
from services.look_ups.models import LookUpAnswer, LookUpQuestion, Question
from services.look_ups.told import TOLD, Told, for_everybody
from services.signals import look_up_topic, tell
from services.work import Work

KEPT = timedelta(days=7)  # no answer older than this is ever shown
OPEN_FOR = timedelta(hours=2)  # how long an answer is open to who asked
STRANGERS_KEPT = timedelta(days=1)  # what people without an account asked


@dataclass(frozen=True)
class Answered:
    """What the person sees: an answer and its moment, or that it is still awaited."""

    id: UUID  # of the question
    question: Question
    fields: dict[str, str]
    topic: str
    told: Told | None = None
    answered_at: datetime | None = None
    is_silent: bool = False  # they did not answer now: what is shown is older
    is_refused: bool = False  # they said no: asking again is no use
    is_awaited: bool = False  # the worker goes on asking


def keep(work: Work, answer_id: UUID, told: Told) -> None:
    """Keep a good answer, and tell whoever waits for it."""
    answer = work.session.get_one(LookUpAnswer, answer_id, with_for_update=True)
    answer.told = TOLD.dump_python(told, mode="json")
    answer.answered_at, answer.wanted_until = work.now, None
    work.session.add(answer)
    work.session.flush()
    tell(work.session, look_up_topic(answer.id))


def show(
    work: Work, question_id: UUID, is_silent: bool = False, is_refused: bool = False
) -> Answered:
    """Return the answer to who asked, for two hours; people masked but for officers."""
    row = work.session.get(LookUpQuestion, question_id)
    if row is None or not _is_mine(work, row) or row.answer_id is None:
        raise NotFound("look_up")
    answer = work.session.get_one(LookUpAnswer, row.answer_id)
    given, told = answer.answered_at, None
    if given is not None and given + KEPT > work.now:
        told = TOLD.validate_python(answer.told)
        told = told if work.actor.is_officer else for_everybody(told)
    waits = answer.wanted_until is not None and answer.wanted_until > work.now
    return Answered(
        id=row.id,
        question=row.question,
        fields=answer.fields,
        topic=look_up_topic(answer.id),
        told=told,
        answered_at=given if told else None,
        is_silent=is_silent or waits,
        is_refused=is_refused,
        is_awaited=waits and not is_refused,
    )


def forget_answers(work: Work) -> int:
    """Drop answers past their time, and what strangers asked; officers' stay."""
    if not work.actor.is_system:
        raise Forbidden("system")
    strangers = delete(LookUpQuestion).where(
        col(LookUpQuestion.account_id).is_(None),
        col(LookUpQuestion.at) < work.now - STRANGERS_KEPT,
    )
    work.session.exec(strangers)
    old = delete(LookUpAnswer).where(
        col(LookUpAnswer.asked_at) < work.now - KEPT,
        col(LookUpAnswer.wanted_until).is_(None)
        | (col(LookUpAnswer.wanted_until) < work.now),
    )
    return int(work.session.exec(old).rowcount)


def _is_mine(work: Work, row: LookUpQuestion) -> bool:
    if row.at + OPEN_FOR < work.now:
        return False
    if row.account_id is not None:
        is_officer = work.actor.is_officer
        return row.account_id == work.actor.account_id and (
            not is_officer or row.agency_id == work.actor.agency_id
        )
    return bool(row.browser) and row.browser == work.actor.browser
