"""Send a text to oneself, filled with an invented person's facts (A08)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from services.accounts.models import Account
from services.accounts.register import Opener
from services.administration.scope import require_administrator
from services.audit.record import record
from services.core.errors import NotFound
from services.core.text import strip_marks
from services.integrations.mail.port import MailMessage
from services.integrations.sms.port import SmsMessage
from services.template_changes.variables import fill
from services.templates.models import TextTemplate
from services.work import Work


@dataclass(frozen=True)
class Trial:
    """What goes where; without a contact it does not go there."""

    request_id: str
    phone: str
    email: str
    title: str
    text: str


def try_text(opener: Opener, template_id: UUID, sample: Mapping[str, str]) -> Trial:
    """Send it by SMS and by mail; nothing is locked while a gateway is waited for."""
    trial = opener(_read, template_id, dict(sample))
    opener(_send, trial)
    return trial


def _read(work: Work, template_id: UUID, sample: dict[str, str]) -> Trial:
    account_id = require_administrator(work)
    row = work.session.get(TextTemplate, template_id)
    if row is None:
        raise NotFound("template")
    own = work.session.get_one(Account, account_id)
    record(work, "template.tried", row.id)
    return Trial(
        request_id=uuid4().hex,
        phone=own.phone or "",
        email=own.email or "",
        title=fill(row.subject or row.title, sample),
        text=fill(row.body, sample),
    )


def _send(work: Work, trial: Trial) -> None:
    """The session is not used: nothing is locked while the gateway is waited for."""
    if trial.phone:
        plain = strip_marks(trial.text)
        message = SmsMessage(f"{trial.request_id}-sms", trial.phone, plain)
        work.systems.sms.send(message)
    if trial.email:
        mail = MailMessage(
            f"{trial.request_id}-mail", trial.email, trial.title, trial.text
        )
        work.systems.mail.send(mail)
