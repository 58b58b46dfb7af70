"""Results signed on the portal, their numbers, and what was asked of signing services.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.create_table(
        "document_counter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("series", TEXT(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"],
            ["agency.id"],
            name=op.f("fk_document_counter_agency_id_agency"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_counter")),
    )
    op.create_index(
        op.f("ix_document_counter_agency_id_year_series"),
        "document_counter",
        ["agency_id", "year", "series"],
        unique=True,
    )
    op.create_table(
        "freed_number",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("series", TEXT(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_freed_number_agency_id_agency")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freed_number")),
    )
    op.create_index(
        op.f("ix_freed_number_agency_id_year_series_number"),
        "freed_number",
        ["agency_id", "year", "series", "number"],
        unique=True,
    )
    op.create_table(
        "signer_number",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("number", TEXT(), nullable=False),
        sa.Column("told_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_signer_number_account_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signer_number")),
        sa.UniqueConstraint("account_id", name=op.f("uq_signer_number_account_id")),
    )
    op.create_table(
        "signing_batch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("agency_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("intent", TEXT(), nullable=False),
        sa.Column("user", TEXT(), nullable=False),
        sa.Column("signer_name", TEXT(), nullable=False),
        sa.Column("signer_title", TEXT(), nullable=False),
        sa.Column("opinion", TEXT(), nullable=False),
        sa.Column("certificate", TEXT(), nullable=False),
        sa.Column("chain", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("held_as", TEXT(), nullable=False),
        sa.Column("reference", TEXT(), nullable=False),
        sa.Column("code_to_compare", TEXT(), nullable=False),
        sa.Column("fault", TEXT(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("sent_at", MOMENT(), nullable=True),
        sa.Column("until", MOMENT(), nullable=True),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agency.id"], name=op.f("fk_signing_batch_agency_id_agency")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"],
            ["account.id"],
            name=op.f("fk_signing_batch_officer_id_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_batch")),
    )
    op.create_index(
        op.f("ix_signing_batch_officer_id_intent"),
        "signing_batch",
        ["officer_id", "intent"],
        unique=True,
    )
    op.create_index(
        "ix_signing_batch_open",
        "signing_batch",
        ["state"],
        unique=False,
        postgresql_where=sa.text("state in ('asked', 'waiting', 'kept')"),
    )
    op.create_table(
        "signing_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("result_id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fault", TEXT(), nullable=False),
        sa.Column("digest", TEXT(), nullable=False),
        sa.Column("document_digest", TEXT(), nullable=False),
        sa.Column("attributes", TEXT(), nullable=False),
        sa.Column("region_start", sa.Integer(), nullable=False),
        sa.Column("region_end", sa.Integer(), nullable=False),
        sa.Column("ended_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["signing_batch.id"],
            name=op.f("fk_signing_item_batch_id_signing_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_signing_item_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["result_id"], ["result.id"], name=op.f("fk_signing_item_result_id_result")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_item")),
    )
    op.create_index(
        op.f("ix_signing_item_batch_id"), "signing_item", ["batch_id"], unique=False
    )
    op.create_index(
        op.f("ix_signing_item_dossier_id"), "signing_item", ["dossier_id"], unique=False
    )
    op.create_index(
        "uq_signing_item_open",
        "signing_item",
        ["result_id"],
        unique=True,
        postgresql_where=sa.text("state in ('asked', 'waiting', 'kept')"),
    )
    op.create_index(
        "uq_signing_item_signed",
        "signing_item",
        ["result_id"],
        unique=True,
        postgresql_where=sa.text("state = 'signed'"),
    )
    op.add_column(
        "result", sa.Column("form", sa.Text(), server_default="paper", nullable=False)
    )
    op.add_column(
        "result",
        sa.Column(
            "draft",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.add_column(
        "result", sa.Column("series", TEXT(), server_default="", nullable=False)
    )
    op.add_column("result", sa.Column("signed_at", MOMENT(), nullable=True))
    op.add_column("result", sa.Column("signed_by_id", sa.Uuid(), nullable=True))
    op.add_column(
        "result", sa.Column("signer", TEXT(), server_default="", nullable=False)
    )
    op.add_column(
        "result",
        sa.Column(
            "handover",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.add_column(
        "result",
        sa.Column("reminded", sa.Integer(), server_default="0", nullable=False),
    )
    op.add_column("result", sa.Column("corrects_id", sa.Uuid(), nullable=True))
    op.add_column(
        "result", sa.Column("reason", TEXT(), server_default="", nullable=False)
    )
    op.create_foreign_key(
        op.f("fk_result_corrects_id_result"),
        "result",
        "result",
        ["corrects_id"],
        ["id"],
    )
    op.create_foreign_key(
        op.f("fk_result_signed_by_id_account"),
        "result",
        "account",
        ["signed_by_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_constraint(
        op.f("fk_result_signed_by_id_account"), "result", type_="foreignkey"
    )
    op.drop_constraint(
        op.f("fk_result_corrects_id_result"), "result", type_="foreignkey"
    )
    op.drop_column("result", "reason")
    op.drop_column("result", "corrects_id")
    op.drop_column("result", "reminded")
    op.drop_column("result", "handover")
    op.drop_column("result", "signer")
    op.drop_column("result", "signed_by_id")
    op.drop_column("result", "signed_at")
    op.drop_column("result", "series")
    op.drop_column("result", "draft")
    op.drop_column("result", "form")
    op.drop_index(
        "uq_signing_item_signed",
        table_name="signing_item",
        postgresql_where=sa.text("state = 'signed'"),
    )
    op.drop_index(
        "uq_signing_item_open",
        table_name="signing_item",
        postgresql_where=sa.text("state in ('asked', 'waiting', 'kept')"),
    )
    op.drop_index(op.f("ix_signing_item_dossier_id"), table_name="signing_item")
    op.drop_index(op.f("ix_signing_item_batch_id"), table_name="signing_item")
    op.drop_table("signing_item")
    op.drop_index(
        "ix_signing_batch_open",
        table_name="signing_batch",
        postgresql_where=sa.text("state in ('asked', 'waiting', 'kept')"),
    )
    op.drop_index(
        op.f("ix_signing_batch_officer_id_intent"), table_name="signing_batch"
    )
    op.drop_table("signing_batch")
    op.drop_table("signer_number")
    op.drop_index(
        op.f("ix_freed_number_agency_id_year_series_number"), table_name="freed_number"
    )
    op.drop_table("freed_number")
    op.drop_index(
        op.f("ix_document_counter_agency_id_year_series"), table_name="document_counter"
    )
    op.drop_table("document_counter")
