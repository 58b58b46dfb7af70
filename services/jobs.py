"""Work nobody waits for: deferred in the transaction that causes it."""

from datetime import datetime

import procrastinate
from sqlmodel import Session

HERE, OUTWARD = "default", "outward"  # queues; in the second a job waits for others


def defer(
    session: Session,
    task: str,
    lock: str | None = None,
    at: datetime | None = None,
    queue: str = HERE,
    **arguments: str | int,
) -> None:
    """Ask the worker for a task by name; a rollback leaves no job behind.

    Jobs with the same lock run one after another, in the order asked; none begins
    before its moment.
    """
    driver = session.connection().connection.driver_connection
    deferring.configure_task(
        name=task, queue=queue, lock=lock, schedule_at=at, connection=driver
    ).defer(**arguments)


# Never opened: every job travels on the connection of the deciding transaction.
deferring = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
