"""Alembic's environment: the metadata of every domain, the database of the settings."""

from alembic import context
from sqlalchemy import create_engine, pool

from services.core.table import Choice
from services.runtime import database_url
from services.schema import metadata
from services.settings import settings

# Procrastinate keeps its own tables by its own migrations.
FOREIGN_TABLES = "procrastinate_"


def render_item(kind, item, autogen_context):
    """Write enums as the text they are stored as, so revisions import nothing."""
    if kind == "type" and isinstance(item, Choice):
        return "sa.Text()"
    return False


def include_object(item, name, kind, reflected, compare_to):
    """Leave the tables of the job queue alone."""
    return not (kind == "table" and name.startswith(FOREIGN_TABLES))


def url() -> str:
    """Return the database to migrate: the caller's, else the settings'."""
    given = context.config.get_main_option("sqlalchemy.url")
    return given or database_url(settings())


def run_online() -> None:
    """Migrate in one transaction."""
    engine = create_engine(url(), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_item=render_item,
            include_object=include_object,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run_online()
