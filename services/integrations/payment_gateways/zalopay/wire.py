"""The words of ZaloPay v2; signed as values joined by `|`."""

import hashlib
import hmac
import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

CREATE, QUERY = "v2/create", "v2/query"
REFUND, REFUND_QUERY = "v2/refund", "v2/query_refund"
REPORT = "v2/report"  # sandbox contract
NO_ITEMS = "[]"
Millis = Annotated[int, Field(ge=0, le=4_102_444_800_000)]  # until the year 2100


def sign(key: str, *values: object) -> str:
    """Return the lower-case hex HMAC-SHA256 over the values in this order."""
    text = "|".join(str(value) for value in values)
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def embedded(return_url: str) -> str:
    """Return embed_data: where the browser comes back to."""
    return json.dumps({"redirecturl": return_url}, separators=(",", ":"))


class CreateAsked(BaseModel):
    """An order; app_time is in milliseconds."""

    app_id: int
    app_user: str
    app_trans_id: str
    app_time: int
    amount: int
    item: str = NO_ITEMS
    embed_data: str
    description: str
    bank_code: str = ""
    callback_url: str
    expire_duration_seconds: int
    mac: str


class QueryAsked(BaseModel):
    """What became of an order?"""

    app_id: int
    app_trans_id: str
    mac: str


class RefundAsked(BaseModel):
    """Money back."""

    m_refund_id: str
    app_id: int
    zp_trans_id: str
    amount: int
    timestamp: int
    description: str
    mac: str


class RefundQueryAsked(BaseModel):
    """What became of a refund?"""

    m_refund_id: str
    app_id: int
    timestamp: int
    mac: str


class ReportAsked(BaseModel):
    """The ledger of one local day, as yyyy-MM-dd (sandbox contract)."""

    app_id: int
    day: str
    timestamp: int
    mac: str


class Answer(BaseModel):
    """What every answer carries; codes come as numbers and as text."""

    model_config = ConfigDict(hide_input_in_errors=True)
    return_code: int
    return_message: str = ""
    sub_return_code: int = 0
    sub_return_message: str = ""


class CreateAnswer(Answer):
    """Where the person pays."""

    order_url: str = ""
    zp_trans_token: str = ""


class QueryAnswer(Answer):
    """The order as ZaloPay knows it."""

    is_processing: bool = False
    amount: int | None = None
    zp_trans_id: int = 0
    server_time: Millis = 0


class RefundAnswer(Answer):
    """The refund as ZaloPay knows it."""

    refund_id: int = 0


class Line(BaseModel):
    """One line of the ledger (sandbox contract)."""

    model_config = ConfigDict(hide_input_in_errors=True)
    app_trans_id: str
    zp_trans_id: int
    amount: int = Field(ge=0)
    return_code: int
    refunded: int = Field(ge=0)
    server_time: Millis


class ReportAnswer(Answer):
    """The ledger (sandbox contract)."""

    transactions: list[Line] = Field(default_factory=list)
