"""Measure the portal against an empty application of the same framework."""

import json
import os
import shutil
import signal
import time
from pathlib import Path
from types import FrameType

import click
from rich.console import Console

from commands.benching.figures import Figure, as_records, as_table, is_over
from commands.benching.ground import prepared, say
from commands.places import data_folder

LONGEST, LONGEST_QUICK = 8 * 60, 2 * 60
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class TimeIsUp(Exception):
    """The bench has lasted as long as it may."""


@click.command
@click.option(
    "--quick", is_flag=True, help="fewer dossiers, two minutes beside the build"
)
def bench(quick: bool) -> None:
    """Print ratios, which hold on any machine, and keep them in a file."""
    kept, began = data_folder() / "bench.json", time.monotonic()
    chromium = _chromium()
    _end_after(LONGEST)
    figures: list[Figure] = []
    is_whole = True
    try:
        with prepared() as ground:
            from commands.benching.plan import FULL, QUICK, measure  # database is named

            if quick:
                _end_after(LONGEST_QUICK)
            for figure in measure(ground, QUICK if quick else FULL, chromium):
                figures.append(figure)
                say(f"  {figure.name}: {figure.portal:,.1f} {figure.unit}")
            signal.alarm(0)
    except TimeIsUp:
        is_whole = False
    record = {"quick": quick, "is_whole": is_whole}
    _keep(kept, figures, record | {"seconds": round(time.monotonic() - began)})
    Console(width=130, highlight=False, markup=False).print(as_table(figures))
    click.echo(f"\nKept in {kept}")
    if not is_whole:
        raise click.ClickException("The time was up: only a part was measured.")
    if is_over(figures):
        raise click.ClickException("A page is heavier than its budget.")


def _end_after(seconds: int) -> None:
    """End the bench in time, with everything it has started."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TimeIsUp

    signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)


def _chromium() -> str:
    for name in (os.environ.get("CHROMIUM", ""), *BROWSERS):
        if path := shutil.which(name):
            return path
    raise click.ClickException("The bench needs Chromium: put it on PATH.")


def _keep(path: Path, figures: list[Figure], record: dict[str, object]) -> None:
    record = record | {"processors": os.cpu_count(), "figures": as_records(figures)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
