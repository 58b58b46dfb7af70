"""What the wizard draws, as display strings."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import filing as wording
from dvc_app.wording import uploads
from services.dossiers.rules import Step
from services.dossiers.views import ComponentView, DraftView, FeeView, FileView
from services.files.models import FileState

ROUTE_OF_STEP = {
    Step.AGENCY: routes.FILE_AGENCY,
    Step.INFORMATION: routes.FILE_INFORMATION,
    Step.COMPONENTS: routes.FILE_COMPONENTS,
    Step.DELIVERY: routes.FILE_DELIVERY,
    Step.FEES: routes.FILE_FEES,
    Step.REVIEW: routes.FILE_CONFIRM,
}
STATE_WORDS = {
    FileState.CHECKING: (uploads.CHECKING, "tag tag--wait"),
    FileState.ACCEPTED: (uploads.ACCEPTED, "tag tag--done"),
    FileState.REFUSED: (uploads.REFUSED, "tag tag--late"),
}


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


@dataclass(frozen=True)
class FeeRow:
    """One fee or charge."""

    name: str
    amount: str
    note: str


@dataclass(frozen=True)
class UnitRow:
    """One unit that can be chosen."""

    id: str
    name: str
    address: str
    phone: str
    hours: str


@dataclass(frozen=True)
class StepRow:
    """One step in the list beside the form."""

    name: str
    address: str
    is_done: bool
    is_current: bool


def file_row(file: FileView) -> FileRow:
    """Return a file as the page shows it."""
    unfinished = uploads.UNFINISHED.format(
        percent=file.received * 100 // max(file.size, 1)
    )
    words, css = STATE_WORDS.get(file.state, (unfinished, "tag"))
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    if file.is_signed:
        details.append(uploads.SIGNED)
    return FileRow(
        id=str(file.id),
        name=file.name,
        details=" · ".join(details),
        state=words,
        state_css=css,
        fault=uploads.FAULTS.get(file.fault, uploads.FAULTS["broken"])
        if file.state is FileState.REFUSED
        else "",
        thumbnail=routes.fill(routes.API_THUMBNAIL, file_id=str(file.id))
        if file.has_thumbnail
        else "",
        address=address if file.state is FileState.ACCEPTED else "",
        remove_label=uploads.REMOVE_NAMED.format(name=file.name),
        preview_label=uploads.PREVIEW.format(name=file.name),
    )


def paper_row(draft_id: str, paper: ComponentView) -> PaperRow:
    """Return a paper of the list with its files."""
    tags = []
    if paper.original_qty:
        tags.append(wording.ORIGINALS.format(count=paper.original_qty))
    if paper.copy_qty:
        tags.append(wording.COPIES.format(count=paper.copy_qty))
    hints = [paper.note]
    if paper.required_when:
        hints.append(wording.REQUIRED_WHEN.format(when=paper.required_when))
    if paper.samples:
        hints.append(wording.SAMPLES.format(names=", ".join(paper.samples)))
    return PaperRow(
        code=paper.code,
        name=paper.name,
        tags=" · ".join(tags),
        hint=" ".join(hint for hint in hints if hint),
        required=paper.required,
        endpoint=_endpoint(draft_id, paper.code),
        send_label=wording.SEND_FOR.format(name=paper.name),
        files=[file_row(file) for file in paper.files],
        known=[str(file.id) for file in paper.files],
    )


def other_row(draft_id: str, view: DraftView) -> PaperRow:
    """Return the place for papers the list does not name."""
    return PaperRow(
        code="other",
        name=wording.OTHER_PAPERS,
        tags="",
        hint=wording.OTHER_HINT,
        required=False,
        endpoint=_endpoint(draft_id, "other"),
        send_label=wording.SEND_FOR.format(name=wording.OTHER_PAPERS),
        files=[file_row(file) for file in view.other_files],
        known=[str(file.id) for file in view.other_files],
    )


def fee_row(fee: FeeView) -> FeeRow:
    """Return a fee; one without a credible amount is never shown as money."""
    amount = wording.TO_CONFIRM if fee.amount is None else formats.dong(fee.amount)
    return FeeRow(wording.FEE_KINDS[fee.kind], amount, fee.note)


def total_of(fees: tuple[FeeView, ...]) -> str:
    """Return what there is to pay, or that it has to be asked."""
    if any(fee.amount is None for fee in fees):
        return wording.TO_CONFIRM
    return formats.dong(sum(fee.amount or 0 for fee in fees))


def step_rows(draft_id: str, current: Step, reached: Step) -> list[StepRow]:
    """Return the steps; those already reached can be gone back to."""
    order = list(Step)
    furthest = max(order.index(current), order.index(reached))
    return [
        StepRow(
            name=wording.STEPS[step],
            address=routes.fill(ROUTE_OF_STEP[step], draft=draft_id)
            if index <= furthest
            else "",
            is_done=index < furthest and step is not current,
            is_current=step is current,
        )
        for index, step in enumerate(order)
    ]


def caption(current: Step) -> str:
    """Return the sentence of progress (R16)."""
    order = list(Step)
    index = order.index(current)
    if current is Step.REVIEW:
        return wording.LAST_CAPTION
    return wording.CAPTION.format(
        number=index + 1,
        step=wording.STEPS[current],
        next=wording.STEPS[order[index + 1]],
    )


def _endpoint(draft_id: str, slot: str) -> str:
    return routes.fill(routes.API_UPLOADS, dossier_id=draft_id, slot=slot)
