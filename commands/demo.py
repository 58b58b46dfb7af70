"""Print where the portal answers and whom one can be in the demonstration."""

import dataclasses
import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

COLUMNS = ("kind", "name", "sign_in", "password", "totp_secret")


def as_record(value: Any) -> dict[str, Any]:  # a dataclass or a mapping
    """Return what the demonstration says as plain data."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return dict(value)


def read_demonstration() -> dict[str, Any]:  # of str, and a list of records
    """Ask the portal for its demonstration."""
    from services.demo import demonstration  # it reads the settings

    record = as_record(demonstration())
    record["accounts"] = [as_record(account) for account in record["accounts"]]
    return record


@click.command
@click.option("--json", "as_json", is_flag=True, help="for a program to read")
def demo(as_json: bool) -> None:
    """Print the addresses and the demonstration accounts."""
    record = read_demonstration()
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    table = Table(*COLUMNS, box=None, pad_edge=False)
    for account in record["accounts"]:
        table.add_row(*(str(account.get(column) or "") for column in COLUMNS))
    click.echo(f"portal   {record['portal']}\nsandbox  {record['sandbox']}\n")
    Console(width=140, highlight=False, markup=False).print(table)
