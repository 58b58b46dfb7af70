"""What gateways of signed fields do alike: hashes, moments, fields given once."""

import hmac
from datetime import datetime
from urllib.parse import parse_qsl

from services.core.clock import ZONE, local
from services.core.text import strip_marks
from services.integrations.payment_gateways.port import NoticeFault, NoticeRefused
from services.integrations.payment_gateways.reading import AHEAD, MOST_FIELDS

STAMP = "%Y%m%d%H%M%S"  # on the province's clock, without an offset
DAY = "%Y%m%d"
STAMP_SIGNS = 14


def keyed(secret: str, text: str, digest: str) -> str:
    """Return the keyed hash of a text as lower hex."""
    return hmac.new(secret.encode(), text.encode(), digest).hexdigest()


def stamp(moment: datetime) -> str:
    """Return a moment as yyyyMMddHHmmss, GMT+7."""
    return f"{local(moment):{STAMP}}"


def moment_of(text: str) -> datetime | None:
    """Return the moment that was meant; None when it is not written so."""
    if len(text) != STAMP_SIGNS or not (text.isascii() and text.isdigit()):
        return None
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=ZONE)
    except ValueError:
        return None


def past_moment(text: str, now: datetime) -> datetime:
    """Return the moment of a notice; one from the future is refused.

    An old one is not: a success that comes days late still counts (PAY-5).
    """
    moment = moment_of(text)
    if moment is None:
        raise NoticeRefused(NoticeFault.MALFORMED)
    if moment > now + AHEAD:
        raise NoticeRefused(NoticeFault.CLOCK)
    return moment


def bare(text: str, most: int) -> str:
    """Return the words without accents, of plain signs only."""
    plain = strip_marks(text)
    kept = "".join(c if c.isascii() and c.isprintable() else " " for c in plain)
    return " ".join(kept.split())[:most].rstrip()


def fields_of(query: str) -> dict[str, str]:
    """Return the fields of an address; one given twice is refused."""
    try:
        pairs = parse_qsl(
            query,
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise NoticeRefused(NoticeFault.MALFORMED) from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NoticeRefused(NoticeFault.MALFORMED)
    return fields
