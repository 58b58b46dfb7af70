"""Views kept of the desk, reminders, lists taken away, and what the desk is read by.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
# Name of an index on dossier, its column beside the agency, what it leaves out.
DESK_INDEXES = (
    ("ix_dossier_agency_id_submitted_at", "submitted_at", None),
    ("ix_dossier_returned", "returned_at", "status = 'returned'"),
    ("ix_dossier_ended", "ended_at", "ended_at is not null"),
    ("ix_dossier_finished", "finished_at", "finished_at is not null"),
    ("ix_dossier_received", "received_at", "received_at is not null"),
)
SEARCHED = (
    ("ix_dossier_applicant_trgm", "applicant_key"),
    ("ix_dossier_code_trgm", "code"),
)


def upgrade() -> None:
    _views()
    _reminders()
    _exports()
    for name, column, where in DESK_INDEXES:
        op.create_index(
            name,
            "dossier",
            ["agency_id", column],
            postgresql_where=None if where is None else sa.text(where),
        )
    for name, column in SEARCHED:
        op.create_index(
            name,
            "dossier",
            [column],
            postgresql_using="gin",
            postgresql_ops={column: "gin_trgm_ops"},
        )
    op.create_index(
        "ix_dossier_step_held",
        "dossier_step",
        ["holder_id"],
        postgresql_where=sa.text("state = 'current'"),
    )


def _views() -> None:
    op.create_table(
        "desk_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("name_key", TEXT(), nullable=False),
        sa.Column("filters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_start", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_desk_view_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_view")),
    )
    op.create_index(
        op.f("ix_desk_view_account_id_name_key"),
        "desk_view",
        ["account_id", "name_key"],
        unique=True,
    )
    op.create_index(
        "uq_desk_view_start",
        "desk_view",
        ["account_id"],
        unique=True,
        postgresql_where=sa.text("is_start"),
    )


def _reminders() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", TEXT(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("seen_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_reminder_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_reminder_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["account.id"], name=op.f("fk_reminder_holder_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_reminder_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["dossier_step.id"],
            name=op.f("fk_reminder_step_id_dossier_step"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    op.create_index(
        "uq_reminder_day",
        "reminder",
        ["dossier_id", "day"],
        unique=True,
        postgresql_where=sa.text("step_id is null"),
    )
    op.create_index(
        "uq_reminder_step",
        "reminder",
        ["step_id", "holder_id"],
        unique=True,
        postgresql_where=sa.text("step_id is not null"),
    )
    op.create_index(
        op.f("ix_reminder_holder_id_seen_at"),
        "reminder",
        ["holder_id", "seen_at"],
        unique=False,
    )


def _exports() -> None:
    op.create_table(
        "desk_export",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("purpose", TEXT(), nullable=False),
        sa.Column("filters", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_desk_export_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_desk_export_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_export")),
    )
    op.create_index(
        op.f("ix_desk_export_agency_id_at"),
        "desk_export",
        ["agency_id", "at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_dossier_step_held", table_name="dossier_step")
    for name, _ in SEARCHED:
        op.drop_index(name, table_name="dossier")
    for name, _, _ in DESK_INDEXES:
        op.drop_index(name, table_name="dossier")
    for table in ("desk_export", "reminder", "desk_view"):
        op.drop_table(table)
