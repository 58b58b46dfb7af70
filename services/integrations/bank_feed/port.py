"""What the portal reads of the banks that hold the beneficiary accounts (SBX)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from services.integrations.payment_gateways.port import RawNotice


@dataclass(frozen=True)
class BankEntry:
    """One line of credit; `cursor` leads to the next."""

    cursor: str
    reference: str  # the bank's number, the same however often it is told
    account: str
    amount: int  # đồng
    words: str  # text of the transfer, as the payer's bank passed it on
    at: datetime


class BankFeed(Protocol):
    """Reads credits; raises SystemUnavailable when the bank does not answer."""

    def entries(self, after: str, most: int) -> tuple[BankEntry, ...]:
        """Return the lines after the cursor, the oldest first."""

    def read_notice(self, notice: RawNotice, now: datetime) -> BankEntry:
        """Return the line a genuine push tells of. Raises NoticeRefused."""
