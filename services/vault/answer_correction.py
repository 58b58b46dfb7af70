"""Answer a correction that is asked for: mend what is written, or say why not (C23)."""

from datetime import date
from uuid import UUID

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import Conflict, RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_date, read_note
from services.core.text import clean
from services.delegations.rules import years_after
from services.notifications.models import Subject
from services.notifications.notify import News, notify
from services.vault.ask_correction import PROPOSED_LENGTHS, present_value
from services.vault.correction_desk import DECIDERS, announce, office_request
from services.vault.describe import FURTHEST
from services.vault.models import CorrectionOutcome, CorrectionRequest, VaultDocument
from services.vault.rules import describe_for_search, page_of
from services.work import Work

DAYS = ("issued_on", "valid_from", "valid_until")
REASON_LENGTHS = (10, 500)  # a word or two is no reason


def mend(work: Work, request_id: UUID, written: str) -> None:
    """Write what is right into the description, and keep what stood there before.

    The file stays as it was issued. The same answer twice is one.
    """
    work.actor.require_officer(*DECIDERS)
    asked, document = office_request(work, request_id, lock=True)
    wanted, day = _read(work, document, asked.field, written)
    if _is_answered(asked, CorrectionOutcome.MENDED, asked.written == wanted):
        return
    asked.replaced = present_value(document, asked.field)
    asked.written = wanted
    if asked.field in document.fields:
        # A new dictionary: the mapper sees a JSON column change by identity only.
        document.fields = {**document.fields, asked.field: wanted}
    else:
        setattr(document, asked.field, day or wanted)
    describe_for_search(document)
    document.updated_at = work.now
    work.session.add(document)
    _answer(work, asked, document, CorrectionOutcome.MENDED)


def decline(work: Work, request_id: UUID, reason: str) -> None:
    """Leave the paper as it is, and tell its owner why."""
    work.actor.require_officer(*DECIDERS)
    asked, document = office_request(work, request_id, lock=True)
    try:
        why = read_note(reason, *REASON_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"reason": fault.key}) from None
    if _is_answered(asked, CorrectionOutcome.DECLINED, asked.answer == why):
        return
    asked.answer = why
    _answer(work, asked, document, CorrectionOutcome.DECLINED)


def _is_answered(
    asked: CorrectionRequest, outcome: CorrectionOutcome, is_same: bool
) -> bool:
    if asked.answered_at is None:
        return False
    if asked.outcome is outcome and is_same:
        return True
    raise Conflict("correction_answered")  # a colleague was faster


def _answer(
    work: Work,
    asked: CorrectionRequest,
    document: VaultDocument,
    outcome: CorrectionOutcome,
) -> None:
    asked.outcome, asked.answered_at = outcome, work.now
    asked.answered_by = work.actor.name
    work.session.add(asked)
    work.session.flush()
    is_mended = outcome is CorrectionOutcome.MENDED
    act = "vault.correction_made" if is_mended else "vault.correction_declined"
    record(work, act, document.id, person_id=asked.account_id)
    subject = Subject.PAPER_MENDED if is_mended else Subject.CORRECTION_DECLINED
    news = News(
        subject=subject,
        key=f"correction:{asked.id}",
        path=page_of(document.id),
        reference=document.id,
        facts={"title": document.title, "reason": asked.answer},
    )
    notify(work, asked.account_id, news)
    announce(work, asked, document)


def _read(
    work: Work, document: VaultDocument, field: str, written: str
) -> tuple[str, date | None]:
    """Read what shall stand there; of a day, as the database keeps it too."""
    try:
        wanted = read_note(clean(written), *PROPOSED_LENGTHS)
        if field in document.fields or field not in DAYS:
            return wanted, None
        latest = years_after(local_day(work.now), FURTHEST)
        day = read_date(wanted, latest=latest)
    except Unreadable as fault:
        raise RuleViolation({"written": fault.key}) from None
    if fault_key := _misplaced(work, document, field, day):
        raise RuleViolation({"written": fault_key})
    return day.isoformat(), day


def _misplaced(work: Work, document: VaultDocument, field: str, day: date) -> str:
    """Say what is wrong with a day beside the other days of the paper."""
    days = {name: getattr(document, name) for name in DAYS} | {field: day}
    if field == "issued_on" and day > local_day(work.now):
        return Fault.DATE_FUTURE
    begins = [days[name] for name in ("issued_on", "valid_from") if days[name]]
    ends = days["valid_until"]
    return "document_ends_first" if ends and begins and ends < max(begins) else ""
