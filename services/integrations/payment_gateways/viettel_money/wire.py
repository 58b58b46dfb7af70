"""The words of Viettel Money (ViettelPay); signed as values joined by nothing."""

import base64
import hashlib
import hmac
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

PAY = "PaymentGateway/payment"  # a page: the browser goes there itself
ASK = "PaymentAPI/webresources/postData"
VERSION = "2.0"
PAYMENT, INQUIRY, REFUND = "PAYMENT", "TRANS_INQUIRY", "REFUND_PAYMENT"
REPORT = "TRANS_REPORT"  # sandbox contract

# A code comes as "00" from one release and as 0 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]
Millis = Annotated[int, Field(ge=0, le=4_102_444_800_000)]  # until the year 2100


def sign(key: str, *values: object) -> str:
    """Return the base64 HMAC-SHA1 over the values in this order."""
    text = "".join(str(value) for value in values)
    digest = hmac.new(key.encode(), text.encode(), hashlib.sha1)
    return base64.b64encode(digest.digest()).decode()


class Asked(BaseModel):
    """What every question carries."""

    cmd: str
    version: str = VERSION
    merchant_code: str
    check_sum: str


class InquiryAsked(Asked):
    """What became of an order?"""

    order_id: str


class RefundAsked(Asked):
    """Money back; order_id is the refund's own number."""

    order_id: str
    original_request_id: str = Field(serialization_alias="originalRequestId")
    refund_type: str = Field(serialization_alias="refundType")  # 0 whole, 1 a part
    trans_amount: int
    trans_content: str


class ReportAsked(Asked):
    """The ledger of one local day, as yyyy-MM-dd (sandbox contract)."""

    day: str


class Answer(BaseModel):
    """What every answer carries."""

    model_config = ConfigDict(hide_input_in_errors=True)
    error_code: Code
    error_msg: str = ""
    order_id: str = ""


class InquiryAnswer(Answer):
    """The order as Viettel knows it."""

    payment_status: Code = ""
    trans_amount: int | None = None
    vt_transaction_id: Code = ""
    trans_error_code: Code = ""  # of the payment; error_code is of the question


class RefundAnswer(Answer):
    """The refund as Viettel knows it."""

    vt_transaction_id: Code = ""


class Line(BaseModel):
    """One line of the ledger (sandbox contract)."""

    model_config = ConfigDict(hide_input_in_errors=True)
    order_id: str
    vt_transaction_id: Code
    trans_amount: int = Field(ge=0)
    payment_status: Code
    refunded: int = Field(ge=0)
    at: Millis


class ReportAnswer(Answer):
    """The ledger (sandbox contract)."""

    transactions: list[Line] = Field(default_factory=list)
