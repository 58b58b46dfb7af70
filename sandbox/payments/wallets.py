"""What the wallets of the sandbox do alike: reading, comparing, writing moments."""

import hmac
import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from starlette.requests import Request

from sandbox.payments.ledger import Order
from sandbox.payments.pages import page_of


async def read_json(request: Request) -> dict[str, Any] | None:
    """Return the posted object, or None for anything else; Any: JSON."""
    try:
        read = json.loads(await request.body())
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def is_same(wanted: str, given: object) -> bool:
    """Compare two signatures in constant time."""
    return hmac.compare_digest(wanted.encode(), str(given).encode())


def pay_url(request: Request, order: Order) -> str:
    """Return the whole address of an order's page, as the asker reached us."""
    return f"{str(request.base_url).rstrip('/')}{page_of(order)}"


def with_query(address: str, query: str) -> str:
    """Return the address with these fields added."""
    parts = urlsplit(address)
    joined = "&".join(filter(None, (parts.query, query)))
    return urlunsplit(parts._replace(query=joined))


def millis(moment: str) -> int:
    """Return a moment of the ledger in milliseconds."""
    return int(datetime.fromisoformat(moment).timestamp() * 1000)
