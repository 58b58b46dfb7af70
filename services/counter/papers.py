"""Papers at the counter: scanned, counted, taken from the vault and compared (O04)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from services.audit.record import record
from services.core.clock import local_day
from services.core.errors import NotFound, RuleViolation
from services.counter.models import CounterCase, CounterPaper, WalkIn
from services.counter.stand_in import (
    AtCounter,
    counter_draft,
    require_counter,
    stand_in,
)
from services.dossiers.begin_upload import begin_upload, kinds_of, most_bytes
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.queries import Draft, load_own
from services.files.begin import Upload
from services.files.copy_file import copy_file
from services.files.models import StoredFile
from services.files.queries import held
from services.files.read import OpenedFile, content_of
from services.files.rules import UploadLimits, check_room
from services.reuse.best_matches import component_name
from services.reuse.candidates import candidates
from services.reuse.matching import Candidate, Offer, best_first
from services.reuse.put_in import CONSENT, UNFIT
from services.reuse.use_document import use_document
from services.signals import dossier_topic, tell
from services.vault.models import DocumentUse, VaultDocument
from services.vault.queries import Paper, papers
from services.vault.rules import state_of
from services.vault.views import view_document
from services.work import Work

MOST_COUNTED = 99


@dataclass(frozen=True)
class Counted:
    """What lies on the counter of one component."""

    originals: int = 0
    certified: int = 0
    plain: int = 0
    is_compared: bool = False


def begin_scan(work: Work, dossier_id: UUID, slot: str, name: str, size: int) -> Upload:
    """Take a scan for a component; not where a valid earlier result stands already."""
    at = stand_in(work, dossier_id)
    if earlier_result(at, slot):
        raise RuleViolation({slot: "earlier_result"})
    forget_consent(work.session, dossier_id)
    return begin_upload(at.work, dossier_id, slot, name, size)


def forget_consent(session: Session, dossier_id: UUID) -> None:
    """Ask for the signature on the screen again: other papers lie there now."""
    session.execute(
        update(CounterCase)
        .where(col(CounterCase.dossier_id) == dossier_id)
        .values(consent=None, consented_at=None)
    )


def count_paper(work: Work, dossier_id: UUID, slot: str, counted: Counted) -> None:
    """Keep how many originals and copies came, and that they were compared.

    The vault's copy must have been opened before it counts as compared (O03).
    """
    at = stand_in(work, dossier_id)
    component_name(load_own(at.work, dossier_id), slot)
    numbers = (counted.originals, counted.certified, counted.plain)
    if not all(0 <= number <= MOST_COUNTED for number in numbers):
        raise RuleViolation({slot: "copies_range"})
    paper = _paper(work, dossier_id, slot)
    if counted.is_compared and is_unopened(work, dossier_id, slot, paper.opened):
        raise RuleViolation({slot: "paper_unopened"})
    paper.originals, paper.certified, paper.plain = numbers
    paper.is_compared, paper.at = counted.is_compared, work.now
    work.session.add(paper)
    record(work, "counter.paper", dossier_id, compared=counted.is_compared)
    tell(work.session, dossier_topic(dossier_id))


def papers_of(session: Session, dossier_id: UUID) -> dict[str, CounterPaper]:
    """Return what was counted, by component."""
    query = select(CounterPaper).where(CounterPaper.dossier_id == dossier_id)
    return {paper.component_code: paper for paper in session.exec(query)}


def is_unopened(
    work: Work, dossier_id: UUID, slot: str, opened: dict[str, str]
) -> bool:
    """Tell whether this officer has a copy from the vault still to open."""
    officer_id, _ = require_counter(work)
    files = work.session.exec(
        select(StoredFile.id).where(
            StoredFile.subject_id == dossier_id,
            StoredFile.slot == slot,
            StoredFile.origin != "",
            col(StoredFile.removed_at).is_(None),
        )
    )
    return any(opened.get(str(file_id)) != str(officer_id) for file_id in files)


def open_scan(work: Work, file_id: UUID, thumbnail: bool = False) -> OpenedFile:
    """Show a file of a draft at this unit's counter; opening it is written down."""
    officer_id, agency_id = require_counter(work)
    found = work.session.exec(
        select(StoredFile, Dossier)
        .join(Dossier, col(Dossier.id) == StoredFile.subject_id)
        .where(
            StoredFile.id == file_id,
            col(StoredFile.removed_at).is_(None),
            Dossier.counter_agency_id == agency_id,
            Dossier.status == DossierStatus.DRAFT,
        )
    ).first()
    if found is None:
        raise NotFound("file")
    file, dossier = found
    opened = content_of(work.storage, file, thumbnail)
    if not thumbnail:
        paper = _paper(work, dossier.id, file.slot)
        paper.opened = {**paper.opened, str(file_id): str(officer_id)}
        paper.by_id = officer_id
        work.session.add(paper)
    person = dossier.account_id
    record(work, "read_file", file_id, person_id=person, thumbnail=thumbnail)
    return opened


def offers_at_counter(work: Work, dossier_id: UUID, slot: str) -> tuple[Offer, ...]:
    """Return the person's papers for a component, best first; the look is recorded."""
    counter_draft(work, dossier_id)
    at = stand_in(work, dossier_id)
    draft = load_own(at.work, dossier_id)
    record(work, "counter.vault_seen", dossier_id, person_id=at.dossier.account_id)
    return _offers(at, draft, slot)


def earlier_result(at: AtCounter, slot: str) -> str:
    """Return the title of a valid official paper that makes a scan needless."""
    if slot == "other":
        return ""
    name = component_name(load_own(at.work, at.dossier.id), slot)
    return earlier_results(at, [name])[name]


def earlier_results(at: AtCounter, names: Iterable[str]) -> dict[str, str]:
    """Return for components, by name, what makes a scan needless; the vault is read once."""
    mine = _mine(at)
    return {name: _standing(best_first(name, mine)) for name in names}


def _standing(offers: Iterable[Offer]) -> str:
    for offer in offers:
        if offer.is_fitting and offer.is_usable and offer.document.is_official:
            return offer.document.title
    return ""


def take_from_vault(work: Work, dossier_id: UUID, slot: str, document_id: UUID) -> UUID:
    """Put the paper's copy under the component, by the person's word at the counter."""
    at = stand_in(work, dossier_id)
    forget_consent(work.session, dossier_id)
    if waiting_for(at) is None:
        used = use_document(at.work, dossier_id, slot, document_id, agreed=True)
        return used.file_id
    return _take_waiting(at, slot, document_id)


def waiting_for(at: AtCounter) -> str | None:
    """Return by what a walk-in person's papers wait; None for somebody with an account."""
    query = select(WalkIn.waiting_for).where(
        WalkIn.account_id == at.dossier.account_id, col(WalkIn.adopted_at).is_(None)
    )
    return at.work.session.exec(query).first()


def _offers(at: AtCounter, draft: Draft, slot: str) -> tuple[Offer, ...]:
    return best_first(component_name(draft, slot), _mine(at))


def _mine(at: AtCounter) -> list[Candidate]:
    """Return the person's papers: their vault's, or what waits for their number."""
    key = waiting_for(at)
    if key is None:
        return candidates(at.work)
    today = local_day(at.work.now)
    return [
        Candidate(view_document(document, version, file, today), tuple(document.fits))
        for document, version, file in at.work.session.exec(_waiting(key)).all()
    ]


def _waiting(key: str) -> Any:
    """Select the papers that wait for this number. Any: a select of three tables."""
    by_key = VaultDocument.waiting_for == (key or "-")
    return papers().where(by_key, col(VaultDocument.account_id).is_(None))


def _take_waiting(at: AtCounter, slot: str, document_id: UUID) -> UUID:
    """Copy a paper that waits for its owner; the paper itself goes on waiting."""
    work, draft = at.work, load_own(at.work, at.dossier.id, lock=True)
    key = waiting_for(at) or "-"
    found = work.session.exec(
        _waiting(key).where(VaultDocument.id == document_id)
    ).first()
    if found is None:
        raise NotFound("document")
    document, _, file = found
    fault = UNFIT.get(state_of(document, file, local_day(work.now)))
    limits = UploadLimits(
        kinds=kinds_of(draft.catalogue, slot),
        file_bytes=most_bytes(draft.catalogue, slot),
    )
    if fault or file.kind not in limits.kinds:
        raise RuleViolation({slot: fault or "document_kind"})
    owner_id, place = at.dossier.account_id, (at.dossier.id, slot)
    taken = held(work.session, owner_id, place, work.now)
    check_room(taken, f"{file.name}.{file.kind}", file.declared_size, limits)
    copy = copy_file(work, file, owner_id, place)
    copy.origin, copy.position = str(document.source), taken.in_slot
    work.session.add(copy)
    _note_use(at, draft, found, copy)
    code = draft.catalogue.procedure.code
    record(work, "vault.used", document.id, purpose=code, slot=slot)
    tell(work.session, dossier_topic(at.dossier.id))
    return copy.id


def _note_use(at: AtCounter, draft: Draft, paper: Paper, copy: StoredFile) -> None:
    """Keep which paper of the vault was used where, by which words."""
    document, version, _ = paper
    at.work.session.add(
        DocumentUse(
            document_id=document.id,
            version_id=version.id,
            account_id=at.dossier.account_id,
            dossier_id=at.dossier.id,
            slot=copy.slot,
            file_id=copy.id,
            sha256=copy.sha256,
            purpose=draft.catalogue.procedure.name,
            unit=draft.agency.name if draft.agency else "",
            consent=CONSENT,
            used_at=at.work.now,
        )
    )


def _paper(work: Work, dossier_id: UUID, slot: str) -> CounterPaper:
    officer_id, _ = require_counter(work)
    found = work.session.exec(
        select(CounterPaper)
        .where(
            CounterPaper.dossier_id == dossier_id, CounterPaper.component_code == slot
        )
        .with_for_update()
    ).first()
    return found or CounterPaper(
        dossier_id=dossier_id, component_code=slot, by_id=officer_id, at=work.now
    )
