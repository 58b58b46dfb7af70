"""Look a dossier up by its code, without signing in (C16, R40)."""

from dataclasses import dataclass

from services.core.errors import NotFound, RuleViolation
from services.core.faults import Unreadable
from services.core.identifiers import mask_name, read_dossier_code
from services.dossiers.show_dossier import (
    Happening,
    Progress,
    find_exact,
    find_visible,
    progress_of,
    timeline_of,
)
from services.signals import dossier_topic
from services.work import Work


@dataclass(frozen=True)
class MaskedDossier:
    """What anybody with the code may know: no name, no number, no paper."""

    code: str
    procedure_code: str
    procedure_name: str
    agency_name: str
    masked_applicant: str
    progress: Progress
    timeline: tuple[Happening, ...]
    is_own: bool  # the actor's: the page links to the whole of it
    topic: str  # what a page that shows it listens to; never shown


def look_up(work: Work, code_text: str) -> MaskedDossier:
    """Return the masked state of a dossier (PII-4).

    A draft has no code, so a draft and a number nobody was given answer alike.
    """
    try:
        code = read_dossier_code(code_text)
    except Unreadable as fault:
        raise RuleViolation({"code": fault.key}) from None
    dossier = find_exact(work.session, code)
    if dossier is None:
        raise NotFound("dossier")
    # Names of persons and what officers wrote stay with the owner.
    timeline = tuple(
        Happening(entry.at, entry.status, entry.event, entry.unit, "", {})
        for entry in timeline_of(work.session, dossier.id)
    )
    return MaskedDossier(
        code=dossier.code or code,
        procedure_code=str(dossier.frozen["procedure_code"]),
        procedure_name=str(dossier.frozen["procedure_name"]),
        agency_name=str(dossier.frozen["unit"]["name"]),
        masked_applicant=mask_name(dossier.applicant_name),
        progress=progress_of(work, dossier),
        timeline=timeline,
        is_own=find_visible(work, dossier.code or code) is not None,
        topic=dossier_topic(dossier.id),
    )
