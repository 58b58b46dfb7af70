"""Versions of electronic forms; a dossier keeps the one it began with."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, choice, json_column


class EformState(StrEnum):
    """Whether new dossiers begin with a version."""

    IN_USE = "in_use"  # from its day on, until a later one
    OFFERED = "offered"  # came with the portal where people publish their own
    WITHDRAWN = "withdrawn"  # before its day: nobody ever began with it


class Eform(Table, table=True):
    """One version of a form, in force from a day; never changed, only superseded."""

    __table_args__ = (Index(None, "code", "version", unique=True),)
    code: str = Field(index=True)
    version: int
    starts_on: date
    # Of the definition as it came: loading twice adds nothing.
    digest: str = Field(unique=True)
    definition: dict[str, Any] = json_column(dict)  # Any: read by read_definition
    state: EformState = choice(
        EformState,
        EformState.IN_USE,
        sa_column_kwargs={"server_default": "in_use"},
    )
    # Written by administrators of the province (A03), not shipped with the portal.
    is_own: bool = Field(default=False, sa_column_kwargs={"server_default": "false"})
    # The number in the shipped file, where the province had used that one already.
    shipped_as: int | None = None


class ProcedureEform(Table, table=True):
    """Which procedures ask by this form."""

    __table_args__ = (Index(None, "procedure_code", "eform_id", unique=True),)
    procedure_code: str
    eform_id: UUID = Field(foreign_key="eform.id", index=True)
