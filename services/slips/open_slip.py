"""Open a slip by its key, for the dossier's people and the agency's desk; print it."""

from dataclasses import replace

from services.core.errors import NotFound
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.papers.check_keys import check_url, read_check_key
from services.papers.printing import typeset
from services.processing.queries import readable_dossier
from services.slips.issue_slip import is_unchanged, read_sheet
from services.slips.models import Slip
from services.slips.paper_kinds import KIND_OF
from services.slips.sheet import SlipSheet
from services.work import Work


def open_slip(work: Work, key: str) -> SlipSheet:
    """Return the slip as it was issued; one answer for all who may not (AZ-4)."""
    named = read_check_key(work, key)
    slip = work.session.get(Slip, named[1]) if named else None
    if named is None or slip is None or KIND_OF.get(named[0]) is not slip.kind:
        raise NotFound("slip")
    if not is_unchanged(slip):
        raise NotFound("slip")
    dossier = work.session.get_one(Dossier, slip.dossier_id)
    readable_dossier(work, dossier.code or "")
    if work.actor.is_officer:
        record_read(work, "open_slip", dossier)
    address = check_url(work, named[0], slip.id)
    return replace(read_sheet(slip), check_url=address)


def print_slip(sheet: SlipSheet) -> bytes:
    """Print it; the same slip has the same bytes, whenever it is printed."""
    return typeset("slip", sheet, sheet.check_url, sheet.issued_at)
