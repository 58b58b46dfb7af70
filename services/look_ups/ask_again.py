"""Asks again what a register did not answer, so that the page is told later (R43)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from services.accounts.register import Opener
from services.core import clock
from services.core.errors import Forbidden, SystemRefused, SystemUnavailable
from services.look_ups.answers import keep
from services.look_ups.gathering import Patience
from services.look_ups.models import REGISTER_OF, LookUpAnswer, Question, Register
from services.look_ups.read_fields import Fields, kept_fields
from services.look_ups.reading import read_register
from services.ministries import Ministries
from services.work import Work

BATCH = 20
A_JOB_WAITS = timedelta(minutes=2)


@dataclass(frozen=True)
class Waiting:
    """A question that still waits."""

    answer_id: UUID
    question: Question
    fields: Fields


def ask_again(opener: Opener) -> int:
    """Put the questions that wait; a register that is silent is left for this time."""
    ministries, waiting = opener(_waiting)
    silent, count = set[Register](), 0
    for one in waiting:
        register = REGISTER_OF[one.question]
        if register in silent:
            continue
        patience = Patience(clock.now() + A_JOB_WAITS)
        try:
            told = read_register(ministries, one.question, one.fields, patience)
        except SystemRefused:
            opener(_give_up, one.answer_id)
        except SystemUnavailable:
            silent.add(register)
        else:
            opener(keep, one.answer_id, told)
            count += 1
    return count


def _waiting(work: Work) -> tuple[Ministries, list[Waiting]]:
    if not work.actor.is_system:
        raise Forbidden("system")
    query = (
        select(LookUpAnswer)
        .where(col(LookUpAnswer.wanted_until) > work.now)
        .order_by(col(LookUpAnswer.asked_at))
        .limit(BATCH)
    )
    found = [
        Waiting(row.id, row.question, kept_fields(row.fields))
        for row in work.session.exec(query)
    ]
    return work.systems.ministries, found


def _give_up(work: Work, answer_id: UUID) -> None:
    answer = work.session.get_one(LookUpAnswer, answer_id, with_for_update=True)
    answer.wanted_until = None
    work.session.add(answer)
