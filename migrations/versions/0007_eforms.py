"""Electronic forms in versions, and the one each dossier began with.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "eform",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("digest", TEXT(), nullable=False),
        sa.Column(
            "definition", postgresql.JSONB(astext_type=sa.Text()), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eform")),
        sa.UniqueConstraint("digest", name=op.f("uq_eform_digest")),
    )
    op.create_index(op.f("ix_eform_code"), "eform", ["code"])
    op.create_table(
        "procedure_eform",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_code", TEXT(), nullable=False),
        sa.Column("eform_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["eform_id"], ["eform.id"], name=op.f("fk_procedure_eform_eform_id_eform")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_eform")),
    )
    op.create_index(op.f("ix_procedure_eform_eform_id"), "procedure_eform", ["eform_id"])
    op.create_index(
        op.f("ix_procedure_eform_procedure_code_eform_id"),
        "procedure_eform",
        ["procedure_code", "eform_id"],
        unique=True,
    )
    op.add_column("dossier", sa.Column("eform_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_dossier_eform_id_eform"), "dossier", "eform", ["eform_id"], ["id"]
    )
    op.create_index(op.f("ix_dossier_eform_id"), "dossier", ["eform_id"])
    op.add_column(
        "dossier",
        sa.Column(
            "office_answers",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("dossier", "office_answers")
    op.drop_index(op.f("ix_dossier_eform_id"), table_name="dossier")
    op.drop_constraint(op.f("fk_dossier_eform_id_eform"), "dossier", type_="foreignkey")
    op.drop_column("dossier", "eform_id")
    op.drop_table("procedure_eform")
    op.drop_table("eform")
