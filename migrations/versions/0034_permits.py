"""Permits and what the ministries of land and building say.

Revision ID: 0034
Revises: 0033
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "permit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("answers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("edited_at", MOMENT(), nullable=False),
        sa.Column("edited_by_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_permit_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["edited_by_id"],
            ["account.id"],
            name=op.f("fk_permit_edited_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_permit_dossier_id")),
    )
    op.create_table(
        "permit_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("permit_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("values", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("saved_at", MOMENT(), nullable=False),
        sa.Column("saved_by_id", sa.Uuid(), nullable=False),
        sa.Column("sent_at", MOMENT(), nullable=True),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.Column("received_at", MOMENT(), nullable=True),
        sa.Column("their_number", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["permit_id"], ["permit.id"], name=op.f("fk_permit_version_permit_id_permit")
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["account.id"],
            name=op.f("fk_permit_version_saved_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"],
            ["account.id"],
            name=op.f("fk_permit_version_sent_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit_version")),
    )
    op.create_index(
        op.f("ix_permit_version_permit_id_number"),
        "permit_version",
        ["permit_id", "number"],
        unique=True,
    )


def downgrade() -> None:
    op.drop_table("permit_version")
    op.drop_table("permit")
