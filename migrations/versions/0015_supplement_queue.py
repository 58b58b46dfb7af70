"""The queue of dossiers that wait for their people, and who opened a co-sign link.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_dossier_supplement_queue",
        "dossier",
        ["agency_id", "supplement_by"],
        unique=False,
        postgresql_where=sa.text("status = 'supplement'"),
    )
    op.add_column(
        "cosign_request",
        sa.Column("wrong_names", sa.Integer(), server_default="0", nullable=False),
    )
    op.add_column(
        "cosign_request",
        sa.Column(
            "known_browsers",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="[]",
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("cosign_request", "known_browsers")
    op.drop_column("cosign_request", "wrong_names")
    op.drop_index("ix_dossier_supplement_queue", table_name="dossier")
