"""Which request a personal link opens: what a page listens to before it reads it."""

from uuid import UUID

from services.payments.queries import by_key
from services.work import Work


def find_request(work: Work, key: str) -> UUID:
    """Return the request of this link. Raises NotFound."""
    return by_key(work, key).id
