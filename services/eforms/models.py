"""Versions of electronic forms; a dossier keeps the one it began with."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from services.core.table import Table, json_column


class Eform(Table, table=True):
    """One version of a form, in force from a day; never changed, only superseded."""

    code: str = Field(index=True)
    version: int
    starts_on: date
    digest: str = Field(unique=True)  # of the definition: loading twice adds nothing
    definition: dict[str, Any] = json_column(dict)  # Any: read by read_definition


class ProcedureEform(Table, table=True):
    """Which procedures ask by this form."""

    __table_args__ = (Index(None, "procedure_code", "eform_id", unique=True),)
    procedure_code: str
    eform_id: UUID = Field(foreign_key="eform.id", index=True)
