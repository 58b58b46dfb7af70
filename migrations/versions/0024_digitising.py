"""Digitising.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
JSON = postgresql.JSONB(astext_type=sa.Text())


def upgrade() -> None:
    op.create_table(
        "paper_reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("kind", TEXT(), nullable=False),
        sa.Column("fault", TEXT(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("read_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_paper_reading_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_reading")),
        sa.UniqueConstraint("file_id", name=op.f("uq_paper_reading_file_id")),
    )
    op.create_index(
        op.f("ix_paper_reading_dossier_id"),
        "paper_reading",
        ["dossier_id"],
        unique=False,
    )
    op.create_table(
        "saved_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("is_result", sa.Boolean(), nullable=False),
        sa.Column("is_linked", sa.Boolean(), nullable=False),
        sa.Column("from_store", sa.Boolean(), nullable=False),
        sa.Column("kind", TEXT(), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("changed", JSON, nullable=False),
        sa.Column("filled", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("saved_at", MOMENT(), nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.Column("intent", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_saved_paper_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["vault_document.id"],
            name=op.f("fk_saved_paper_document_id_vault_document"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_saved_paper_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["account.id"],
            name=op.f("fk_saved_paper_saved_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_paper")),
        sa.UniqueConstraint("file_id", name=op.f("uq_saved_paper_file_id")),
        sa.UniqueConstraint("intent", name=op.f("uq_saved_paper_intent")),
    )
    op.create_index(
        op.f("ix_saved_paper_agency_id_saved_at"),
        "saved_paper",
        ["agency_id", "saved_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_saved_paper_document_id"), "saved_paper", ["document_id"], unique=False
    )
    op.create_index(
        op.f("ix_saved_paper_dossier_id"), "saved_paper", ["dossier_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("saved_paper")
    op.drop_table("paper_reading")
