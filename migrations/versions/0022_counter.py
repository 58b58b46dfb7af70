"""The counter: walk-in people, drafts typed there, queue tickets.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "ticket_counter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_ticket_counter_agency_id_agency"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_counter")),
    )
    op.create_index(
        op.f("ix_ticket_counter_agency_id_day"),
        "ticket_counter",
        ["agency_id", "day"],
        unique=True,
    )
    op.create_table(
        "person_asked",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("number_key", TEXT(), nullable=False),
        sa.Column("facts_key", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_person_asked_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["account.id"],
            name=op.f("fk_person_asked_officer_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_asked")),
    )
    op.create_index(
        op.f("ix_person_asked_officer_id_at"),
        "person_asked",
        ["officer_id", "at"],
        unique=False,
    )
    op.create_table(
        "walk_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("waiting_for", TEXT(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", MOMENT(), nullable=False),
        sa.Column("adopted_by_id", sa.Uuid(), nullable=True),
        sa.Column("adopted_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_walk_in_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["adopted_by_id"],
            ["account.id"],
            name=op.f("fk_walk_in_adopted_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_walk_in_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["account.id"], name=op.f("fk_walk_in_made_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walk_in")),
        sa.UniqueConstraint("account_id", name=op.f("uq_walk_in_account_id")),
    )
    op.create_index(
        op.f("ix_walk_in_waiting_for"), "walk_in", ["waiting_for"], unique=False
    )
    op.create_table(
        "counter_paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("component_code", TEXT(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("certified", sa.Integer(), nullable=False),
        sa.Column("plain", sa.Integer(), nullable=False),
        sa.Column("is_compared", sa.Boolean(), nullable=False),
        sa.Column("opened", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_counter_paper_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_counter_paper_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_paper")),
    )
    op.create_index(
        op.f("ix_counter_paper_dossier_id_component_code"),
        "counter_paper",
        ["dossier_id", "component_code"],
        unique=True,
    )
    op.create_table(
        "queue_ticket",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("business", TEXT(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("taken_at", MOMENT(), nullable=False),
        sa.Column("called_at", MOMENT(), nullable=True),
        sa.Column("called_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_queue_ticket_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["called_by_id"],
            ["account.id"],
            name=op.f("fk_queue_ticket_called_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_queue_ticket_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_ticket")),
    )
    op.create_index(
        op.f("ix_queue_ticket_agency_id_day_number"),
        "queue_ticket",
        ["agency_id", "day", "number"],
        unique=True,
    )
    op.create_index(
        op.f("ix_queue_ticket_agency_id_day_state"),
        "queue_ticket",
        ["agency_id", "day", "state"],
        unique=False,
    )
    op.create_table(
        "counter_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", MOMENT(), nullable=False),
        sa.Column("is_carried", sa.Boolean(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column("ticket_id", sa.Uuid(), nullable=True),
        sa.Column("to_verify", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verified_at", MOMENT(), nullable=True),
        sa.Column(
            "differences", postgresql.JSONB(astext_type=sa.Text()), nullable=False
        ),
        sa.Column("pair_hash", TEXT(), nullable=False),
        sa.Column("screen_hash", TEXT(), nullable=False),
        sa.Column("screen_until", MOMENT(), nullable=True),
        sa.Column("shown_version", sa.Integer(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=True),
        sa.Column("consented_at", MOMENT(), nullable=True),
        sa.Column("signature_file_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_counter_case_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_counter_case_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"],
            ["account.id"],
            name=op.f("fk_counter_case_opened_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"],
            ["queue_ticket.id"],
            name=op.f("fk_counter_case_ticket_id_queue_ticket"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_case")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_counter_case_dossier_id")),
    )
    op.create_index(
        op.f("ix_counter_case_batch_id"), "counter_case", ["batch_id"], unique=False
    )
    op.create_index(
        op.f("ix_counter_case_pair_hash"), "counter_case", ["pair_hash"], unique=False
    )
    op.create_index(
        op.f("ix_counter_case_screen_hash"),
        "counter_case",
        ["screen_hash"],
        unique=False,
    )
    op.add_column(
        "account", sa.Column("contact_phone", TEXT(), server_default="", nullable=False)
    )
    op.add_column(
        "received_copy",
        sa.Column(
            "beside",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.add_column("dossier", sa.Column("counter_agency_id", sa.Uuid(), nullable=True))
    op.add_column("dossier", sa.Column("counter_officer_id", sa.Uuid(), nullable=True))
    op.add_column("dossier", sa.Column("counter_until", MOMENT(), nullable=True))
    op.create_index(
        "ix_dossier_counter",
        "dossier",
        ["counter_agency_id", "updated_at"],
        unique=False,
        postgresql_where=sa.text("status = 'draft'"),
    )
    op.create_foreign_key(
        op.f("fk_dossier_counter_agency_id_agency"),
        "dossier",
        "agency",
        ["counter_agency_id"],
        ["id"],
    )
    op.create_foreign_key(
        op.f("fk_dossier_counter_officer_id_account"),
        "dossier",
        "account",
        ["counter_officer_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint(
        op.f("fk_dossier_counter_officer_id_account"), "dossier", type_="foreignkey"
    )
    op.drop_constraint(
        op.f("fk_dossier_counter_agency_id_agency"), "dossier", type_="foreignkey"
    )
    op.drop_index(
        "ix_dossier_counter",
        table_name="dossier",
        postgresql_where=sa.text("status = 'draft'"),
    )
    op.drop_column("dossier", "counter_until")
    op.drop_column("dossier", "counter_officer_id")
    op.drop_column("dossier", "counter_agency_id")
    op.drop_column("received_copy", "beside")
    op.drop_column("account", "contact_phone")
    op.drop_index(op.f("ix_counter_case_screen_hash"), table_name="counter_case")
    op.drop_index(op.f("ix_counter_case_pair_hash"), table_name="counter_case")
    op.drop_index(op.f("ix_counter_case_batch_id"), table_name="counter_case")
    op.drop_table("counter_case")
    op.drop_index(
        op.f("ix_queue_ticket_agency_id_day_state"), table_name="queue_ticket"
    )
    op.drop_index(
        op.f("ix_queue_ticket_agency_id_day_number"), table_name="queue_ticket"
    )
    op.drop_table("queue_ticket")
    op.drop_index(
        op.f("ix_counter_paper_dossier_id_component_code"), table_name="counter_paper"
    )
    op.drop_table("counter_paper")
    op.drop_index(op.f("ix_walk_in_waiting_for"), table_name="walk_in")
    op.drop_table("walk_in")
    op.drop_index(op.f("ix_person_asked_officer_id_at"), table_name="person_asked")
    op.drop_table("person_asked")
    op.drop_index(op.f("ix_ticket_counter_agency_id_day"), table_name="ticket_counter")
    op.drop_table("ticket_counter")
