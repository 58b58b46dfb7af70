"""Whether a sheet about a dossier is genuine and still in force (C27)."""

from uuid import UUID

from services.dossiers.models import Dossier
from services.dossiers.models import DossierStatus as S
from services.dossiers.rules import ENDED
from services.papers.check_keys import (
    CheckedPaper,
    PaperKind,
    initials,
    read_check_key,
)
from services.processing.models import DossierReceipt
from services.work import Work

GIVEN_UP = frozenset({S.REFUSED, S.WITHDRAWN, S.STOPPED})


def check_paper(work: Work, key: str) -> CheckedPaper | None:
    """Return what may be known of the sheet; none for a key that is not ours."""
    named = read_check_key(work, key)
    if named is None:
        return None
    kind, row_id = named
    if kind is PaperKind.ACKNOWLEDGEMENT:
        return _acknowledgement(work, row_id)
    return _receipt(work, row_id)


def _acknowledgement(work: Work, dossier_id: UUID) -> CheckedPaper | None:
    dossier = work.session.get(Dossier, dossier_id)
    if dossier is None or dossier.submitted_at is None:
        return None
    return CheckedPaper(
        kind=PaperKind.ACKNOWLEDGEMENT,
        number=dossier.code or "",
        unit=work.province.service_centre,
        issued_at=dossier.submitted_at,
        in_force=dossier.status not in GIVEN_UP,
        initials=initials(dossier.applicant_name),
    )


def _receipt(work: Work, receipt_id: UUID) -> CheckedPaper | None:
    receipt = work.session.get(DossierReceipt, receipt_id)
    if receipt is None:
        return None
    dossier = work.session.get_one(Dossier, receipt.dossier_id)
    return CheckedPaper(
        kind=PaperKind.RECEIPT,
        number=dossier.code or "",
        unit=str(dossier.frozen["unit"]["name"]),
        issued_at=receipt.issued_at,
        # The promise of a date ends when it is kept or falls away.
        in_force=dossier.status not in ENDED or dossier.status is S.RESULT_READY,
        initials=initials(dossier.applicant_name),
    )
