"""Send the way to the receipt of a submission to the person's email (C15)."""

from datetime import timedelta
from pathlib import Path
from string import Template
from uuid import UUID

from sqlmodel import col, func, select

from services import jobs
from services.accounts.models import Account
from services.audit.models import AuditEntry
from services.audit.record import record
from services.core.clock import local
from services.core.errors import Forbidden, NotFound, RuleViolation, TooMany
from services.core.identifiers import mask_email
from services.dossiers.models import Dossier
from services.dossiers.show_dossier import find_visible
from services.integrations.mail.port import MailMessage, MailRefused
from services.settings import settings
from services.work import Work

JOB = "dossiers.deliver_acknowledgement"
ACT = "acknowledgement.mailed"
PAUSE = timedelta(minutes=10)  # one letter in so long; a second press finds the first
PER_DAY = 10


def mail_acknowledgement(work: Work, code: str) -> str:
    """Have the letter sent to the person's own email; return where, masked.

    It holds a link and no personal data: the receipt itself stays behind the
    sign-in.
    """
    account = work.session.get_one(Account, work.actor.require_citizen())
    dossier = find_visible(work, code)
    if dossier is None or dossier.submitted_at is None:
        raise NotFound("dossier")
    if not account.email:
        raise RuleViolation({"email": "no_email"})
    if not _sent(work, dossier, PAUSE):
        if _sent(work, None, timedelta(days=1)) >= PER_DAY:
            raise TooMany(work.now + timedelta(days=1))
        record(work, ACT, dossier.id)
        jobs.defer(
            work.session,
            JOB,
            dossier_id=str(dossier.id),
            account_id=str(account.id),
            moment=work.now.isoformat(),
        )
    return mask_email(account.email)


def deliver_acknowledgement(
    work: Work, dossier_id: UUID, account_id: UUID, moment: str
) -> None:
    """Hand the letter to the mail server; run by the worker."""
    if not work.actor.is_system:
        raise Forbidden("system")
    dossier = work.session.get_one(Dossier, dossier_id)
    account = work.session.get_one(Account, account_id)
    if not account.email or dossier.submitted_at is None:
        return
    address = settings().public_url.rstrip("/")
    told = {
        "code": dossier.code,
        "site": work.province.name,
        "moment": f"{local(dossier.submitted_at):%H:%M %d/%m/%Y}",
        "link": f"{address}/ho-so/{dossier.code}/bien-nhan",
        "hotline": work.province.hotline,
    }
    template = Path(__file__).with_name("acknowledgement_mail.txt").read_text("utf-8")
    subject, _, text = Template(template).substitute(told).strip().partition("\n\n")
    mail = MailMessage(f"{dossier_id}-{moment}", account.email, subject, text)
    try:
        work.systems.mail.send(mail)
    except MailRefused:
        return  # the receipt stays where it is


def _sent(work: Work, dossier: Dossier | None, within: timedelta) -> int:
    query = select(func.count()).where(
        AuditEntry.act == ACT,
        AuditEntry.account_id == work.actor.account_id,
        col(AuditEntry.at) > work.now - within,
    )
    if dossier is not None:
        query = query.where(AuditEntry.subject_id == dossier.id)
    return work.session.exec(query).one()
