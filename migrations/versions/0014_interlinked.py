"""Legs of interlinked declarations, and which dossier belongs to which declaration.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bundle_leg",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("declaration_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=False),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("papers", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("groups", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("has_office_part", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["declaration_id"],
            ["dossier.id"],
            name=op.f("fk_bundle_leg_declaration_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_bundle_leg_dossier_id_dossier"),
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedure.id"],
            name=op.f("fk_bundle_leg_procedure_id_procedure"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle_leg")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_bundle_leg_dossier_id")),
    )
    op.create_index(
        op.f("ix_bundle_leg_declaration_id_position"),
        "bundle_leg",
        ["declaration_id", "position"],
        unique=True,
    )
    op.add_column("dossier", sa.Column("declaration_id", sa.Uuid(), nullable=True))
    op.add_column(
        "dossier",
        sa.Column("is_bundle", sa.Boolean(), server_default="false", nullable=False),
    )
    op.create_foreign_key(
        op.f("fk_dossier_declaration_id_dossier"),
        "dossier",
        "dossier",
        ["declaration_id"],
        ["id"],
    )
    op.create_index(
        op.f("ix_dossier_declaration_id"), "dossier", ["declaration_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_dossier_declaration_id"), table_name="dossier")
    op.drop_constraint(
        op.f("fk_dossier_declaration_id_dossier"), "dossier", type_="foreignkey"
    )
    op.drop_column("dossier", "is_bundle")
    op.drop_column("dossier", "declaration_id")
    op.drop_index(
        op.f("ix_bundle_leg_declaration_id_position"), table_name="bundle_leg"
    )
    op.drop_table("bundle_leg")
