"""The one command line: a command's module is imported only when it is used."""

import importlib
import importlib.util
import os
import sys
from pathlib import Path

import click
from dotenv import load_dotenv

ROOT = Path(__file__).resolve().parent
COMMANDS = {
    "run": "start everything: database, sandbox, worker, portal",
    "dev": "the same with hot reload of the pages",
    "build": "build the pages if what they are made of changed",
    "migrate": "bring the database to the newest schema",
    "seed": "load the province's reference data and demonstration people",
    "demo": "print the addresses and the demonstration accounts",
    "worker": "do the jobs nobody waits for",
    "catalogue": "import and search the catalogue of procedures",
    "audit": "prove that nobody changed the audit trail",
    "officer": "make the first administrator, unlock an officer",
    "bench": "measure the portal under load",
}


class LazyGroup(click.Group):
    """A group whose list needs no import and whose commands are found by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [n for n in COMMANDS if importlib.util.find_spec(f"commands.{n}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = getattr(importlib.import_module(f"commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(n, COMMANDS[n]) for n in self.list_commands(ctx)])


def name_other_ports() -> None:
    """Let the addresses follow a port that was moved, unless they are given."""
    moved = {"DVC_PORT": "DVC_PUBLIC_URL", "SANDBOX_PORT": "DVC_SANDBOX_URL"}
    for port, address in moved.items():
        if number := os.environ.get(port):
            os.environ.setdefault(address, f"http://localhost:{number}")


@click.group(cls=LazyGroup)
def main() -> None:
    """Run, feed and look after the portal."""
    os.chdir(ROOT)
    load_dotenv(ROOT / ".env")
    name_other_ports()
    tools = Path(sys.executable).parent
    os.environ["PATH"] = f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}"


if __name__ == "__main__":
    main()
