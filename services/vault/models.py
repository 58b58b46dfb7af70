"""The vault of one person: where their electronic papers are kept."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from services.core.table import Table


class DocumentVault(Table, table=True):
    """Opened by the first national sign-in (“đăng nhập ít nhất 01 lần”)."""

    account_id: UUID = Field(foreign_key="account.id", unique=True)
    opened_at: datetime
