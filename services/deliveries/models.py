"""A journey by post: the papers to the unit, or the result to the person."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from services.core.table import Table, choice


class Leg(StrEnum):
    """The two ways papers travel (contracts 5.10)."""

    COLLECT = "collect"  # nhận hồ sơ, from the person's home to the unit
    RESULT = "result"  # trả kết quả, from the unit to the person


class PostalState(StrEnum):
    """How far a journey got; the post's own numbers stay in the adapter."""

    NONE = "none"  # not ordered yet
    REGISTERED = "registered"
    COLLECTING = "collecting"  # on its way, from the first hand to the last
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class PartOfDay(StrEnum):
    """When the post comes."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class Trouble(StrEnum):
    """Why a journey needs somebody at the desk."""

    NONE = ""
    REFUSED = "refused"  # the post does not take the order
    SILENT = "silent"  # the post was asked several times and did not answer
    MISSED = "missed"  # the post came and met nobody; it comes again by itself
    RETURNED = "returned"  # the parcel is back where it came from


class PostalDelivery(Table, table=True):
    """One leg of one dossier, as it was asked for at submission.

    Who and where are frozen, unless an officer corrects them; fee, order and parcel
    are the post's, and come later.
    """

    __table_args__ = (
        Index(None, "dossier_id", "leg", unique=True),
        Index(None, "state", "created_at"),
        Index(
            "ix_postal_delivery_trouble",
            "trouble_at",
            postgresql_where=text("trouble <> ''"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id")
    leg: Leg = choice(Leg)
    order_number: str = Field(unique=True)  # the same order twice is one order
    person_name: str
    person_phone: str
    person_address: str
    person_commune: str = ""  # code of the commune
    unit_name: str
    unit_phone: str = ""
    unit_address: str = ""
    pickup_day: date | None = None
    pickup_part: str = ""  # PartOfDay, of a collection
    fee: int | None = Field(default=None, sa_type=BigInteger)  # đồng; None: not told
    state: PostalState = choice(PostalState, PostalState.NONE)
    parcel: str = ""  # the post's number of the parcel (ItemCode)
    last_word: str = ""  # what the post said last, in its own words
    last_event_at: datetime | None = None
    # Of the same moment the later number counts: what is older changes nothing.
    last_event_id: str = Field(default="", sa_column_kwargs={"server_default": ""})
    refusal: str = ""  # why the post did not take the order
    trouble: Trouble = choice(
        Trouble, Trouble.NONE, sa_column_kwargs={"server_default": ""}
    )
    trouble_at: datetime | None = None
    tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    # Which order this is: the number of a later one differs.
    attempt: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    # Where to go instead: the journey was given up for a counter.
    counter: str = Field(default="", sa_column_kwargs={"server_default": ""})
    created_at: datetime
    ordered_at: datetime | None = None


class PostCursor(Table, table=True):
    """How far the tracking of the post was read."""

    name: str = Field(unique=True)
    last_id: str
    read_at: datetime


class PostEvent(Table, table=True):
    """A line of the tracking the post pushed to us, as it came (OB-10)."""

    __table_args__ = (
        Index(None, "received_at"),
        Index(
            "ix_post_event_parked",
            "order_number",
            postgresql_where=text("is_parked"),
        ),
    )
    their_id: str = Field(unique=True)  # pushed again, it is the same line
    order_number: str
    at: datetime
    received_at: datetime
    parcel: str = ""
    stage: str
    words: str = ""
    raw: str  # JSON in their words; it names nobody
    is_parked: bool = False  # of a journey we do not know: looked at again later


class PostalQuote(Table, table=True):
    """The price of a journey from one commune to another, as the post told it."""

    journey: str = Field(unique=True)
    fee: int = Field(sa_type=BigInteger)  # đồng
    quoted_at: datetime
