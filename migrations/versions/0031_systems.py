"""The ledger of what other systems are owed.

Revision ID: 0031
Revises: 0030
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "system_gate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("system", TEXT(), nullable=False),
        sa.Column("paused_at", MOMENT(), nullable=True),
        sa.Column("paused_by_id", sa.Uuid(), nullable=True),
        sa.Column("pause_reason", TEXT(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("open_until", MOMENT(), nullable=True),
        sa.Column("answered_at", MOMENT(), nullable=True),
        sa.Column("failed_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["paused_by_id"],
            ["account.id"],
            name=op.f("fk_system_gate_paused_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_system_gate")),
        sa.UniqueConstraint("system", name=op.f("uq_system_gate_system")),
    )
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("thread_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("said", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("written_at", MOMENT(), nullable=False),
        sa.Column("first_try_at", MOMENT(), nullable=True),
        sa.Column("next_try_at", MOMENT(), nullable=True),
        sa.Column("sending_since", MOMENT(), nullable=True),
        sa.Column("settled_at", MOMENT(), nullable=True),
        sa.Column("answer_code", TEXT(), nullable=False),
        sa.Column("answer", TEXT(), nullable=False),
        sa.Column("their_reference", TEXT(), nullable=False),
        sa.Column("closing_reason", TEXT(), nullable=False),
        sa.Column("closing_asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_outbox_message_agency_id_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"],
            ["account.id"],
            name=op.f("fk_outbox_message_closed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["closing_asked_by_id"],
            ["account.id"],
            name=op.f("fk_outbox_message_closing_asked_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_outbox_message_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
    )
    op.create_index(
        op.f("ix_outbox_message_agency_id"),
        "outbox_message",
        ["agency_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_outbox_message_dossier_id_written_at"),
        "outbox_message",
        ["dossier_id", "written_at"],
        unique=False,
    )
    op.create_index(
        "ix_outbox_message_open",
        "outbox_message",
        ["system", "next_try_at"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        op.f("ix_outbox_message_system_cause_id_kind"),
        "outbox_message",
        ["system", "cause_id", "kind"],
        unique=True,
    )
    op.create_index(
        op.f("ix_outbox_message_system_state_written_at"),
        "outbox_message",
        ["system", "state", "written_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_outbox_message_thread_id_system_sequence"),
        "outbox_message",
        ["thread_id", "system", "sequence"],
        unique=True,
    )
    op.create_table(
        "outbox_try",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("outcome", TEXT(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("words", TEXT(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["outbox_message.id"],
            name=op.f("fk_outbox_try_message_id_outbox_message"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_try")),
    )
    op.create_index(
        op.f("ix_outbox_try_message_id_at"),
        "outbox_try",
        ["message_id", "at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_timeline_entry_at"), "timeline_entry", ["at"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_timeline_entry_at"), table_name="timeline_entry")
    op.drop_table("outbox_try")
    op.drop_table("outbox_message")
    op.drop_table("system_gate")
