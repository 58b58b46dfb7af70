"""The facts of a dossier that a text of the office may name (A08)."""

from services.core.clock import local
from services.dossiers.models import Dossier
from services.work import Work


def text_facts(work: Work, dossier: Dossier) -> dict[str, str]:
    """Return them by the names templates have for them."""
    due = f"{local(dossier.due_at):%H:%M %d/%m/%Y}" if dossier.due_at else ""
    return {
        "code": dossier.code or "",
        "procedure": str(dossier.frozen["procedure_name"]),
        "unit": str(dossier.frozen["unit"]["name"]),
        "hotline": work.province.hotline,
        "due": due,
    }
