"""The papers of a dossier at the desk, as display strings: files and verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dvc_app import formats, routes
from dvc_app.state.signature_words import signature_words
from dvc_app.wording import reception as wording
from dvc_app.wording import uploads
from services.dossiers.views import FileView
from services.files.models import FileState
from services.processing.views import JudgedComponent

PICTURES = {"jpeg", "png"}


@dataclass(frozen=True)
class FileRow:
    """One file that can be looked at."""

    id: str = ""
    name: str = ""
    details: str = ""
    view_label: str = ""
    kind: str = ""  # pdf, picture, or empty: only page 1 can be shown
    address: str = ""  # empty until it has been checked
    thumbnail: str = ""
    thumbnail_label: str = ""
    fault: str = ""


@dataclass(frozen=True)
class PaperRow:
    """One paper of the dossier with its verdict."""

    code: str
    name: str
    tag: str
    files: list[FileRow]
    no_file: str  # what is said where nothing was sent
    needs_verdict: bool
    is_ok: bool
    is_bad: bool
    choice: str  # the reason: a template's key, "other", or empty
    reason: str
    judged: str
    verdict_label: str
    reason_label: str
    medium: str = ""
    kind: str = ""
    count: str = ""
    is_compared: bool = False
    copy_line: str = ""  # how it came, in words
    copy_label: str = ""
    note: str = ""  # of the vault: to be opened first, or issued by an agency


@dataclass(frozen=True)
class Papers:
    """Every paper and file of a dossier."""

    rows: list[PaperRow] = field(default_factory=list)
    others: list[FileRow] = field(default_factory=list)


def file_row(file: FileView) -> FileRow:
    """Return a file as the list and the viewer show it."""
    is_ready = file.state is FileState.ACCEPTED
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    if file.is_signed:
        details.append(signature_words(file.signature) or uploads.SIGNED)
    if file.note:
        details.append(file.note)
    if file.origin in uploads.ORIGINS:
        details.append(uploads.ORIGINS[file.origin])
    kind = (
        "picture" if file.kind in PICTURES else file.kind if file.kind == "pdf" else ""
    )
    thumbnail = routes.fill(routes.API_THUMBNAIL, file_id=str(file.id))
    refused = file.state is FileState.REFUSED
    fault = uploads.FAULTS.get(file.fault, uploads.FAULTS["broken"])
    return FileRow(
        id=str(file.id),
        name=file.name,
        details=" · ".join(details),
        view_label=wording.VIEW.format(name=file.name),
        kind=kind,
        address=routes.fill(routes.API_FILE, file_id=str(file.id)) if is_ready else "",
        thumbnail=thumbnail if file.has_thumbnail else "",
        thumbnail_label=wording.PAGE_ONE.format(name=file.name),
        fault=fault if refused else "" if is_ready else wording.PREPARING,
    )


def paper_row(paper: JudgedComponent, pending: str | None = None) -> PaperRow:
    """Return a paper with its verdict; a pressed ‹Chưa đạt› waits for its reason.

    `pending` is the kind of reason picked so far; None when nothing waits.
    """
    is_pending = pending is not None
    judged = ""
    if paper.judged_at is not None:
        moment = formats.short_moment(paper.judged_at)
        judged = wording.JUDGED.format(name=paper.judged_by, moment=moment)
    return PaperRow(
        code=paper.code,
        name=paper.name,
        tag=wording.STAND_IN.get(
            paper.stand_in,
            wording.REQUIRED_PAPER if paper.required else wording.OPTIONAL_PAPER,
        ),
        files=[file_row(file) for file in paper.files],
        no_file=_no_file(paper),
        needs_verdict=paper.needs_verdict,
        is_ok=paper.is_accepted is True and not is_pending,
        is_bad=paper.is_accepted is False or is_pending,
        choice=pending or paper.reason_key or (wording.OTHER if paper.reason else ""),
        reason=paper.reason,
        judged=judged,
        verdict_label=wording.VERDICT_OF.format(name=paper.name),
        reason_label=wording.REASON_OF.format(name=paper.name),
        medium=str(paper.copy.medium),
        kind=str(paper.copy.kind),
        count=str(paper.copy.count),
        is_compared=paper.copy.is_compared,
        copy_line=copy_line(paper),
        copy_label=wording.COPY_OF.format(name=paper.name),
        note=_note(paper),
    )


def copy_line(paper: JudgedComponent) -> str:
    """Return how the component came, in words."""
    copy = paper.copy
    said = wording.COPY_LINE.format(
        medium=wording.MEDIA[copy.medium],
        kind=wording.COPY_KINDS[copy.kind],
        count=copy.count,
    )
    return f"{said} · {wording.COMPARED}" if copy.is_compared else said


def _note(paper: JudgedComponent) -> str:
    if paper.must_open:
        return wording.MUST_OPEN
    return wording.IS_ISSUED if paper.is_issued else ""


def _no_file(paper: JudgedComponent) -> str:
    if paper.files or paper.stand_in:
        return ""
    return wording.NO_FILE if paper.needs_verdict else wording.NOTHING_TO_JUDGE


def undone(papers: Iterable[PaperRow]) -> int:
    """Count the papers that still wait for a verdict."""
    waiting = (p for p in papers if p.needs_verdict and not p.is_ok)
    return sum(1 for p in waiting if not p.reason)


def files_in(papers: Papers) -> list[FileRow]:
    """Return every file of the dossier, in the order of the papers."""
    return [*(file for paper in papers.rows for file in paper.files), *papers.others]
