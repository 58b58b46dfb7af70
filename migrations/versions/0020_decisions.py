"""Slips as they were issued, and decisions with the leader's word.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "slip",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("form_set", sa.Text(), nullable=False),
        sa.Column("reference", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued_at", MOMENT(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("officer_name", TEXT(), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("digest", TEXT(), nullable=False),
        sa.Column("revoked_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_slip_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_slip_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["account.id"], name=op.f("fk_slip_officer_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
    )
    op.create_index(
        op.f("ix_slip_agency_id_kind_year_number"),
        "slip",
        ["agency_id", "kind", "year", "number"],
        unique=True,
    )
    op.create_index(
        op.f("ix_slip_dossier_id_kind_reference"),
        "slip",
        ["dossier_id", "kind", "reference"],
        unique=True,
    )
    op.create_table(
        "slip_counter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_slip_counter_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_counter")),
    )
    op.create_index(
        op.f("ix_slip_counter_agency_id_kind_year"),
        "slip_counter",
        ["agency_id", "kind", "year"],
        unique=True,
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("refusal", TEXT(), nullable=False),
        sa.Column("template_key", TEXT(), nullable=False),
        sa.Column("ground", TEXT(), nullable=False),
        sa.Column("legal_basis", TEXT(), nullable=False),
        sa.Column("what_next", TEXT(), nullable=False),
        sa.Column("came_from", sa.Text(), nullable=False),
        sa.Column("stage", TEXT(), nullable=False),
        sa.Column("gives_back", sa.Boolean(), nullable=False),
        sa.Column("due_before", MOMENT(), nullable=True),
        sa.Column("new_due", MOMENT(), nullable=True),
        sa.Column("why_late", TEXT(), nullable=False),
        sa.Column("to_agency_id", sa.Uuid(), nullable=True),
        sa.Column("to_agency_name", TEXT(), nullable=False),
        sa.Column("from_agency_name", TEXT(), nullable=False),
        sa.Column("proposed_by_id", sa.Uuid(), nullable=False),
        sa.Column("proposed_by_name", TEXT(), nullable=False),
        sa.Column("proposed_at", MOMENT(), nullable=False),
        sa.Column("needs_leader", sa.Boolean(), nullable=False),
        sa.Column("decided_by_id", sa.Uuid(), nullable=True),
        sa.Column("decided_by_name", TEXT(), nullable=False),
        sa.Column("decided_at", MOMENT(), nullable=True),
        sa.Column("declined_reason", TEXT(), nullable=False),
        sa.Column("intent", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_decision_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["account.id"],
            name=op.f("fk_decision_decided_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_decision_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["account.id"],
            name=op.f("fk_decision_proposed_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["to_agency_id"],
            ["agency.id"],
            name=op.f("fk_decision_to_agency_id_agency"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(
        op.f("ix_decision_agency_id_state_proposed_at"),
        "decision",
        ["agency_id", "state", "proposed_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_decision_dossier_id"), "decision", ["dossier_id"], unique=False
    )
    op.create_index(
        op.f("ix_decision_dossier_id_intent"),
        "decision",
        ["dossier_id", "intent"],
        unique=True,
    )
    op.create_index(
        "uq_decision_open",
        "decision",
        ["dossier_id"],
        unique=True,
        postgresql_where=sa.text("state = 'proposed'"),
    )


def downgrade() -> None:
    op.drop_index(
        op.f("ix_decision_agency_id_state_proposed_at"), table_name="decision"
    )
    op.drop_index(op.f("ix_decision_dossier_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_dossier_id_intent"), table_name="decision")
    op.drop_index(
        "uq_decision_open",
        table_name="decision",
        postgresql_where=sa.text("state = 'proposed'"),
    )
    op.drop_table("decision")
    op.drop_index(
        op.f("ix_slip_counter_agency_id_kind_year"), table_name="slip_counter"
    )
    op.drop_table("slip_counter")
    op.drop_index(op.f("ix_slip_agency_id_kind_year_number"), table_name="slip")
    op.drop_index(op.f("ix_slip_dossier_id_kind_reference"), table_name="slip")
    op.drop_table("slip")
