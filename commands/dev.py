"""Start the portal for those who change it: pages follow their source."""

import sys

import click

from commands.build import build_environment, forget
from commands.places import ROOT, portal_port
from commands.processes import Child
from commands.supervise import Supervisor

BACKEND_PORT = 8000


@click.command
def dev() -> None:
    """Start everything, with hot reload of the pages."""
    forget()  # the development server writes where the built pages lie
    serve = [sys.executable, "-m", "reflex", "run", "--env", "dev"]
    serve += ["--backend-host", "127.0.0.1"]
    ports = ["--frontend-port", str(portal_port()), "--backend-port", str(BACKEND_PORT)]
    environment = build_environment() | {"REFLEX_BACKEND_PORT": str(BACKEND_PORT)}
    portal = Child("portal", [*serve, *ports], ROOT, None, environment)
    Supervisor(portal, build=False).run()
