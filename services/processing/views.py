"""What the pages of reception and processing draw: plain values, no rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from services.delegations.acting import Acting
from services.dossiers.freeze_terms import FrozenCosigner, FrozenDelivery
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.show_dossier import Happening, timeline_of
from services.dossiers.snapshot import FrozenComponent, Snapshot
from services.dossiers.views import LATER, FileView, view_file
from services.files.models import FileState
from services.files.queries import files_of
from services.procedures.models import Channel
from services.processing.models import ComponentVerdict
from services.processing.queries import names_of, verdicts_of
from services.work import Work


class Likely(StrEnum):
    """Faults citizens really make, found before the officer opens the page."""

    COMPONENT_MISSING = "component_missing"
    FILE_REFUSED = "file_refused"
    BIRTH_DATE_MISSING = "birth_date_missing"
    PHONE_MISSING = "phone_missing"


@dataclass(frozen=True)
class LikelyProblem:
    """A fault and the component it lies in, if any."""

    problem: Likely
    component: str = ""


@dataclass(frozen=True)
class JudgedComponent:
    """A paper as handed in, and what reception said of it."""

    code: str
    name: str
    required: bool
    original_qty: int
    copy_qty: int
    files: tuple[FileView, ...]
    needs_verdict: bool
    is_accepted: bool | None  # None: not looked at yet
    reason: str
    judged_by: str
    judged_at: datetime | None
    stand_in: str = ""  # why nothing had to be sent: form, state


@dataclass(frozen=True)
class GeneralInformation:
    """Who hands in what (Thông tin chung)."""

    submitter_name: str
    birth_date: date | None
    phone: str
    email: str
    address: str
    paper_number: str
    applicant_name: str
    applicant_address: str
    request: str
    copies: int
    delivery: str
    acting: Acting | None  # filed for the applicant: by which right
    terms: FrozenDelivery | None = None  # where the result goes, as it was chosen
    cosigner: FrozenCosigner | None = None  # who signed beside the submitter


@dataclass(frozen=True)
class Heading:
    """What stands at the top of a dossier."""

    id: UUID
    code: str
    status: DossierStatus
    version: int
    procedure_code: str
    procedure_name: str
    case_name: str
    agency_name: str
    channel: Channel
    submitted_at: datetime | None
    received_at: datetime | None
    due_at: datetime | None


def view_heading(dossier: Dossier, handed_in: Snapshot) -> Heading:
    """Return the head of a dossier."""
    return Heading(
        id=dossier.id,
        code=dossier.code or "",
        status=dossier.status,
        version=dossier.version,
        procedure_code=handed_in.procedure_code,
        procedure_name=handed_in.procedure_name,
        case_name=handed_in.case_name,
        agency_name=handed_in.unit.name,
        channel=Channel.ONLINE,
        submitted_at=dossier.submitted_at,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
    )


def view_general(dossier: Dossier, handed_in: Snapshot) -> GeneralInformation:
    """Return what the submitter declared; reception may have mended two of them."""
    said = {name: str(value) for name, value in handed_in.values.items()}
    return GeneralInformation(
        submitter_name=dossier.submitter_name,
        birth_date=dossier.submitter_birth_date,
        phone=dossier.submitter_phone,
        email=said.get("submitter_email", ""),
        address=said.get("submitter_address", ""),
        paper_number=said.get("submitter_paper_number", ""),
        applicant_name=dossier.applicant_name,
        applicant_address=said.get("applicant_address", ""),
        request=said.get("request", ""),
        copies=int(said.get("copies", "1")),
        delivery=str(dossier.delivery),
        acting=handed_in.acting,
        terms=handed_in.delivery,
        cosigner=handed_in.cosigner,
    )


def needs_verdict(component: FrozenComponent) -> bool:
    """Say whether reception has something to judge: a paper due, or one that came."""
    return component.required or bool(component.files)


def view_components(
    work: Work, dossier: Dossier, handed_in: Snapshot, files: Sequence[FileView]
) -> tuple[JudgedComponent, ...]:
    """Return each paper of the list with its files and its verdict."""
    verdicts = verdicts_of(work.session, dossier.id)
    names = names_of(work.session, [verdict.by_id for verdict in verdicts.values()])
    return tuple(
        _judged(component, files, verdicts.get(component.code), names)
        for component in handed_in.components
    )


def view_files(session: Session, dossier: Dossier) -> tuple[FileView, ...]:
    """Return the files of the dossier as they are now.

    Those of supplements and messages stand where they were sent.
    """
    files = files_of(session, dossier.id)
    return tuple(view_file(file) for file in files if not file.slot.startswith(LATER))


def likely_problems(
    dossier: Dossier, components: Sequence[JudgedComponent]
) -> tuple[LikelyProblem, ...]:
    """Put on top what citizens most often get wrong (O03)."""
    found = [
        LikelyProblem(Likely.COMPONENT_MISSING, component.code)
        for component in components
        if component.required and not component.files
    ]
    found += [
        LikelyProblem(Likely.FILE_REFUSED, component.code)
        for component in components
        if any(file.state is FileState.REFUSED for file in component.files)
    ]
    if dossier.submitter_birth_date is None:
        found.append(LikelyProblem(Likely.BIRTH_DATE_MISSING))
    if not dossier.submitter_phone:
        found.append(LikelyProblem(Likely.PHONE_MISSING))
    return tuple(found)


def view_timeline(session: Session, dossier_id: UUID) -> tuple[Happening, ...]:
    """Return what happened, the latest first, as its owner reads it too."""
    return tuple(
        Happening(e.at, e.status, e.event, e.unit, e.actor_name, e.facts)
        for e in timeline_of(session, dossier_id)
    )


def _judged(
    component: FrozenComponent,
    files: Sequence[FileView],
    verdict: ComponentVerdict | None,
    names: Mapping[UUID, str],
) -> JudgedComponent:
    return JudgedComponent(
        code=component.code,
        name=component.name,
        required=component.required,
        original_qty=component.original_qty,
        copy_qty=component.copy_qty,
        files=tuple(file for file in files if file.slot == component.code),
        needs_verdict=needs_verdict(component),
        is_accepted=verdict.is_accepted if verdict else None,
        reason=verdict.reason if verdict else "",
        judged_by=names.get(verdict.by_id, "") if verdict else "",
        judged_at=verdict.at if verdict else None,
        stand_in=str(component.stand_in),
    )
