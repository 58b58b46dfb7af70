"""What differs between the ministries' sides and ours.

Revision ID: 0032
Revises: 0031
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "sync_difference",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("ours", TEXT(), nullable=False),
        sa.Column("theirs", TEXT(), nullable=False),
        sa.Column("found_at", MOMENT(), nullable=False),
        sa.Column("settled_at", MOMENT(), nullable=True),
        sa.Column("sent_at", MOMENT(), nullable=True),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_sync_difference_agency_id_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_sync_difference_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"],
            ["account.id"],
            name=op.f("fk_sync_difference_sent_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_difference")),
    )
    op.create_index(
        op.f("ix_sync_difference_agency_id"),
        "sync_difference",
        ["agency_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sync_difference_dossier_id"),
        "sync_difference",
        ["dossier_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_sync_difference_system_found_at"),
        "sync_difference",
        ["system", "found_at"],
        unique=False,
    )
    op.create_index(
        "uq_sync_difference_open",
        "sync_difference",
        ["system", "code", "kind"],
        unique=True,
        postgresql_where=sa.text("settled_at is null"),
    )


def downgrade() -> None:
    op.drop_table("sync_difference")
