"""The result of a dossier, its number, and how it reached the person."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from services.core.table import Table, choice, json_column


def _said(value: str) -> dict[str, str]:
    """Return what older rows say."""
    return {"server_default": value}


def _object() -> Any:  # Any as in `choice`
    return json_column(dict, sa_column_kwargs=_said("{}"))


class ResultForm(StrEnum):
    """How a result is made out: chosen by who prepares it."""

    PAPER = "paper"  # signed by hand and stamped; its scan is attached
    DIGITAL = "digital"  # the approver signs it on the portal


class Result(Table, table=True):
    """A result attached by an officer, then returned.

    One that is taken back before the approval stays, marked as removed.
    """

    __table_args__ = (
        Index(
            "uq_result_standing",
            "dossier_id",
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )
    dossier_id: UUID = Field(foreign_key="dossier.id", index=True)
    file_id: UUID = Field(foreign_key="stored_file.id")
    number: str = ""  # số, ký hiệu
    attached_at: datetime
    attached_by_id: UUID = Field(foreign_key="account.id")
    removed_at: datetime | None = None
    removed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    returned_at: datetime | None = None
    returned_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    received_by: str = ""  # who took it
    return_intent: str = ""  # the press that returned it
    form: ResultForm = choice(
        ResultForm, ResultForm.PAPER, sa_column_kwargs=_said("paper")
    )
    draft: dict[str, str] = _object()  # what a draft from a template says
    series: str = Field(default="", sa_column_kwargs=_said(""))  # ký hiệu
    signed_at: datetime | None = None
    signed_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    signer: str = Field(default="", sa_column_kwargs=_said(""))
    handover: dict[str, str] = _object()  # who came, by which right, with what proof
    reminded: int = Field(default=0, sa_column_kwargs=_said("0"))  # day, if unclaimed
    # A corrected result waits as a removed row until it is signed; then they swap.
    corrects_id: UUID | None = Field(default=None, foreign_key="result.id")
    reason: str = Field(default="", sa_column_kwargs=_said(""))  # of the correction
    # What a register says beside the number (book, page …), and which one it is.
    facts: dict[str, str] = _object()


class DocumentCounter(Table, table=True):
    """Numbers of what the portal issues: per agency, year and series, no gaps."""

    __table_args__ = (Index(None, "agency_id", "year", "series", unique=True),)
    agency_id: UUID = Field(foreign_key="agency.id")
    year: int
    series: str
    last: int


class FreedNumber(Table, table=True):
    """A number taken for a paper that was never signed: the next paper takes it."""

    __table_args__ = (
        Index(None, "agency_id", "year", "series", "number", unique=True),
    )
    agency_id: UUID = Field(foreign_key="agency.id")
    year: int
    series: str
    number: int
