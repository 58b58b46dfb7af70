"""A second person's signature under a draft, given from their own phone (C14)."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class CosignState(StrEnum):
    """What became of an invitation.

    `void`: the draft changed after the signature. `frozen`: whoever had the link did
    not know the invited name, so nothing of the draft is shown by it any more.
    """

    ASKED = "asked"
    SIGNED = "signed"
    REFUSED = "refused"
    EXPIRED = "expired"
    VOID = "void"
    FROZEN = "frozen"


class CosignRequest(Table, table=True):
    """One invitation. The link's key is kept as a hash; what was signed, whole."""

    __table_args__ = (
        Index(
            "uq_cosign_request_dossier_id_open",
            "dossier_id",
            unique=True,
            postgresql_where=text("state in ('asked', 'signed')"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    name: str
    phone: str = ""  # one of the two
    email: str = ""
    token_hash: str = Field(unique=True)
    state: CosignState = choice(CosignState, CosignState.ASKED)
    asked_at: datetime
    until: datetime
    # Whoever opens the link says the invited name first; few wrong ones are borne.
    wrong_names: int = Field(default=0, sa_column_kwargs={"server_default": text("0")})
    known_browsers: list[str] = json_column(
        list, sa_column_kwargs={"server_default": "[]"}
    )
    code_request_id: UUID | None = Field(default=None, foreign_key="code_request.id")
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    answered_at: datetime | None = None
    digest: str = ""  # of what was signed
    signed: dict[str, Any] = json_column(dict)  # Any: lines and files as they were
