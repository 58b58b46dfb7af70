"""Registers and reports: files made aside, and reports that make themselves.

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "report_schedule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=True),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wanted", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("by", TEXT(), nullable=False),
        sa.Column("every", sa.Text(), nullable=False),
        sa.Column("email", TEXT(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.Column("created_at", MOMENT(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_report_schedule_agency_id_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["account.id"],
            name=op.f("fk_report_schedule_owner_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["post_id"],
            ["officer_post.id"],
            name=op.f("fk_report_schedule_post_id_officer_post"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_schedule")),
    )
    op.create_index(
        "ix_report_schedule_due",
        "report_schedule",
        ["next_on"],
        unique=False,
        postgresql_where=sa.text("ended_at is null"),
    )
    op.create_index(
        op.f("ix_report_schedule_owner_id"),
        "report_schedule",
        ["owner_id"],
        unique=False,
    )
    op.create_table(
        "register_export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by_name", TEXT(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wanted", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("by", TEXT(), nullable=False),
        sa.Column("is_full", sa.Boolean(), nullable=False),
        sa.Column("purpose", TEXT(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by_name", TEXT(), nullable=False),
        sa.Column("decided_at", MOMENT(), nullable=True),
        sa.Column("declined_reason", TEXT(), nullable=False),
        sa.Column("fault", TEXT(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("counted_at", MOMENT(), nullable=True),
        sa.Column("expires_at", MOMENT(), nullable=True),
        sa.Column("schedule_id", sa.Uuid(), nullable=True),
        sa.Column("intent", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_register_export_agency_id_agency"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["account.id"],
            name=op.f("fk_register_export_asked_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["account.id"],
            name=op.f("fk_register_export_decided_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["report_schedule.id"],
            name=op.f("fk_register_export_schedule_id_report_schedule"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_export")),
    )
    op.create_index(
        op.f("ix_register_export_agency_id_asked_at"),
        "register_export",
        ["agency_id", "asked_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_register_export_asked_by_id_intent"),
        "register_export",
        ["asked_by_id", "intent"],
        unique=True,
    )
    op.create_index(
        "ix_register_export_kept",
        "register_export",
        ["expires_at"],
        unique=False,
        postgresql_where=sa.text("state = 'ready'"),
    )
    op.create_index(
        op.f("ix_dossier_agency_id_received_at"),
        "dossier",
        ["agency_id", "received_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_dossier_agency_id_received_at"), table_name="dossier")
    op.drop_table("register_export")
    op.drop_table("report_schedule")
