"""Carry a notice to its owner; run by the worker."""

import hashlib
import json
from uuid import UUID

import structlog

from services.accounts.keys import unseal
from services.accounts.notify_owner import SEALED_FOR
from services.core.errors import Forbidden
from services.integrations.mail.port import MailMessage, MailRefused
from services.integrations.sms.port import SmsMessage, SmsRefused
from services.work import Work

logger = structlog.get_logger()


def deliver_notice(work: Work, notice_id: UUID, sealed: str) -> bool:
    """Hand one message over, and tell whether it was taken.

    The session is not used: nothing is locked while the gateway is waited for
    (OB-1). A refusal is final; the owner still finds the notice on the page.
    Raises SystemUnavailable: then it is tried again under the same request id.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    letter = json.loads(unseal(work.secret, SEALED_FOR, sealed))
    to, text = letter["to"], letter["text"]
    request_id = f"{notice_id}-{hashlib.sha256(to.encode()).hexdigest()[:8]}"
    try:
        if "subject" in letter:
            mail = MailMessage(request_id, to, letter["subject"], text)
            work.systems.mail.send(mail)
        else:
            work.systems.sms.send(SmsMessage(request_id, to, text))
    except (MailRefused, SmsRefused) as refusal:
        logger.warning("notice_refused", notice=str(notice_id), code=refusal.code)
        return False
    return True
