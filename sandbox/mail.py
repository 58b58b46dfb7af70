"""The province's mail server: letters are taken over SMTP and shown in the inbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from starlette.applications import Starlette

from sandbox.faults import Mode, Switches, System
from sandbox.messages import Messages
from sandbox.settings import Settings

# No address of HTTP begins so: this switch is asked by the mail server itself.
SYSTEM = System("mail", "Thư điện tử (SMTP)", "smtp:", {})
NOBODY = "khong-ton-tai@example.vn"  # there is no such mailbox
FULL = "day-hop-thu@example.vn"  # a mailbox without room today
TAKEN = "250 OK"
LARGEST = 1_000_000


@dataclass(frozen=True)
class MailServer:
    """Takes letters on the loopback address while the sandbox runs."""

    settings: Settings
    messages: Messages
    switches: Switches

    @asynccontextmanager
    async def running(self, _app: Starlette) -> AsyncIterator[None]:
        """Listen from the start of the sandbox to its end."""
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(self, hostname="sandbox", data_size_limit=LARGEST),
            "127.0.0.1",
            self.settings.mail_port,
        )
        async with server:
            yield

    async def handle_RCPT(
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Take a recipient, or tell why not."""
        match address.casefold():
            case known if known == NOBODY:
                return "550 5.1.1 no such mailbox"
            case known if known == FULL:
                return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Play the fault that is switched on, or keep the letter and say so."""
        fault = self.switches.of(SYSTEM)
        match fault.mode:
            case Mode.DOWN:
                return "421 4.3.2 service not available"
            case Mode.GARBAGE:
                return "<html>"
            case Mode.ERROR:
                return "554 5.7.1 letter refused"
            case Mode.SLOW:
                await asyncio.sleep(fault.seconds)
        await asyncio.to_thread(self.take, envelope)
        return TAKEN

    def take(self, envelope: Envelope) -> None:
        """Keep the letter; one Message-ID to one address is one letter."""
        content: Any = envelope.content  # bytes, unless told to decode
        letter = message_from_bytes(content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        body = letter.get_body(("plain",))
        text = body.get_content() if body else ""
        text = text.replace("\r\n", "\n").strip()
        for to in envelope.rcpt_tos:
            self.messages.deliver(
                str(letter["Message-ID"] or "").strip("<>"),
                to.casefold(),
                f"{letter['Subject'] or ''}\n\n{text}".strip(),
                channel="mail",
                sender=str(letter["From"]),
            )
