"""‹Xác nhận hoàn thành›: handed in and received in one transaction (O04)."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import select

from services.accounts.prove_human import HumanProof
from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.counter.models import Consent, CounterCase
from services.counter.open_at_counter import case_of
from services.counter.papers import is_unopened, papers_of
from services.counter.stand_in import counter_draft, require_counter, stand_in
from services.counter.tickets import finish_ticket
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.owe import owe
from services.dossiers.snapshot import read_snapshot
from services.dossiers.submit import submit_dossier
from services.files.models import StoredFile
from services.files.queries import files_of
from services.jobs import defer
from services.payments.models import DueMoment
from services.processing.await_payment import await_payment
from services.processing.models import DossierReceipt
from services.processing.office_part import office_problems
from services.processing.receive import receive
from services.processing.reception_form import ReceptionForm
from services.processing.reception_models import CopyKind
from services.processing.save_counted import CountedCopies, save_counted
from services.processing.save_verdict import save_verdict
from services.processing.views import needs_verdict
from services.signals import desk_topics, tell
from services.work import Work

VERIFY = "counter.verify_person"


@dataclass(frozen=True)
class Completed:
    """The code, and whether the receipt was issued already."""

    code: str
    number: int = 0
    is_received: bool = False  # false: the office's part of the form is left to fill in


def complete(
    work: Work, dossier_id: UUID, signed_paper: bool, intent: str
) -> Completed:
    """Hand the draft in for the person, receive it, and issue Mẫu 01.

    The person's consent stands for pledge and proof: signed on the citizen screen
    over just this version, or on paper. Pressed again, the same receipt.
    """
    officer_id, agency_id = require_counter(work)
    dossier = counter_draft(work, dossier_id, lock=True)
    if dossier.status is not DossierStatus.DRAFT:
        return _before(work, dossier)
    case = case_of(work.session, dossier_id, lock=True)
    _check_consent(work, dossier, case, signed_paper)
    _check_papers(work, dossier_id)
    at = stand_in(work, dossier_id)
    handed_in = submit_dossier(at.work, dossier_id, True, HumanProof()).submitted
    if handed_in is None:
        raise Conflict("not_handed_in")
    dossier.begun_by_id = dossier.begun_by_id or officer_id
    dossier.counter_until = None
    work.session.add(dossier)
    work.session.flush()
    done = _receive(work, dossier, handed_in.code, intent)
    if case.to_verify:
        defer(work.session, VERIFY, dossier_id=str(dossier_id))
    finish_ticket(work, case.ticket_id)
    record(work, "counter.completed", dossier_id, received=done.is_received)
    tell(work.session, *desk_topics([agency_id]))
    return done


def _receive(work: Work, dossier: Dossier, code: str, intent: str) -> Completed:
    owed = owe(work, dossier, DueMoment.BEFORE_FILING)
    for component in read_snapshot(dossier).components:
        if needs_verdict(component):
            save_verdict(work, code, component.code, True)
    save_counted(work, code, _counted(work, dossier))
    if office_problems(work, dossier):
        return Completed(code)
    born = dossier.submitter_birth_date
    work.session.refresh(dossier)
    form = ReceptionForm(
        birth_date=f"{born:%d/%m/%Y}" if born else "",
        phone=dossier.submitter_phone,
        version=dossier.version,
    )
    receipt = receive(work, code, form, intent)
    if owed is not None:
        await_payment(work, dossier)
    return Completed(code, receipt.number, is_received=True)


def _counted(work: Work, dossier: Dossier) -> dict[str, CountedCopies]:
    return {
        slot: CountedCopies(
            {
                CopyKind.ORIGINAL: paper.originals,
                CopyKind.CERTIFIED: paper.certified,
                CopyKind.PLAIN: paper.plain,
            },
            paper.is_compared,
        )
        for slot, paper in papers_of(work.session, dossier.id).items()
    }


def _before(work: Work, dossier: Dossier) -> Completed:
    query = select(DossierReceipt).where(DossierReceipt.dossier_id == dossier.id)
    receipt = work.session.exec(query).first()
    number = receipt.number if receipt else 0
    return Completed(dossier.code or "", number, receipt is not None)


def _check_consent(
    work: Work, dossier: Dossier, case: CounterCase, signed_paper: bool
) -> None:
    """Take the signature on the screen for what it showed, or the one on paper."""
    if case.consent is Consent.SCREEN and case.shown_version == dossier.version:
        return
    if not signed_paper:
        is_stale = case.consent is Consent.SCREEN
        raise RuleViolation({"consent": "consent_stale" if is_stale else "consent"})
    case.consent, case.consented_at = Consent.PAPER, work.now
    work.session.add(case)
    record(work, "counter.consented", dossier.id, how=str(Consent.PAPER))


def _check_papers(work: Work, dossier_id: UUID) -> None:
    """Whatever came from the vault was opened and compared before it counts (O03)."""
    kept = papers_of(work.session, dossier_id)
    problems = {}
    for slot in {file.slot for file in _from_vault(work, dossier_id)}:
        paper = kept.get(slot)
        opened = paper.opened if paper else {}
        if is_unopened(work, dossier_id, slot, opened):
            problems[slot] = "paper_unopened"
        elif paper is None or not paper.is_compared:
            problems[slot] = "paper_uncompared"
    if problems:
        raise RuleViolation(problems)


def _from_vault(work: Work, dossier_id: UUID) -> list[StoredFile]:
    return [file for file in files_of(work.session, dossier_id) if file.origin]
