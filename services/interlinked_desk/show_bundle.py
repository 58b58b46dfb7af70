"""One declaration with its procedures side by side, for the officers of its unit (O11)."""

from uuid import UUID

from sqlmodel import col, select

from services.core.errors import NotFound
from services.core.identifiers import read_dossier_code
from services.core.readers import Unreadable
from services.dossiers.models import Dossier
from services.dossiers.record_read import record_read
from services.interlinked_desk.legs import legs_of_bundles
from services.interlinked_desk.list_bundles import BundleLine, line_of
from services.interlinked_desk.models import ArrivedBundle
from services.interlinked_desk.scope import of_unit, require_reader
from services.outbox.send_again import send_again
from services.procedures.models import Procedure
from services.work import Work


def show_bundle(work: Work, code: str) -> BundleLine:
    """Open one; foreign and unknown are one answer, and the reading is recorded."""
    require_reader(work)
    dossier, name, theirs = _find(work, code)
    record_read(work, "open_bundle", dossier)
    legs = legs_of_bundles(work, [dossier.id]).get(dossier.id, [])
    return line_of(dossier, name, theirs, legs)


def send_leg_again(work: Work, code: str, message_id: UUID) -> None:
    """Send the one message again at which a declaration is stuck, with what is now."""
    require_reader(work)
    dossier, _, _ = _find(work, code)
    legs = legs_of_bundles(work, [dossier.id]).get(dossier.id, [])
    if message_id not in {leg.stuck_id for leg in legs}:
        raise NotFound("message")
    send_again(work, message_id, is_corrected=True)


def _find(work: Work, code: str) -> tuple[Dossier, str, ArrivedBundle | None]:
    try:
        wanted = read_dossier_code(code)
    except Unreadable:
        raise NotFound("dossier") from None
    query = (
        select(Dossier, Procedure.name, ArrivedBundle)
        .join(ArrivedBundle, col(ArrivedBundle.dossier_id) == Dossier.id, isouter=True)
        .join(Procedure, col(Procedure.id) == Dossier.procedure_id)
        .where(of_unit(work), col(Dossier.code) == wanted)
    )
    found = work.session.exec(query).first()
    if found is None:
        raise NotFound("dossier")
    return found[0], found[1], found[2]
