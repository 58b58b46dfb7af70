"""Keep what was typed, as it was typed (R1, R2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.faults import Fault
from services.core.text import FORBIDDEN_IN_NOTES
from services.dossiers.fields import FIELDS
from services.dossiers.models import Dossier
from services.dossiers.queries import lock_own_draft
from services.dossiers.rules import Problem
from services.eforms.conditions import find_key
from services.eforms.current_eform import stored_definition
from services.eforms.definition import PREFIX
from services.failpoints import failpoint
from services.signals import dossier_topic, person_topic, tell
from services.work import Work

LONGEST_ANSWER = 10_000
# What the database or a page could not hold; everything else waits for R8.
UNSTORABLE = (FORBIDDEN_IN_NOTES[0][1], re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"))


@dataclass(frozen=True)
class Answer:
    """What one field held at a moment of the person's own clock.

    `seen` is the text this tab last knew to be saved; with it, a tab that
    overwrites another one's words is told so.
    """

    field: str
    text: str
    typed_at: datetime
    seen: str | None = None


@dataclass(frozen=True)
class TwoTabs:
    """A field two tabs disagree on: the newer text is kept, both are shown."""

    field: str
    kept: str
    other: str


@dataclass(frozen=True)
class SavedAt:
    """The moment of ‘saved’, and what another tab had changed."""

    moment: datetime
    conflicts: tuple[TwoTabs, ...] = ()


def save_answer(
    work: Work, dossier_id: UUID, field: str, text: str, typed_at: datetime
) -> SavedAt:
    """Keep one answer."""
    return save_answers(work, dossier_id, [Answer(field, text, typed_at)])


def save_answers(work: Work, dossier_id: UUID, answers: Sequence[Answer]) -> SavedAt:
    """Keep the answers; of two for one field the newer wins (CS-3).

    Nothing is validated. Answers that waited on a device without a network may
    come late and in any order.
    """
    for answer in answers:
        _check_storable(answer)
    dossier = lock_own_draft(work, dossier_id)
    _check_known(work, dossier, answers)
    before = dict(dossier.answers)
    found = [_keep(dossier, answer, work.now) for answer in answers]
    conflicts = tuple(conflict for conflict in found if conflict)
    if dossier.answers != before:
        dossier.updated_at = work.now
        dossier.version += 1
        record(work, "save_answers", dossier.id, count=len(answers))
        tell(work.session, dossier_topic(dossier.id), person_topic(dossier.account_id))
    work.session.add(dossier)
    work.session.flush()
    failpoint("autosave.1")
    return SavedAt(work.now, conflicts)


def _check_storable(answer: Answer) -> None:
    if answer.field not in FIELDS and not answer.field.startswith(PREFIX):
        raise RuleViolation({"answer": Problem.FIELD_UNKNOWN})
    if len(answer.text) > LONGEST_ANSWER:
        raise RuleViolation({answer.field: Problem.ANSWER_TOO_LONG})
    if any(pattern.search(answer.text) for pattern in UNSTORABLE):
        raise RuleViolation({answer.field: Fault.TEXT_CONTROL})


def _check_known(work: Work, dossier: Dossier, answers: Sequence[Answer]) -> None:
    """Refuse an answer to something that the form of this draft never asks."""
    named = [answer.field for answer in answers if answer.field not in FIELDS]
    form = stored_definition(work.session, dossier.eform_id) if named else None
    if any(form is None or find_key(form, name) is None for name in named):
        raise RuleViolation({"answer": Problem.FIELD_UNKNOWN})


def _keep(dossier: Dossier, answer: Answer, now: datetime) -> TwoTabs | None:
    """Let the newer text stand. A clock that runs ahead counts as now, or what
    it wrote could not be changed from another device."""
    stored = dossier.answers.get(answer.field)
    kept_at = dossier.answered_at.get(answer.field)
    moment = min(answer.typed_at, now)
    if kept_at and stored is not None and moment < datetime.fromisoformat(kept_at):
        if stored == answer.text:
            return None
        return TwoTabs(answer.field, kept=stored, other=answer.text)
    # New dictionaries: the mapper sees a change of a JSON column by identity only.
    dossier.answers = {**dossier.answers, answer.field: answer.text}
    dossier.answered_at = {**dossier.answered_at, answer.field: moment.isoformat()}
    if stored is None or answer.seen is None or stored in (answer.seen, answer.text):
        return None
    return TwoTabs(answer.field, kept=answer.text, other=stored)
