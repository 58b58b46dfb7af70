"""What a copy of a dossier as a new draft would take along."""

from dataclasses import dataclass
from uuid import UUID

from services.core.errors import NotFound
from services.dossiers.copy_dossier import copyable_files, fitting_answers
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import read_snapshot
from services.dossiers.views import FileView, view_file
from services.work import Work


@dataclass(frozen=True)
class CopyView:
    """The old dossier, and what fits a new one."""

    dossier_id: UUID
    code: str
    procedure_name: str
    answers: int
    paper_names: dict[str, str]  # by slot
    files: tuple[FileView, ...]


def show_copy(work: Work, code: str) -> CopyView:
    """Return it for those who see the dossier."""
    work.actor.require_citizen()
    old = find_visible(work, code)
    if old is None:
        raise NotFound("dossier")
    handed_in = read_snapshot(old)
    return CopyView(
        dossier_id=old.id,
        code=old.code or "",
        procedure_name=handed_in.procedure_name,
        answers=len(fitting_answers(old)),
        paper_names={part.code: part.name for part in handed_in.components},
        files=tuple(view_file(file) for file in copyable_files(work, old)),
    )
