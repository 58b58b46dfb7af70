"""Carry a one-time code to the phone or mailbox; run by the worker."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.parse import urlsplit
from uuid import UUID

from services import signals
from services.accounts.keys import unseal_fresh
from services.accounts.models import CodeDelivery, OneTimeCode
from services.accounts.send_code import LIFE, SEALED_FOR, code_topic
from services.core.errors import Forbidden, SystemUnavailable
from services.core.text import strip_marks
from services.integrations.mail.port import MailMessage, MailRefused
from services.integrations.sms.port import SmsMessage, SmsRefused
from services.settings import settings
from services.work import Work


@dataclass(frozen=True)
class DeliveryTry:
    """How a try went, and whether another could do better."""

    delivery: CodeDelivery
    is_worth_another: bool = False


def deliver_code(work: Work, code_id: UUID, sealed: str) -> DeliveryTry:
    """Send the message and tell the waiting page what became of it.

    The message goes out before the session is used: nothing is locked while
    the gateway is waited for (OB-1). The code's id is the gateway's request
    id, so a second try after a lost answer sends nothing twice.
    """
    if not work.actor.is_system:
        raise Forbidden("system")
    tried = _try(work, code_id, sealed)
    code = work.session.get(OneTimeCode, code_id)
    if code is not None and code.delivery is not CodeDelivery.SENT:
        code.delivery = tried.delivery
        signals.tell(work.session, code_topic(code_id))
    return tried


def _try(work: Work, code_id: UUID, sealed: str) -> DeliveryTry:
    seconds = int(LIFE.total_seconds())
    opened = unseal_fresh(work.secret, SEALED_FOR, sealed, work.now, seconds)
    if opened is None:  # a code that no longer opens anything is not sent
        return DeliveryTry(CodeDelivery.FAILED)
    letter: dict[str, str] = json.loads(opened)
    try:
        _send(work, str(code_id), letter)
    except (SmsRefused, MailRefused):
        return DeliveryTry(CodeDelivery.FAILED)
    except SystemUnavailable:
        return DeliveryTry(CodeDelivery.FAILED, is_worth_another=True)
    return DeliveryTry(CodeDelivery.SENT)


def _send(work: Work, request_id: str, letter: Mapping[str, str]) -> None:
    if phone := letter.get("phone"):
        text = code_message(work.province.name, letter["digits"])
        work.systems.sms.send(SmsMessage(request_id, phone, text))
    elif email := letter.get("email"):
        subject, text = code_mail(work.province.name, letter["digits"])
        work.systems.mail.send(MailMessage(request_id, email, subject, text))
    # An empty letter is of a name nobody has: all is done alike, and nothing sent.


def code_mail(province_name: str, digits: str) -> tuple[str, str]:
    """Return subject and text of the mail with a code; it holds no link to follow."""
    template = Path(__file__).with_name("code_mail.txt").read_text("utf-8")
    host = urlsplit(settings().public_url).hostname or ""
    mail = Template(template).substitute(site=province_name, code=digits, host=host)
    subject, _, text = mail.partition("\n\n")
    return subject.strip(), text.strip()


def code_message(province_name: str, digits: str) -> str:
    """Return the text, its last line in the form phones fill in by themselves.

    Without marks it stays one message of 160 characters. The host comes from
    the settings, never from a request (FW-9).
    """
    template = Path(__file__).with_name("code_message.txt").read_text("utf-8")
    host = urlsplit(settings().public_url).hostname or ""
    site = f"DVC {strip_marks(province_name)}"
    return Template(template).substitute(site=site, code=digits, host=host).strip()
