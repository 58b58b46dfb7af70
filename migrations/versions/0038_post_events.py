"""Events of the public post.

Revision ID: 0038
Revises: 0037
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "postal_delivery",
        sa.Column("last_event_id", TEXT(), nullable=False, server_default=""),
    )
    op.create_table(
        "post_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("their_id", TEXT(), nullable=False),
        sa.Column("order_number", TEXT(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("received_at", MOMENT(), nullable=False),
        sa.Column("parcel", TEXT(), nullable=False),
        sa.Column("stage", TEXT(), nullable=False),
        sa.Column("words", TEXT(), nullable=False),
        sa.Column("raw", TEXT(), nullable=False),
        sa.Column("is_parked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_event")),
        sa.UniqueConstraint("their_id", name=op.f("uq_post_event_their_id")),
    )
    op.create_index(op.f("ix_post_event_received_at"), "post_event", ["received_at"])
    op.create_index(
        "ix_post_event_parked",
        "post_event",
        ["order_number"],
        postgresql_where=sa.text("is_parked"),
    )


def downgrade() -> None:
    op.drop_table("post_event")
    op.drop_column("postal_delivery", "last_event_id")
