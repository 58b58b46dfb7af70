"""What becomes of a job whose worker is killed: it is begun again (OB-3)."""

import asyncio
import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import procrastinate
import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from services.files.models import FileState, StoredFile
from services.outbox.models import Outward
from services.outbox.owe import send as have_carried
from services.timetable import KILLED_TOO_OFTEN, retry_stalled_jobs
from services.worker_app import app
from tests.conftest import ROOT, make_work
from tests.factories.dossiers import make_draft, make_filing
from tests.services.files.sending import a_pdf, send

PATIENCE = 60.0


@contextmanager
def worker(
    engine: Engine, folder: Path, failpoint: str = ""
) -> Iterator[subprocess.Popen[bytes]]:
    """Let a worker's process live until the block ends."""
    environment = {
        **os.environ,
        "DVC_DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "DVC_DATA_FOLDER": str(folder),
        "DVC_FAILPOINT": failpoint,
    }
    with (
        (folder / "worker.log").open("ab") as log,
        subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "worker"],
            env=environment,
            stdout=log,
            stderr=log,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def announce(engine: Engine, folder: Path) -> UUID:
    """Send a whole file, so that a job to judge it waits."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        filing = make_filing(session)
        draft = make_draft(session, filing)
        work = make_work(session, folder / "files")
        work = dataclasses.replace(work, actor=filing.citizen)
        return send(work, draft.id, a_pdf())


def statuses(engine: Engine, task: str) -> list[str]:
    """Return where the jobs of a task stand."""
    query = text(
        "select status::text from procrastinate_jobs where task_name = :task order by id"
    )
    with engine.connect() as connection:
        return list(connection.execute(query, {"task": task}).scalars())


def let_a_minute_pass(engine: Engine) -> None:
    """Make the dead worker silent for a while, and the periodic tasks due."""
    with engine.begin() as connection:
        connection.execute(
            text(
                "update procrastinate_workers set last_heartbeat = now() - '1m'::interval"
            )
        )
        connection.execute(text("delete from procrastinate_periodic_defers"))


def wait_until(question: Callable[[], bool]) -> None:
    """Ask until the answer is yes."""
    deadline = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.1)


def test_a_job_whose_worker_was_killed_is_done_by_the_next_one(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    file_id = announce(scratch_engine, tmp_path)
    with worker(scratch_engine, tmp_path, failpoint="upload.5") as killed:
        assert killed.wait(PATIENCE) == -signal.SIGKILL
    assert statuses(scratch_engine, "files.inspect_file") == ["doing"]

    let_a_minute_pass(scratch_engine)
    with worker(scratch_engine, tmp_path):
        wait_until(
            lambda: statuses(scratch_engine, "files.inspect_file") == ["succeeded"]
        )

    with Session(scratch_engine) as session:
        assert session.get_one(StoredFile, file_id).state is FileState.ACCEPTED


def test_each_queue_has_hands_and_a_worker_told_to_stop_ends(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    with Session(scratch_engine) as session, session.begin():
        have_carried(make_work(session, tmp_path), uuid4(), [Outward.LAND])
    announce(scratch_engine, tmp_path)
    with worker(scratch_engine, tmp_path) as process:
        for task in ("outbox.carry", "files.inspect_file"):
            wait_until(lambda: statuses(scratch_engine, task) == ["succeeded"])  # noqa: B023
        process.terminate()
        assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    ("attempts", "status"),
    [(0, "todo"), (KILLED_TOO_OFTEN - 1, "todo"), (KILLED_TOO_OFTEN, "failed")],
)
def test_a_job_that_ends_every_worker_is_given_up(
    scratch_engine: Engine, attempts: int, status: str
) -> None:
    with scratch_engine.begin() as connection:
        connection.execute(
            text(
                "insert into procrastinate_jobs"
                " (queue_name, task_name, status, attempts)"
                " values ('default', 'files.inspect_file', 'doing', :attempts)"
            ),
            {"attempts": attempts},
        )

    asyncio.run(retry_now(scratch_engine))

    assert statuses(scratch_engine, "files.inspect_file") == [status]


def test_a_job_that_is_being_done_is_left_alone(scratch_engine: Engine) -> None:
    with scratch_engine.begin() as connection:
        connection.execute(
            text(
                "with alive as (insert into procrastinate_workers default values"
                " returning id) insert into procrastinate_jobs"
                " (queue_name, task_name, status, worker_id)"
                " select 'default', 'files.inspect_file', 'doing', id from alive"
            )
        )

    asyncio.run(retry_now(scratch_engine))

    assert statuses(scratch_engine, "files.inspect_file") == ["doing"]


async def retry_now(engine: Engine) -> None:
    """Run the task that gives stalled jobs back, on this database."""
    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connector = procrastinate.PsycopgConnector(conninfo=url)
    with app.replace_connector(connector):
        async with app.open_async():
            await retry_stalled_jobs(0)
