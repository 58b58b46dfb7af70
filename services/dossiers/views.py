"""What the wizard draws: plain values, no rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.promises import Promise
from services.delegations.acting import Acting
from services.dossiers.answers import ShownAnswer, shown_answers
from services.dossiers.catalogue import Catalogue
from services.dossiers.models import DossierStatus
from services.dossiers.queries import Draft
from services.dossiers.view_papers import (
    ComponentView,
    FileView,
    view_component,
    view_file,
)
from services.fees.statement import FeeLine
from services.files.models import StoredFile
from services.procedures.models import Agency, Channel

__all__ = ["ComponentView", "FileView", "view_file"]  # part of these views
OTHER = "other"  # slot of papers the list does not name
LATER = "later."  # begins the slots of what comes after the submission
RELIEF_PROOF = "relief_proof"  # slot of what proves that one pays less
RESULT = "result"  # slot of what the agency gives back


@dataclass(frozen=True)
class UnitView:
    """A unit that can be chosen."""

    id: UUID
    code: str
    name: str
    address: str
    phone: str
    hours: str


@dataclass(frozen=True)
class CaseView:
    """A case of the procedure of which the person may be in one."""

    id: UUID
    name: str
    is_chosen: bool


FeeView = FeeLine  # a fee or charge; without an amount the agency is asked


@dataclass(frozen=True)
class DraftView:
    """All a step of the wizard needs."""

    dossier_id: UUID
    status: DossierStatus
    code: str  # empty until handed in; then the page goes to the receipt
    step: str
    version: int
    saved_at: datetime
    procedure_code: str
    procedure_name: str
    procedure_plain_name: str
    sector: str
    is_open: bool  # false: suspended, or filed elsewhere since
    agency_id: UUID | None
    agency_name: str
    units: tuple[UnitView, ...]
    answers: dict[str, ShownAnswer]
    cases: tuple[CaseView, ...]
    components: tuple[ComponentView, ...]
    other_files: tuple[FileView, ...]
    fees: tuple[FeeView, ...]
    promise: Promise | None  # if it were received now
    acting: Acting | None  # filed for somebody else
    may_act: bool  # false: the right to do so has ended
    is_at_counter: bool = False  # an officer has it open: read, not written


def view_unit(agency: Agency) -> UnitView:
    """Return what the choice of units shows of one."""
    return UnitView(
        id=agency.id,
        code=agency.code,
        name=agency.name,
        address=agency.address,
        phone=agency.phone,
        hours=agency.hours,
    )


def view_cases(catalogue: Catalogue, case_id: str) -> tuple[CaseView, ...]:
    """Return the cases to choose from, with the one chosen."""
    chosen = catalogue.chosen_case(case_id)
    return tuple(
        CaseView(case.id, case.name, case.id == chosen) for case in catalogue.choices()
    )


def view_fees(
    catalogue: Catalogue, channel: Channel = Channel.ONLINE
) -> tuple[FeeView, ...]:
    """Return what filing this way costs, from the catalogue and from nowhere else."""
    return tuple(
        FeeView(str(fee.kind), fee.amount, fee.needs_confirmation, fee.note)
        for fee in catalogue.fees_by(channel)
    )


def view_draft(
    draft: Draft,
    units: Sequence[Agency],
    files: Sequence[StoredFile],
    promise: Promise | None,
) -> DraftView:
    """Put the parts together."""
    dossier, catalogue = draft.dossier, draft.catalogue
    procedure, answers = catalogue.procedure, shown_answers(draft)
    shown_files = [view_file(file) for file in files]
    case_id = answers["case_id"].text
    papers = {paper.code: paper for paper in catalogue.papers(case_id)}
    return DraftView(
        dossier_id=dossier.id,
        status=dossier.status,
        code=dossier.code or "",
        step=dossier.step,
        version=dossier.version,
        saved_at=dossier.updated_at,
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        procedure_plain_name=procedure.plain_name,
        sector=catalogue.sector,
        is_open=procedure.is_filed_here and not procedure.is_suspended,
        agency_id=dossier.agency_id,
        agency_name=draft.agency.name if draft.agency else "",
        units=tuple(view_unit(unit) for unit in units),
        answers=answers,
        cases=view_cases(catalogue, case_id),
        components=tuple(
            view_component(draft, paper, shown_files) for paper in papers.values()
        ),
        # Files of a case no longer chosen are shown here, never lost from sight.
        other_files=tuple(f for f in shown_files if f.slot not in papers),
        fees=view_fees(catalogue, draft.dossier.channel),
        promise=promise,
        acting=draft.acting,
        may_act=draft.may_act,
    )
