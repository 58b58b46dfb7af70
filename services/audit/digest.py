"""What an act left behind, as a digest that tells nothing to who lacks the key."""

import hashlib
import hmac
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import Session

from services.core.keys import derive_key
from services.core.table import Table

PURPOSE = "audit-state"


def state_digest(session: Session, secret: bytes, subject_id: UUID | None) -> str:
    """Return the keyed digest of the subject's row as this act leaves it (AL-1).

    The state before is the digest of the entry before on the same subject. Only
    a row this transaction holds has one. The key keeps personal text out of the
    chain, so that erasing a row breaks nothing (AL-2).
    """
    if subject_id is None:
        return ""
    held = (row for row in [*session.new, *session.identity_map.values()])
    rows = [row for row in held if isinstance(row, Table) and row.id == subject_id]
    if not rows:
        return ""
    # Only what is loaded: reading the rest would ask the database.
    loaded = inspect(rows[0]).dict
    columns = {key: loaded[key] for key in loaded if key in type(rows[0]).model_fields}
    text = repr(sorted((key, str(value)) for key, value in columns.items()))
    key = derive_key(secret, PURPOSE)
    return hmac.new(
        key, text.encode("utf-8", "surrogatepass"), hashlib.sha256
    ).hexdigest()
