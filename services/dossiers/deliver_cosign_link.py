"""Carry the link of an invitation to the phone or mailbox; run by the worker."""

from pathlib import Path
from string import Template
from uuid import UUID

from services.accounts.keys import unseal
from services.core.clock import local_day
from services.core.errors import Forbidden
from services.core.text import strip_marks
from services.dossiers.ask_cosign import SEALED_FOR
from services.dossiers.cosign_models import CosignRequest, CosignState
from services.integrations.mail.port import MailMessage, MailRefused
from services.integrations.sms.port import SmsMessage, SmsRefused
from services.settings import settings
from services.work import Work


def deliver_cosign_link(work: Work, request_id: UUID, sealed: str) -> None:
    """Send it once: the invitation's id is the message's, so a second try is none."""
    if not work.actor.is_system:
        raise Forbidden("system")
    request = work.session.get(CosignRequest, request_id)
    if request is None or request.state is not CosignState.ASKED:
        return
    key = unseal(work.secret, SEALED_FOR, sealed)
    told = {
        "site": work.province.name,
        "day": f"{local_day(request.until):%d/%m/%Y}",
        "link": f"{settings().public_url}/ky-cung/{key}",
    }
    try:
        if request.phone:
            plain = told | {"site": f"DVC {strip_marks(work.province.name)}"}
            text = _filled("cosign_message.txt", plain)
            work.systems.sms.send(SmsMessage(str(request_id), request.phone, text))
        else:
            subject, _, text = _filled("cosign_mail.txt", told).partition("\n\n")
            message = MailMessage(str(request_id), request.email, subject, text)
            work.systems.mail.send(message)
    except (SmsRefused, MailRefused):
        return  # who invited can copy the link, or send it anew


def _filled(name: str, told: dict[str, str]) -> str:
    template = Path(__file__).with_name(name).read_text("utf-8")
    return Template(template).substitute(told).strip()
