"""What the portal asks of the mail server, in the portal's words."""

from dataclasses import dataclass
from typing import Protocol

from services.core.errors import ServiceError


class MailRefused(ServiceError):
    """The server will not take this message; trying again is no use."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class MailMessage:
    """One plain text to one address. The request id becomes the Message-ID."""

    request_id: str
    to: str
    subject: str
    text: str


class MailGateway(Protocol):
    """Whoever carries mail for the province."""

    def send(self, message: MailMessage) -> None:
        """Hand the message over.

        Raises MailRefused for an address it will not serve, and SystemUnavailable
        when it cannot be known whether it was taken: send it again.
        """
