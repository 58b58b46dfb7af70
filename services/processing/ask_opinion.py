"""Ask officers what they think of a dossier, side by side (xin ý kiến)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import any_, literal, or_
from sqlmodel import col, select

from services.accounts.models import Account, AccountKind, AccountStatus
from services.accounts.officer_models import OfficerPost
from services.accounts.posts import in_force
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.readers import Unreadable, read_note
from services.processing.announce import announce
from services.processing.close_opinions import is_open, opinions_of
from services.processing.day_of_form import end_of_day
from services.processing.finish_step import open_step
from services.processing.queries import agency_dossier, steps_of
from services.processing.step_models import StepOpinion
from services.processing.way import terms_of
from services.signals import desk_topics, tell
from services.work import Role, Work

QUESTION_LENGTHS = (5, 2000)
MOST_ASKED = 10
DESK = (Role.INTAKE, Role.PROCESSING, Role.APPROVER)


@dataclass(frozen=True)
class Question:
    """Whom to ask what, until which day."""

    officers: tuple[UUID, ...]
    text: str
    due: str


def ask_opinion(
    work: Work, code: str, question: Question, intent: str, version: int
) -> int:
    """Ask one or several officers of the province; return how many are asked.

    Only the holder asks, where the process lets it. Whoever is asked sees the head,
    the papers and the question, nothing else. Pressed twice, it is asked once.
    """
    dossier = agency_dossier(work, code, lock=True)
    asked = opinions_of(work.session, dossier.id)
    if same := [one for one in asked if intent and one.intent == intent]:
        return len(same)
    steps = steps_of(work.session, dossier.id)
    step = open_step(work, dossier, steps, version)
    if not terms_of(step).opinions:
        raise Conflict("no_opinions_here")
    words = _words(question.text)
    due_at = end_of_day(work, question.due, "opinion_due")
    units = _units(work, question.officers)
    waiting = {one.officer_id for one in asked if is_open(one)}
    chosen = [one for one in units if one not in waiting]
    for officer_id in chosen:
        opinion = StepOpinion(
            dossier_id=dossier.id,
            step_id=step.id,
            asked_by_id=work.actor.require_officer(),
            asked_at=work.now,
            officer_id=officer_id,
            agency_id=units[officer_id],
            question=words,
            due_at=due_at,
            intent=intent,
        )
        work.session.add(opinion)
    record(work, "ask_opinion", dossier.id, officers=len(chosen))
    tell(work.session, *desk_topics(set(units.values())))
    announce(work, dossier)
    return len(chosen)


def _units(work: Work, officers: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the unit of each officer asked; somebody unknown is refused."""
    wanted = set(officers) - {work.actor.account_id}
    if not wanted:
        raise RuleViolation({"officers": "officers_missing"})
    query = (
        select(OfficerPost.account_id, OfficerPost.agency_id)
        .join(Account, col(Account.id) == OfficerPost.account_id)
        .where(
            col(OfficerPost.account_id).in_(wanted),
            col(OfficerPost.agency_id).is_not(None),
            or_(*(literal(str(role)) == any_(col(OfficerPost.roles)) for role in DESK)),
            in_force(work.now),
            Account.kind == AccountKind.OFFICER,
            Account.status == AccountStatus.ACTIVE,
        )
        .order_by(col(OfficerPost.starts_at))
    )
    found = {one: unit for one, unit in work.session.exec(query) if unit}
    if set(found) != wanted or len(wanted) > MOST_ASKED:
        raise RuleViolation({"officers": "officers_unknown"})
    return found


def _words(text: str) -> str:
    try:
        return read_note(text, *QUESTION_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"question": fault.key}) from None
