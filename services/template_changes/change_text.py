"""Propose a new version of a text; another administrator publishes it (A08)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.read_dates import read_date
from services.core.text import clean
from services.notifications.texts import LONGEST_SMS
from services.template_changes.sms_room import measure_sms
from services.template_changes.variables import LONGEST_BODY, known_for, unknown
from services.templates.models import TemplateState, TextTemplate
from services.work import Work

LONGEST_TITLE = 120
NEEDED = ("title", "body")
SMS_LONG = "template_sms_long"
LONGEST = {
    "title": LONGEST_TITLE,
    "subject": LONGEST_TITLE,
    "body": LONGEST_BODY,
    "how_to": LONGEST_BODY,
    "legal_basis": LONGEST_BODY,
}


@dataclass(frozen=True)
class TextForm:
    """A text as it was typed."""

    title: str
    body: str
    how_to: str = ""
    legal_basis: str = ""
    subject: str = ""
    valid_from: str = ""


def propose_text(work: Work, template_id: UUID, form: TextForm) -> UUID:
    """Write the next version of a text; it waits to be read by a second person.

    What is published is never changed. A version that still waits is written over
    by whoever wrote it.
    """
    writer = _whole_province(work)
    earlier = _lock(work, template_id)
    day = _check(work, earlier, form)
    row = _waiting_of(work, earlier, writer) or TextTemplate(
        **earlier.model_dump(exclude={"id", "version", "valid_to"}),
        version=_next_version(work, earlier),
    )
    row.title, row.subject = clean(form.title), clean(form.subject)
    row.body, row.how_to = form.body.strip(), clean(form.how_to)
    row.legal_basis, row.valid_from, row.valid_to = clean(form.legal_basis), day, None
    row.state, row.written_by_id, row.written_at = (
        TemplateState.PROPOSED,
        writer,
        work.now,
    )
    row.reviewed_by_id = row.reviewed_at = None
    work.session.add(row)
    work.session.flush()
    record(work, "template.proposed", row.id, kind=str(row.kind))
    return row.id


def sms_letters(work: Work, template_id: UUID, body: str) -> int | None:
    """Return how long the SMS would be as it is sent; None of any other text."""
    _whole_province(work)
    row = work.session.get(TextTemplate, template_id)
    if row is None:
        raise NotFound("template")
    is_bad = unknown(body, known_for(row.kind, (row.body,)))
    return None if is_bad else measure_sms(work, row, body[:LONGEST_BODY])


def publish_text(work: Work, template_id: UUID) -> None:
    """Put a proposed version in force from its day; not by whoever wrote it."""
    reader = _whole_province(work)
    row = _lock(work, template_id)
    if row.state is TemplateState.PUBLISHED:
        return
    if row.state is not TemplateState.PROPOSED:
        raise Conflict("template")
    if row.written_by_id == reader:
        raise RuleViolation({"body": "template_four_eyes"})
    work.actor.require_fresh_proof(work.now)
    _decide(work, row, TemplateState.PUBLISHED, reader)


def withdraw_text(work: Work, template_id: UUID) -> None:
    """Take a version back; the one before it is in force again, if there is one."""
    reader = _whole_province(work)
    row = _lock(work, template_id)
    if row.state is TemplateState.WITHDRAWN:
        return
    work.actor.require_fresh_proof(work.now)
    _decide(work, row, TemplateState.WITHDRAWN, reader)


def _decide(work: Work, row: TextTemplate, state: TemplateState, reader: UUID) -> None:
    row.state, row.reviewed_by_id, row.reviewed_at = state, reader, work.now
    work.session.add(row)
    record(work, f"template.{state}", row.id, kind=str(row.kind))


def _whole_province(work: Work) -> UUID:
    """Texts are the province's: an administrator of one unit only reads them."""
    account_id = require_administrator(work)
    if work.actor.agency_id is not None:
        raise Forbidden("template")
    return account_id


def _lock(work: Work, template_id: UUID) -> TextTemplate:
    query = select(TextTemplate).where(TextTemplate.id == template_id)
    found = work.session.exec(query.with_for_update()).one_or_none()
    if found is None:
        raise NotFound("template")
    return found


def _check(work: Work, earlier: TextTemplate, form: TextForm) -> date:
    """Return the day it shall hold from; everything wrong is said at once."""
    problems = _faults(earlier, form)
    today = day = local_day(work.now)
    try:
        day = read_date(form.valid_from) if form.valid_from.strip() else today
    except Unreadable as fault:
        problems["valid_from"] = str(fault.key)
    if day < today:
        problems["valid_from"] = "date_range"
    letters = None if problems else measure_sms(work, earlier, form.body)
    if letters is not None and letters > LONGEST_SMS:
        problems["body"] = SMS_LONG
    if problems:
        raise RuleViolation(problems)
    return day


def _faults(earlier: TextTemplate, form: TextForm) -> dict[str, str]:
    known, problems = known_for(earlier.kind, (earlier.body,)), dict[str, str]()
    for name, most in LONGEST.items():
        text = getattr(form, name)
        if name in NEEDED and not clean(text):
            problems[name] = "required"
        elif len(text) > most:
            problems[name] = "note_long"
        elif unknown(text, known):
            problems[name] = "template_variable"
    return problems


def _same_text(earlier: TextTemplate) -> tuple[Any, ...]:  # Any: conditions
    return (
        col(TextTemplate.kind) == earlier.kind,
        col(TextTemplate.key) == earlier.key,
        col(TextTemplate.procedure_code) == earlier.procedure_code,
    )


def _waiting_of(work: Work, earlier: TextTemplate, writer: UUID) -> TextTemplate | None:
    query = select(TextTemplate).where(
        *_same_text(earlier),
        TextTemplate.state == TemplateState.PROPOSED,
        TextTemplate.written_by_id == writer,
    )
    return work.session.exec(query).first()


def _next_version(work: Work, earlier: TextTemplate) -> int:
    query = select(func.max(TextTemplate.version)).where(*_same_text(earlier))
    return (work.session.exec(query).one() or 0) + 1
