"""Start the portal as people use it: built pages, one port."""

import click

from commands.places import ROOT, data_folder, portal_port
from commands.processes import Child
from commands.supervise import BUILT, Supervisor, granian


@click.command
def run() -> None:
    """Start everything: database, sandbox, worker, portal."""
    log = data_folder() / "logs" / "portal.log"
    portal = Child("portal", granian(portal_port()), ROOT, log, BUILT)
    Supervisor(portal, build=True).run()
