"""Say what a paper is: its name, kind, number, issuer and dates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_date, read_note
from services.core.text import clean
from services.delegations.rules import years_after
from services.signals import person_topic, tell
from services.vault.kinds import kind_codes
from services.vault.models import DocumentSource, VaultDocument
from services.vault.queries import own_document
from services.vault.rules import LINE_LENGTHS, TITLE_LENGTHS, describe_for_search
from services.work import Work

FURTHEST = 100  # years a paper may still be valid


@dataclass(frozen=True)
class Description:
    """What its owner typed; days as they were typed."""

    kind: str
    number: str = ""
    issuer: str = ""
    issued_on: str = ""
    valid_from: str = ""
    valid_until: str = ""


def rename(work: Work, document_id: UUID, title: str) -> str:
    """Give a paper another name; on the paper itself nothing changes."""
    document = own_document(work, document_id)
    try:
        document.title = read_note(clean(title), *TITLE_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"title": fault.key}) from None
    _keep(work, document, "vault.renamed")
    return document.title


def describe(work: Work, document_id: UUID, said: Description) -> None:
    """Keep what the owner says of a paper of their own.

    What an agency says of its paper is corrected on request only (C23).
    """
    document = own_document(work, document_id)
    if document.source is not DocumentSource.UPLOAD:
        raise RuleViolation({"kind": "document_official"})
    today, problems = local_day(work.now), dict[str, str]()
    if said.kind not in kind_codes():
        problems["kind"] = Fault.REQUIRED
    lines = {name: _line(said, name, problems) for name in ("number", "issuer")}
    issued = _day(said.issued_on, today, "issued_on", problems)
    latest = years_after(today, FURTHEST)
    begins = _day(said.valid_from, latest, "valid_from", problems)
    ends = _day(said.valid_until, latest, "valid_until", problems)
    if issued and issued > today:
        problems["issued_on"] = Fault.DATE_FUTURE
    first = max((day for day in (issued, begins) if day), default=None)
    if first and ends and ends < first:
        problems["valid_until"] = "document_ends_first"
    if problems:
        raise RuleViolation(problems)
    document.kind = said.kind
    document.number, document.issuer = lines["number"], lines["issuer"]
    document.issued_on = issued
    document.valid_from, document.valid_until = begins, ends
    _keep(work, document, "vault.described")


def _line(said: Description, name: str, problems: dict[str, str]) -> str:
    try:
        return read_note(clean(getattr(said, name)), *LINE_LENGTHS)
    except Unreadable as fault:
        problems[name] = fault.key
        return ""


def _day(text: str, latest: date, name: str, problems: dict[str, str]) -> date | None:
    if not text.strip():
        return None
    try:
        return read_date(text, latest=latest)
    except Unreadable as fault:
        problems[name] = fault.key
        return None


def _keep(work: Work, document: VaultDocument, act: str) -> None:
    describe_for_search(document)
    document.updated_at = work.now
    work.session.add(document)
    record(work, act, document.id)
    tell(work.session, person_topic(work.actor.require_citizen()))
