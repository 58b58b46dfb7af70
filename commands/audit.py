"""Look after the audit trail from the command line."""

import json
from dataclasses import asdict

import click

from commands.database import database


@click.group
def audit() -> None:
    """Prove that nobody changed the audit trail."""


@audit.command
def verify() -> None:
    """Recompute the whole chain; end with 1 when anything is wrong."""
    with database():
        from services.audit.verify_trail import verify_trail  # once it is named
        from services.runtime import run
        from services.work import SYSTEM

        report = run(SYSTEM, verify_trail)
    click.echo(f"{report.links} entries, {report.heads} signed heads.")
    for problem in report.problems:
        click.echo(f"{problem.kind} at {problem.seq}")
    if report.problems:
        raise click.ClickException("The trail is not what it was.")
    click.echo("Nothing was changed.")


@audit.command
def head() -> None:
    """Sign and publish the head of the chain now, and print it to be kept elsewhere."""
    with database():
        from services.audit.publish_head import publish_head  # once it is named
        from services.runtime import run
        from services.work import SYSTEM

        published = run(SYSTEM, publish_head)
    click.echo(json.dumps(asdict(published)) if published else "The trail is empty.")
