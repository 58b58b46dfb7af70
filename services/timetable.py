"""What the worker does by the clock: each periodic job bound to its use case."""

from datetime import UTC, datetime, timedelta
from functools import partial

from procrastinate.jobs import Status

from services.accounts import sweep_expired
from services.audit import publish_head
from services.common_faults import count_faults
from services.core.clock import local_day
from services.dossiers import (
    ask_look_up,
    expire_drafts,
    follow_parcels,
    send_by_post,
    take_post_event,
    tell_late,
)
from services.files import sweep
from services.identities import sweep_identities
from services.jobs import OUTWARD
from services.notifications import resume
from services.officers import retire_dormant
from services.oversight import warn_near
from services.payments import (
    ask_gateways,
    read_feed,
    reconcile,
    sweep_notices,
)
from services.procedure_changes import apply_due
from services.processing import verify_people
from services.registers import (
    run_schedules,
    sweep_exports,
)
from services.results import follow_signing, remind_unclaimed, sweep_objects
from services.runtime import run
from services.supplements import watch_deadlines
from services.systems import systems
from services.vault import warn_expiring
from services.work import SYSTEM
from services.worker_app import app

KILLED_TOO_OFTEN = 5  # a job that ends its worker each time is not begun again
KEPT_HOURS = 7 * 24  # what the worker did stays to be looked at


@app.periodic(cron="*/15 * * * *")
@app.task(name="notifications.tell_late")
def tell_of_late_dossiers(timestamp: int) -> None:
    """Tell people of promises missed, and take up messages whose job was lost."""
    while run(SYSTEM, tell_late.tell_late) == tell_late.BATCH:
        pass
    run(SYSTEM, resume.resume_deliveries)


@app.periodic(cron="*/15 * * * *")
@app.task(name="oversight.warn_near", queueing_lock="oversight.warn_near")
def warn_of_steps_near_their_end(timestamp: int) -> None:
    """Put on the desks what would soon be late."""
    run(SYSTEM, warn_near.warn_near)


@app.periodic(cron="*/10 * * * *")
@app.task(name="processing.verify_people", queueing_lock="processing.verify_people")
def verify_people_later(timestamp: int) -> None:
    """Ask the population database again about people marked to be verified."""
    verify_people.verify_people(partial(run, SYSTEM))


@app.periodic(cron="*/5 * * * *")
@app.task(name="procedure_changes.apply_due", queueing_lock="procedure_changes.due")
def apply_due_changes_of_procedures(timestamp: int) -> None:
    """Let changes of procedures take effect whose day has come (A02)."""
    while run(SYSTEM, apply_due.apply_due):
        pass


@app.periodic(cron="35 2 * * *")
@app.task(name="common_faults.count", queueing_lock="common_faults.count")
def count_common_faults(timestamp: int) -> None:
    """Count what dossiers were returned for, to warn the next person (N10)."""
    run(SYSTEM, count_faults.count_faults)


@app.periodic(cron="10 3 * * *")
@app.task(name="payments.reconcile", queueing_lock="payments.reconcile")
def reconcile_the_ledgers(timestamp: int) -> None:
    """Compare yesterday and the day before with every gateway's ledger."""
    today = local_day(datetime.fromtimestamp(timestamp, UTC))
    for gateway in systems().gateways:
        for back in (2, 1):
            day = today - timedelta(days=back)
            reconcile.reconcile(partial(run, SYSTEM), gateway, day)


@app.periodic(cron="* * * * *")
@app.task(name="payments.ask", queueing_lock="payments.ask")
def ask_the_gateways(timestamp: int) -> None:
    """Ask about every payment whose end is not known (PAY-7)."""
    ask_gateways.ask_gateways(partial(run, SYSTEM))


@app.periodic(cron="* * * * *")
@app.task(name="payments.read_feed", queueing_lock="payments.read_feed")
def read_the_bank_feed(timestamp: int) -> None:
    """Read what reached our accounts (VietQR)."""
    read_feed.read_feed(partial(run, SYSTEM))


@app.periodic(cron="50 2 * * *")
@app.task(name="payments.sweep_notices")
def sweep_gateway_notices(timestamp: int) -> None:
    """Forget what gateways told long ago."""
    run(SYSTEM, sweep_notices.sweep_notices)


@app.periodic(cron="15 9 * * *")
@app.task(name="dossiers.expire_drafts")
def expire_old_drafts(timestamp: int) -> None:
    """Remind of old drafts by day, and remove those whose time is over."""
    while run(SYSTEM, expire_drafts.remind_of_drafts) == expire_drafts.BATCH:
        pass
    for draft_id in run(SYSTEM, expire_drafts.drafts_to_remove):
        run(SYSTEM, expire_drafts.remove_expired, draft_id)


@app.periodic(cron="* * * * *")
@app.task(name="results.follow_signing", queueing_lock="results.follow_signing")
def follow_the_signatures(timestamp: int) -> None:
    """Carry on with signatures whose service or page went away."""
    follow_signing.follow_signing(partial(run, SYSTEM))


@app.periodic(cron="30 8 * * *")
@app.task(name="results.remind_unclaimed")
def remind_of_unclaimed_results(timestamp: int) -> None:
    """Remind people of results that wait at the counter."""
    run(SYSTEM, remind_unclaimed.remind_unclaimed)


@app.periodic(cron="10 1 * * *")
@app.task(name="vault.warn_expiring")
def warn_of_expiring_papers(timestamp: int) -> None:
    """Tell owners which of their papers run out within 30 or 7 days."""
    run(SYSTEM, warn_expiring.warn_expiring)


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


@app.periodic(cron="*/5 * * * *")
@app.task(name="deliveries.follow", queue=OUTWARD, queueing_lock="deliveries.follow")
def follow_the_parcels(timestamp: int) -> None:
    """Read the post's tracking, and see to every journey that still waits."""
    run(SYSTEM, take_post_event.take_parked)
    follow_parcels.follow_parcels(partial(run, SYSTEM))
    send_by_post.catch_up(partial(run, SYSTEM))


@app.periodic(cron="20 2 * * *")
@app.task(name="files.sweep")
def sweep_files(timestamp: int) -> None:
    """Remove forgotten uploads, objects without a row, and old counts."""
    run(SYSTEM, sweep.sweep)
    run(SYSTEM, ask_look_up.forget_look_ups)


@app.periodic(cron="25 2 * * *")
@app.task(name="results.sweep_objects")
def sweep_result_objects(timestamp: int) -> None:
    """Remove old previews, and PDFs prepared for signatures that have ended."""
    run(SYSTEM, sweep_objects.sweep_objects)


@app.periodic(cron="*/30 * * * *")
@app.task(name="supplements.watch_deadlines")
def watch_supplement_deadlines(timestamp: int) -> None:
    """Remind before the deadline of a supplement, and mark what is past."""
    run(SYSTEM, watch_deadlines.watch_deadlines)


@app.periodic(cron="0 6 * * *")
@app.task(name="registers.run_schedules")
def make_scheduled_reports(timestamp: int) -> None:
    """Have the reports made that are due, and drop files whose week is over."""
    while run(SYSTEM, run_schedules.run_schedules) == run_schedules.BATCH:
        pass
    while run(SYSTEM, sweep_exports.sweep_exports) == sweep_exports.BATCH:
        pass


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
