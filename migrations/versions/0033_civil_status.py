"""Civil status and interlinked services.

Revision ID: 0033
Revises: 0032
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.alter_column("walk_in", "made_by_id", nullable=True)
    op.add_column(
        "result",
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )
    op.create_table(
        "civil_status_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("module", TEXT(), nullable=False),
        sa.Column("unit", TEXT(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("words", TEXT(), nullable=False),
        sa.Column("supplement_by", sa.Date(), nullable=True),
        sa.Column("declared_at", MOMENT(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=True),
        sa.Column("changed_at", MOMENT(), nullable=False),
        sa.Column("number", TEXT(), nullable=False),
        sa.Column("book", TEXT(), nullable=False),
        sa.Column("page", TEXT(), nullable=False),
        sa.Column("personal_number", TEXT(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("registrar", TEXT(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("note", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_civil_status_case_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["stored_file.id"],
            name=op.f("fk_civil_status_case_file_id_stored_file"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_civil_status_case")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_civil_status_case_dossier_id")),
    )
    op.create_index(
        "ix_civil_status_case_open",
        "civil_status_case",
        ["module", "asked_at"],
        postgresql_where=sa.text("state not in ('done', 'refused')"),
    )
    op.create_table(
        "arrived_bundle",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("their_id", TEXT(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("door", TEXT(), nullable=False),
        sa.Column("unit", TEXT(), nullable=False),
        sa.Column("procedure", TEXT(), nullable=False),
        sa.Column("module", TEXT(), nullable=False),
        sa.Column("technical_id", TEXT(), nullable=False),
        sa.Column("received_at", MOMENT(), nullable=False),
        sa.Column("arrived_at", MOMENT(), nullable=False),
        sa.Column("parked", TEXT(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.Column("acknowledged_at", MOMENT(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_arrived_bundle_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrived_bundle")),
        sa.UniqueConstraint("their_id", name=op.f("uq_arrived_bundle_their_id")),
        sa.UniqueConstraint("code", name=op.f("uq_arrived_bundle_code")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_arrived_bundle_dossier_id")),
    )


def downgrade() -> None:
    op.drop_table("arrived_bundle")
    op.drop_table("civil_status_case")
    op.drop_column("result", "facts")
    op.alter_column("walk_in", "made_by_id", nullable=False)
