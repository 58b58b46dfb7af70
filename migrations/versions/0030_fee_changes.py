"""Rules of fees published here, by two administrators (A05).

Revision ID: 0030
Revises: 0029
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
JSONB = postgresql.JSONB


def upgrade() -> None:
    op.create_table(
        "fee_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_code", TEXT(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("definition", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("before", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("effect", JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("undoes_id", sa.Uuid(), nullable=True),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", MOMENT(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["account.id"],
            name=op.f("fk_fee_change_decided_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["account.id"],
            name=op.f("fk_fee_change_proposed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["fee_change.id"],
            name=op.f("fk_fee_change_undoes_id_fee_change"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_change")),
    )
    op.create_index(
        op.f("ix_fee_change_procedure_code_proposed_at"),
        "fee_change",
        ["procedure_code", "proposed_at"],
        unique=False,
    )
    op.create_index(
        "uq_fee_change_open",
        "fee_change",
        ["procedure_code", "code"],
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )
    op.add_column("fee_rule", sa.Column("change_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_fee_rule_change_id_fee_change"),
        "fee_rule",
        "fee_change",
        ["change_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint(
        op.f("fk_fee_rule_change_id_fee_change"), "fee_rule", type_="foreignkey"
    )
    op.drop_column("fee_rule", "change_id")
    op.drop_index("uq_fee_change_open", table_name="fee_change")
    op.drop_index(
        op.f("ix_fee_change_procedure_code_proposed_at"), table_name="fee_change"
    )
    op.drop_table("fee_change")
