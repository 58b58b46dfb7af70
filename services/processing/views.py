"""What the pages of reception and processing draw: plain values, no rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from services.delegations.acting import Acting
from services.dossiers.freeze_terms import FrozenCosigner, FrozenDelivery
from services.dossiers.models import Dossier, DossierStatus
from services.dossiers.snapshot import FrozenComponent, Snapshot
from services.dossiers.views import LATER, FileView, view_file
from services.files.queries import files_of
from services.procedures.models import Channel
from services.processing.models import ComponentVerdict
from services.processing.reception_models import CopyKind, Medium


@dataclass(frozen=True)
class CopyView:
    """How a component was received."""

    medium: Medium = Medium.ELECTRONIC
    kind: CopyKind = CopyKind.PLAIN
    count: int = 1
    is_compared: bool = False  # đã đối chiếu bản chính


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
    reason_key: str = ""  # of the template the reason was picked from
    copy: CopyView = CopyView()
    must_open: bool = False  # from the vault, and not opened by this officer yet
    is_issued: bool = False  # a result of a state agency that still holds


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
    suspended_since: datetime | None = None


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
        channel=dossier.channel,
        submitted_at=dossier.submitted_at,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        suspended_since=dossier.suspended_since,
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


def view_files(session: Session, dossier: Dossier) -> tuple[FileView, ...]:
    """Return the files of the dossier as they are now.

    Those of supplements and messages stand where they were sent.
    """
    files = files_of(session, dossier.id)
    return tuple(view_file(file) for file in files if not file.slot.startswith(LATER))


def judge_component(
    component: FrozenComponent,
    files: Sequence[FileView],
    verdict: ComponentVerdict | None,
    names: Mapping[UUID, str],
) -> JudgedComponent:
    """Return a paper with its files and what was said of it."""
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
        reason_key=verdict.reason_key if verdict else "",
    )
