"""The tables of the job queue, as its own release brings them.

Revision ID: 0003
Revises: 0002
"""

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The script holds several statements and percent signs: no parameters.
    connection = op.get_bind().connection.driver_connection
    connection.execute(SchemaManager.get_schema())


def downgrade() -> None:
    raise RuntimeError("The queue's tables hold work that is owed; restore a backup.")
