"""Every entry of the audit trail is a link of one chain.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LOCK = 7_206_002  # one transaction at a time adds to the chain, at its commit


def upgrade() -> None:
    op.add_column(
        "audit_entry",
        sa.Column(
            "state_digest",
            sqlmodel.sql.sqltypes.AutoString(),
            server_default="",
            nullable=False,
        ),
    )
    op.create_table(
        "audit_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("previous_hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["audit_entry.id"],
            name=op.f("fk_audit_link_entry_id_audit_entry"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_link")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_audit_link_entry_id")),
        sa.UniqueConstraint("seq", name=op.f("uq_audit_link_seq")),
    )
    op.execute(
        """
        create function audit_line(entry audit_entry) returns text
        language sql stable as $$
          select concat_ws(E'\\n', entry.id::text,
            to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
            coalesce(entry.account_id::text, ''), coalesce(entry.session_id::text, ''),
            coalesce(entry.agency_id::text, ''), coalesce(entry.person_id::text, ''),
            entry.act, coalesce(entry.subject_id::text, ''), entry.outcome,
            entry.details::text, entry.state_digest)
        $$
        """
    )
    op.execute(
        f"""
        create function chain_audit_entry() returns trigger language plpgsql as $$
        declare place bigint; previous text;
        begin
          perform pg_advisory_xact_lock({LOCK});
          select seq, hash into place, previous
            from audit_link order by seq desc limit 1;
          previous := coalesce(previous, repeat('0', 64));
          insert into audit_link (id, seq, entry_id, previous_hash, hash)
            values (gen_random_uuid(), coalesce(place, 0) + 1, new.id, previous,
              encode(sha256(convert_to(
                previous || E'\\n' || audit_line(new), 'UTF8')), 'hex'));
          return null;
        end $$
        """
    )
    op.execute(
        "create constraint trigger audit_entry_chain after insert on audit_entry "
        "deferrable initially deferred "
        "for each row execute function chain_audit_entry()"
    )
    op.execute(
        "create trigger audit_link_append_only "
        "before update or delete or truncate on audit_link "
        "for each statement execute function refuse_change()"
    )


def downgrade() -> None:
    op.execute("drop trigger audit_link_append_only on audit_link")
    op.execute("drop trigger audit_entry_chain on audit_entry")
    op.execute("drop function chain_audit_entry()")
    op.execute("drop function audit_line(audit_entry)")
    op.drop_table("audit_link")
    op.drop_column("audit_entry", "state_digest")
