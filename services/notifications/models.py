"""What people are told about their dossiers, and how far each message got."""

import secrets
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column

# Read aloud and typed from a paper without a mistake: no 0/o, 1/i/l.
LINK_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
LINK_LENGTH = 10


def new_link() -> str:
    """Return the short name of a message's address; it opens nothing by itself."""
    return "".join(secrets.choice(LINK_LETTERS) for _ in range(LINK_LENGTH))


class Sort(StrEnum):
    """The four kinds of C24; ‹cần làm› is never muted."""

    TO_DO = "to_do"
    PROGRESS = "progress"
    RESULT = "result"
    SYSTEM = "system"


class Subject(StrEnum):
    """What happened; each has its texts per channel in texts.toml."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    REFUSED = "refused"
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENT_DUE = "supplement_due"
    SUPPLEMENT_RECEIVED = "supplement_received"
    PROCESSING = "processing"
    RESULT_READY = "result_ready"
    RETURNED = "returned"
    RESULT_UNCLAIMED = "result_unclaimed"  # ready, and nobody came for it
    RESULT_CORRECTED = "result_corrected"  # the one before is no longer in force
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    SUSPENDED = "suspended"  # the office itself has to wait
    RESUMED = "resumed"
    EXTENDED = "extended"  # with an apology and a new date
    APOLOGISED = "apologised"  # the result came late, and is ready
    TRANSFERRED = "transferred"  # to the right unit
    MESSAGE = "message"  # the office wrote
    COSIGN_ASKED = "cosign_asked"
    COSIGNED = "cosigned"
    LATE = "late"  # a promise about to be missed, or missed
    PROMISE_MOVED = "promise_moved"  # a day became free after the promise
    PAPER_EXPIRING = "paper_expiring"
    PAPER_USED = "paper_used"
    PAPER_MENDED = "paper_mended"  # a correction the person asked for
    CORRECTION_DECLINED = "correction_declined"
    DRAFT_EXPIRING = "draft_expiring"
    PAYMENT_DUE = "payment_due"
    PAID = "paid"
    PAID_FILED = "paid_filed"  # paid first, then filed by itself
    PAID_NOT_FILED = "paid_not_filed"  # paid first, and something stands in the way
    PAYMENT_HELD = "payment_held"  # money came, but not as asked
    PAYMENT_TWICE = "payment_twice"  # came twice: one of them goes back
    REFUNDED = "refunded"
    REFUND_DECLINED = "refund_declined"
    POST_PRICED = "post_priced"
    POST_AGAIN = "post_again"  # ordered anew, perhaps to another address
    POST_TO_COUNTER = "post_to_counter"  # to be fetched or brought instead
    HANDED_OVER = "handed_over"  # a ministry's system has taken it
    HAND_OVER_FAILED = "hand_over_failed"


class DeliveryState(StrEnum):
    """How far one message got on one channel."""

    RESERVE = "reserve"  # its turn comes if the channel before it fails
    WAITING = "waiting"
    SENT = "sent"  # the carrier has taken it over
    DELIVERED = "delivered"  # it is known to be there
    FAILED = "failed"
    SKIPPED = "skipped"  # another channel was enough, or the person muted the kind


class Notification(Table, table=True):
    """One thing told to one person; `key` makes telling it twice impossible."""

    __table_args__ = (
        Index(None, "account_id", "key", unique=True),
        Index(None, "account_id", "at"),
        Index(
            "ix_notification_unread",
            "account_id",
            postgresql_where=text("read_at is null"),
        ),
    )
    account_id: UUID = Field(foreign_key="account.id")
    key: str
    subject: Subject = choice(Subject)
    at: datetime
    reference: UUID | None = Field(default=None, index=True)  # dossier, document …
    path: str  # where acting on it happens, inside the portal
    facts: dict[str, str] = json_column(dict)
    read_at: datetime | None = None
    link: str = Field(default_factory=new_link, unique=True)  # /m/{link}


class NotificationDelivery(Table, table=True):
    """One message on one channel. Its id is the request id, so retries send once."""

    __table_args__ = (Index(None, "notification_id", "position", unique=True),)
    notification_id: UUID = Field(foreign_key="notification.id")
    channel: str  # of services/accounts/channels.py
    position: int  # in the person's order; what was asked for again comes last
    state: DeliveryState = choice(DeliveryState)
    tries: int = 0
    not_before: datetime | None = None  # quiet hours
    tried_at: datetime | None = None
    sent_at: datetime | None = None
    fault: str = ""  # code of the carrier, or “unavailable”
    is_asked: bool = False  # the person wanted it sent again
    asked_at: datetime


class MutedSort(Table, table=True):
    """A kind of news a person does not want sent; it is still to be read."""

    __table_args__ = (Index(None, "account_id", "sort", unique=True),)
    account_id: UUID = Field(foreign_key="account.id")
    sort: Sort = choice(Sort)


class ZaloToken(Table, table=True):
    """The keys of the province's account at Zalo; a refresh token works once.

    `refreshing_until` lets one worker refresh, without a lock held meanwhile.
    """

    app_id: str = Field(unique=True)
    seed: str  # keyed hash of the configured token this line of tokens began with
    access_token: str  # sealed
    refresh_token: str  # sealed
    expires_at: datetime
    refreshed_at: datetime | None = None
    refreshing_until: datetime | None = None
    fault: str = ""  # why the last refresh failed for good
