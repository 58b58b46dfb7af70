"""The fields of VNPAY and of gateways of its shape: their names and their hashes."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus

from sandbox.faults import System

# What is hashed of each JSON message, in this order.
QUERYDR = (
    "RequestId Version Command Merchant Order TransactionDate CreateDate IpAddr "
    "OrderInfo"
)
REFUND = (
    "RequestId Version Command Merchant TransactionType Order Amount TransactionNo "
    "TransactionDate CreateBy CreateDate IpAddr OrderInfo"
)
REPORT = "RequestId Version Command Merchant ReportDate CreateDate IpAddr"
REFUND_ANSWER = (
    "ResponseId Command ResponseCode Message Merchant Order Amount BankCode PayDate "
    "TransactionNo TransactionType TransactionStatus OrderInfo"
)
QUERY_ANSWER = f"{REFUND_ANSWER} PromotionCode PromotionAmount"
REPORT_ANSWER = "ResponseId Command ResponseCode Message Merchant ReportDate Lines"


@dataclass(frozen=True)
class Shape:
    """One gateway of this shape: addresses, and what it calls things."""

    system: System
    name: str
    prefix: str
    merchant: str
    order: str
    digest: str
    scale: int
    pay: str
    api: str
    report: str

    def field(self, word: str) -> str:
        """Return the name of a field on the wire."""
        own = {"Merchant": self.merchant, "Order": self.order}.get(word, word)
        return f"{self.prefix}{own}"

    def by_word(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return the fields under the words of the sandbox."""
        own = {self.merchant: "Merchant", self.order: "Order"}
        bare = {k.removeprefix(self.prefix): v for k, v in fields.items()}
        return {own.get(word, word): value for word, value in bare.items()}

    def hashed(self, secret: str, text: str) -> str:
        """Return the keyed hash of a text."""
        return hmac.new(secret.encode(), text.encode(), self.digest).hexdigest()

    def joined_hash(self, secret: str, words: str, fields: Mapping[str, str]) -> str:
        """Return the keyed hash of a JSON message."""
        values = (fields.get(self.field(word), "") for word in words.split())
        return self.hashed(secret, "|".join(values))


def canonical(fields: Mapping[str, str]) -> str:
    """Return the fields sorted and URL-encoded: what an address is hashed over."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value)}"
        for name, value in sorted(fields.items())
    )


def with_query(address: str, query: str) -> str:
    """Return the address with more behind it."""
    return f"{address}{'&' if '?' in address else '?'}{query}"


def is_same(wanted: str, given: str) -> bool:
    """Compare two hashes."""
    return hmac.compare_digest(wanted.encode(), given.encode())
