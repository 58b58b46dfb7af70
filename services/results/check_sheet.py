"""Tell whether a sheet is genuine: one about a dossier, or a signed result (C27)."""

from uuid import UUID

from services.dossiers.models import Dossier
from services.papers.check_keys import (
    CheckedPaper,
    PaperKind,
    initials,
    read_check_key,
)
from services.results.models import Result
from services.slips.check_paper import check_paper
from services.work import Work


def check_sheet(work: Work, key: str) -> CheckedPaper | None:
    """Return what may be known of the sheet; none for a key that is not ours."""
    named = read_check_key(work, key)
    if named is not None and named[0] is PaperKind.RESULT:
        return _result(work, named[1])
    return check_paper(work, key)


def _result(work: Work, result_id: UUID) -> CheckedPaper | None:
    """Return a result that was signed here; one that was not is nobody's paper."""
    result = work.session.get(Result, result_id)
    if result is None or result.signed_at is None:
        return None
    dossier = work.session.get_one(Dossier, result.dossier_id)
    return CheckedPaper(
        kind=PaperKind.RESULT,
        number=dossier.code or "",
        unit=str(dossier.frozen["unit"]["name"]),
        issued_at=result.signed_at,
        # A corrected one takes its place: then it is removed.
        in_force=result.removed_at is None,
        initials=initials(dossier.applicant_name),
        result=result.number,
    )
