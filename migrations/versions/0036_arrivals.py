"""Dossiers that other systems hand over.

Revision ID: 0036
Revises: 0035
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("arrived_from", "their_code"):
        op.add_column(
            "dossier", sa.Column(name, TEXT(), nullable=False, server_default="")
        )
    op.create_index(
        "uq_dossier_their_code",
        "dossier",
        ["their_code", "arrived_from"],
        unique=True,
        postgresql_where=sa.text("their_code <> ''"),
    )
    op.create_table(
        "arrived_dossier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("system", TEXT(), nullable=False),
        sa.Column("their_code", TEXT(), nullable=False),
        sa.Column("unit", TEXT(), nullable=False),
        sa.Column("procedure", TEXT(), nullable=False),
        sa.Column("submitted_at", MOMENT(), nullable=False),
        sa.Column("arrived_at", MOMENT(), nullable=False),
        sa.Column("parked", TEXT(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("acknowledged_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_arrived_dossier_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrived_dossier")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_arrived_dossier_dossier_id")),
    )
    op.create_index(
        op.f("ix_arrived_dossier_arrived_at"), "arrived_dossier", ["arrived_at"]
    )
    op.create_index(
        op.f("ix_arrived_dossier_system_their_code"),
        "arrived_dossier",
        ["system", "their_code"],
        unique=True,
    )


def downgrade() -> None:
    op.drop_table("arrived_dossier")
    op.drop_index("uq_dossier_their_code", table_name="dossier")
    op.drop_column("dossier", "their_code")
    op.drop_column("dossier", "arrived_from")
