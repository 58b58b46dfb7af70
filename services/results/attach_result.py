"""Attach the result of a dossier (đính kèm kết quả)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.core.text import clean
from services.dossiers.models import Dossier
from services.files.models import FileState, StoredFile
from services.jobs import defer
from services.processing.announce import announce
from services.processing.models import DossierStep
from services.processing.queries import renew_version
from services.results.models import Result, ResultForm
from services.results.queries import result_file, standing_result
from services.results.rules import lock_for_result
from services.work import Work

NUMBER_LENGTHS = (1, 100)
FAULTS = {
    FileState.RECEIVING: "file_sending",
    FileState.CHECKING: "file_checking",
    FileState.REFUSED: "file_refused",
}


@dataclass(frozen=True)
class ResultAttached:
    """The result that waits for approval."""

    code: str
    file_id: UUID
    number: str
    attached_at: datetime
    version: int


def attach_result(
    work: Work,
    code: str,
    file_id: UUID,
    number: str,
    form: ResultForm = ResultForm.PAPER,
) -> ResultAttached:
    """Attach a checked file as the result, and seal it until the approval (UP-9).

    The same file attached twice is attached once; another one has to wait until
    the first is taken back. A digital one is signed by its approver.
    """
    dossier, steps = lock_for_result(work, code)
    standing = standing_result(work.session, dossier.id)
    if standing is not None:
        if standing.file_id != file_id:
            raise Conflict("result_attached")
        return _attached(dossier, standing)
    file = _checked_file(work, dossier, file_id)
    result = Result(
        dossier_id=dossier.id,
        file_id=file.id,
        number=_number(number),
        form=form,
        attached_at=work.now,
        attached_by_id=work.actor.require_officer(),
    )
    return _attach(work, dossier, steps, (file, result))


def attach_draft(
    work: Work, code: str, file: StoredFile, draft: dict[str, str]
) -> ResultAttached:
    """Attach what the portal printed from a template; its number comes last."""
    dossier, steps = lock_for_result(work, code)
    result = Result(
        dossier_id=dossier.id,
        file_id=file.id,
        form=ResultForm.DIGITAL,
        draft=draft,
        series=draft["series"],
        attached_at=work.now,
        attached_by_id=work.actor.require_officer(),
    )
    return _attach(work, dossier, steps, (file, result))


def _attach(
    work: Work,
    dossier: Dossier,
    steps: Sequence[DossierStep],
    made: tuple[StoredFile, Result],
) -> ResultAttached:
    file, result = made
    file.sealed_at = work.now
    steps[-1].result_id = result.id
    work.session.add_all([file, result, steps[-1]])
    renew_version(work, dossier)
    record(work, "attach_result", dossier.id)
    defer(work.session, "digitising.read_dossier", dossier_id=str(dossier.id))
    announce(work, dossier)
    return _attached(dossier, result)


def _checked_file(work: Work, dossier: Dossier, file_id: UUID) -> StoredFile:
    file = result_file(work.session, dossier.id, file_id)
    if file is None:
        raise NotFound("file")
    if fault := FAULTS.get(file.state):
        raise RuleViolation({"file": fault})
    return file


def _number(text: str) -> str:
    try:
        return read_note(clean(text), *NUMBER_LENGTHS)
    except Unreadable as fault:
        raise RuleViolation({"number": fault.key}) from None


def _attached(dossier: Dossier, result: Result) -> ResultAttached:
    return ResultAttached(
        code=dossier.code or "",
        file_id=result.file_id,
        number=result.number,
        attached_at=result.attached_at,
        version=dossier.version,
    )
