"""Do the jobs nobody waits for, until told to stop."""

import asyncio

import click

from commands.database import database

CONCURRENCY = 2
LONGEST_JOB_AT_STOP = 4.0  # the supervisor waits a little longer than this


async def work() -> None:
    """Take jobs as they come; SIGTERM lets the running ones finish.

    If the listener dies with the database the worker ends, and the supervisor
    starts it again.
    """
    # After the database is named; the first two bind every job to the worker's app.
    import services.tasks
    import services.timetable  # noqa: F401
    from services.logs import configure_logs
    from services.worker_app import app

    configure_logs()
    async with app.open_async():
        await app.run_worker_async(
            concurrency=CONCURRENCY,
            listen_notify=True,
            install_signal_handlers=True,
            shutdown_graceful_timeout=LONGEST_JOB_AT_STOP,
        )


@click.command
def worker() -> None:
    """Do the jobs nobody waits for."""
    with database():
        asyncio.run(work())
