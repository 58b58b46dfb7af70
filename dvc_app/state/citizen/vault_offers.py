"""What the dialog “Chọn tài liệu điện tử” shows, wherever a paper is asked for."""

from collections.abc import Iterable

import reflex as rx

from dvc_app.state.citizen.document_rows import DocumentRow, document_row
from dvc_app.wording import documents, uploads
from dvc_app.wording import vault_picker as wording
from dvc_app.wording.filing_faults import FAULTS
from services.reuse.matching import Offer

SENTENCES = FAULTS | uploads.FAULTS | documents.FAULTS


class VaultOffers(rx.State, mixin=True):
    """The papers offered for one place, the best match first."""

    counts: dict[str, str] = {}  # place → how many papers fit
    slot: str = ""  # the place the dialog is open for; empty: closed
    lead: str = ""
    fitting: list[DocumentRow] = []
    others: list[DocumentRow] = []
    problem: str = ""
    busy: bool = False

    def _show_offers(self, slot: str, name: str, offers: Iterable[Offer]) -> None:
        rows = [(one, document_row(one.document)) for one in offers]
        self.fitting = [row for one, row in rows if one.is_fitting]
        self.others = [row for one, row in rows if not one.is_fitting and one.is_usable]
        self.lead = wording.PICK_LEAD.format(name=name[:300])
        self.problem, self.busy, self.slot = "", False, slot

    def _shut(self) -> None:
        self.slot = self.problem = ""
