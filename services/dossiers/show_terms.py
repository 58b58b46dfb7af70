"""Delivery, fees and second signature as the last look shows them (C14)."""

from dataclasses import dataclass
from uuid import UUID

from services.core.clock import local_day
from services.dossiers.check_cosign import CosignView, cosign_standing
from services.dossiers.check_delivery import check_delivery
from services.dossiers.cosign_content import needed_cosigner
from services.dossiers.fields import clean_answers
from services.dossiers.form_answers import common_texts
from services.dossiers.freeze_terms import FrozenDelivery, freeze_delivery
from services.dossiers.queries import load_own
from services.dossiers.rules import Step
from services.dossiers.state_fees import state_fees
from services.fees.statement import FeeLine
from services.files.queries import files_of
from services.work import Work


@dataclass(frozen=True)
class TermsView:
    """What is agreed beside the answers and the papers."""

    delivery: FrozenDelivery | None  # nothing chosen yet
    fees: tuple[FeeLine, ...]
    cosign: CosignView


def show_terms(work: Work, dossier_id: UUID) -> TermsView:
    """Return the terms as they would be frozen now."""
    draft = load_own(work, dossier_id)
    files = files_of(work.session, dossier_id)
    today = local_day(work.now)
    cleaned = clean_answers(common_texts(draft), [Step.DELIVERY], today)
    check_delivery(work, draft, cleaned)
    chosen = "delivery" in cleaned.values
    return TermsView(
        delivery=freeze_delivery(work, draft, cleaned.values) if chosen else None,
        fees=state_fees(draft, work.now).lines,
        cosign=CosignView(needed_cosigner(draft), cosign_standing(work, draft, files)),
    )
