"""What the worker can be asked for: each job's name bound to its use case."""

from functools import partial
from uuid import UUID

from services.accounts import deliver_code, deliver_notice
from services.core.errors import SystemUnavailable
from services.counter import adopt_walk_in, verify_person
from services.digitising import ask_readings, read_paper
from services.dossiers import (
    deliver_cosign_link,
    mail_acknowledgement,
    send_by_post,
)
from services.dues import file_paid, follow_payment
from services.files import inspect_file, make_bound
from services.files.verdicts import FileLimits
from services.interlinked import follow
from services.jobs import OUTWARD
from services.land import fetch_results
from services.notifications import deliver
from services.outbox import carry
from services.outbox.models import Outward
from services.payments import (
    send_refund,
)
from services.registers import (
    announce_export,
    make_export,
)
from services.results import keep_result, note_delivered
from services.runtime import run
from services.signatures import check_signature
from services.status_sync.all_couriers import COURIERS
from services.work import SYSTEM
from services.worker_app import AGAIN, PATIENTLY, app


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


@app.task(name="land.fetch_results", retry=PATIENTLY)
def fetch_results_of_the_land_registry(notice_id: str) -> None:
    """Bring the papers of a result over as drafts."""
    fetch_results.fetch_results(partial(run, SYSTEM), UUID(notice_id))


@app.task(name="payments.send_refund", retry=PATIENTLY)
def send_a_refund(refund_id: str) -> None:
    """Carry an approved refund to its gateway; tried for hours while it is down."""
    send_refund.send_refund(partial(run, SYSTEM), UUID(refund_id))


@app.task(name="dues.follow_payment", retry=AGAIN)
def follow_a_payment(payment_id: str) -> None:
    """Bring a dossier up to what was paid for it."""
    run(SYSTEM, follow_payment.follow_payment, UUID(payment_id))


@app.task(name="dues.file_paid", retry=AGAIN)
def file_a_paid_dossier(dossier_id: str) -> None:
    """File what was paid for, when its owner did not press the last button."""
    run(SYSTEM, file_paid.file_paid, UUID(dossier_id))


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


@app.task(name="counter.adopt_walk_in", retry=AGAIN)
def adopt_a_walk_in(account_id: str) -> None:
    """Give a person who signed in what they filed at a counter before."""
    run(SYSTEM, adopt_walk_in.adopt_walk_in, UUID(account_id))


@app.task(name="counter.verify_person", retry=PATIENTLY)
def verify_a_person(dossier_id: str) -> None:
    """Ask the population system about what was typed while it was down."""
    verify_person.verify_person(partial(run, SYSTEM), UUID(dossier_id))


@app.task(name="interlinked.follow", retry=AGAIN)
def follow_a_declaration(declaration_id: str) -> None:
    """Bring an interlinked declaration up to its legs."""
    run(SYSTEM, follow.follow, UUID(declaration_id))


@app.task(name="results.keep_result", retry=AGAIN)
def keep_a_result(dossier_id: str) -> None:
    """Put an approved result into the vault of whom it is for."""
    run(SYSTEM, keep_result.keep_result, UUID(dossier_id))


@app.task(name="digitising.read_dossier", retry=AGAIN)
def ask_for_readings(dossier_id: str) -> None:
    """Have the papers of a dossier read."""
    run(SYSTEM, ask_readings.read_dossier, UUID(dossier_id))


@app.task(name="digitising.read_paper", retry=AGAIN)
def read_a_paper(file_id: str) -> None:
    """Read one paper in a process of its own."""
    read_paper.read_paper(partial(run, SYSTEM), UUID(file_id))


@app.task(name="deliveries.order", retry=PATIENTLY)
def order_a_journey(delivery_id: str) -> None:
    """Order and price a journey by post; tried again for hours while it is down."""
    send_by_post.order_leg(partial(run, SYSTEM), UUID(delivery_id))


@app.task(name="dossiers.send_cosign_link", retry=PATIENTLY)
def send_a_cosign_link(request_id: str, sealed: str) -> None:
    """Carry the link of an invitation to co-sign."""
    run(SYSTEM, deliver_cosign_link.deliver_cosign_link, UUID(request_id), sealed)


@app.task(name="dossiers.deliver_acknowledgement", retry=AGAIN)
def deliver_an_acknowledgement(dossier_id: str, account_id: str, moment: str) -> None:
    """Carry the way to a receipt to the person's mailbox."""
    ids = UUID(dossier_id), UUID(account_id)
    run(SYSTEM, mail_acknowledgement.deliver_acknowledgement, *ids, moment)


@app.task(name="outbox.carry", queue=OUTWARD, retry=AGAIN)
def carry_messages(system: str, thread_id: str) -> None:
    """Carry what a system is owed of one dossier; it asks for its own next try."""
    opener = partial(run, SYSTEM)
    carry.carry(opener, COURIERS, Outward(system), UUID(thread_id))


@app.task(name="results.delivered", retry=AGAIN)
def note_a_delivered_result(dossier_id: str) -> None:
    """End a dossier whose result the post has delivered."""
    run(SYSTEM, note_delivered.note_delivered, UUID(dossier_id))


@app.task(name="registers.make_export", retry=AGAIN)
def make_an_export(export_id: str) -> None:
    """Make a register or a report that an officer asked for."""
    run(SYSTEM, make_export.make_export, UUID(export_id))


@app.task(name="registers.announce_export", retry=PATIENTLY)
def announce_an_export(export_id: str) -> None:
    """Tell by mail that a report made by itself is there."""
    announce_export.announce_export(partial(run, SYSTEM), UUID(export_id))
