"""Put one page before or after its neighbour, turn it, or keep it as it is (R20)."""

from uuid import UUID

from services.audit.record import record
from services.files.models import StoredFile
from services.files.pages import loose_pages, own_page
from services.signals import dossier_topic, tell
from services.work import Work


def move_page(work: Work, file_id: UUID, down: bool) -> None:
    """Let a page change places with its neighbour; at either end nothing happens."""
    page = own_page(work, file_id)
    pages = list(loose_pages(work.session, page.subject_id, page.slot))
    here = next(i for i, each in enumerate(pages) if each.id == page.id)
    there = here + 1 if down else here - 1
    if not 0 <= there < len(pages):
        return
    pages[here], pages[there] = pages[there], pages[here]
    for position, each in enumerate(pages):
        each.position = position
        work.session.add(each)
    _note(work, page, "move_page")


def turn_page(work: Work, file_id: UUID) -> None:
    """Turn a page a quarter to the right."""
    page = own_page(work, file_id)
    page.turn = (page.turn + 1) % 4
    work.session.add(page)
    _note(work, page, "turn_page")


def keep_page(work: Work, file_id: UUID) -> None:
    """Use a page although it seems blank, blurred or dark: the person has looked."""
    page = own_page(work, file_id)
    page.is_kept = True
    work.session.add(page)
    _note(work, page, "keep_page")


def _note(work: Work, page: StoredFile, act: str) -> None:
    record(work, act, page.id)
    tell(work.session, dossier_topic(page.subject_id))
