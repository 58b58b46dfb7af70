"""The papers of a draft at the counter, as display strings."""

from dataclasses import dataclass, replace

from dvc_app import routes
from dvc_app.state.citizen.paper_rows import FileRow, PaperRow
from dvc_app.wording import counter as wording
from services.counter.open_at_counter import PaperAtCounter


@dataclass(frozen=True)
class CounterPaperRow:
    """One component: its files, what was counted, and why nothing is scanned."""

    code: str
    name: str
    tags: str
    when: str
    hint: str
    required: bool
    endpoint: str
    accept: str
    limits: str
    send_label: str
    files: list[FileRow]
    known: list[str]
    originals: str
    certified: str
    plain: str
    is_compared: bool
    is_listed: bool  # not the place for other papers
    earlier: str
    warning: str


def counter_paper(
    draft_id: str, row: PaperRow, paper: PaperAtCounter | None
) -> CounterPaperRow:
    """Return a paper with the counter's own addresses and counts."""
    counted = paper.counted if paper else None
    return CounterPaperRow(
        code=row.code,
        name=row.name,
        tags=row.tags,
        when=row.when,
        hint=row.hint,
        required=row.required,
        endpoint=routes.fill(
            routes.API_COUNTER_UPLOADS, dossier_id=draft_id, slot=row.code
        ),
        accept=row.accept,
        limits=row.limits,
        send_label=wording.SCAN_FOR + row.name,
        files=[scanned(file) for file in row.files],
        known=row.known,
        originals=str(counted.originals) if counted else "0",
        certified=str(counted.certified) if counted else "0",
        plain=str(counted.plain) if counted else "0",
        is_compared=counted.is_compared if counted else False,
        is_listed=paper is not None,
        earlier=(
            wording.EARLIER.format(title=paper.earlier)
            if paper and paper.earlier
            else ""
        ),
        warning=wording.UNOPENED if paper and paper.is_unopened else "",
    )


def scanned(file: FileRow) -> FileRow:
    """Return a file with the counter's own addresses."""
    whole = routes.fill(routes.API_COUNTER_FILE, file_id=file.id)
    picture = routes.fill(routes.API_COUNTER_THUMBNAIL, file_id=file.id)
    return replace(
        file,
        address=whole if file.address else "",
        thumbnail=picture if file.thumbnail else "",
        takes_note=False,
        edit_label="",
    )
