"""Do the jobs nobody waits for, until told to stop."""

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor

import click
from procrastinate import App

from commands.database import database

CONCURRENCY = 2
PULLS = 4  # jobs by the clock that read from other systems
LONGEST_JOB_AT_STOP = 4.0  # the supervisor waits a little longer than this


async def work() -> None:
    """Take jobs as they come; SIGTERM lets the running ones finish.

    What waits for other systems has hands of its own, for each system as many as it
    may ever fill: one that hangs keeps neither a code from a phone nor the others
    waiting (OB-6). If a listener dies with the database the worker ends, and the
    supervisor starts it again.
    """
    # After the database is named; these bind every job to the worker's app.
    import services.tasks
    import services.timetable
    import services.timetable_of_systems  # noqa: F401
    from services.jobs import HERE, OUTWARD
    from services.logs import configure_logs
    from services.outbox.models import Outward
    from services.outbox.rules import MOST_AT_ONCE
    from services.worker_app import app

    configure_logs()
    async with app.open_async():
        hands = {HERE: CONCURRENCY, OUTWARD: MOST_AT_ONCE * len(Outward) + PULLS}
        await _work_on(app, hands)


async def _work_on(app: App, hands: dict[str, int]) -> None:
    """Let each queue have its hands; the first that ends ends them all."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(sum(hands.values()), "jobs"))
    workers = [
        asyncio.create_task(
            app.run_worker_async(
                queues=[queue],
                concurrency=count,
                listen_notify=True,
                install_signal_handlers=False,
                shutdown_graceful_timeout=LONGEST_JOB_AT_STOP,
            )
        )
        for queue, count in hands.items()
    ]
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, workers)
    await asyncio.wait(workers, return_when=asyncio.FIRST_COMPLETED)
    _stop(workers)
    for ended in await asyncio.gather(*workers, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended


def _stop(workers: list[asyncio.Task[None]]) -> None:
    """Have each finish what it has in its hands, and take no more."""
    for one in workers:
        one.cancel()


@click.command
def worker() -> None:
    """Do the jobs nobody waits for."""
    with database():
        asyncio.run(work())
