"""What the counter keeps: walk-in people, drafts typed there, queue tickets."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class Purpose(StrEnum):
    """Why an officer looks a person up; asked each time and written down (AL-3)."""

    OWN_DOSSIER = "own_dossier"  # the person stands at the counter
    FOR_ANOTHER = "for_another"  # of whom somebody else hands a dossier in
    BY_POST = "by_post"  # whose papers came by post


class PersonSource(StrEnum):
    """Where what is known of a person came from."""

    ACCOUNT = "account"
    POPULATION = "population"
    NOBODY = "nobody"  # found nowhere: typed by hand
    DOWN = "down"  # the system did not answer: typed by hand, verified later


class Consent(StrEnum):
    """How the person in front of the officer agreed; it stands for the pledge."""

    SCREEN = "screen"  # ‹Đồng ý› and a signature on the citizen screen
    PAPER = "paper"  # signed on paper, says the officer


class PersonAsked(Table, table=True):
    """A look-up of a person at the counter, counted to slow a curious officer."""

    __table_args__ = (Index(None, "officer_id", "at"),)
    officer_id: UUID = Field(foreign_key="account.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    at: datetime
    purpose: Purpose = choice(Purpose)
    source: PersonSource = choice(PersonSource, PersonSource.NOBODY)
    number_key: str = ""  # keyed hash of the number, never the number
    facts_key: str = ""  # keyed hash of number, name and birth date, as vouched for


class WalkIn(Table, table=True):
    """A person who filed at the counter without an account (ADR 21)."""

    account_id: UUID = Field(foreign_key="account.id", unique=True)
    waiting_for: str = Field(default="", index=True)  # keyed hash of their number
    agency_id: UUID = Field(foreign_key="agency.id")
    # Nobody, when another portal handed the dossier over.
    made_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    made_at: datetime
    adopted_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    adopted_at: datetime | None = None


class CounterCase(Table, table=True):
    """A draft at the counter: the person's consent, what is to be verified."""

    __table_args__ = (Index(None, "screen_hash"), Index(None, "pair_hash"))
    dossier_id: UUID = Field(foreign_key="dossier.id", unique=True)
    agency_id: UUID = Field(foreign_key="agency.id")
    opened_by_id: UUID = Field(foreign_key="account.id")
    opened_at: datetime
    is_carried: bool = False  # the person's own draft, opened by its key (N11)
    batch_id: UUID | None = Field(default=None, index=True)  # taken in together
    ticket_id: UUID | None = Field(default=None, foreign_key="queue_ticket.id")
    to_verify: list[str] = json_column(list)  # typed by hand while systems were down
    verified_at: datetime | None = None
    differences: list[str] = json_column(list)  # fields the register has otherwise
    pair_hash: str = ""  # of the pairing code of the citizen screen
    screen_hash: str = ""  # of the key the tablet holds
    screen_until: datetime | None = None
    shown_version: int = 0  # what the person agreed to: the version on the screen
    consent: Consent | None = choice(Consent, nullable=True)
    consented_at: datetime | None = None
    signature_file_id: UUID | None = None


class CounterPaper(Table, table=True):
    """What lies on the counter of one component: originals, certified, plain."""

    __table_args__ = (Index(None, "dossier_id", "component_code", unique=True),)
    dossier_id: UUID = Field(foreign_key="dossier.id")
    component_code: str
    originals: int = 0
    certified: int = 0
    plain: int = 0
    is_compared: bool = False  # with the original, or the paper of the vault opened
    opened: dict[str, str] = json_column(dict)  # file → officer who opened it last
    by_id: UUID = Field(foreign_key="account.id")
    at: datetime


class TicketState(StrEnum):
    """A ticket waits, is called, and is done with."""

    WAITING = "waiting"
    CALLED = "called"
    SERVED = "served"
    ABSENT = "absent"  # called, and nobody came


class QueueTicket(Table, table=True):
    """A number of the queue (số thứ tự), without gaps per unit and day."""

    __table_args__ = (
        Index(None, "agency_id", "day", "number", unique=True),
        Index(None, "agency_id", "day", "state"),
    )
    agency_id: UUID = Field(foreign_key="agency.id")
    day: date
    number: int
    business: str = ""  # code of a sector; empty: anything
    dossier_id: UUID | None = Field(default=None, foreign_key="dossier.id")
    state: TicketState = choice(TicketState, TicketState.WAITING)
    taken_at: datetime
    called_at: datetime | None = None
    called_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    ended_at: datetime | None = None


class TicketCounter(Table, table=True):
    """The last number given out per unit and day."""

    __table_args__ = (Index(None, "agency_id", "day", unique=True),)
    agency_id: UUID = Field(foreign_key="agency.id")
    day: date
    last: int
