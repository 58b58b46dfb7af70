"""Processes as data, the step log, opinions, notes and wishes between officers.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "process_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("procedure_code", TEXT(), nullable=False),
        sa.Column("agency_level", TEXT(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("steps", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", MOMENT(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["account.id"],
            name=op.f("fk_process_version_proposed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"],
            ["account.id"],
            name=op.f("fk_process_version_reviewed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["account.id"],
            name=op.f("fk_process_version_written_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_version")),
    )
    op.create_index(
        op.f("ix_process_version_procedure_code_state_valid_from"),
        "process_version",
        ["procedure_code", "state", "valid_from"],
        unique=False,
    )
    op.create_index(
        op.f("ix_process_version_process_id"),
        "process_version",
        ["process_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_process_version_process_id_version"),
        "process_version",
        ["process_id", "version"],
        unique=True,
    )
    op.create_index(
        "uq_process_version_open",
        "process_version",
        ["process_id"],
        unique=True,
        postgresql_where=sa.text("state in ('draft', 'proposed')"),
    )
    op.create_table(
        "internal_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", TEXT(), nullable=False),
        sa.Column("text", TEXT(), nullable=False),
        sa.Column("intent", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_internal_note_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_internal_note_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_internal_note_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_note")),
    )
    op.create_index(
        op.f("ix_internal_note_dossier_id_at"),
        "internal_note",
        ["dossier_id", "at"],
        unique=False,
    )
    op.create_table(
        "step_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("step", TEXT(), nullable=False),
        sa.Column("unit", TEXT(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("from_name", TEXT(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=True),
        sa.Column("to_name", TEXT(), nullable=False),
        sa.Column("to_step", TEXT(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=True),
        sa.Column("timing", sa.Text(), nullable=False),
        sa.Column("note", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_step_log_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_step_log_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_step_log_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["from_id"], ["account.id"], name=op.f("fk_step_log_from_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["to_id"], ["account.id"], name=op.f("fk_step_log_to_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_log")),
    )
    op.create_index(
        op.f("ix_step_log_agency_id_kind_at"),
        "step_log",
        ["agency_id", "kind", "at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_step_log_dossier_id_at"),
        "step_log",
        ["dossier_id", "at"],
        unique=False,
    )
    op.create_table(
        "hold_wish",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_name", TEXT(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("decided_at", MOMENT(), nullable=True),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["account.id"],
            name=op.f("fk_hold_wish_asked_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_hold_wish_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["dossier_step.id"],
            name=op.f("fk_hold_wish_step_id_dossier_step"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_wish")),
    )
    op.create_index(
        op.f("ix_hold_wish_dossier_id"), "hold_wish", ["dossier_id"], unique=False
    )
    op.create_index(
        "uq_hold_wish_open",
        "hold_wish",
        ["step_id", "asked_by_id"],
        unique=True,
        postgresql_where=sa.text("decided_at is null"),
    )
    op.create_table(
        "step_opinion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("question", TEXT(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=False),
        sa.Column("answer", TEXT(), nullable=False),
        sa.Column("answered_at", MOMENT(), nullable=True),
        sa.Column("closed_at", MOMENT(), nullable=True),
        sa.Column("closed_reason", TEXT(), nullable=False),
        sa.Column("intent", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_step_opinion_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["account.id"],
            name=op.f("fk_step_opinion_asked_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_step_opinion_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["account.id"],
            name=op.f("fk_step_opinion_officer_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["dossier_step.id"],
            name=op.f("fk_step_opinion_step_id_dossier_step"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_opinion")),
    )
    op.create_index(
        op.f("ix_step_opinion_dossier_id"), "step_opinion", ["dossier_id"], unique=False
    )
    op.create_index(
        op.f("ix_step_opinion_officer_id_answered_at"),
        "step_opinion",
        ["officer_id", "answered_at"],
        unique=False,
    )
    op.add_column(
        "dossier_step", sa.Column("key", TEXT(), server_default="", nullable=False)
    )
    op.add_column(
        "dossier_step",
        sa.Column(
            "terms",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.add_column(
        "dossier_step",
        sa.Column(
            "hands",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="[]",
            nullable=False,
        ),
    )
    op.execute(
        "create trigger step_log_append_only "
        "before update or delete or truncate on step_log "
        "for each statement execute function refuse_change()"
    )


def downgrade() -> None:
    op.execute("drop trigger step_log_append_only on step_log")
    op.drop_column("dossier_step", "hands")
    op.drop_column("dossier_step", "terms")
    op.drop_column("dossier_step", "key")
    op.drop_index(
        op.f("ix_step_opinion_officer_id_answered_at"), table_name="step_opinion"
    )
    op.drop_index(op.f("ix_step_opinion_dossier_id"), table_name="step_opinion")
    op.drop_table("step_opinion")
    op.drop_index(
        "uq_hold_wish_open",
        table_name="hold_wish",
        postgresql_where=sa.text("decided_at is null"),
    )
    op.drop_index(op.f("ix_hold_wish_dossier_id"), table_name="hold_wish")
    op.drop_table("hold_wish")
    op.drop_index(op.f("ix_step_log_dossier_id_at"), table_name="step_log")
    op.drop_index(op.f("ix_step_log_agency_id_kind_at"), table_name="step_log")
    op.drop_table("step_log")
    op.drop_index(op.f("ix_internal_note_dossier_id_at"), table_name="internal_note")
    op.drop_table("internal_note")
    op.drop_index(
        "uq_process_version_open",
        table_name="process_version",
        postgresql_where=sa.text("state in ('draft', 'proposed')"),
    )
    op.drop_index(
        op.f("ix_process_version_process_id_version"), table_name="process_version"
    )
    op.drop_index(op.f("ix_process_version_process_id"), table_name="process_version")
    op.drop_index(
        op.f("ix_process_version_procedure_code_state_valid_from"),
        table_name="process_version",
    )
    op.drop_table("process_version")
