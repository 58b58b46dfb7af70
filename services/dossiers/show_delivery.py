"""What steps 4 and 5 draw beside the draft: desks, days, originals, grounds."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.dossiers.answers import texts
from services.dossiers.delivery_plan import Counter, collection_days, counters
from services.dossiers.queries import Draft, load_own
from services.dossiers.state_fees import state_fees
from services.dossiers.views import RELIEF_PROOF, FileView, view_file
from services.fees.statement import FeeLine, Ground
from services.files.queries import files_of
from services.procedures.models import CaseKind
from services.work import Work


@dataclass(frozen=True)
class DeliveryView:
    """Where a result can be fetched, when the post comes, what must be shown."""

    counters: tuple[Counter, ...]
    days: tuple[date, ...]
    to_show: tuple[str, ...]  # papers shown and given back
    originals: tuple[str, ...]  # of which the original is wanted
    proposed_address: str  # one line, as the account has it


@dataclass(frozen=True)
class FeesView:
    """The lines, who may pay less, and the proof that was sent."""

    lines: tuple[FeeLine, ...]
    grounds: tuple[Ground, ...]
    chosen: Ground | None
    proofs: tuple[FileView, ...]


def show_delivery(work: Work, dossier_id: UUID) -> DeliveryView:
    """Return what the person chooses from."""
    draft = load_own(work, dossier_id)
    return DeliveryView(
        counters=counters(work.session, draft),
        days=collection_days(work, draft.dossier.agency_id),
        to_show=papers_to_show(draft),
        originals=tuple(
            paper.name
            for paper in draft.catalogue.papers(texts(draft)["case_id"])
            if paper.original_qty and not paper.is_form
        ),
        proposed_address=draft.account.address,
    )


def show_fees(work: Work, dossier_id: UUID) -> FeesView:
    """Return what the draft costs now."""
    draft = load_own(work, dossier_id)
    statement = state_fees(draft, work.now)
    files = files_of(work.session, dossier_id)
    return FeesView(
        lines=statement.lines,
        grounds=statement.grounds,
        chosen=statement.chosen,
        proofs=tuple(view_file(f) for f in files if f.slot == RELIEF_PROOF),
    )


def papers_to_show(draft: Draft) -> tuple[str, ...]:
    """Return the papers shown at the counter and given back at once."""
    shown = {c.id for c in draft.catalogue.cases if c.kind is CaseKind.PRESENT}
    papers = draft.catalogue.components
    return tuple(p.name for p in papers if p.case_id in shown and p.is_paper)
