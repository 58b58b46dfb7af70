"""Have one PDF made of the pages of a paper, and take it apart again (R20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.audit.record import record
from services.core.errors import NotFound
from services.files.models import FileState, StoredFile
from services.files.pages import bound_pages, loose_pages
from services.files.queries import own_file
from services.files.rules import check_open
from services.files.verdicts import FileKind, display_name
from services.jobs import defer
from services.signals import dossier_topic, tell
from services.work import Work


@dataclass(frozen=True)
class Binding:
    """Which paper the PDF is for, what it is called and how large it may be."""

    subject_id: UUID
    slot: str
    name: str
    most_bytes: int


def bind_pages(work: Work, binding: Binding) -> UUID | None:
    """Bind the loose pages in the order they stand; the PDF is made by a job.

    A second press finds no page left, and changes nothing. The photos stay until
    the dossier is handed in, so that the pages can be put in another order.
    """
    pages = loose_pages(work.session, binding.subject_id, binding.slot)
    if not pages:
        return None
    for page in pages:
        if page.owner_id != work.actor.account_id:
            raise NotFound("page")
        check_open(page)
    made = _planned(work, binding, pages)
    work.session.add(made)
    work.session.flush()
    for position, page in enumerate(pages):
        page.bound_into, page.position = made.id, position
        work.session.add(page)
    defer(
        work.session,
        "files.make_bound",
        file_id=str(made.id),
        most_bytes=binding.most_bytes,
    )
    record(work, "bind_pages", made.id, count=len(pages))
    tell(work.session, dossier_topic(binding.subject_id))
    return made.id


def _planned(work: Work, binding: Binding, pages: Sequence[StoredFile]) -> StoredFile:
    """Return the row of the PDF before there are any bytes."""
    return StoredFile(
        owner_id=pages[0].owner_id,
        subject_id=binding.subject_id,
        delegation_id=pages[0].delegation_id,
        slot=binding.slot,
        name=display_name(f"{binding.name}.pdf"),
        # Until it is made: room for the largest it may become.
        declared_size=min(sum(p.declared_size for p in pages), binding.most_bytes),
        state=FileState.CHECKING,
        kinds=[str(FileKind.PDF)],
        kind=str(FileKind.PDF),
        pages=len(pages),
        position=pages[0].position,
        is_bound=True,
        started_at=work.now,
        finished_at=work.now,
    )


def unbind_pages(work: Work, file_id: UUID) -> None:
    """Take a PDF made here apart: its pages stand loose again, before any others."""
    made = own_file(work, file_id, lock=True)
    if not made.is_bound:
        raise NotFound("bound")
    check_open(made)
    later = loose_pages(work.session, made.subject_id, made.slot)
    pages = [*bound_pages(work.session, made.id), *later]
    for position, page in enumerate(pages):
        page.bound_into, page.position = None, position
        work.session.add(page)
    made.removed_at = work.now
    made.is_bound = False  # without its pages it cannot come back
    if made.state is FileState.CHECKING:
        made.state = FileState.REFUSED
    work.session.add(made)
    record(work, "unbind_pages", made.id, count=len(pages))
    tell(work.session, dossier_topic(made.subject_id))
