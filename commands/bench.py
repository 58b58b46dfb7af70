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
from commands.benching.ground import prepared
from commands.places import data_folder

LONGEST, LONGEST_QUICK = 8 * 60, 2 * 60
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@click.command
@click.option(
    "--quick", is_flag=True, help="fewer dossiers, two minutes beside the build"
)
def bench(quick: bool) -> None:
    """Print ratios, which hold on any machine, and keep them in a file."""
    kept, began = data_folder() / "bench.json", time.monotonic()
    chromium = _chromium()
    _end_after(LONGEST)
    with prepared() as ground:
        from commands.benching.plan import FULL, QUICK, measure  # database is named

        if quick:
            _end_after(LONGEST_QUICK)
        figures = list(measure(ground, QUICK if quick else FULL, chromium))
    signal.alarm(0)
    _keep(kept, figures, quick, time.monotonic() - began)
    Console(width=130, highlight=False, markup=False).print(as_table(figures))
    click.echo(f"\nKept in {kept}")
    if is_over(figures):
        raise click.ClickException("A page is heavier than its budget.")


def _end_after(seconds: int) -> None:
    """End the bench in time, with everything it has started."""

    def end(number: int, frame: FrameType | None) -> None:
        raise click.ClickException(f"The bench did not end within {seconds} s.")

    signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)


def _chromium() -> str:
    for name in (os.environ.get("CHROMIUM", ""), *BROWSERS):
        if path := shutil.which(name):
            return path
    raise click.ClickException("The bench needs Chromium: put it on PATH.")


def _keep(path: Path, figures: list[Figure], quick: bool, seconds: float) -> None:
    record = {
        "quick": quick,
        "seconds": round(seconds),
        "processors": os.cpu_count(),
        "figures": as_records(figures),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
