"""Begin to send the file of a result (File kết quả)."""

from services.dossiers.views import RESULT
from services.files.begin import NewUpload, Upload, begin
from services.files.rules import UploadLimits
from services.files.verdicts import FileKind
from services.results.rules import lock_for_result
from services.work import Work

LIMITS = UploadLimits(kinds=frozenset({FileKind.PDF}), files_per_slot=5)


def begin_result_upload(work: Work, code: str, name: str, size: int) -> Upload:
    """Make room for a result; it is a PDF, as decisions are kept (NĐ 30/2020)."""
    dossier, _ = lock_for_result(work, code)
    return begin(work, NewUpload(dossier.id, RESULT, name, size), LIMITS)
