"""What the signing page draws, and what a press asks for: plain values, no rows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.signing.models import SigningState, SigningWay


@dataclass(frozen=True)
class ToSign:
    """A dossier as its approver saw it."""

    code: str
    version: int


@dataclass(frozen=True)
class SigningAsk:
    """One press: which results, how, and the press itself."""

    documents: tuple[ToSign, ...]
    way: SigningWay
    intent: str
    opinion: str = ""


@dataclass(frozen=True)
class ItemView:
    """One document of a batch, and how it stands."""

    id: UUID
    code: str
    number: str
    state: SigningState
    fault: str
    digest: str


@dataclass(frozen=True)
class BatchView:
    """Where a press stands."""

    id: UUID
    way: SigningWay
    state: SigningState
    code_to_compare: str
    fault: str
    until: datetime | None
    certificate: str
    items: tuple[ItemView, ...]
    is_open: bool
