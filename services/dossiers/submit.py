"""Hand in a draft (nộp hồ sơ): once, whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, update

from services.accounts.prove_human import HumanProof, prove_human
from services.audit.record import record
from services.core.errors import RuleViolation
from services.core.text import name_key
from services.core.working_days import add_working_hours
from services.delegations.acting import Acting
from services.dossiers.access import owner_topics
from services.dossiers.calendar import work_calendar
from services.dossiers.check_step import find_problems
from services.dossiers.fields import Cleaned
from services.dossiers.freeze_terms import freeze_terms
from services.dossiers.models import Delivery, Dossier, DossierStatus
from services.dossiers.note_event import Line, note_line
from services.dossiers.numbering import next_code
from services.dossiers.post_legs import write_legs
from services.dossiers.queries import Draft, check_right, load_own
from services.dossiers.rules import Problem, Step, move
from services.dossiers.snapshot import take_snapshot
from services.dossiers.state_fees import state_fees
from services.dossiers.tell_people import tell_people
from services.dossiers.time_limits import RECEIVE_HOURS
from services.failpoints import failpoint
from services.fees.statement import amount_due_now
from services.files.models import StoredFile
from services.files.queries import files_of
from services.notifications.models import Subject
from services.payments.name_dossier import name_dossier
from services.payments.paid_amount import paid_amount
from services.procedures.models import Channel
from services.processes.in_force import frozen_process
from services.signals import desk_topics, dossier_topic, tell
from services.work import Work


@dataclass(frozen=True)
class Submitted:
    """What the person is told: the code, and by when it is looked at."""

    dossier_id: UUID
    code: str
    submitted_at: datetime
    receive_by: datetime


@dataclass(frozen=True)
class Submission:
    """The dossier as handed in, or the problems; one of the two is empty."""

    submitted: Submitted | None
    problems: dict[str, str] = field(default_factory=dict)


def submit_dossier(
    work: Work, dossier_id: UUID, pledge: bool, proof: HumanProof
) -> Submission:
    """Hand in a draft in one transaction (CS-1); a second time changes nothing.

    Whoever presses twice, reloads or comes back gets the first answer. What is
    missing refuses before the proof is looked at. A wrong proof is returned and
    not raised, since raising would give the proof back for another guess.
    """
    draft = load_own(work, dossier_id, lock=True, paying=True)
    dossier = draft.dossier
    if dossier.status is not DossierStatus.DRAFT:
        return Submission(_answer(dossier))
    check_right(work, dossier)
    paid = paid_amount(work.session, dossier_id)
    is_at_counter = work.actor.typed_by_id is not None
    failpoint("submit.1")
    files = files_of(work.session, dossier_id, lock=True)
    problems, cleaned = find_problems(work, draft, files, Step)
    if not is_at_counter:  # there it is paid at the till, after the receipt
        problems |= _problems_at_home(work, draft, paid)
    if not pledge and not paid:
        problems["pledge"] = Problem.PLEDGE_MISSING
    if problems:
        raise RuleViolation(problems)
    # Who paid first has pledged and proved before (pay_first); at the counter an
    # officer sees the person, who consents there.
    if not paid and not is_at_counter and not prove_human(work, proof):
        return Submission(None, {"picture": "picture_wrong"})
    failpoint("submit.2")
    _freeze(work, draft, cleaned, files)
    _seal(work, dossier_id)
    failpoint("submit.4")
    _tell(work, draft)
    failpoint("submit.5")
    _number(work, draft)
    write_legs(work, draft, cleaned.values)
    tell_people(work, dossier, Subject.SUBMITTED, str(dossier.id))
    failpoint("submit.7")
    return Submission(_answer(dossier))


def _problems_at_home(work: Work, draft: Draft, paid: int) -> dict[str, str]:
    """File at home what was laid on a counter once, with the fees of home."""
    dossier = draft.dossier
    if dossier.counter_agency_id is not None and dossier.begun_by_id is None:
        dossier.channel = Channel.ONLINE
    return _payment_problems(work, draft, paid)


def _payment_problems(work: Work, draft: Draft, paid: int) -> dict[str, str]:
    """Name what is to be paid first and is not; a payment under way is waited for."""
    due = amount_due_now(state_fees(draft, work.now).lines)
    if paid >= due:
        return {}
    return {"payment": Problem.PAYMENT_SHORT if paid else Problem.PAYMENT_FIRST}


def _freeze(
    work: Work, draft: Draft, cleaned: Cleaned, files: Sequence[StoredFile]
) -> None:
    dossier, values = draft.dossier, cleaned.values
    frozen = take_snapshot(draft, cleaned, files)
    assert draft.agency is not None
    procedure = draft.catalogue.procedure
    frozen["process"] = frozen_process(work, procedure, draft.agency)
    dossier.frozen = freeze_terms(work, draft, values, files, frozen)
    move(dossier, DossierStatus.SUBMITTED)
    dossier.applicant_name = str(values["applicant_name"])
    dossier.applicant_key = name_key(dossier.applicant_name)
    dossier.submitter_name = str(values["submitter_name"])
    dossier.submitter_phone = str(values["submitter_phone"])
    born = str(values["submitter_birth_date"])
    dossier.submitter_birth_date = date.fromisoformat(born)
    dossier.delivery = Delivery(str(values["delivery"]))
    dossier.submitted_at = dossier.updated_at = work.now
    calendar = work_calendar(work, dossier.agency_id)
    dossier.receive_by = add_working_hours(calendar, work.now, RECEIVE_HOURS)
    work.session.add(dossier)
    work.session.flush()
    failpoint("submit.3")


def _seal(work: Work, dossier_id: UUID) -> None:
    """Close every file, removed ones too: none comes back after this."""
    work.session.exec(
        update(StoredFile)
        .where(col(StoredFile.subject_id) == dossier_id)
        .values(sealed_at=work.now)
    )


def acting_facts(acting: Acting | None) -> dict[str, str]:
    """Return who it was filed for and by which right, for the timeline."""
    if acting is None:
        return {}
    return {"acting_for": acting.name, "acting_by": acting.relation or acting.kind}


def _tell(work: Work, draft: Draft) -> None:
    dossier = draft.dossier
    facts = acting_facts(draft.acting)
    note_line(work, dossier, Line("submitted", facts, by=dossier.submitter_name))
    for_whom = str(draft.acting.kind) if draft.acting else "self"
    record(work, "submit_dossier", dossier.id, for_whom=for_whom)
    topics = [dossier_topic(dossier.id), *owner_topics(dossier)]
    agencies = [dossier.agency_id] if dossier.agency_id else []
    tell(work.session, *topics, *desk_topics(agencies))
    work.session.flush()


def _number(work: Work, draft: Draft) -> None:
    assert draft.agency is not None  # the checks saw to it
    draft.dossier.code = next_code(work.session, draft.agency.code, work.now)
    failpoint("submit.6")
    draft.dossier.paying_since = draft.dossier.file_by = None
    work.session.add(draft.dossier)
    work.session.flush()
    name_dossier(work.session, draft.dossier.id, draft.dossier.code)


def _answer(dossier: Dossier) -> Submitted:
    assert dossier.code is not None  # numbered by the transaction that moved it
    assert dossier.submitted_at is not None
    assert dossier.receive_by is not None
    return Submitted(dossier.id, dossier.code, dossier.submitted_at, dossier.receive_by)
