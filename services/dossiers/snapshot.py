"""What was handed in, frozen: the officer reads what the citizen signed (UP-9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from services.delegations.acting import Acting
from services.dossiers.answers import texts
from services.dossiers.fields import Cleaned, Value
from services.dossiers.freeze_form import FrozenForm, freeze_form
from services.dossiers.freeze_terms import FrozenCosigner, FrozenDelivery
from services.dossiers.models import Dossier
from services.dossiers.queries import Draft
from services.dossiers.requirements import StandIn, needs_upload, stand_in
from services.dossiers.time_limits import stated_limit
from services.dossiers.views import FeeView, view_fees
from services.files.models import StoredFile


@dataclass(frozen=True)
class FrozenFile:
    """A file as it was handed in; its hash proves that it still is."""

    id: UUID
    name: str
    kind: str
    size: int
    pages: int
    sha256: str
    is_signed: bool
    note: str = ""
    origin: str = ""  # of the vault: DuocLayTuKhoDMQG of what is handed over


@dataclass(frozen=True)
class FrozenComponent:
    """A paper of the list, with what was sent for it."""

    code: str
    name: str
    required: bool
    original_qty: int
    copy_qty: int
    files: tuple[FrozenFile, ...]
    stand_in: StandIn = StandIn.NONE  # why nothing had to be sent for it


@dataclass(frozen=True)
class FrozenUnit:
    """The unit it was handed to, as it was then."""

    code: str
    name: str
    address: str
    phone: str


@dataclass(frozen=True)
class Snapshot:
    """The dossier at the moment of submission; a later catalogue changes nothing."""

    procedure_code: str
    procedure_name: str
    sector: str
    catalogue_of: datetime
    time_limit: float | None
    time_limit_unit: str
    process: list[dict[str, Any]]  # Any: name, role, hours, as the catalogue has them
    unit: FrozenUnit
    case_name: str
    values: dict[str, Value]
    typed: dict[str, str]
    components: tuple[FrozenComponent, ...]
    other_files: tuple[FrozenFile, ...]
    fees: tuple[FeeView, ...]
    acting: Acting | None = None  # filed for somebody else: whom, by which right
    delivery: FrozenDelivery | None = None
    cosigner: FrozenCosigner | None = None
    cut_off: str = ""  # of the procedure, as it was then
    form: FrozenForm | None = None  # the procedure's own electronic form


SNAPSHOT = TypeAdapter(Snapshot)


def take_snapshot(
    draft: Draft, cleaned: Cleaned, files: Sequence[StoredFile]
) -> dict[str, Any]:
    """Freeze the draft as JSON for its row (Any: JSON)."""
    catalogue, agency = draft.catalogue, draft.agency
    assert agency is not None  # a dossier without a unit does not pass the checks
    procedure, typed = catalogue.procedure, texts(draft)
    limit, unit = stated_limit(catalogue, draft.dossier.channel)
    chosen = catalogue.chosen_case(typed["case_id"])
    components = freeze_components(draft, typed["case_id"], files)
    named = {component.code for component in components}
    snapshot = Snapshot(
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        sector=catalogue.sector,
        catalogue_of=procedure.updated_at,
        time_limit=limit,
        time_limit_unit=str(unit),
        cut_off=procedure.cut_off,
        process=procedure.process,
        unit=FrozenUnit(agency.code, agency.name, agency.address, agency.phone),
        case_name=next((c.name for c in catalogue.cases if c.id == chosen), ""),
        values=cleaned.values,
        typed=typed,
        components=components,
        other_files=tuple(freeze_file(f) for f in files if f.slot not in named),
        fees=view_fees(catalogue, draft.dossier.channel),
        acting=draft.acting,
        form=freeze_form(draft, cleaned.form),
    )
    frozen: dict[str, Any] = SNAPSHOT.dump_python(snapshot, mode="json")
    return frozen


def read_snapshot(dossier: Dossier) -> Snapshot:
    """Return what was handed in."""
    return SNAPSHOT.validate_python(dossier.frozen, strict=False)


def freeze_components(
    draft: Draft, case_id: str, files: Sequence[StoredFile]
) -> tuple[FrozenComponent, ...]:
    """Return the papers of the chosen case with their files."""
    papers = {paper.code: paper for paper in draft.catalogue.papers(case_id)}
    return tuple(
        FrozenComponent(
            code=paper.code,
            name=paper.name,
            required=needs_upload(draft, paper),
            original_qty=paper.original_qty,
            copy_qty=paper.copy_qty,
            files=tuple(freeze_file(f) for f in files if f.slot == paper.code),
            stand_in=stand_in(draft, paper),
        )
        for paper in papers.values()
    )


def freeze_file(file: StoredFile) -> FrozenFile:
    """Return what is sworn of one file."""
    return FrozenFile(
        id=file.id,
        name=file.name,
        kind=file.kind,
        size=file.declared_size,
        pages=file.pages,
        sha256=file.sha256,
        is_signed=file.is_signed,
        note=file.note,
        origin=file.origin,
    )
