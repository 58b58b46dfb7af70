"""The words of the public post's orders (VNPost BCCI, contracts 5.10)."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

BASE = "apiVNPostNGSP/p1.0/order"
CREATE, CANCEL, QUOTE, TRACKING = f"{BASE}/post", f"{BASE}/cancel", f"{BASE}/fee", BASE
DONE, ALREADY = "100", "101"
FIRST = "0" * 24  # the cursor before the first event
MOMENT = "%d/%m/%Y %H:%M:%S"  # without an offset: the province's time

# A code comes as "100" from one release and as 100 from another.
Code = Annotated[str, BeforeValidator(lambda code: str(code).strip())]
Moment = Annotated[
    datetime, BeforeValidator(lambda text: datetime.strptime(str(text), MOMENT))  # noqa: DTZ007
]


class Answering(BaseModel):
    """A part of an answer; what is wrong with it is told without its content."""

    model_config = ConfigDict(hide_input_in_errors=True)


class OrderAsked(BaseModel):
    """An order, in flat names; District stays empty since 2025."""

    CustomerCode: str
    OrderNumber: str
    CODAmount: int = 0
    SenderProvince: int | None
    SenderDistrict: int | None = None
    SenderAddress: str
    SenderName: str
    SenderEmail: str = ""
    SenderTel: str
    SenderDesc: str = ""
    Description: str
    ReceiverName: str
    ReceiverAddress: str
    ReceiverTel: str
    ReceiverProvince: int | None
    ReceiverDistrict: int | None = None
    ReceiverEmail: str = ""
    FlagConfig: int = 2


class QuoteAsked(BaseModel):
    """What a journey would cost (sandbox contract)."""

    CustomerCode: str
    SenderProvince: int | None
    SenderCommune: str
    ReceiverProvince: int | None
    ReceiverCommune: str
    Weight: int


class Answer(Answering):
    """The post's yes or no."""

    Status: Code
    Message: str = ""


class QuoteAnswer(Answer):
    """The price in đồng, with a yes."""

    Fee: int | None = Field(default=None, ge=0)


class EventId(Answering):
    """The id of a document store, as it comes."""

    oid: str = Field(alias="$oid", pattern=r"^[0-9a-f]{24}$")


class Event(Answering):
    """One line of the tracking."""

    id: EventId = Field(alias="_id")
    CustomerCode: str
    OrderNumber: str
    EventTime: Moment
    POSID: str = ""
    ItemCode: str = ""
    StatusCode: Code
    StatusMessage: str = ""
    Notes: str | None = None


class Embedded(Answering):
    """The lines."""

    docs: tuple[Event, ...] = Field(alias="rh:doc")


class Tracking(Answering):
    """A page of lines after the cursor."""

    embedded: Embedded = Field(alias="_embedded")
