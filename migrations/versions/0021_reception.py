"""Reception: kinds of copies, persons compared, a wish for a dossier, usual faults.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime


def upgrade() -> None:
    op.add_column(
        "component_verdict",
        sa.Column("reason_key", TEXT(), server_default="", nullable=False),
    )
    op.add_column("reception_hold", sa.Column("asked_by_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_reception_hold_asked_by_id_account"),
        "reception_hold",
        "account",
        ["asked_by_id"],
        ["id"],
    )
    _received_copy()
    _person_check()
    _common_fault()


def _received_copy() -> None:
    op.create_table(
        "received_copy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("component_code", TEXT(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("is_compared", sa.Boolean(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["account.id"], name=op.f("fk_received_copy_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_received_copy_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_copy")),
    )
    op.create_index(
        op.f("ix_received_copy_dossier_id_component_code"),
        "received_copy",
        ["dossier_id", "component_code"],
        unique=True,
    )


def _person_check() -> None:
    op.create_table(
        "person_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verify_later", sa.Boolean(), nullable=False),
        sa.Column("asked_at", MOMENT(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["account.id"],
            name=op.f("fk_person_check_asked_by_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_person_check_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_check")),
    )
    op.create_index(
        op.f("ix_person_check_dossier_id_person"),
        "person_check",
        ["dossier_id", "person"],
        unique=True,
    )
    op.create_index(
        "ix_person_check_waiting",
        "person_check",
        ["asked_at"],
        unique=False,
        postgresql_where=sa.text("verify_later"),
    )


def _common_fault() -> None:
    op.create_table(
        "common_fault",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", TEXT(), nullable=False),
        sa.Column("label", TEXT(), nullable=False),
        sa.Column("reason_key", TEXT(), nullable=False),
        sa.Column("reason", TEXT(), nullable=False),
        sa.Column("how_to", TEXT(), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("counted_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedure.id"],
            name=op.f("fk_common_fault_procedure_id_procedure"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_common_fault")),
    )
    op.create_index(
        op.f("ix_common_fault_procedure_id_level_source_target_reason_key"),
        "common_fault",
        ["procedure_id", "level", "source", "target", "reason_key"],
        unique=True,
    )


def downgrade() -> None:
    op.drop_table("common_fault")
    op.drop_table("person_check")
    op.drop_table("received_copy")
    op.drop_constraint(
        op.f("fk_reception_hold_asked_by_id_account"),
        "reception_hold",
        type_="foreignkey",
    )
    op.drop_column("reception_hold", "asked_by_id")
    op.drop_column("component_verdict", "reason_key")
