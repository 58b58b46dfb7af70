"""What the worker can do: each job's name bound to its use case."""

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import procrastinate
from procrastinate.jobs import Status

from services.accounts import deliver_code, deliver_notice, sweep_expired
from services.audit import publish_head
from services.core.clock import local_day
from services.core.errors import SystemUnavailable
from services.dossiers import (
    ask_look_up,
    deliver_cosign_link,
    expire_drafts,
    follow_parcels,
    mail_acknowledgement,
    send_by_post,
    tell_late,
)
from services.dues import file_paid, follow_payment
from services.files import inspect_file, make_bound, sweep
from services.files.inspect import InspectorFailed
from services.files.verdicts import FileLimits
from services.identities import sweep_identities
from services.interlinked import follow
from services.notifications import deliver, resume
from services.officers import retire_dormant
from services.payments import (
    ask_gateways,
    read_feed,
    reconcile,
    send_refund,
    sweep_notices,
)
from services.results import keep_result
from services.runtime import connection_address, run
from services.signatures import check_signature
from services.supplements import watch_deadlines
from services.systems import systems
from services.vault import warn_expiring
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


# It asks for its own next try, in the transaction that notes how this one went.
@app.task(name="notifications.deliver")
def deliver_a_message(delivery_id: str, tries: int) -> None:
    """Carry one message on one channel."""
    deliver.deliver(partial(run, SYSTEM), UUID(delivery_id), tries)


@app.periodic(cron="*/15 * * * *")
@app.task(name="notifications.tell_late")
def tell_of_late_dossiers(timestamp: int) -> None:
    """Tell people of promises missed, and take up messages whose job was lost."""
    while run(SYSTEM, tell_late.tell_late) == tell_late.BATCH:
        pass
    run(SYSTEM, resume.resume_deliveries)


@app.task(name="payments.send_refund", retry=PATIENTLY)
def send_a_refund(refund_id: str) -> None:
    """Carry an approved refund to its gateway; tried for hours while it is down."""
    send_refund.send_refund(partial(run, SYSTEM), UUID(refund_id))


@app.periodic(cron="10 3 * * *")
@app.task(name="payments.reconcile", queueing_lock="payments.reconcile")
def reconcile_the_ledgers(timestamp: int) -> None:
    """Compare yesterday and the day before with every gateway's ledger."""
    today = local_day(datetime.fromtimestamp(timestamp, UTC))
    for gateway in systems().gateways:
        for back in (2, 1):
            day = today - timedelta(days=back)
            reconcile.reconcile(partial(run, SYSTEM), gateway, day)


@app.task(name="dues.follow_payment", retry=AGAIN)
def follow_a_payment(payment_id: str) -> None:
    """Bring a dossier up to what was paid for it."""
    run(SYSTEM, follow_payment.follow_payment, UUID(payment_id))


@app.task(name="dues.file_paid", retry=AGAIN)
def file_a_paid_dossier(dossier_id: str) -> None:
    """File what was paid for, when its owner did not press the last button."""
    run(SYSTEM, file_paid.file_paid, UUID(dossier_id))


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


@app.task(name="files.inspect_file", retry=AGAIN)
def inspect_a_file(file_id: str) -> None:
    """Judge a file that has arrived."""
    run(SYSTEM, inspect_file.inspect_file, UUID(file_id))


@app.task(name="files.make_bound", retry=AGAIN)
def make_a_bound_file(file_id: str, most_bytes: int = FileLimits().max_bytes) -> None:
    """Make one PDF of photographed pages."""
    run(SYSTEM, make_bound.make_bound, UUID(file_id), most_bytes)


@app.task(name="files.check_signature", retry=PATIENTLY)
def check_a_signature(file_id: str) -> None:
    """Judge the digital signatures of a file; asked again while nobody answers."""
    check_signature.check_signature(partial(run, SYSTEM), UUID(file_id))


@app.task(name="interlinked.follow", retry=AGAIN)
def follow_a_declaration(declaration_id: str) -> None:
    """Bring an interlinked declaration up to its legs."""
    run(SYSTEM, follow.follow, UUID(declaration_id))


@app.task(name="results.keep_result", retry=AGAIN)
def keep_a_result(dossier_id: str) -> None:
    """Put an approved result into the vault of whom it is for."""
    run(SYSTEM, keep_result.keep_result, UUID(dossier_id))


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


@app.task(name="deliveries.order", retry=PATIENTLY)
def order_a_journey(delivery_id: str) -> None:
    """Order and price a journey by post; tried again for hours while it is down."""
    send_by_post.order_leg(partial(run, SYSTEM), UUID(delivery_id))


@app.periodic(cron="*/5 * * * *")
@app.task(name="deliveries.follow", queueing_lock="deliveries.follow")
def follow_the_parcels(timestamp: int) -> None:
    """Read the post's tracking, and see to every journey that still waits."""
    follow_parcels.follow_parcels(partial(run, SYSTEM))
    send_by_post.catch_up(partial(run, SYSTEM))


@app.task(name="dossiers.send_cosign_link", retry=PATIENTLY)
def send_a_cosign_link(request_id: str, sealed: str) -> None:
    """Carry the link of an invitation to co-sign."""
    run(SYSTEM, deliver_cosign_link.deliver_cosign_link, UUID(request_id), sealed)


@app.periodic(cron="20 2 * * *")
@app.task(name="files.sweep")
def sweep_files(timestamp: int) -> None:
    """Remove forgotten uploads, objects without a row, and old counts."""
    run(SYSTEM, sweep.sweep)
    run(SYSTEM, ask_look_up.forget_look_ups)


@app.task(name="dossiers.deliver_acknowledgement", retry=AGAIN)
def deliver_an_acknowledgement(dossier_id: str, account_id: str, moment: str) -> None:
    """Carry the way to a receipt to the person's mailbox."""
    ids = UUID(dossier_id), UUID(account_id)
    run(SYSTEM, mail_acknowledgement.deliver_acknowledgement, *ids, moment)


@app.periodic(cron="*/30 * * * *")
@app.task(name="supplements.watch_deadlines")
def watch_supplement_deadlines(timestamp: int) -> None:
    """Remind before the deadline of a supplement, and mark what is past."""
    run(SYSTEM, watch_deadlines.watch_deadlines)


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
