"""The chain that holds the audit trail together."""

from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field

from services.core.table import Table


class AuditLink(Table, table=True):
    """The place of one entry in the chain; written by the database at the commit.

    The trigger of migration 0005 writes it, so that no entry, whoever adds it,
    goes without: the hash covers the entry and the hash of the link before.
    """

    seq: int = Field(sa_type=BigInteger, unique=True)
    entry_id: UUID = Field(foreign_key="audit_entry.id", unique=True)
    previous_hash: str
    hash: str
