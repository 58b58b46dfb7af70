"""Officers, from the command line: the first administrator, and a way back in."""

import click

from commands.database import database
from commands.migrate import upgrade


@click.group
def officer() -> None:
    """Make the first administrator, or unlock an officer."""


@officer.command("first-administrator")
@click.option("--name", required=True, help="Full name, as on the papers.")
@click.option("--account", required=True, help="Account name to sign in by.")
def first_administrator(name: str, account: str) -> None:
    """Create the first administrator and print a code good once, for 72 hours.

    Run it twice, for two people: each post given in the portal is confirmed by a
    second administrator. Refused once there are two.
    """
    with database():
        upgrade()
        from dvc_app import routes
        from services.core.clock import local
        from services.core.errors import Conflict, RuleViolation
        from services.officers.create_first_administrator import (
            create_first_administrator,
        )
        from services.runtime import run
        from services.settings import settings
        from services.work import SYSTEM

        try:
            made = run(SYSTEM, create_first_administrator, name, account)
        except Conflict as error:
            raise click.ClickException(
                "There are two administrators already. Others are created in the portal."
            ) from error
        except RuleViolation as error:
            raise click.ClickException(f"Not created: {error}.") from error
        address = settings().public_url.rstrip("/") + routes.OFFICER_ACTIVATE
    click.echo(f"Account:  {made.sign_in_name}")
    click.echo(f"Code:     {made.code}")
    click.echo(
        f"Good until {local(made.expires_at):%d/%m/%Y %H:%M}, once. Open {address}"
    )


@officer.command
@click.argument("account")
def unlock(account: str) -> None:
    """Let a locked, dormant or paused officer sign in again."""
    with database():
        from services.core.errors import Conflict, NotFound
        from services.officers.unlock_by_name import unlock_by_name
        from services.runtime import run
        from services.work import SYSTEM

        try:
            run(SYSTEM, unlock_by_name, account)
        except (NotFound, Conflict) as error:
            raise click.ClickException("No such officer can be unlocked.") from error
    click.echo("The officer may sign in again.")
