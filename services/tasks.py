"""What the worker can do: each job's name bound to its use case."""

from uuid import UUID

import procrastinate
from procrastinate.jobs import Status

from services.accounts import deliver_code, sweep_expired
from services.core.errors import SystemUnavailable
from services.dossiers import ask_look_up
from services.files import inspect_file, sweep
from services.files.inspect import InspectorFailed
from services.runtime import connection_address, run
from services.work import SYSTEM

AGAIN = procrastinate.RetryStrategy(
    max_attempts=5,
    exponential_wait=2,
    retry_exceptions=[SystemUnavailable, InspectorFailed],
)

KILLED_TOO_OFTEN = 5  # a job that ends its worker each time is not begun again
KEPT_HOURS = 7 * 24  # what the worker did stays to be looked at

app = procrastinate.App(
    connector=procrastinate.PsycopgConnector(conninfo=connection_address())
)


@app.task(name="accounts.deliver_code", retry=AGAIN)
def deliver_a_code(code_id: str, sealed: str) -> None:
    """Carry a one-time code to the phone; tried again while the gateway is down."""
    tried = run(SYSTEM, deliver_code.deliver_code, UUID(code_id), sealed)
    if tried.is_worth_another:
        raise SystemUnavailable("sms")


@app.task(name="files.inspect_file", retry=AGAIN)
def inspect_a_file(file_id: str) -> None:
    """Judge a file that has arrived."""
    run(SYSTEM, inspect_file.inspect_file, UUID(file_id))


# A periodic task also watches the worker's own listener: without one, a database
# restart leaves the worker polling for ever.
@app.periodic(cron="*/10 * * * *")
@app.task(name="accounts.sweep_expired")
def sweep_expired_rows(timestamp: int) -> None:
    """Remove spent codes, proofs and unfinished registrations."""
    run(SYSTEM, sweep_expired.sweep_expired)


@app.periodic(cron="20 2 * * *")
@app.task(name="files.sweep")
def sweep_files(timestamp: int) -> None:
    """Remove forgotten uploads, objects without a row, and old counts."""
    run(SYSTEM, sweep.sweep)
    run(SYSTEM, ask_look_up.forget_look_ups)


# No lock: a killed worker would hold it for ever, and nobody would free it.
@app.periodic(cron="* * * * *")
@app.task(name="jobs.retry_stalled", queueing_lock="jobs.retry_stalled")
async def retry_stalled_jobs(timestamp: int) -> None:
    """Give the jobs of a killed worker back: each job may be begun twice (OB-3)."""
    for job in await app.job_manager.get_stalled_jobs():
        if job.attempts >= KILLED_TOO_OFTEN:
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=False)
        else:
            await app.job_manager.retry_job(job)


@app.periodic(cron="40 2 * * *")
@app.task(name="jobs.forget_finished")
async def forget_finished_jobs(timestamp: int) -> None:
    """Remove what was done long ago; what failed stays."""
    await app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)
