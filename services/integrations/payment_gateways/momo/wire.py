"""The words of MoMo v2; signed as `name=value` pairs in the order of the contract."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

BASE = "v2/gateway/api"
CREATE, QUERY, REFUND = f"{BASE}/create", f"{BASE}/query", f"{BASE}/refund"
REPORT = f"{BASE}/report"  # sandbox contract
# What each message signs; accessKey is never sent, only signed.
CREATE_SIGNS = [
    "accessKey",
    "amount",
    "extraData",
    "ipnUrl",
    "orderId",
    "orderInfo",
    "partnerCode",
    "redirectUrl",
    "requestId",
    "requestType",
]
NOTICE_SIGNS = [
    "accessKey",
    "amount",
    "extraData",
    "message",
    "orderId",
    "orderInfo",
    "orderType",
    "partnerCode",
    "payType",
    "requestId",
    "responseTime",
    "resultCode",
    "transId",
]
QUERY_SIGNS = ["accessKey", "orderId", "partnerCode", "requestId"]
REFUND_SIGNS = [
    "accessKey",
    "amount",
    "description",
    "orderId",
    "partnerCode",
    "requestId",
    "transId",
]
REPORT_SIGNS = ["accessKey", "day", "partnerCode", "requestId"]

Millis = Annotated[int, Field(ge=0, le=4_102_444_800_000)]  # until the year 2100


def sign(
    names: list[str], values: Mapping[str, object], access: str, secret: str
) -> str:
    """Return the lower-case hex HMAC-SHA256 over the named values."""
    known = {**values, "accessKey": access}
    text = "&".join(f"{name}={known.get(name, '')}" for name in names)
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


class Asked(BaseModel):
    """What every question carries."""

    partnerCode: str
    requestId: str
    lang: str = "vi"
    signature: str = ""


class CreateAsked(Asked):
    """An order; the same requestId is the same order."""

    amount: int
    orderId: str
    orderInfo: str
    redirectUrl: str
    ipnUrl: str
    requestType: str = "captureWallet"
    extraData: str = ""  # base64; we need nothing back
    orderExpireTime: int  # minutes


class QueryAsked(Asked):
    """What became of an order?"""

    orderId: str


class RefundAsked(Asked):
    """Money back; orderId is the refund's own number."""

    orderId: str
    amount: int
    transId: int
    description: str


class ReportAsked(Asked):
    """The ledger of one local day, as yyyy-MM-dd (sandbox contract)."""

    day: str


class Answer(BaseModel):
    """What every answer carries; codes come as numbers and as text."""

    model_config = ConfigDict(hide_input_in_errors=True)
    resultCode: int
    message: str = ""
    orderId: str = ""
    requestId: str = ""
    responseTime: Millis = 0


class CreateAnswer(Answer):
    """Where the person pays."""

    payUrl: str = ""


class QueryAnswer(Answer):
    """The order as MoMo knows it."""

    amount: int | None = None
    transId: int = 0


class RefundAnswer(Answer):
    """The refund as MoMo knows it."""

    transId: int = 0


class Line(BaseModel):
    """One line of the ledger (sandbox contract)."""

    model_config = ConfigDict(hide_input_in_errors=True)
    orderId: str
    transId: int
    amount: int = Field(ge=0)
    resultCode: int
    refunded: int = Field(ge=0)
    responseTime: Millis


class ReportAnswer(Answer):
    """The ledger (sandbox contract)."""

    transactions: list[Line] = Field(default_factory=list)
