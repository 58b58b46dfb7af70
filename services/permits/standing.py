"""Where a permit stands with the ministry, as an officer reads it (O10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.outbox.models import MessageState, OutboxMessage
from services.permits.models import PermitVersion
from services.permits.records import Record, key_of_theirs


class Standing(StrEnum):
    """The states of O10; `is_edited` stands beside them."""

    DRAFT = "draft"  # nháp: nothing was sent yet
    WAITING = "waiting"  # chờ gửi
    SENT = "sent"  # đã gửi lúc …, not answered yet
    RECEIVED = "received"  # đã nhận
    RETURNED = "returned"  # bị trả lại
    UNREACHED = "unreached"  # three days without an answer
    CLOSED = "closed"  # by two persons: it is not sent


STUCK = {
    MessageState.REFUSED: Standing.RETURNED,
    MessageState.DEAD: Standing.UNREACHED,
    MessageState.CLOSED: Standing.CLOSED,
}


@dataclass(frozen=True)
class PermitStanding:
    """What became of what was sent."""

    standing: Standing = Standing.DRAFT
    is_edited: bool = False  # changed after it was sent
    at: datetime | None = None
    their_number: str = ""
    words: str = ""  # theirs, or the name of what is missing here
    is_missing: bool = False  # `words` names a field we could not fill
    key: str = ""  # of our field that the words are about


def standing_of(
    record: Record,
    versions: Sequence[PermitVersion],
    message: OutboxMessage | None,
    is_typed_on: bool,
) -> PermitStanding:
    """Return it; `versions` are the latest first, `is_typed_on`: not saved since."""
    received = next((one for one in versions if one.received_at), None)
    if message is None:
        return PermitStanding()
    was_sent = next((one for one in versions if one.sent_at), None)
    edited = is_typed_on or (bool(versions) and versions[0] is not was_sent)
    number = received.their_number if received else ""
    if message.state is MessageState.DELIVERED:
        return PermitStanding(
            Standing.RECEIVED, edited, message.settled_at, message.their_reference
        )
    if message.state is MessageState.WAITING:
        tried = message.tries > 0
        return PermitStanding(
            Standing.SENT if tried else Standing.WAITING,
            edited,
            message.first_try_at if tried else message.written_at,
            number,
        )
    words = message.answer or message.answer_code
    return PermitStanding(
        STUCK[message.state],
        edited,
        message.settled_at,
        number,
        words,
        message.answer_code == "incomplete",
        key_of_theirs(record, words),
    )
