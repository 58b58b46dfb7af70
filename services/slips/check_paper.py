"""Tell whether a sheet about a dossier is genuine and still in force (C27)."""

from collections.abc import Callable
from uuid import UUID

from services.dossiers.models import Dossier
from services.dossiers.models import DossierStatus as S
from services.dossiers.rules import ENDED, GIVEN_UP
from services.papers.check_keys import (
    CheckedPaper,
    PaperKind,
    initials,
    read_check_key,
)
from services.payments.issue_receipt import is_unchanged, receipt_name
from services.payments.models import PaymentRequest, RequestState
from services.payments.settlement_models import PaymentReceipt
from services.processing.models import DossierReceipt
from services.slips.issue_slip import is_unchanged as is_slip_unchanged
from services.slips.models import Slip, SlipKind
from services.slips.paper_kinds import KIND_OF
from services.work import Work


def check_paper(work: Work, key: str) -> CheckedPaper | None:
    """Return what may be known of the sheet; none for a key that is not ours."""
    named = read_check_key(work, key)
    if named is None:
        return None
    kind, row_id = named
    if kind in KIND_OF:
        return _slip(work, kind, row_id)
    reader = READERS.get(kind)
    return reader(work, row_id) if reader else None


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


def _payment_receipt(work: Work, receipt_id: UUID) -> CheckedPaper | None:
    receipt = work.session.get(PaymentReceipt, receipt_id)
    if receipt is None or not is_unchanged(receipt):
        return None
    request = work.session.get_one(PaymentRequest, receipt.request_id)
    return CheckedPaper(
        kind=PaperKind.PAYMENT_RECEIPT,
        number=str(receipt.facts["dossier_code"]),
        unit=str(receipt.facts["agency_name"]),
        issued_at=receipt.issued_at,
        # Money that was given back is no longer paid.
        in_force=request.state is RequestState.PAID,
        initials=initials(str(receipt.facts["payer"]["name"])),
        receipt=receipt_name(receipt),
        amount=int(receipt.facts["amount"]),
    )


def _slip(work: Work, kind: PaperKind, slip_id: UUID) -> CheckedPaper | None:
    slip = work.session.get(Slip, slip_id)
    if slip is None or slip.kind is not KIND_OF[kind] or not is_slip_unchanged(slip):
        return None
    dossier = work.session.get_one(Dossier, slip.dossier_id)
    return CheckedPaper(
        kind=kind,
        number=dossier.code or "",
        unit=str(slip.facts["agency"]),
        issued_at=slip.issued_at,
        in_force=slip.revoked_at is None and _still_asks(slip.kind, dossier.status),
        initials=initials(dossier.applicant_name),
    )


def _still_asks(kind: SlipKind, status: S) -> bool:
    """Say whether what the slip says still holds: a request until it is answered."""
    if kind is SlipKind.SUPPLEMENT:
        return status is S.SUPPLEMENT
    if kind is SlipKind.EXTENSION:
        return status not in ENDED
    return True


READERS: dict[PaperKind, Callable[[Work, UUID], CheckedPaper | None]] = {
    PaperKind.ACKNOWLEDGEMENT: _acknowledgement,
    PaperKind.RECEIPT: _receipt,
    PaperKind.PAYMENT_RECEIPT: _payment_receipt,
}
