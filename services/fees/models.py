"""Rules of fees and charges, each in force from a day to a day."""

from datetime import date
from typing import Any

from sqlalchemy import Index

from services.core.table import Table, json_column


class FeeRule(Table, table=True):
    """One rule of one procedure; what was written once is closed, never changed."""

    __table_args__ = (Index(None, "procedure_code", "code", "valid_from", unique=True),)
    procedure_code: str
    code: str
    valid_from: date
    valid_to: date | None = None  # the last day it holds
    position: int = 0
    digest: str = ""  # of the definition: loading twice changes nothing
    definition: dict[str, Any] = json_column(dict)  # Any: read by read_rule
