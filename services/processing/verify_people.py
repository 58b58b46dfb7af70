"""Ask again about people whom the population database did not answer for (O03)."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services.accounts.register import Opener
from services.dossiers.models import Dossier
from services.dossiers.note_event import note_event
from services.processing.check_people import (
    Answered,
    Asked,
    ask_about,
    keep_answers,
    put_question,
)
from services.processing.reception_models import CheckOutcome, PersonCheck
from services.work import Work

AT_ONCE = 50  # of a database that has just come back, no more in one round
NOTES = {
    CheckOutcome.SAME: "person_verified",
    CheckOutcome.DIFFERS: "person_differs",
    CheckOutcome.NOT_FOUND: "person_unknown",
}


def verify_people(opener: Opener) -> int:
    """Ask for everybody marked to be verified; return how many answers came."""
    count = 0
    for dossier_id in opener(_waiting):
        asked = opener(_questions, dossier_id)
        answers = [opener(put_question, one) for one in asked]
        given = [one for one in answers if one.outcome is not CheckOutcome.UNREACHED]
        if len(given) < len(answers):
            break  # still down: the next round asks
        if given:
            count += opener(_note, dossier_id, given)
    return count


def _waiting(work: Work) -> Sequence[UUID]:
    """Return the dossiers with something to verify, the longest waiting first."""
    return work.session.exec(
        select(PersonCheck.dossier_id)
        .where(col(PersonCheck.verify_later))
        .order_by(col(PersonCheck.asked_at))
        .limit(AT_ONCE)
    ).all()


def _questions(work: Work, dossier_id: UUID) -> tuple[Asked, ...]:
    waiting = set(work.session.exec(_marked(dossier_id)).all())
    if not waiting:  # of two people in one dossier, both were asked at once
        return ()
    dossier = work.session.get_one(Dossier, dossier_id)
    return tuple(one for one in ask_about(work, dossier) if one.person in waiting)


def _note(work: Work, dossier_id: UUID, given: Sequence[Answered]) -> int:
    """Keep the answers, and write on the dossier what differs."""
    dossier = work.session.get_one(Dossier, dossier_id, with_for_update=True)
    waiting = set(work.session.exec(_marked(dossier_id)).all())
    fresh = [one for one in given if one.asked.person in waiting]
    for place, answer in enumerate(fresh):
        facts = {"person": str(answer.asked.person), "fields": ",".join(answer.fields)}
        note_event(work, dossier, NOTES[answer.outcome], facts, place)
    if fresh:
        keep_answers(work, fresh)
    return len(fresh)


def _marked(dossier_id: UUID) -> SelectOfScalar[str]:
    return select(PersonCheck.person).where(
        PersonCheck.dossier_id == dossier_id, col(PersonCheck.verify_later)
    )
