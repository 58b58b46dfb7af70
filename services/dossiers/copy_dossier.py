"""Begin a new draft with what an old dossier says (sao chép thành hồ sơ mới)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, select

from services.audit.record import record
from services.core.errors import NotFound
from services.dossiers.begin_draft import begin_draft
from services.dossiers.fields import FIELDS
from services.dossiers.models import Dossier
from services.dossiers.rules import Step
from services.dossiers.show_dossier import find_visible
from services.dossiers.views import OTHER
from services.files.models import FileState, StoredFile
from services.files.queries import files_of
from services.procedures.models import Procedure, ProcedureComponent, ProcedureUnit
from services.work import Work

MOST_FILES = 50
EFORM = "e."  # begins the answers of an electronic form
# What belongs to the old filing alone.
NOT_COPIED = frozenset({"delivery"})
OF_THE_OLD = {"id", "subject_id", "owner_id", "delegation_id", "sealed_at", "parts"}


def copy_dossier(
    work: Work, code: str, file_ids: Collection[UUID], intent: str
) -> UUID:
    """Bear a draft of the same procedure, once per press (P2).

    Answers that the form still asks come along, and of the files those chosen
    whose paper is still listed: the same bytes in rows of their own. It is filed
    for oneself until the person chooses otherwise.
    """
    me = work.actor.require_citizen()
    old = find_visible(work, code)
    if old is None:
        raise NotFound("dossier")
    procedure = work.session.get_one(Procedure, old.procedure_id)
    birth = begin_draft(work, procedure.code, f"copy:{old.id.hex}:{intent[:40]}")
    if not birth.is_new:
        return birth.dossier_id
    draft = work.session.get_one(Dossier, birth.dossier_id, with_for_update=True)
    draft.answers = fitting_answers(old)
    draft.answered_at = dict.fromkeys(draft.answers, work.now.isoformat())
    draft.agency_id = _unit(work, old)
    draft.step = Step.INFORMATION if draft.agency_id else Step.AGENCY
    work.session.add(draft)
    copied = _copy_files(work, old, draft.id, set(list(file_ids)[:MOST_FILES]), me)
    record(work, "copy_dossier", draft.id, files=copied)
    work.session.flush()
    return draft.id


def fitting_answers(old: Dossier) -> dict[str, str]:
    """Return the answers that are asked for again; verified ones are known anyway."""
    return {
        field: text
        for field, text in old.answers.items()
        if (field in FIELDS or field.startswith(EFORM)) and field not in NOT_COPIED
    }


def copyable_files(work: Work, old: Dossier) -> Sequence[StoredFile]:
    """Return what was sent for papers the procedure still lists."""
    listed = set(
        work.session.exec(
            select(ProcedureComponent.code).where(
                ProcedureComponent.procedure_id == old.procedure_id
            )
        )
    )
    return [
        file
        for file in files_of(work.session, old.id)
        if file.slot in listed | {OTHER}
        and file.state is FileState.ACCEPTED
        and not file.is_page  # the PDF it was bound into comes along
    ]


def _unit(work: Work, old: Dossier) -> UUID | None:
    """Return the unit of the old dossier while it still receives the procedure."""
    entitled = select(ProcedureUnit.agency_id).where(
        ProcedureUnit.procedure_id == old.procedure_id,
        col(ProcedureUnit.agency_id) == old.agency_id,
    )
    return work.session.exec(entitled).first()


def _copy_files(
    work: Work, old: Dossier, draft_id: UUID, wanted: set[UUID], owner_id: UUID
) -> int:
    files = [file for file in copyable_files(work, old) if file.id in wanted]
    for file in files:
        kept = file.model_dump(exclude=OF_THE_OLD)
        row = StoredFile(**kept, subject_id=draft_id, owner_id=owner_id)
        row.started_at = row.finished_at = work.now
        work.session.add(row)
        work.storage.join([file.key], row.key)
        if file.has_thumbnail:
            work.storage.join([file.thumbnail_key], row.thumbnail_key)
    work.session.flush()
    return len(files)
