"""Reading a wallet's notice: each field once, each value plain, each moment possible."""

import hmac
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

from services.integrations.payment_gateways.port import (
    NoticeFault,
    NoticeRefused,
    RawNotice,
)

AHEAD = timedelta(minutes=10)  # how far their clock may run before ours
OLDEST = datetime(2020, 1, 1, tzinfo=UTC)  # a moment before it was never one of ours
WHOLE = re.compile(r"-?[0-9]{1,15}")
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 60


class NotFlat(ValueError):
    """The message is not one flat object of plain values."""


def posted(notice: RawNotice) -> dict[str, str]:
    """Return the fields of a posted message, JSON or form, as text.

    A field that comes twice would be read one way by them and another by us.
    """
    if notice.method != "POST":
        raise NoticeRefused(NoticeFault.MALFORMED)
    try:
        text = notice.body.decode()
        is_form = notice.content_type.split(";")[0].strip().lower() == FORM
        return _form(text) if is_form else flat(text)
    except ValueError:
        raise NoticeRefused(NoticeFault.MALFORMED) from None


def flat(text: str) -> dict[str, str]:
    """Return a flat JSON object as text; raises ValueError for anything else."""
    try:
        read = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError:
        raise NotFlat from None
    if not isinstance(read, dict):
        raise NotFlat
    return {name: _plain(value) for name, value in read.items()}


def check_signature(wanted: str, given: str) -> None:
    """Compare in constant time; upper and lower hex are the same (PAY-3)."""
    if not hmac.compare_digest(wanted.encode(), given.encode(errors="replace")):
        raise NoticeRefused(NoticeFault.SIGNATURE)


def whole(text: str) -> int:
    """Return a whole number, or refuse the notice."""
    if not WHOLE.fullmatch(text):
        raise NoticeRefused(NoticeFault.MALFORMED)
    return int(text)


def money(text: str) -> int:
    """Return an amount above zero, or refuse the notice."""
    amount = whole(text)
    if amount <= 0:
        raise NoticeRefused(NoticeFault.MALFORMED)
    return amount


def moment(milliseconds: str, now: datetime) -> datetime:
    """Return a moment that can have been; a late notice is as good as any (PAY-5)."""
    told = whole(milliseconds)
    if told > (now + AHEAD).timestamp() * 1000 or told < OLDEST.timestamp() * 1000:
        raise NoticeRefused(NoticeFault.CLOCK)
    return datetime.fromtimestamp(told / 1000, UTC)


def _form(text: str) -> dict[str, str]:
    pairs = parse_qsl(
        text, keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS
    )
    return {name: str(value) for name, value in _once(pairs).items()}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Any: what JSON holds.
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotFlat
    return found


def _plain(value: object) -> str:
    """Return 0 and "0" alike; what is neither text nor whole is refused."""
    if isinstance(value, str):
        value.encode()  # half a sign is no text: a ValueError as well
        return value
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise NotFlat


def _refuse(constant: str) -> None:
    raise NotFlat(constant)
