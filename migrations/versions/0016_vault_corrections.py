"""Answers to corrections of papers, and parcels that did not go.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

WAITING = sa.text("answered_at is null")
IN_TROUBLE = sa.text("trouble <> ''")


def upgrade() -> None:
    op.add_column(
        "correction_request",
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
    )
    for name in ("written", "replaced", "answered_by"):
        op.add_column(
            "correction_request",
            sa.Column(
                name,
                sqlmodel.sql.sqltypes.AutoString(),
                server_default="",
                nullable=False,
            ),
        )
    op.create_index(
        "ix_correction_request_waiting",
        "correction_request",
        ["asked_at"],
        unique=False,
        postgresql_where=WAITING,
    )
    op.create_index(
        op.f("ix_correction_request_answered_at"),
        "correction_request",
        ["answered_at"],
        unique=False,
    )
    op.add_column(
        "postal_delivery",
        sa.Column("trouble", sa.Text(), server_default="", nullable=False),
    )
    op.add_column(
        "postal_delivery",
        sa.Column(
            "counter",
            sqlmodel.sql.sqltypes.AutoString(),
            server_default="",
            nullable=False,
        ),
    )
    for name, start in (("tries", "0"), ("attempt", "1")):
        op.add_column(
            "postal_delivery",
            sa.Column(name, sa.Integer(), server_default=start, nullable=False),
        )
    op.add_column(
        "postal_delivery",
        sa.Column("trouble_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    )
    op.create_index(
        "ix_postal_delivery_trouble",
        "postal_delivery",
        ["trouble_at"],
        unique=False,
        postgresql_where=IN_TROUBLE,
    )


def downgrade() -> None:
    op.drop_index(
        "ix_postal_delivery_trouble",
        table_name="postal_delivery",
        postgresql_where=IN_TROUBLE,
    )
    for name in ("trouble_at", "attempt", "tries", "counter", "trouble"):
        op.drop_column("postal_delivery", name)
    op.drop_index(
        op.f("ix_correction_request_answered_at"), table_name="correction_request"
    )
    op.drop_index(
        "ix_correction_request_waiting",
        table_name="correction_request",
        postgresql_where=WAITING,
    )
    for name in ("answered_by", "replaced", "written", "outcome"):
        op.drop_column("correction_request", name)
