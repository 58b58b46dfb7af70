"""Mail over SMTP, by the standard library."""

import contextlib
import smtplib
import ssl
import time
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import structlog

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations.mail.port import MailMessage, MailRefused

ADDRESS = "address"  # the code of an address that cannot exist
LONGEST_ADDRESS = 254
PERMANENT = range(500, 600)
logger = structlog.get_logger()


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed over, and in whose name."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    is_encrypted: bool = True  # STARTTLS; the sandbox has none
    timeout_seconds: float = 10.0  # for each answer of the server


class SmtpMailGateway:
    """Hands one letter over in one conversation of its own."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    def send(self, message: MailMessage) -> None:
        """Hand the letter over; only a refusal of this very letter is final.

        A login or a sender the server does not take is ours to mend: the letter
        is sent again later. Nothing of the letter reaches the log.
        """
        letter, started = self._letter(message), time.monotonic()
        try:
            self._hand_over(letter, message.to)
        except smtplib.SMTPRecipientsRefused as refusal:
            [(code, _reason)] = refusal.recipients.values()
            raise self._judged(code) from None
        except smtplib.SMTPDataError as refusal:
            raise self._judged(refusal.smtp_code) from None
        except (OSError, smtplib.SMTPException, ValueError) as error:
            reason = type(error).__name__
            logger.warning("system_unavailable", path="smtp", reason=reason)
            raise SystemUnavailable("smtp") from None
        spent = round((time.monotonic() - started) * 1000)
        logger.info("system_answered", host=self._server.host, milliseconds=spent)

    def _hand_over(self, letter: EmailMessage, to: str) -> None:
        server = self._server
        with contextlib.ExitStack() as ending:
            talk = smtplib.SMTP(
                server.host,
                server.port,
                local_hostname=server.sender.rpartition("@")[2],  # asks no name server
                timeout=server.timeout_seconds,
            )
            # The letter may be taken by now: a poor goodbye must not undo that.
            ending.callback(talk.close)
            if server.is_encrypted:
                talk.starttls(context=ssl.create_default_context())
            if server.user:
                talk.login(server.user, server.password)
            talk.send_message(letter, server.sender, [to])
            with contextlib.suppress(OSError, smtplib.SMTPException):
                talk.quit()

    def _letter(self, message: MailMessage) -> EmailMessage:
        """Return the letter; the policy refuses a line break within a header."""
        letter = EmailMessage(policy=SMTP)
        try:
            if len(message.to) > LONGEST_ADDRESS or not message.to.isascii():
                raise ValueError(ADDRESS)
            sender = Address(addr_spec=self._server.sender)
            letter["From"] = sender
            letter["To"] = Address(addr_spec=message.to)
            letter["Subject"] = message.subject
            letter["Message-ID"] = f"<{message.request_id}@{sender.domain}>"
        except (ValueError, IndexError, MessageError) as error:
            logger.warning("mail_unsendable", reason=type(error).__name__)
            raise MailRefused(ADDRESS) from None
        letter["Date"] = format_datetime(clock.local(clock.now()))
        letter["Auto-Submitted"] = "auto-generated"  # no absence note comes back
        letter.set_content(message.text)
        return letter

    def _judged(self, code: int) -> MailRefused | SystemUnavailable:
        logger.warning("mail_not_taken", code=code)
        if code in PERMANENT:
            return MailRefused(str(code))
        return SystemUnavailable("smtp")
