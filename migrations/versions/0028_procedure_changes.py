"""Changes of procedures, and the layers of their facts.

Revision ID: 0028
Revises: 0027
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "procedure_local",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("base", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("national", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedure.id"],
            name=op.f("fk_procedure_local_procedure_id_procedure"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_local")),
        sa.UniqueConstraint(
            "procedure_id", name=op.f("uq_procedure_local_procedure_id")
        ),
    )
    op.create_table(
        "procedure_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_code", TEXT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", MOMENT(), nullable=False),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", MOMENT(), nullable=True),
        sa.Column("applied_at", MOMENT(), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("closed_at", MOMENT(), nullable=True),
        *[
            sa.ForeignKeyConstraint(
                [name],
                ["account.id"],
                name=op.f(f"fk_procedure_change_{name}_account"),
            )
            for name in ("written_by_id", "reviewed_by_id", "closed_by_id")
        ],
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_change")),
    )
    op.create_index(
        op.f("ix_procedure_change_procedure_code_version"),
        "procedure_change",
        ["procedure_code", "version"],
        unique=True,
    )
    op.create_index(
        "uq_procedure_change_open",
        "procedure_change",
        ["procedure_code"],
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )
    op.create_index(
        "ix_procedure_change_due",
        "procedure_change",
        ["valid_from"],
        unique=False,
        postgresql_where=sa.text("state = 'published' and applied_at is null"),
    )


def downgrade() -> None:
    op.drop_index("ix_procedure_change_due", table_name="procedure_change")
    op.drop_index("uq_procedure_change_open", table_name="procedure_change")
    op.drop_index(
        op.f("ix_procedure_change_procedure_code_version"),
        table_name="procedure_change",
    )
    op.drop_table("procedure_change")
    op.drop_table("procedure_local")
