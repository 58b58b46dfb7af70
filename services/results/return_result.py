"""Return the result to the person (trả kết quả)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_name
from services.core.text import clean, fold
from services.decisions.apology import owes_apology
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.note_event import note_event
from services.dossiers.rules import move
from services.dossiers.tell_people import tell_people
from services.jobs import defer
from services.notifications.models import Subject
from services.payments.queries import owed
from services.processing.announce import announce
from services.processing.queries import agency_dossier, names_of
from services.results.keep_result import KEEP_JOB
from services.results.models import Result
from services.results.queries import standing_result
from services.work import Role, Work


class Receiver(StrEnum):
    """Who stands at the counter."""

    OWNER = "owner"
    AUTHORISED = "authorised"


@dataclass(frozen=True)
class Handover:
    """Who came for a result, and how that was proved."""

    who: Receiver
    paper: str = ""  # number of the paper shown
    relation: str = ""  # by which right, of somebody else
    proof: str = ""  # signature on the slip, code to the phone


@dataclass(frozen=True)
class ResultReturned:
    """The end of a dossier."""

    code: str
    returned_at: datetime
    received_by: str


def return_result(
    work: Work, code: str, received_by: str, intent: str, by: Handover | None = None
) -> ResultReturned:
    """Hand the approved result to whoever came for it, and write down who that was.

    A second press shows the first one's outcome; a colleague is told who was first.
    What is due with the result is paid before it leaves the counter, and of a late
    one the apology goes first (O08). Who is not the
    owner shows a paper and by which right they come.
    """
    officer_id = work.actor.require_officer(Role.INTAKE)
    dossier = agency_dossier(work, code, lock=True)
    result = standing_result(work.session, dossier.id)
    if result is not None and result.returned_at is not None:
        return _earlier(work, dossier, result)
    if dossier.status != DossierStatus.RESULT_READY:
        raise Conflict("no_result_yet")
    if result is None:
        raise NotFound("result")
    if owed(work.session, dossier.id):
        raise Conflict("unpaid")
    if owes_apology(work.session, dossier):
        raise Conflict("apology_first")
    result.received_by = _read(received_by)
    result.handover = read_handover(by, dossier, result.received_by)
    result.return_intent = intent
    result.returned_at, result.returned_by_id = work.now, officer_id
    move(dossier, DossierStatus.RETURNED)
    dossier.returned_at = dossier.updated_at = work.now
    work.session.add_all([result, dossier])
    note_event(work, dossier, "returned")
    # Kept at the approval already; once more changes nothing.
    defer(work.session, KEEP_JOB, dossier_id=str(dossier.id))
    record(work, "return_result", dossier.id)
    announce(work, dossier)
    tell_people(work, dossier, Subject.RETURNED, str(dossier.id))
    return ResultReturned(dossier.code or "", work.now, result.received_by)


def read_handover(
    by: Handover | None, dossier: Dossier, receiver: str
) -> dict[str, str]:
    """Return what is written down of who came; the wrong person is refused."""
    if by is None:
        return {}
    problems = {}
    if by.who is Receiver.OWNER and fold(receiver) not in (
        fold(dossier.applicant_name),
        fold(dossier.submitter_name),
    ):
        problems["received_by"] = "receiver_not_owner"
    if by.who is Receiver.AUTHORISED:
        faults = {"paper": not by.paper.strip(), "relation": not by.relation.strip()}
        problems |= {name: "required" for name, is_so in faults.items() if is_so}
    if problems:
        raise RuleViolation(problems)
    return {
        "who": str(by.who),
        "paper": clean(by.paper)[:40],
        "relation": clean(by.relation)[:200],
        "proof": clean(by.proof)[:200],
    }


def _earlier(work: Work, dossier: Dossier, result: Result) -> ResultReturned:
    if result.returned_by_id != work.actor.account_id:
        names = names_of(work.session, [result.returned_by_id])
        raise Conflict("returned_by", *names.values())
    returned_at = result.returned_at or work.now
    return ResultReturned(dossier.code or "", returned_at, result.received_by)


def _read(received_by: str) -> str:
    try:
        return read_name(received_by)
    except Unreadable as fault:
        raise RuleViolation({"received_by": fault.key}) from None
