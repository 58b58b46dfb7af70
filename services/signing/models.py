"""What was asked of a signing service, and what became of each document."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class SigningWay(StrEnum):
    """Where the signer's key is."""

    SMART_CA = "smart_ca"  # remote: a push to the phone
    USB = "usb"  # USB token, by the program on the signer's own machine


class SigningState(StrEnum):
    """Where a request stands. The first three are open."""

    ASKED = "asked"  # ours alone: nothing has left yet, or its answer is not known
    WAITING = "waiting"  # on the phone, or at the window of the signing program
    KEPT = "kept"  # the service is down: asked again by a job
    SIGNED = "signed"
    REFUSED = "refused"
    EXPIRED = "expired"
    FAILED = "failed"  # certificate or signature does not hold


OPEN = (SigningState.ASKED, SigningState.WAITING, SigningState.KEPT)


class SigningBatch(Table, table=True):
    """One press of one signer. Its id is the transaction id, so it is used once."""

    __table_args__ = (
        Index(None, "officer_id", "intent", unique=True),
        Index(
            "ix_signing_batch_open",
            "state",
            postgresql_where=text("state in ('asked', 'waiting', 'kept')"),
        ),
    )
    officer_id: UUID = Field(foreign_key="account.id")
    agency_id: UUID = Field(foreign_key="agency.id")
    way: SigningWay = choice(SigningWay)
    state: SigningState = choice(SigningState, SigningState.ASKED)
    intent: str  # the press
    user: str  # personal number of the signer
    signer_name: str
    signer_title: str = ""
    opinion: str = ""
    certificate: str = ""  # DER in base64, of whom the signature was asked
    chain: list[str] = json_column(list)
    held_as: str = ""  # the service's own name of the certificate
    reference: str = ""  # by which the service knows it
    code_to_compare: str = ""
    fault: str = ""  # key of a sentence
    asked_at: datetime
    sent_at: datetime | None = None  # written before it is sent
    until: datetime | None = None
    ended_at: datetime | None = None
    follows_id: UUID | None = None  # the batch whose request got lost


class SigningItem(Table, table=True):
    """One document of a batch; at most one open, and one signed, for a result."""

    __table_args__ = (
        Index(
            "uq_signing_item_open",
            "result_id",
            unique=True,
            postgresql_where=text("state in ('asked', 'waiting', 'kept')"),
        ),
        Index(
            "uq_signing_item_signed",
            "result_id",
            unique=True,
            postgresql_where=text("state = 'signed'"),
        ),
    )
    batch_id: UUID = Field(foreign_key="signing_batch.id", index=True)
    result_id: UUID = Field(foreign_key="result.id")
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    version: int  # of the dossier, as its signer saw it
    state: SigningState = choice(SigningState, SigningState.ASKED)
    fault: str = ""
    digest: str = ""  # hex: all that leaves
    document_digest: str = ""  # hex, over the PDF but for the signature
    attributes: str = ""  # signed attributes, DER in base64
    region_start: int = 0
    region_end: int = 0
    ended_at: datetime | None = None

    @property
    def key(self) -> str:
        """Return where the prepared PDF lies in the store."""
        return f"signing/{self.id}"


class SignerNumber(Table, table=True):
    """The personal number by which an officer's certificate is found."""

    account_id: UUID = Field(foreign_key="account.id", unique=True)
    number: str
    told_at: datetime
