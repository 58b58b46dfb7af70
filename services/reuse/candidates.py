"""The papers a person could put into a dossier now."""

from sqlmodel import col

from services.core.clock import local_day
from services.reuse.matching import Candidate
from services.vault.adopt import adopt_waiting
from services.vault.models import VaultDocument
from services.vault.queries import own_papers
from services.vault.views import view_document
from services.work import Work

MOST = 200  # the newest; nobody chooses among more


def candidates(work: Work) -> list[Candidate]:
    """Return the actor's papers with what each may stand for."""
    adopt_waiting(work, work.actor.require_citizen())
    newest = own_papers(work).order_by(col(VaultDocument.added_at).desc()).limit(MOST)
    today = local_day(work.now)
    return [
        Candidate(view_document(document, version, file, today), tuple(document.fits))
        for document, version, file in work.session.exec(newest).all()
    ]
