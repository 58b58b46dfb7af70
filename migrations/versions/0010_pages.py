"""Pages made of photos, and what was seen of a file.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def file_columns() -> list[sa.Column]:
    return [
        sa.Column("note", TEXT(), server_default="", nullable=False),
        sa.Column("is_page", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("doubts", sa.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("is_kept", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("bound_into", sa.Uuid(), nullable=True),
        sa.Column(
            "is_bound", sa.Boolean(), server_default=sa.text("false"), nullable=False
        ),
        sa.Column("signature", sa.Text(), server_default="", nullable=False),
        sa.Column("signature_fault", TEXT(), server_default="", nullable=False),
        sa.Column("signer", TEXT(), server_default="", nullable=False),
        sa.Column("signed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    ]


def paper_columns() -> list[sa.Column]:
    return [
        sa.Column(
            "required_answer",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
        sa.Column("required_case", TEXT(), server_default="", nullable=False),
        sa.Column("max_megabytes", sa.Integer(), server_default="10", nullable=False),
    ]


def upgrade() -> None:
    for column in file_columns():
        op.add_column("stored_file", column)
    op.create_index(
        op.f("ix_stored_file_bound_into"), "stored_file", ["bound_into"], unique=False
    )
    for column in paper_columns():
        op.add_column("procedure_component", column)


def downgrade() -> None:
    for column in paper_columns():
        op.drop_column("procedure_component", column.name)
    op.drop_index(op.f("ix_stored_file_bound_into"), table_name="stored_file")
    for column in file_columns():
        op.drop_column("stored_file", column.name)
