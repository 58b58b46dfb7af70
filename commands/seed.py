"""Load reference data and demonstration people; running it again changes nothing."""

import click

from commands.database import database


@click.command
@click.option("--dossiers", type=click.IntRange(min=0), default=0, show_default=True)
def seed(dossiers: int) -> None:
    """Load the province's data, and as many invented dossiers as asked for."""
    with database():
        from services.seed import seed_all  # after the database is named

        seed_all(dossiers=dossiers)
    click.echo("The data is loaded.")
