"""Look-ups of the ministries.

Revision ID: 0035
Revises: 0034
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "look_up_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", TEXT(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("told", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("answered_at", MOMENT(), nullable=True),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("wanted_until", MOMENT(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_up_answer")),
        sa.UniqueConstraint("key", name=op.f("uq_look_up_answer_key")),
    )
    op.create_index(
        op.f("ix_look_up_answer_asked_at"), "look_up_answer", ["asked_at"], unique=False
    )
    op.create_index(
        "ix_look_up_answer_wanted",
        "look_up_answer",
        ["wanted_until"],
        unique=False,
        postgresql_where=sa.text("wanted_until is not null"),
    )
    op.create_table(
        "look_up_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("browser", TEXT(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("purpose", TEXT(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_look_up_question_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_look_up_question_agency_id_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["look_up_answer.id"],
            name=op.f("fk_look_up_question_answer_id_look_up_answer"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_up_question")),
    )
    op.create_index(
        op.f("ix_look_up_question_account_id_at"),
        "look_up_question",
        ["account_id", "at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_look_up_question_answer_id"),
        "look_up_question",
        ["answer_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_look_up_question_at"), "look_up_question", ["at"], unique=False
    )


def downgrade() -> None:
    op.drop_table("look_up_question")
    op.drop_table("look_up_answer")
