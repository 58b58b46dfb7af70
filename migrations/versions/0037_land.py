"""Land and natural resources.

Revision ID: 0037
Revises: 0036
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "land_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("number", TEXT(), nullable=False),
        sa.Column("digest", TEXT(), nullable=False),
        sa.Column("body", TEXT(), nullable=False),
        sa.Column("said_at", MOMENT(), nullable=False),
        sa.Column("received_at", MOMENT(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("judged_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_land_notice_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_land_notice")),
    )
    op.create_index(
        op.f("ix_land_notice_digest"), "land_notice", ["digest"], unique=True
    )
    op.create_index(
        op.f("ix_land_notice_dossier_id_said_at"),
        "land_notice",
        ["dossier_id", "said_at"],
        unique=False,
    )
    op.create_index(
        "ix_land_notice_open",
        "land_notice",
        ["received_at"],
        unique=False,
        postgresql_where=sa.text("state in ('new', 'parked')"),
    )


def downgrade() -> None:
    op.drop_table("land_notice")
