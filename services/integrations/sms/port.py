"""What the portal asks of an SMS gateway, in the portal's words."""

from dataclasses import dataclass
from typing import Protocol

from services.core.errors import ServiceError


class SmsRefused(ServiceError):
    """The gateway read the message and will not send it; trying again is no use."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class SmsMessage:
    """One text to one phone. The request id makes sending it twice harmless."""

    request_id: str
    to: str
    text: str


@dataclass(frozen=True)
class SmsReceipt:
    """The carrier has taken the message over; the phone may still be off."""

    request_id: str


class SmsGateway(Protocol):
    """Whoever carries text messages for the province."""

    def send(self, message: SmsMessage) -> SmsReceipt:
        """Hand the message over once, however often the same request id is sent.

        Raises SmsRefused for a message it will not carry, and SystemUnavailable
        when it cannot be known whether the message was taken: send it again.
        """
