"""Drafts of electronic forms, and versions that a province publishes itself.

Revision ID: 0029
Revises: 0028
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
PEOPLE = ("changed_by_id", "proposed_by_id", "decided_by_id")


def upgrade() -> None:
    op.add_column(
        "eform",
        sa.Column("state", sa.Text(), server_default="in_use", nullable=False),
    )
    op.add_column(
        "eform",
        sa.Column("is_own", sa.Boolean(), server_default="false", nullable=False),
    )
    op.add_column("eform", sa.Column("shipped_as", sa.Integer(), nullable=True))
    op.create_index(
        op.f("ix_eform_code_version"), "eform", ["code", "version"], unique=True
    )
    op.create_table(
        "eform_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("based_on_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column(
            "definition", postgresql.JSONB(astext_type=sa.Text()), nullable=False
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("remark", TEXT(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("writers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=False),
        sa.Column("changed_at", MOMENT(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", MOMENT(), nullable=True),
        sa.Column("eform_id", sa.Uuid(), nullable=True),
        *[
            sa.ForeignKeyConstraint(
                [name], ["account.id"], name=op.f(f"fk_eform_draft_{name}_account")
            )
            for name in PEOPLE
        ],
        *[
            sa.ForeignKeyConstraint(
                [name], ["eform.id"], name=op.f(f"fk_eform_draft_{name}_eform")
            )
            for name in ("based_on_id", "eform_id")
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eform_draft")),
    )
    op.create_index(op.f("ix_eform_draft_code"), "eform_draft", ["code"], unique=False)
    op.create_index(
        op.f("ix_eform_draft_eform_id"), "eform_draft", ["eform_id"], unique=False
    )
    op.create_index(
        "uq_eform_draft_open",
        "eform_draft",
        ["code"],
        unique=True,
        postgresql_where=sa.text("state in ('draft', 'proposed')"),
    )


def downgrade() -> None:
    op.drop_table("eform_draft")
    op.drop_index(op.f("ix_eform_code_version"), table_name="eform")
    op.drop_column("eform", "shipped_as")
    op.drop_column("eform", "is_own")
    op.drop_column("eform", "state")
