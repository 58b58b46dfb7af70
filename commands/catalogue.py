"""Import the national catalogue, and ask it from the command line."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from psycopg.errors import UndefinedColumn, UndefinedTable
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn
from rich.table import Table
from sqlalchemy.exc import ProgrammingError

from commands.database import database
from commands.migrate import upgrade

if TYPE_CHECKING:
    from services.procedures.import_catalogue import Imported

SHOWN_REFUSALS = 20
NO_TABLES = (
    "This database holds no catalogue yet. Run `manage.py migrate`, and then "
    "`manage.py seed` or `manage.py catalogue import FILES`."
)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group
def catalogue() -> None:
    """Import and search the catalogue of procedures."""


@catalogue.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
def import_files(files: tuple[Path, ...]) -> None:
    """Import list.jsonl.gz and details.jsonl.gz of the national portal.

    Every record is imported or refused with its reason; importing again changes nothing.
    A database without tables, or with those of an earlier release, gets them first.
    """
    with database():
        upgrade()
        from services.procedures.import_catalogue import import_catalogue
        from services.procedures.reading import count_lines
        from services.runtime import open_work
        from services.work import SYSTEM

        console = Console(stderr=True)
        columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console) as progress:
            task = progress.add_task("", total=sum(map(count_lines, files)))
            with open_work(SYSTEM) as work:
                result = import_catalogue(
                    work, list(files), lambda lines: progress.advance(task, lines)
                )
        report(result)


@contextmanager
def tables_needed() -> Iterator[None]:
    """Say what to do about a database without the tables of this release."""
    try:
        yield
    except ProgrammingError as error:
        if not isinstance(error.orig, UndefinedTable | UndefinedColumn):
            raise
        raise click.ClickException(NO_TABLES) from error


def report(result: "Imported") -> None:
    """Print what was taken, what was refused and what the source has wrong."""
    import services.procedures

    folder = Path(services.procedures.__file__).parent
    words = tomllib.loads((folder / "remarks.toml").read_text("utf-8"))
    console = Console()
    console.print(
        f"Read {result.read}, imported {result.imported} "
        f"(changed {result.changed}), refused {len(result.refused)}."
    )
    table = Table("Remark", "Records", title="What the source has wrong")
    for reason, count in result.remarks:
        table.add_row(words["remark"][reason].format(value="…"), str(count))
    console.print(table)
    for one in result.refused[:SHOWN_REFUSALS]:
        said = words["refused"][one.reason].format(value=one.value)
        console.print(f"{one.file}:{one.line}: {said}", markup=False)
    if len(result.refused) > SHOWN_REFUSALS:
        for reason, count in Counter(r.reason for r in result.refused).most_common():
            said = words["refused"][reason].format(value="…")
            console.print(f"{count} × {said}", markup=False)


@catalogue.command
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def search(query: str, limit: int, as_json: bool) -> None:
    """Search as the portal does."""
    with database():
        from services.procedures.search_procedures import Search, search_procedures
        from services.runtime import open_work
        from services.work import SYSTEM

        with tables_needed(), open_work(SYSTEM) as work:
            found = search_procedures(work, Search(text=query, limit=limit))
    if not as_json and found.understood_as:
        click.echo(f"≈ {found.understood_as}")
    for hit in found.hits:
        name = hit.row.name
        if as_json:
            record = {"code": hit.row.code, "name": name, "score": hit.score}
            click.echo(json.dumps(record, ensure_ascii=False))
        else:
            click.echo(f"{hit.row.code}  {hit.score:.3f}  {name}")
