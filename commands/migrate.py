"""Bring the database to the newest schema; running it again changes nothing."""

import click
from alembic import command
from alembic.config import Config

from commands.database import database
from commands.places import ROOT


@click.command
@click.option("--to", default="head", show_default=True, help="the revision to reach")
def migrate(to: str) -> None:
    """Bring the database to the newest schema."""
    with database():
        upgrade(to)
    click.echo(f"The schema is at {to}.")


def upgrade(to: str = "head") -> None:
    """Bring the named database to a revision."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    command.upgrade(config, to)
