"""How a dossier came in, pauses of the office, calendars and templates.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("paid_for", sa.Date(), nullable=True),
        sa.Column("changed_by_id", sa.Uuid(), nullable=True),
        sa.Column("changed_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_calendar_day_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by_id"],
            ["account.id"],
            name=op.f("fk_calendar_day_changed_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
    )
    op.create_index(op.f("ix_calendar_day_day"), "calendar_day", ["day"], unique=False)
    op.create_index(
        "uq_calendar_day", "calendar_day", ["agency_id", "day"], unique=True
    )
    op.create_table(
        "office_week",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("week", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("changed_by_id", sa.Uuid(), nullable=True),
        sa.Column("changed_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_office_week_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by_id"],
            ["account.id"],
            name=op.f("fk_office_week_changed_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_week")),
    )
    op.create_index(
        op.f("ix_office_week_agency_id_valid_from"),
        "office_week",
        ["agency_id", "valid_from"],
        unique=True,
    )
    op.create_table(
        "text_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", TEXT(), nullable=False),
        sa.Column("procedure_code", TEXT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("title", TEXT(), nullable=False),
        sa.Column("subject", TEXT(), nullable=False),
        sa.Column("body", TEXT(), nullable=False),
        sa.Column("how_to", TEXT(), nullable=False),
        sa.Column("legal_basis", TEXT(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("written_by_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", MOMENT(), nullable=False),
        sa.Column("reviewed_by_id", sa.Uuid(), nullable=True),
        sa.Column("reviewed_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"],
            ["account.id"],
            name=op.f("fk_text_template_reviewed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"],
            ["account.id"],
            name=op.f("fk_text_template_written_by_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_template")),
    )
    op.create_index(
        op.f("ix_text_template_kind_key_procedure_code_version"),
        "text_template",
        ["kind", "key", "procedure_code", "version"],
        unique=True,
    )
    op.create_index(
        op.f("ix_text_template_kind_procedure_code_state"),
        "text_template",
        ["kind", "procedure_code", "state"],
        unique=False,
    )
    op.add_column(
        "dossier",
        sa.Column("channel", sa.Text(), server_default="online", nullable=False),
    )
    op.add_column("dossier", sa.Column("begun_by_id", sa.Uuid(), nullable=True))
    op.add_column("dossier", sa.Column("suspended_since", MOMENT(), nullable=True))
    op.add_column("dossier", sa.Column("ended_at", MOMENT(), nullable=True))
    op.create_index(
        op.f("ix_dossier_begun_by_id"), "dossier", ["begun_by_id"], unique=False
    )
    op.create_foreign_key(
        op.f("fk_dossier_begun_by_id_account"),
        "dossier",
        "account",
        ["begun_by_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint(
        op.f("fk_dossier_begun_by_id_account"), "dossier", type_="foreignkey"
    )
    op.drop_index(op.f("ix_dossier_begun_by_id"), table_name="dossier")
    op.drop_column("dossier", "ended_at")
    op.drop_column("dossier", "suspended_since")
    op.drop_column("dossier", "begun_by_id")
    op.drop_column("dossier", "channel")
    op.drop_index(
        op.f("ix_text_template_kind_procedure_code_state"), table_name="text_template"
    )
    op.drop_index(
        op.f("ix_text_template_kind_key_procedure_code_version"),
        table_name="text_template",
    )
    op.drop_table("text_template")
    op.drop_index(op.f("ix_office_week_agency_id_valid_from"), table_name="office_week")
    op.drop_table("office_week")
    op.drop_index("uq_calendar_day", table_name="calendar_day")
    op.drop_index(op.f("ix_calendar_day_day"), table_name="calendar_day")
    op.drop_table("calendar_day")
