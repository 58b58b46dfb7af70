"""What a person sees of the notices."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.accounts.channels import Channel
from services.notifications.models import DeliveryState, Sort, Subject


@dataclass(frozen=True)
class DeliveryLine:
    """How far one message got on one channel."""

    channel: Channel
    state: DeliveryState
    at: datetime | None  # sent, or last tried, or to be sent
    fault: str
    is_asked: bool


@dataclass(frozen=True)
class NoticeLine:
    """One notice; `subject` is empty for what happened to the account itself."""

    id: UUID
    sort: Sort
    subject: Subject | None
    kind: str  # of a security notice
    at: datetime
    is_unread: bool
    reference: UUID | None
    path: str
    facts: dict[str, str]
    deliveries: tuple[DeliveryLine, ...]


@dataclass(frozen=True)
class NoticePage:
    """A page of them, and what the page offers beside."""

    lines: tuple[NoticeLine, ...]
    page: int
    total: int
    counts: dict[Sort, int]  # whatever the filter
    unread: int
    muted: frozenset[Sort]
    channels: tuple[Channel, ...]  # outside ones that reach the person
