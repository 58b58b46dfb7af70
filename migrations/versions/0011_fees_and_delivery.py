"""Fee rules, deliveries and co-signatures.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fee_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("procedure_code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("code", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "definition", postgresql.JSONB(astext_type=sa.Text()), nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fee_rule")),
    )
    op.create_index(
        op.f("ix_fee_rule_procedure_code_code_valid_from"),
        "fee_rule",
        ["procedure_code", "code", "valid_from"],
        unique=True,
    )
    op.create_table(
        "postal_delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("leg", sa.Text(), nullable=False),
        sa.Column("order_number", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("person_phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("person_address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("person_commune", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit_name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit_phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("unit_address", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("pickup_day", sa.Date(), nullable=True),
        sa.Column("pickup_part", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("parcel", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_word", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_event_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("refusal", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("ordered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_postal_delivery_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postal_delivery")),
        sa.UniqueConstraint(
            "order_number", name=op.f("uq_postal_delivery_order_number")
        ),
    )
    op.create_index(
        op.f("ix_postal_delivery_dossier_id_leg"),
        "postal_delivery",
        ["dossier_id", "leg"],
        unique=True,
    )
    op.create_index(
        op.f("ix_postal_delivery_state_created_at"),
        "postal_delivery",
        ["state", "created_at"],
        unique=False,
    )
    op.create_table(
        "post_cursor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("last_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("read_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_cursor")),
        sa.UniqueConstraint("name", name=op.f("uq_post_cursor_name")),
    )
    op.create_table(
        "postal_quote",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("journey", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.Column("quoted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postal_quote")),
        sa.UniqueConstraint("journey", name=op.f("uq_postal_quote_journey")),
    )
    op.create_table(
        "cosign_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("dossier_id", sa.Uuid(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("phone", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("code_request_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("digest", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("signed", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_cosign_request_account_id_account"),
        ),
        sa.ForeignKeyConstraint(
            ["code_request_id"],
            ["code_request.id"],
            name=op.f("fk_cosign_request_code_request_id_code_request"),
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name=op.f("fk_cosign_request_dossier_id_dossier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cosign_request")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_cosign_request_token_hash")),
    )
    op.create_index(
        op.f("ix_cosign_request_dossier_id"),
        "cosign_request",
        ["dossier_id"],
        unique=False,
    )
    op.create_index(
        "uq_cosign_request_dossier_id_open",
        "cosign_request",
        ["dossier_id"],
        unique=True,
        postgresql_where=sa.text("state in ('asked', 'signed')"),
    )
    op.add_column(
        "procedure",
        sa.Column(
            "cosign",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_column("procedure", "cosign")
    op.drop_index("uq_cosign_request_dossier_id_open", table_name="cosign_request")
    op.drop_index(op.f("ix_cosign_request_dossier_id"), table_name="cosign_request")
    op.drop_table("cosign_request")
    op.drop_table("postal_quote")
    op.drop_table("post_cursor")
    op.drop_index(
        op.f("ix_postal_delivery_state_created_at"), table_name="postal_delivery"
    )
    op.drop_index(
        op.f("ix_postal_delivery_dossier_id_leg"), table_name="postal_delivery"
    )
    op.drop_table("postal_delivery")
    op.drop_index(
        op.f("ix_fee_rule_procedure_code_code_valid_from"), table_name="fee_rule"
    )
    op.drop_table("fee_rule")
