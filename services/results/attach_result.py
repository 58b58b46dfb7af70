"""Attach the result of a dossier (đính kèm kết quả)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.audit.record import record
from services.core.errors import Conflict, NotFound, RuleViolation
from services.core.readers import Unreadable, read_note
from services.core.text import clean
from services.dossiers.models import Dossier
from services.files.models import FileState, StoredFile
from services.processing.announce import announce
from services.processing.queries import renew_version
from services.results.models import Result
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


def attach_result(work: Work, code: str, file_id: UUID, number: str) -> ResultAttached:
    """Attach a checked file as the result, and seal it until the approval (UP-9).

    The same file attached twice is attached once; another one has to wait until
    the first is taken back.
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
        attached_at=work.now,
        attached_by_id=work.actor.require_officer(),
    )
    file.sealed_at = work.now
    steps[-1].result_id = result.id
    work.session.add_all([file, result, steps[-1]])
    renew_version(work, dossier)
    record(work, "attach_result", dossier.id)
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
