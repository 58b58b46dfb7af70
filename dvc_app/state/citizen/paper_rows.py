"""The papers of a dossier with their files, as display strings (C12)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.state.signature_words import signature_words
from dvc_app.wording import filing as wording
from dvc_app.wording import uploads
from services.dossiers.begin_upload import PICTURES, kinds_stated
from services.dossiers.requirements import StandIn
from services.dossiers.view_papers import ComponentView, FileView
from services.dossiers.views import DraftView
from services.files.models import FileState, SignatureVerdict
from services.files.rules import DEFAULT_KINDS
from services.files.verdicts import KIND_OF_EXTENSION, FileKind

OTHER = "other"
STATE_WORDS = {
    FileState.CHECKING: (uploads.CHECKING, "tag tag--wait"),
    FileState.ACCEPTED: (uploads.ACCEPTED, "tag tag--done"),
    FileState.REFUSED: (uploads.REFUSED, "tag tag--late"),
}
SIGNATURE_CSS = {
    SignatureVerdict.VALID: "small signature signature--valid",
    SignatureVerdict.INVALID: "small signature signature--invalid",
}
INSTEAD = {StandIn.FORM: uploads.BY_FORM, StandIn.STATE: uploads.BY_STATE}
SHOWN = {"jpeg", "png", "pdf"}  # what a browser opens; of others, the small picture


@dataclass(frozen=True)
class FileRow:
    """One file under its paper."""

    id: str
    name: str
    details: str
    state: str
    state_css: str
    fault: str
    thumbnail: str  # address, or empty
    address: str
    remove_label: str
    preview_label: str
    signature: str = ""
    signature_css: str = ""
    edit_label: str = ""  # not empty: made of photos, and can be taken apart
    takes_note: bool = False
    note: str = ""
    note_label: str = ""


@dataclass(frozen=True)
class PageRow:
    """One photo among the pages of a paper."""

    id: str
    title: str
    thumbnail: str
    address: str
    preview_label: str
    css: str  # how it is turned
    state: str
    fault: str
    doubt: str
    keep_label: str
    up_label: str  # empty at the top
    down_label: str  # empty at the end
    turn_label: str
    remove_label: str


@dataclass(frozen=True)
class PartRow:
    """A file of which a part has come."""

    id: str
    name: str
    size: int
    percent: int
    address: str


@dataclass(frozen=True)
class PaperRow:
    """One paper to send."""

    code: str
    name: str
    tags: str
    hint: str
    required: bool
    endpoint: str
    send_label: str
    files: list[FileRow]
    known: list[str]
    when: str = ""
    limits: str = ""
    accept: str = uploads.ACCEPT
    takes_photos: bool = False  # photos of it become one PDF
    pages: list[PageRow] = field(default_factory=list)
    pages_title: str = ""
    parts: list[PartRow] = field(default_factory=list)
    instead: str = ""  # why nothing has to be sent
    instead_facts: str = ""
    is_form: bool = False  # the electronic form stands for it


def file_row(file: FileView, takes_note: bool = False) -> FileRow:
    """Return a file as the page shows it."""
    words, css = STATE_WORDS.get(file.state, (uploads.CHECKING, "tag"))
    if file.is_bound and file.state is FileState.CHECKING:
        words = uploads.BINDING
    is_ready = file.state is FileState.ACCEPTED
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    thumbnail = routes.fill(routes.API_THUMBNAIL, file_id=str(file.id))
    can_edit = file.is_bound and file.state is not FileState.CHECKING
    return FileRow(
        id=str(file.id),
        name=file.name,
        details=details(file),
        state=words,
        state_css=css,
        fault=fault_of(file),
        thumbnail=thumbnail if file.has_thumbnail else "",
        address=address if is_ready else "",
        remove_label=uploads.REMOVE_NAMED.format(name=file.name),
        preview_label=uploads.PREVIEW.format(name=file.name),
        signature=signature_words(file.signature),
        signature_css=SIGNATURE_CSS.get(file.signature.verdict, "small signature"),
        edit_label=uploads.EDIT_PAGES_NAMED.format(name=file.name) if can_edit else "",
        takes_note=takes_note,
        note=file.note,
        note_label=uploads.NOTE_OF.format(name=file.name),
    )


def details(file: FileView) -> str:
    """Return pages and size; the size of what is being made is not known yet."""
    parts = [uploads.PAGES.format(count=file.pages)] if file.pages else []
    if not file.is_bound or file.state is FileState.ACCEPTED:
        parts.append(formats.size(file.size))
    if file.is_signed and file.signature.verdict is SignatureVerdict.NONE:
        parts.append(uploads.SIGNED)
    return " · ".join(filter(None, [*parts, uploads.ORIGINS.get(file.origin)]))


def fault_of(file: FileView) -> str:
    """Return why a file was refused, and what to do; empty when it was not."""
    if file.state is not FileState.REFUSED:
        return ""
    return uploads.FAULTS.get(file.fault, uploads.FAULTS["broken"])


def page_row(page: FileView, number: int, count: int) -> PageRow:
    """Return a photo with what can be done with it."""
    assert page.page is not None
    is_ready = page.state is FileState.ACCEPTED
    thumbnail = routes.fill(routes.API_THUMBNAIL, file_id=str(page.id))
    whole = routes.fill(routes.API_FILE, file_id=str(page.id))
    doubt = next(iter(page.page.doubts), "") if is_ready else ""

    def said(words: str) -> str:
        return words.format(number=number)

    return PageRow(
        id=str(page.id),
        title=said(uploads.PAGE),
        thumbnail=thumbnail if page.has_thumbnail else "",
        address=whole if page.kind in SHOWN else thumbnail,
        preview_label=said(uploads.PAGE_PREVIEW),
        css=f"page-photo turned-{page.page.turn}",
        state="" if is_ready else STATE_WORDS.get(page.state, ("", ""))[0],
        fault=fault_of(page),
        doubt=said(uploads.DOUBTS[doubt]) if doubt else "",
        keep_label=said(uploads.KEEP_NAMED),
        up_label=said(uploads.PAGE_UP) if number > 1 else "",
        down_label=said(uploads.PAGE_DOWN) if number < count else "",
        turn_label=said(uploads.PAGE_TURN),
        remove_label=said(uploads.PAGE_REMOVE),
    )


def paper_row(draft_id: str, paper: ComponentView) -> PaperRow:
    """Return a paper of the list with its files."""
    kinds = kinds_stated(paper.kinds) or DEFAULT_KINDS
    takes_photos = FileKind.PDF in kinds and bool(kinds & PICTURES)
    pages = [page for page in paper.pages if page.state is not FileState.RECEIVING]
    if not takes_photos:
        pages = []
    return PaperRow(
        code=paper.code,
        name=paper.name,
        tags=_quantity(paper),
        hint=_hint(paper),
        required=paper.required and paper.stand_in is StandIn.NONE,
        endpoint=_endpoint(draft_id, paper.code),
        send_label=wording.SEND_FOR.format(name=paper.name),
        files=[file_row(file) for file in paper.files if _has_come(file)],
        known=_known((*paper.files, *paper.pages)),
        when=_when(paper),
        limits=uploads.LIMITS.format(
            kinds=", ".join(uploads.KINDS[kind] for kind in FileKind if kind in kinds),
            most=paper.max_megabytes,
        ),
        accept=_accept(kinds),
        takes_photos=takes_photos,
        pages=[page_row(page, at, len(pages)) for at, page in enumerate(pages, 1)],
        pages_title=uploads.GATHERING.format(count=len(pages)) if pages else "",
        parts=_parts((*paper.files, *paper.pages)),
        instead=_instead(paper),
        instead_facts=_facts(paper),
        is_form=paper.stand_in is StandIn.FORM,
    )


def other_row(draft_id: str, view: DraftView) -> PaperRow:
    """Return the place for papers the list does not name."""
    return PaperRow(
        code=OTHER,
        name=wording.OTHER_PAPERS,
        tags="",
        hint=wording.OTHER_HINT,
        required=False,
        endpoint=_endpoint(draft_id, OTHER),
        send_label=wording.SEND_FOR.format(name=wording.OTHER_PAPERS),
        files=[file_row(f, takes_note=True) for f in view.other_files if _has_come(f)],
        known=_known(view.other_files),
        accept=_accept(DEFAULT_KINDS),
        parts=_parts(view.other_files),
    )


def _quantity(paper: ComponentView) -> str:
    counts = []
    if paper.original_qty:
        counts.append(wording.ORIGINALS.format(count=paper.original_qty))
    if paper.copy_qty:
        counts.append(wording.COPIES.format(count=paper.copy_qty))
    return wording.QUANTITY.format(counts=", ".join(counts)) if counts else ""


def _hint(paper: ComponentView) -> str:
    hints = [paper.note]
    if paper.samples:
        hints.append(wording.SAMPLES.format(names=", ".join(paper.samples)))
    return " ".join(hint for hint in hints if hint)


def _when(paper: ComponentView) -> str:
    """Return ‹Bắt buộc khi …›, or that the condition holds for this dossier."""
    if not paper.required_when:
        return ""
    words = wording.REQUIRED_NOW if paper.required else wording.REQUIRED_WHEN
    first, rest = paper.required_when[:1], paper.required_when[1:]
    when = (first.lower() + rest).removeprefix(wording.WHEN + " ")
    return words.format(when=when)


def _instead(paper: ComponentView) -> str:
    return INSTEAD.get(paper.stand_in, "")


def _facts(paper: ComponentView) -> str:
    names = uploads.BY_STATE_FACTS
    return "; ".join(f"{names[k]}: {v}" for k, v in paper.held.items() if k in names)


def _has_come(file: FileView) -> bool:
    return file.state is not FileState.RECEIVING


def _known(files: Iterable[FileView]) -> list[str]:
    return [str(file.id) for file in files if _has_come(file)]


def _parts(files: Iterable[FileView]) -> list[PartRow]:
    return [
        PartRow(
            id=str(file.id),
            name=file.name,
            size=file.size,
            percent=file.received * 100 // max(file.size, 1),
            address=routes.fill(routes.API_UPLOAD, upload_id=str(file.id)),
        )
        for file in files
        if not _has_come(file)
    ]


def _accept(kinds: frozenset[FileKind]) -> str:
    """Return extensions, and kinds of pictures: phones offer the camera for those."""
    taken = [f".{name}" for name, kind in KIND_OF_EXTENSION.items() if kind in kinds]
    pictures = [f"image/{kind}" for kind in FileKind if kind in kinds & PICTURES]
    return ",".join((*taken, *pictures))


def _endpoint(draft_id: str, slot: str) -> str:
    return routes.fill(routes.API_UPLOADS, dossier_id=draft_id, slot=slot)
