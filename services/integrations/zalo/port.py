"""What the portal asks of Zalo, in the portal's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from services.core.errors import ServiceError


class ZaloRefused(ServiceError):
    """Zalo read the question and said no; the same question is answered alike."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ZaloTokenEnded(ServiceError):
    """The access token is no longer taken: a new one is fetched, and all tried again."""


@dataclass(frozen=True)
class ZaloMessage:
    """One registered template, filled, to one phone. Its id makes it one message."""

    request_id: str
    to: str
    words: Mapping[str, str]  # blank of the template → text


@dataclass(frozen=True)
class ZaloTokens:
    """The keys of the province's account: both new, and the old ones are spent."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    seconds: int  # the access token's life


class ZaloGateway(Protocol):
    """Whoever carries messages to Zalo for the province."""

    def send(self, message: ZaloMessage, access_token: str) -> None:
        """Hand the message over.

        Raises ZaloRefused for a phone without Zalo or a message it will not carry,
        ZaloTokenEnded when the token is spent, and SystemUnavailable when it cannot
        be known whether the message was taken: send it again under the same id.
        """

    def refresh(self, refresh_token: str) -> ZaloTokens:
        """Exchange a refresh token, which works once, for new keys.

        Raises ZaloRefused when it is not taken, and SystemUnavailable without an
        answer: the token may be spent by then.
        """
