"""Papers of the document vault, their versions, uses and shares.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vault_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("waiting_for", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("issuer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("folded", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("origin", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("added_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("revoked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("revoked_reason", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("removed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_vault_document_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_vault_document_agency_id_agency"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault_document")),
    )
    op.create_index(
        op.f("ix_vault_document_account_id_added_at"),
        "vault_document",
        ["account_id", "added_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_vault_document_valid_until"),
        "vault_document",
        ["valid_until"],
        unique=False,
    )
    op.create_index(
        op.f("ix_vault_document_waiting_for"),
        "vault_document",
        ["waiting_for"],
        unique=False,
    )
    op.create_index(
        "uq_vault_document_origin",
        "vault_document",
        ["account_id", "origin"],
        unique=True,
        postgresql_where=sa.text("origin <> '' and removed_at is null"),
    )
    op.create_table(
        "document_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["vault_document.id"],
            name=op.f("fk_document_version_document_id_vault_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_version")),
        sa.UniqueConstraint("file_id", name=op.f("uq_document_version_file_id")),
    )
    op.create_index(
        op.f("ix_document_version_document_id_number"),
        "document_version",
        ["document_id", "number"],
        unique=True,
    )
    op.create_table(
        "document_use",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("slot", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("purpose", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("consent", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("used_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_document_use_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["vault_document.id"],
            name=op.f("fk_document_use_document_id_vault_document"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["document_version.id"],
            name=op.f("fk_document_use_version_id_document_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_use")),
        sa.UniqueConstraint("file_id", name=op.f("uq_document_use_file_id")),
    )
    op.create_index(
        op.f("ix_document_use_document_id"),
        "document_use",
        ["document_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_document_use_dossier_id_slot"),
        "document_use",
        ["dossier_id", "slot"],
        unique=False,
    )
    op.create_table(
        "document_share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ended_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("opened_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["vault_document.id"],
            name=op.f("fk_document_share_document_id_vault_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_share")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_document_share_code_hash")),
    )
    op.create_index(
        op.f("ix_document_share_document_id"),
        "document_share",
        ["document_id"],
        unique=False,
    )
    op.create_table(
        "document_opening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("share_id", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("act", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share_id"],
            ["document_share.id"],
            name=op.f("fk_document_opening_share_id_document_share"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_opening")),
    )
    op.create_index(
        op.f("ix_document_opening_share_id_at"),
        "document_opening",
        ["share_id", "at"],
        unique=False,
    )
    op.create_table(
        "share_attempt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("browser", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_attempt")),
    )
    op.create_index(
        op.f("ix_share_attempt_address_at"),
        "share_attempt",
        ["address", "at"],
        unique=False,
    )
    op.create_index(op.f("ix_share_attempt_at"), "share_attempt", ["at"], unique=False)
    op.create_index(
        op.f("ix_share_attempt_browser_at"),
        "share_attempt",
        ["browser", "at"],
        unique=False,
    )
    op.create_table(
        "correction_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("field", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("present", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("proposed", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_correction_request_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["vault_document.id"],
            name=op.f("fk_correction_request_document_id_vault_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_request")),
    )
    op.create_index(
        op.f("ix_correction_request_document_id"),
        "correction_request",
        ["document_id"],
        unique=False,
    )
    op.add_column(
        "stored_file",
        sa.Column(
            "origin",
            sqlmodel.sql.sqltypes.AutoString(),
            server_default="",
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("stored_file", "origin")
    op.drop_index(
        op.f("ix_correction_request_document_id"), table_name="correction_request"
    )
    op.drop_table("correction_request")
    op.drop_index(op.f("ix_share_attempt_browser_at"), table_name="share_attempt")
    op.drop_index(op.f("ix_share_attempt_at"), table_name="share_attempt")
    op.drop_index(op.f("ix_share_attempt_address_at"), table_name="share_attempt")
    op.drop_table("share_attempt")
    op.drop_index(
        op.f("ix_document_opening_share_id_at"), table_name="document_opening"
    )
    op.drop_table("document_opening")
    op.drop_index(op.f("ix_document_share_document_id"), table_name="document_share")
    op.drop_table("document_share")
    op.drop_index(op.f("ix_document_use_dossier_id_slot"), table_name="document_use")
    op.drop_index(op.f("ix_document_use_document_id"), table_name="document_use")
    op.drop_table("document_use")
    op.drop_index(
        op.f("ix_document_version_document_id_number"), table_name="document_version"
    )
    op.drop_table("document_version")
    op.drop_index(
        "uq_vault_document_origin",
        table_name="vault_document",
        postgresql_where=sa.text("origin <> '' and removed_at is null"),
    )
    op.drop_index(op.f("ix_vault_document_waiting_for"), table_name="vault_document")
    op.drop_index(op.f("ix_vault_document_valid_until"), table_name="vault_document")
    op.drop_index(
        op.f("ix_vault_document_account_id_added_at"), table_name="vault_document"
    )
    op.drop_table("vault_document")
