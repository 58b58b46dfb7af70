"""Entries older than the chain become its first links, in the order of their time.

Revision ID: 0006
Revises: 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        do $$
        declare entry audit_entry; place bigint := 0; previous text := repeat('0', 64);
          current text;
        begin
          for entry in select * from audit_entry order by at, id loop
            place := place + 1;
            current := encode(sha256(convert_to(
              previous || E'\\n' || audit_line(entry), 'UTF8')), 'hex');
            insert into audit_link (id, seq, entry_id, previous_hash, hash)
              values (gen_random_uuid(), place, entry.id, previous, current);
            previous := current;
          end loop;
        end $$
        """
    )


def downgrade() -> None:
    pass  # the links go with their table
