"""The facts of the sheet that proves an online submission (C15)."""

from collections.abc import Iterator

from services.core.errors import NotFound
from services.dossiers.show_dossier import find_visible
from services.dossiers.snapshot import Snapshot, read_snapshot
from services.papers.check_keys import PaperKind, check_url
from services.papers.facts import AcknowledgementSheet, SentPart
from services.settings import settings
from services.work import Work


def acknowledgement(work: Work, code: str) -> AcknowledgementSheet:
    """Return the sheet, from what was frozen: it says the same for ever.

    Only those who see the dossier have it. Codes can be guessed, so anybody else
    gets what the look-up shows, behind its limits (R40, PII-4).
    """
    dossier = find_visible(work, code)
    if dossier is None or dossier.submitted_at is None:
        raise NotFound("dossier")
    handed_in = read_snapshot(dossier)
    acting = handed_in.acting
    values = handed_in.values
    return AcknowledgementSheet(
        province=work.province.name,
        service_centre=work.province.service_centre,
        submitter=str(values.get("submitter_name", "")),
        acting_for=acting.name if acting else "",
        acting_by=str(acting.relation or acting.kind) if acting else "",
        dossier_code=dossier.code or "",
        address=str(values.get("submitter_address", "")),
        phone=str(values.get("submitter_phone", "")),
        email=str(values.get("submitter_email", "")),
        request=str(values["request"]),
        parts=tuple(_parts(handed_in)),
        sets=int(values["copies"]),
        submitted_at=dossier.submitted_at,
        check_by=dossier.receive_by,
        look_up_url=f"{settings().public_url.rstrip('/')}/tra-cuu?ma={dossier.code}",
        hotline=work.province.hotline,
        check_url=check_url(work, PaperKind.ACKNOWLEDGEMENT, dossier.id),
    )


def _parts(handed_in: Snapshot) -> Iterator[SentPart]:
    """Yield the papers sent; files without a paper by their own name."""
    for component in handed_in.components:
        if component.files:
            pages = sum(file.pages for file in component.files)
            yield SentPart(component.name, len(component.files), pages)
    for file in handed_in.other_files:
        yield SentPart(file.name, 1, file.pages)
