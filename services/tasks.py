"""What the worker can do: each job's name bound to its use case."""

from uuid import UUID

import procrastinate
from procrastinate.jobs import Status

from services.accounts import deliver_code, deliver_notice, sweep_expired
from services.audit import publish_head
from services.core.errors import SystemUnavailable
from services.dossiers import ask_look_up
from services.files import inspect_file, sweep
from services.files.inspect import InspectorFailed
from services.identities import sweep_identities
from services.officers import retire_dormant
from services.runtime import connection_address, run
from services.work import SYSTEM

AGAIN = procrastinate.RetryStrategy(
    max_attempts=5,
    exponential_wait=2,
    retry_exceptions=[SystemUnavailable, InspectorFailed],
)

# What an owner must know is worth hours of trying: 5 s, 25 s, 2 min … 4 hours.
PATIENTLY = procrastinate.RetryStrategy(
    max_attempts=7, exponential_wait=5, retry_exceptions=[SystemUnavailable]
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


@app.task(name="accounts.deliver_notice", retry=PATIENTLY)
def deliver_a_notice(notice_id: str, sealed: str) -> None:
    """Tell an owner what happened to the account."""
    run(SYSTEM, deliver_notice.deliver_notice, UUID(notice_id), sealed)


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
    run(SYSTEM, sweep_identities.sweep_identities)


@app.periodic(cron="30 1 * * *")
@app.task(name="audit.publish_head")
def publish_audit_head(timestamp: int) -> None:
    """Sign the end of the audit trail and put it outside the database."""
    run(SYSTEM, publish_head.publish_head)


@app.periodic(cron="10 2 * * *")
@app.task(name="officers.retire_dormant")
def retire_dormant_officers(timestamp: int) -> None:
    """Put officers' accounts to rest that nobody has used for 45 days."""
    run(SYSTEM, retire_dormant.retire_dormant)


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
