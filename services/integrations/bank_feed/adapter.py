"""The bank feed over HTTP: asked with a key, pushed with a signature."""

import hashlib
import hmac
from datetime import datetime, timedelta
from urllib.parse import urlencode

import httpx
from pydantic import ValidationError

from services.integrations import transport
from services.integrations.bank_feed import wire
from services.integrations.bank_feed.port import BankEntry
from services.integrations.payment_gateways.port import (
    NoticeFault,
    NoticeRefused,
    RawNotice,
)

AHEAD = timedelta(minutes=10)  # how far their clock may run before ours


class HttpBankFeed:
    """Reads the credits of our accounts."""

    def __init__(self, client: httpx.Client, api_key: str) -> None:
        self._client, self._key = client, api_key

    def entries(self, after: str, most: int) -> tuple[BankEntry, ...]:
        """Return the lines after the cursor."""
        query = urlencode({"after": after, "size": most})
        headers = {wire.KEY: self._key}
        page = transport.get(
            self._client, f"{wire.CREDITS}?{query}", wire.Credits, headers
        )
        return tuple(_entry(credit) for credit in page.credits)

    def read_notice(self, notice: RawNotice, now: datetime) -> BankEntry:
        """Return the line of a push; compared in constant time (PAY-3)."""
        wanted = hmac.new(self._key.encode(), notice.body, hashlib.sha256).hexdigest()
        given = notice.headers.get(wire.SIGNATURE, "")
        if not hmac.compare_digest(wanted.encode(), given.encode()):
            raise NoticeRefused(NoticeFault.SIGNATURE)
        try:
            credit = wire.Credit.model_validate_json(notice.body)
        except ValidationError:
            raise NoticeRefused(NoticeFault.MALFORMED) from None
        if credit.at.tzinfo is None or credit.at > now + AHEAD:
            raise NoticeRefused(NoticeFault.CLOCK)
        return _entry(credit)


def _entry(credit: wire.Credit) -> BankEntry:
    return BankEntry(**credit.model_dump())
