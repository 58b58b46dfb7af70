"""The words of VNPAY 2.1.0, and how a gateway of the same shape differs."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus

from pydantic import BaseModel, ConfigDict

from services.integrations.payment_gateways.port import Failure, Verdict

OK, UNFINISHED, NO_ORDER, DOUBLED = "00", "01", "91", "94"
WHOLE_REFUND, PART_REFUND = "02", "03"  # TransactionType; 01 is a payment
FAILURES = {
    "09": Failure.NOT_REGISTERED,
    "10": Failure.OTP,  # identity wrong three times
    "11": Failure.TIMEOUT,
    "12": Failure.LOCKED,
    "13": Failure.OTP,
    "24": Failure.CANCELLED,
    "51": Failure.FUNDS,
    "65": Failure.LIMIT,
    "75": Failure.MAINTENANCE,
    "79": Failure.OTP,  # payment password wrong too often
}
HELD = "07"  # the money was taken, and is looked into
ANSWERS = {
    Verdict.OK: ("00", "Confirm Success"),
    Verdict.NOT_FOUND: ("01", "Order not found"),
    Verdict.ALREADY: ("02", "Order already confirmed"),
    Verdict.BAD_AMOUNT: ("04", "Invalid amount"),
    Verdict.BAD_SIGNATURE: ("97", "Invalid signature"),
    Verdict.OTHER: ("99", "Unknown error"),
}
# What is hashed of each JSON message, in this order (the vendor's guide).
HASHED = {
    "querydr": (
        "RequestId Version Command Merchant Order TransactionDate CreateDate "
        "IpAddr OrderInfo"
    ),
    "refund": (
        "RequestId Version Command Merchant TransactionType Order Amount "
        "TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo"
    ),
    "report": "RequestId Version Command Merchant ReportDate CreateDate IpAddr",
}
_REFUNDED = (
    "ResponseId Command ResponseCode Message Merchant Order Amount BankCode PayDate "
    "TransactionNo TransactionType TransactionStatus OrderInfo"
)
HASHED_ANSWER = {
    "querydr": f"{_REFUNDED} PromotionCode PromotionAmount",
    "refund": _REFUNDED,
    "report": "ResponseId Command ResponseCode Message Merchant ReportDate Lines",
}
LINE = "Order TransactionNo Amount TransactionStatus Refunded PayDate"
BETWEEN_LINES, BETWEEN_FACTS = ";", ","


@dataclass(frozen=True)
class Names:
    """What a gateway of this shape calls things."""

    prefix: str
    merchant: str
    order: str
    version: str
    digest: str
    scale: int  # units of its amounts in one đồng
    pay: str  # address of the page
    api: str  # address of questions and refunds
    report: str  # address of its ledger (sandbox contract)

    def field(self, word: str) -> str:
        """Return the name of a field on the wire."""
        own = {"Merchant": self.merchant, "Order": self.order}.get(word, word)
        return f"{self.prefix}{own}"

    def joined(self, words: str, fields: Mapping[str, str]) -> str:
        """Return the values that are hashed of a JSON message."""
        return "|".join(fields.get(self.field(word), "") for word in words.split())


VNPAY = Names(
    prefix="vnp_",
    merchant="TmnCode",
    order="TxnRef",
    version="2.1.0",
    digest="sha512",
    scale=100,
    pay="paymentv2/vpcpay.html",
    api="merchant_webapi/api/transaction",
    report="merchant_webapi/api/report",
)


def canonical(fields: Mapping[str, str]) -> str:
    """Return the fields sorted and URL-encoded: what an address is hashed over."""
    return "&".join(
        f"{quote_plus(name)}={quote_plus(value)}"
        for name, value in sorted(fields.items())
    )


class Message(BaseModel):
    """A question or an answer: flat fields, which the hash vouches for."""

    model_config = ConfigDict(extra="allow", hide_input_in_errors=True)

    def texts(self) -> dict[str, str]:
        """Return the fields as they are hashed."""
        told = self.__pydantic_extra__ or {}
        return {name: "" if v is None else str(v) for name, v in told.items()}
