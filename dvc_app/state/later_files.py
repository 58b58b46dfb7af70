"""Files that come after the submission, as both sides draw them."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import uploads
from services.dossiers.views import FileView
from services.files.models import FileState

STATES = {
    FileState.CHECKING: (uploads.CHECKING, "tag tag--wait"),
    FileState.ACCEPTED: ("", "tag"),
    FileState.REFUSED: (uploads.REFUSED, "tag tag--late"),
}


@dataclass(frozen=True)
class LaterFile:
    """One file."""

    id: str
    name: str
    details: str
    state: str
    state_css: str
    fault: str
    address: str
    remove_label: str


def later_file(file: FileView) -> LaterFile:
    """Return a file; only what was checked can be opened."""
    percent = file.received * 100 // max(file.size, 1)
    unfinished = (uploads.UNFINISHED.format(percent=percent), "tag")
    words, css = STATES.get(file.state, unfinished)
    details = [formats.size(file.size)]
    if file.pages:
        details.insert(0, uploads.PAGES.format(count=file.pages))
    is_refused = file.state is FileState.REFUSED
    fault = uploads.FAULTS.get(file.fault, uploads.FAULTS["broken"])
    address = routes.fill(routes.API_FILE, file_id=str(file.id))
    return LaterFile(
        id=str(file.id),
        name=file.name,
        details=" · ".join(details),
        state=words,
        state_css=css,
        fault=fault if is_refused else "",
        address=address if file.state is FileState.ACCEPTED else "",
        remove_label=uploads.REMOVE_NAMED.format(name=file.name),
    )
