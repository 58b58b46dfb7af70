"""What the list of papers shows of a file and of a paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from services.dossiers.queries import Draft
from services.dossiers.requirements import StandIn, held, is_required, stand_in
from services.files.models import FileState, SignatureVerdict, StoredFile
from services.procedures.models import ProcedureComponent


@dataclass(frozen=True)
class SignatureView:
    """What is known of the digital signatures of a file (R19)."""

    verdict: SignatureVerdict = SignatureVerdict.NONE
    fault: str = ""
    signer: str = ""
    signed_at: datetime | None = None


@dataclass(frozen=True)
class PageView:
    """How a photo stands among the pages of its paper."""

    turn: int = 0
    doubts: tuple[str, ...] = ()  # not answered yet


@dataclass(frozen=True)
class FileView:
    """One file of a component, wherever it is on its way."""

    id: UUID
    name: str
    slot: str
    state: FileState
    size: int
    received: int
    fault: str
    kind: str
    pages: int
    is_signed: bool
    has_thumbnail: bool
    sha256: str
    note: str = ""
    origin: str = ""  # of the vault: which source vouches for it
    is_bound: bool = False  # made here of photos, and can be taken apart
    page: PageView | None = None  # a photo that waits to become a page
    signature: SignatureView = SignatureView()


@dataclass(frozen=True)
class ComponentView:
    """A paper to send, with what was sent for it."""

    code: str
    name: str
    required: bool
    required_when: str
    original_qty: int
    copy_qty: int
    note: str
    kinds: tuple[str, ...]
    samples: tuple[str, ...]
    files: tuple[FileView, ...]
    pages: tuple[FileView, ...] = ()  # photos not made into a PDF yet
    stand_in: StandIn = StandIn.NONE
    held: Mapping[str, str] = field(default_factory=dict)  # what the state holds
    max_megabytes: int = 10


def view_file(file: StoredFile) -> FileView:
    """Return what a list of files shows of one."""
    page = None
    if file.is_page:
        page = PageView(file.turn, () if file.is_kept else tuple(file.doubts))
    return FileView(
        id=file.id,
        name=file.name,
        slot=file.slot,
        state=file.state,
        size=file.declared_size,
        received=file.received,
        fault=file.fault,
        kind=file.kind,
        pages=file.pages,
        is_signed=file.is_signed,
        has_thumbnail=file.has_thumbnail,
        sha256=file.sha256,
        note=file.note,
        origin=file.origin,
        is_bound=file.is_bound,
        page=page,
        signature=SignatureView(
            file.signature, file.signature_fault, file.signer, file.signed_at
        ),
    )


def view_component(
    draft: Draft, component: ProcedureComponent, files: Iterable[FileView]
) -> ComponentView:
    """Return a paper as this draft needs it, with its own files among these."""
    own = [file for file in files if file.slot == component.code]
    found = held(draft, component)
    return ComponentView(
        code=component.code,
        name=component.name,
        required=is_required(draft, component),
        required_when=component.required_when,
        original_qty=component.original_qty,
        copy_qty=component.copy_qty,
        note=component.note,
        kinds=tuple(component.kinds),
        samples=tuple(component.samples),
        files=tuple(file for file in own if file.page is None),
        pages=tuple(file for file in own if file.page is not None),
        stand_in=stand_in(draft, component),
        held=found.facts if found else {},
        max_megabytes=component.max_megabytes,
    )
