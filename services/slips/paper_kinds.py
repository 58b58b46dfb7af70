"""Which letter of a check key each kind of slip has."""

from services.papers.check_keys import PaperKind
from services.slips.models import SlipKind

PAPER_OF: dict[SlipKind, PaperKind] = {
    SlipKind.SUPPLEMENT: PaperKind.SUPPLEMENT,
    SlipKind.REFUSAL: PaperKind.REFUSAL,
    SlipKind.EXTENSION: PaperKind.EXTENSION,
    SlipKind.STOP: PaperKind.STOP,
}
KIND_OF: dict[PaperKind, SlipKind] = {paper: kind for kind, paper in PAPER_OF.items()}
