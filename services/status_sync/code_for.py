"""Under which code a system knows a dossier."""

from services.dossiers.models import Dossier
from services.outbox.courier import CannotSay


def code_for(dossier: Dossier, system: str) -> str:
    """Return MaHoSo for a system: its own of what it handed over, else ours."""
    code = dossier.their_code if dossier.arrived_from == system else dossier.code
    if not code:
        raise CannotSay("MaHoSo")
    return code
