"""Tell an officer by mail that a report that makes itself is there."""

from dataclasses import dataclass
from uuid import UUID

from services.accounts.register import Opener
from services.core.errors import Forbidden
from services.integrations.mail.port import MailMessage
from services.registers.models import ExportState, RegisterExport, ReportSchedule
from services.registers.wanted import WANTED, span_of
from services.registers.words import words
from services.settings import settings
from services.work import Work

EXPORTS_PATH = "/can-bo/bao-cao/tep"


@dataclass(frozen=True)
class Announcement:
    """A mail without a name or a number: what it is about is behind the sign-in."""

    to: str
    subject: str
    text: str


def announce_export(opener: Opener, export_id: UUID) -> None:
    """Read, then send with nothing locked; the export's id is the request id."""
    told = opener(read_announcement, export_id)
    if told is not None:
        opener(_send, export_id, told)


def read_announcement(work: Work, export_id: UUID) -> Announcement | None:
    """Return the mail; None where there is nothing to tell any more."""
    if not work.actor.is_system:
        raise Forbidden("system")
    row = work.session.get(RegisterExport, export_id)
    if row is None or row.schedule_id is None or row.state is not ExportState.READY:
        return None
    schedule = work.session.get_one(ReportSchedule, row.schedule_id)
    if schedule.ended_at is not None:
        return None
    span = span_of(WANTED.validate_python(row.wanted, strict=False), work.now)
    mail = words()["mail"]
    facts = {
        "name": schedule.name,
        "first": span.first.strftime("%d/%m/%Y"),
        "last": span.last.strftime("%d/%m/%Y"),
        "address": f"{settings().public_url.rstrip('/')}{EXPORTS_PATH}",
    }
    return Announcement(
        schedule.email,
        mail["subject"].format(**facts),
        mail["text"].strip().format(**facts),
    )


def _send(work: Work, export_id: UUID, told: Announcement) -> None:
    """The session is not used: nothing is locked while the server is waited for."""
    message = MailMessage(str(export_id), told.to, told.subject, told.text)
    work.systems.mail.send(message)
