"""Places, present and former.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("full_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("parent_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("folded", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("code", name=op.f("uq_place_code")),
    )
    op.create_index(op.f("ix_place_parent_code"), "place", ["parent_code"])
    op.create_index(
        "ix_place_folded_trgm",
        "place",
        ["folded"],
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_table(
        "former_place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("district", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("province", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("folded", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("keys", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("district_keys", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("province_keys", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("province_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("successors", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_place")),
        sa.UniqueConstraint("code", name=op.f("uq_former_place_code")),
    )
    op.create_index(
        op.f("ix_former_place_province_code"), "former_place", ["province_code"]
    )
    op.create_index(
        "ix_former_place_folded_trgm",
        "former_place",
        ["folded"],
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_index(
        "ix_former_place_keys", "former_place", ["keys"], postgresql_using="gin"
    )
    op.create_table(
        "places_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places_version")),
    )


def downgrade() -> None:
    op.drop_table("places_version")
    op.drop_index("ix_former_place_keys", table_name="former_place")
    op.drop_index("ix_former_place_folded_trgm", table_name="former_place")
    op.drop_index(op.f("ix_former_place_province_code"), table_name="former_place")
    op.drop_table("former_place")
    op.drop_index("ix_place_folded_trgm", table_name="place")
    op.drop_index(op.f("ix_place_parent_code"), table_name="place")
    op.drop_table("place")
